/** Sending a code again: after a while, by a way that there is, within the limits. */
import type { Result } from '@vidimus/engine/standards';
import type { Channel } from '@vidimus/protocol';
import type { DatabaseTransaction } from '../db/transaction.ts';
import type { Problem } from '../http/problem.ts';
import { codeState, resendPossibleAt } from './code.ts';
import { findWays } from './code-ways.ts';
import { readContact } from './contact.ts';
import { otherWays } from './other-ways.ts';
import { contactProblem, noRoute, notWaiting, sendingProblem, tooSoon } from './refusals.ts';
import { type CodeParts, sendCode } from './send-code.ts';
import { type CodeRow, codeFacts } from './store.ts';

/** What sending can be refused with, beside what is wrong with the contact. */
export const SEND_PROBLEMS = [
  { status: 409, code: 'contact-code.no-route' },
  { status: 429, code: 'contact-code.limit-reached' },
  { status: 429, code: 'contact-code.prefix-stopped' },
] as const;
/** What sending the same code again can answer, for the contract. */
export const RESEND_PROBLEMS = [
  ...SEND_PROBLEMS,
  { status: 409, code: 'contact-code.not-waiting' },
  { status: 422, code: 'contact.landline' },
  { status: 429, code: 'contact-code.too-soon' },
] as const;

/** `row`: locked for a change. `channel` left out: the first one that it was asked for. */
export async function resendCode(
  parts: CodeParts,
  trx: DatabaseTransaction,
  row: CodeRow,
  asked: { readonly channel?: Channel | undefined; readonly networkAddress?: string | undefined },
  now: Date,
): Promise<Result<CodeRow, Problem>> {
  const { contact, ways } = await findWays(parts, trx, row);
  const facts = codeFacts(row);
  const possibleAt = resendPossibleAt(facts, now);
  if (contact === undefined || possibleAt === null) return notWaiting(codeState(facts, now));
  const channel = asked.channel ?? row.channel;
  const way = ways.find((each) => each.channel === channel);
  const others = ways.map((each) => each.channel);
  if (way === undefined) return noRoute(channel, others);
  // A landline that was called gets no short message.
  const fits = readContact(channel, way.contact.to);
  if (!fits.ok) return contactProblem(fits.error);
  if (possibleAt > now) return tooSoon(possibleAt, now);
  const sent = await sendCode(parts, trx, row, { ...way, networkAddress: asked.networkAddress }, now);
  if (sent.ok) return sent;
  return sendingProblem(sent.error, now, otherWays(parts, row.mode, way.contact, sent.error));
}
