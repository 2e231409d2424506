/** What all routes of a link have in common: who may ask, whether the link still opens, and the verification as the answer. */

import type { Result } from '@vidimus/engine/standards';
import { applicantViewSchema } from '@vidimus/protocol';
import type { Actor } from '../audit/audit.ts';
import type { CodeParts } from '../codes/send-code.ts';
import type { Caller } from '../http/caller.ts';
import type { Problem } from '../http/problem.ts';
import type { Reply, Route, RouteRequest } from '../http/route.ts';
import type { ApplicantParts, StepRefused } from './applicant-steps.ts';
import { numberOf } from './hand-off.ts';
import type { LinkKind } from './link-token.ts';
import { ownFacts } from './own-facts.ts';
import { policyOf } from './policy-of.ts';
import { presentToApplicant } from './present-own.ts';
import { opensAll } from './prove-birth-date.ts';
import { refuse } from './refusals.ts';
import { sessionExpired } from './session-expired.ts';
import { loadVerification } from './store.ts';

export type Of = { readonly verificationId: string; readonly actor: Actor; readonly now: Date };
type Link = Extract<Caller, { readonly kind: 'applicant' }>;
type Request<P, B, Q = unknown> = RouteRequest<P, Q, B>;

export const ERASED = { status: 409, code: 'verification.erased' } as const;
const SHOWS_ONLY = { status: 403, code: 'link.shows-only' } as const;
const RAN_OUT = { status: 409, code: 'hand-off.ran-out' } as const;
const TO_BE_OPENED = { status: 409, code: 'hand-off.to-be-opened' } as const;
const WAITS = { status: 409, code: 'hand-off.waits' } as const;
const HELD_UP = [RAN_OUT, TO_BE_OPENED, WAITS];
export const TOO_MANY_STATEMENTS = { status: 409, code: 'verification.too-many-statements' } as const;
export const NOT_PROVEN = { status: 403, code: 'receipt.birth-date-needed' } as const;

/** The shape of the routes that `links` may use. */
export function applicantRoute(parts: Pick<ApplicantParts, 'vault' | 'pages'> & CodeParts, links: readonly LinkKind[]) {
  /** Does what `work` does for a link that opens. */
  const admitted =
    <P, B, Q>(work: (request: Request<P, B, Q>, link: Link, of: Of) => Promise<Result<Reply, Problem>>) =>
    async (request: Request<P, B, Q>): Promise<Result<Reply, Problem>> => {
      const link = linkOf(request.caller, links);
      if (!link.ok) return link;
      const closed = await whyClosed(parts, request, link.value);
      if (closed !== undefined) return { ok: false, error: closed };
      const { id, verificationId } = link.value;
      return work(request, link.value, { verificationId, actor: { kind: 'applicant', id }, now: request.now });
    };
  /** The same for what is the person's own: a receipt is opened with the birth date first. */
  const admittedToAll = <P, B>(work: (request: Request<P, B>, link: Link, of: Of) => Promise<Result<Reply, Problem>>) =>
    admitted<P, B, unknown>(async (request, link, of) =>
      opensAll(link, of.now) ? work(request, link, of) : { ok: false, error: notProven() },
    );
  /** The same, answered by the verification as it is afterwards, so that a page need not ask again. */
  const then = <P, B>(work: (request: Request<P, B>, of: Of) => Promise<Result<unknown, StepRefused>>) =>
    admitted<P, B, unknown>(async (request, link, of) => {
      const worked = await work(request, of);
      return worked.ok ? shown(request, link, of) : refuseToApplicant(parts, request, of, worked.error);
    });
  /** The verification as the answer. */
  const shown = async ({ trx }: Pick<Request<unknown, unknown>, 'trx'>, link: Link, { verificationId, now }: Of) => {
    const stored = await loadVerification(parts.vault, trx, verificationId, 'reading');
    if (!stored.ok) return refuse(stored.error, 'applicant');
    const policy = await policyOf(trx, stored.value);
    const facts = await ownFacts(parts, trx, stored.value, now);
    const opens = opensAll(link, now) ? ('all' as const) : ('outcome' as const);
    const asking = { link: link.link, opens, mayHandOff: parts.pages.isPublic, now };
    const body = presentToApplicant(stored.value, policy, facts, asking);
    return { ok: true, value: { status: 200, body } } as const;
  };
  const common = { tag: 'applicant', callers: ['applicant'], answers: { 200: applicantViewSchema } } as const;
  const own = links.includes('receipt') ? HELD_UP : [...HELD_UP, SHOWS_ONLY];
  /** Codes of the refusals, with those of the link itself. */
  const problems = (...more: Route['problems'][number][]): Route['problems'] => [...own, ...more];
  return { common, then, admitted, admittedToAll, shown, problems };
}

