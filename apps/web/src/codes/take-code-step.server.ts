/** What a person does with a code: enters it, has it sent again, corrects where it goes. For every page that has these forms. */
import { CHANNELS, type Channel } from '@vidimus/protocol';
import { type OwnCodeAnswer, VidimusProblem, VidimusUnreachable } from '@vidimus/sdk';
import { data, redirect } from 'react-router';
import { textIn } from '../verify/taking-steps.server.ts';
import type { CodeAnswer, CodeDone, CodeProblemKey } from './code-answer.ts';

/** The interface's side of a code; a client of the sdk is one, with `retries: 0`: a resend that comes too soon is told, not waited for. */
export type CodeDoor = {
  readonly verify: (body: { code: string }) => Promise<Pick<OwnCodeAnswer, 'accepted' | 'reasons' | 'tries_left'>>;
  readonly resend: (body: { channel?: Channel }) => Promise<unknown>;
  /** Left out where it cannot be. */
  readonly correctContact?: (body: { to: string }) => Promise<unknown>;
};

const PROBLEMS: Readonly<Record<string, CodeProblemKey>> = {
  'contact-code.too-soon': 'problem_too_soon',
  'contact-code.limit-reached': 'problem_limit',
  'contact-code.prefix-stopped': 'problem_limit',
  'contact-code.not-waiting': 'problem_not_waiting',
  'contact-code.no-route': 'problem_no_route',
  'contact-code.not-correctable': 'problem_not_correctable',
  'contact.not-a-number': 'problem_not_a_number',
  'contact.not-assigned': 'problem_not_assigned',
  'contact.landline': 'problem_landline',
  'contact.costs-too-much': 'problem_costs_too_much',
  'contact.not-an-address': 'problem_not_an_address',
  'request.rate-limited': 'problem_too_fast',
};

/** Leads back to `page` (with `?done`) where it went well; an accepted code to `accepted`. */
export async function takeCodeStep(
  door: CodeDoor,
  form: FormData,
  { page, accepted = page }: { readonly page: string; readonly accepted?: string },
) {
  const named = textIn(form, 'intent');
  const intent = named === 'resend' || named === 'correct' ? named : 'enter';
  try {
    const answer = await take(door, form, intent);
    if (answer === 'accepted') return redirect(accepted);
    if (typeof answer === 'string') return redirect(`${page}?done=${answer}`);
    return data<CodeAnswer>(answer, { status: 422 });
  } catch (error) {
    if (error instanceof VidimusUnreachable) {
      return data<CodeAnswer>({ kind: 'refused', intent, problem: 'problem_ours', seconds: 0 }, { status: 503 });
    }
    if (!(error instanceof VidimusProblem)) throw error;
    const problem = PROBLEMS[error.code] ?? 'problem_ours';
    const seconds = error.retryAfter ?? 0;
    return data<CodeAnswer>({ kind: 'refused', intent, problem, seconds }, { status: error.status });
  }
}

async function take(
  door: CodeDoor,
  form: FormData,
  intent: 'enter' | 'resend' | 'correct',
): Promise<CodeAnswer | CodeDone | 'accepted'> {
  if (intent === 'resend') {
    const channel = CHANNELS.find((one) => one === textIn(form, 'channel'));
    await door.resend(channel === undefined ? {} : { channel });
    return 'sent';
  }
  if (intent === 'correct') {
    const to = textIn(form, 'to');
    if (to === '') return { kind: 'missing', field: 'to' };
    await door.correctContact?.({ to });
    return 'corrected';
  }
  // As long as a code may be on the wire: what is longer is none.
  const code = textIn(form, 'code').replaceAll(/\s/g, '').slice(0, LONGEST_CODE);
  if (code === '') return { kind: 'missing', field: 'code' };
  const { accepted, reasons, tries_left } = await door.verify({ code });
  return accepted ? 'accepted' : { kind: 'wrong', reasons, triesLeft: tries_left };
}
const LONGEST_CODE = 12;
