/** The forms of the page: take, give back, decide. */
import { type ReviewDecision, reviewDecisionSchema } from '@vidimus/protocol';
import type { MemberClient } from '@vidimus/sdk';
import { isReasonCode, type Locale, REASON_REGISTRY } from '@vidimus/vocabulary';
import { type Asked, ask } from '../ask.server.ts';
import type { AskedPage } from '../require-member.server.ts';
import { reasonChoices } from '../tell-document.server.ts';
import type { ToldProblem } from '../told-problem.ts';

/** What happened: the review is mine, is given back, is decided, or waits for a second opinion. */
export type Acted = Asked<'claimed' | 'released' | 'decided' | 'kept'>;

export async function actOnReview(args: AskedPage, api: MemberClient, form: FormData): Promise<Acted> {
  const review = String(form.get('review') ?? '');
  const what = form.get('do');
  if (what === 'claim') return becomes('claimed', await ask(args, () => api.reviews.claim(review)));
  if (what === 'release') return becomes('released', await ask(args, () => api.reviews.release(review)));
  const decision = readDecision(form);
  if (!decision.ok) return decision;
  const decided = await ask(args, () => api.reviews.decide(review, decision.value));
  return decided.ok && decided.value.state === 'second_opinion'
    ? becomes('kept', decided)
    : becomes('decided', decided);
}

/** What a person may cite: everything that can be found, but for the code that the decision itself writes. */
export function citableReasons(locale: Locale): readonly { readonly id: string; readonly label: string }[] {
  const cited = REASON_REGISTRY.filter(({ raisedBy, code }) => raisedBy !== 'reserved' && code !== 'reviewer_declined');
  return reasonChoices(
    cited.map(({ code }) => code),
    locale,
  ).map(({ code, label }) => ({ id: code, label }));
}

function readDecision(form: FormData): Asked<ReviewDecision> {
  const outcome = form.get('outcome');
  const grounds = String(form.get('grounds') ?? '').trim();
  const reasons = form.getAll('reasons').map(String).filter(isReasonCode);
  const steps = form.getAll('ask').map(String);
  if (outcome === null) return missing('desk.no-outcome');
  if (grounds === '') return missing('desk.no-grounds');
  if (outcome !== 'approved' && reasons.length === 0) return missing('desk.no-reason');
  if (outcome === 'action_required' && steps.length === 0) return missing('desk.no-step');
  const body = outcome === 'approved' ? {} : outcome === 'declined' ? { reasons } : { reasons, ask: steps };
  const read = reviewDecisionSchema.safeParse({ outcome, grounds, ...body });
  return read.success ? { ok: true, value: read.data } : missing('desk.no-outcome');
}

const UNPROCESSABLE = 422;

function missing(code: ToldProblem['code']): { readonly ok: false; readonly problem: ToldProblem } {
  return { ok: false, problem: { code, status: UNPROCESSABLE, detail: code, errors: [] } };
}

function becomes<T>(value: T, asked: Asked<unknown>): Asked<T> {
  return asked.ok ? { ok: true, value } : asked;
}