/** In the applicant's words; where the link has run out, with the reason of the registry. */
export async function refuseToApplicant(
  parts: Pick<ApplicantParts, 'vault'>,
  { trx }: Pick<RouteRequest<unknown, unknown, unknown>, 'trx'>,
  { verificationId, now }: Of,
  error: StepRefused,
): Promise<Result<never, Problem>> {
  const refused = refuse(error, 'applicant');
  if (refused.ok || error.code !== 'verification.session-expired') return refused;
  const stored = await loadVerification(parts.vault, trx, verificationId, 'reading');
  if (!stored.ok) return refused;
  const reason = sessionExpired(error.expiredAt, now.toISOString(), stored.value.locale);
  return { ok: false, error: { ...refused.error, reason } };
}

function linkOf(caller: Caller, links: readonly LinkKind[]): Result<Link, Problem> {
  if (caller.kind === 'applicant' && links.includes(caller.link)) return { ok: true, value: caller };
  const detail = 'The receipt shows, and takes an appeal; the steps are done with the link that was sent first.';
  return { ok: false, error: { status: 403, code: 'link.shows-only', detail } };
}

/** Why a link for another device lets nobody in yet, or not any more. */
async function whyClosed(
  parts: Pick<ApplicantParts, 'vault'>,
  request: Pick<RouteRequest<unknown, unknown, unknown>, 'trx' | 'now'>,
  link: Link,
): Promise<Problem | undefined> {
  if (link.openUntil === undefined) return undefined;
  if (request.now >= link.openUntil) return ranOut(parts, request, link.verificationId, link.openUntil);
  const number = await numberOf(request.trx, link);
  return number === undefined
    ? {
        ...TO_BE_OPENED,
        detail:
          'This link is for another device. Open it there: POST /v1/applicant/hand-off/open gives that device its own.',
      }
    : { ...WAITS, detail: `Choose the number ${number} on the first device; this link opens when that is done.` };
}

/** The refusal of a link for another device whose time is over, with the way out. */
export async function ranOut(
  parts: Pick<ApplicantParts, 'vault'>,
  { trx, now }: Pick<RouteRequest<unknown, unknown, unknown>, 'trx' | 'now'>,
  verificationId: string,
  openUntil: Date,
): Promise<Problem> {
  const endedAt = openUntil.toISOString();
  const stored = await loadVerification(parts.vault, trx, verificationId, 'reading');
  const detail = `This link was for another device, and nobody let one in until ${endedAt}. Show a new code on the first device, or go on there: the finished steps are kept.`;
  return {
    ...RAN_OUT,
    detail,
    ...(stored.ok ? { reason: sessionExpired(endedAt, now.toISOString(), stored.value.locale) } : {}),
  };
}

function notProven(): Problem {
  const detail =
    'A receipt shows the outcome. For photographs, readings, the file and erasure, POST the birth date to /v1/applicant/receipt/open, or use the link that was sent first.';
  return { ...NOT_PROVEN, detail };
}
