/** A number or address that was typed wrong: the right one takes its place, with digits of its own, at most three times. */
import type { Result } from '@vidimus/engine/standards';
import { REACHED_BY } from '@vidimus/protocol';
import { settleMessages } from '../courier/settle-messages.ts';
import type { DatabaseTransaction } from '../db/transaction.ts';
import type { Problem } from '../http/problem.ts';
import { codeState } from './code.ts';
import { readContact } from './contact.ts';
import { otherWays } from './other-ways.ts';
import { contactProblem, sendingProblem } from './refusals.ts';
import { type CodeParts, channelsFor, sendCode } from './send-code.ts';
import { type CodeRow, codeFacts, correctCode } from './store.ts';

/** A number mistyped more often is no slip of the finger. */
const MOST_CORRECTIONS = 3;

export const CORRECT_PROBLEMS = [
  { status: 409, code: 'contact-code.not-correctable' },
  { status: 422, code: 'contact.not-a-number' },
  { status: 422, code: 'contact.not-assigned' },
  { status: 422, code: 'contact.landline' },
  { status: 422, code: 'contact.costs-too-much' },
  { status: 422, code: 'contact.not-an-address' },
  { status: 429, code: 'contact-code.limit-reached' },
  { status: 429, code: 'contact-code.prefix-stopped' },
] as const;

/** How often it can still be. Where nothing could be sent, the contact may have been mistyped, too. Nobody types an app’s reference. */
export function correctionsLeft(row: CodeRow, now: Date): number {
  const state = codeState(codeFacts(row), now);
  if (!row.correctable || row.purpose !== 'confirm' || REACHED_BY[row.channel] === 'push') return 0;
  return state === 'waiting' || state === 'refused' ? MOST_CORRECTIONS - row.corrected : 0;
}

/** `row`: locked for a change. What is still on its way to the wrong contact is not sent. */
export async function correctContact(
  parts: CodeParts,
  trx: DatabaseTransaction,
  row: CodeRow,
  asked: { readonly to: string; readonly networkAddress?: string | undefined },
  now: Date,
): Promise<Result<CodeRow, Problem>> {
  if (correctionsLeft(row, now) === 0) {
    const detail = `A code that waits can be corrected ${MOST_CORRECTIONS} times, where whoever asked for it allows it.`;
    return { ok: false, error: { status: 409, code: 'contact-code.not-correctable', detail } };
  }
  const { channel } = row;
  const read = readContact(channel, asked.to);
  if (!read.ok) return contactProblem(read.error);
  const contact = read.value;
  await settleMessages(trx, row.id, { arrived: false, now: parts.clock() });
  const isReached = channelsFor(parts, row.mode, contact).includes(channel);
  const right = { contact, refused: isReached ? null : ('country' as const), at: parts.clock() };
  const corrected = await correctCode(trx, parts.vault, row, right, now);
  if (!isReached) return { ok: true, value: corrected };
  const sent = await sendCode(parts, trx, corrected, { contact, channel, networkAddress: asked.networkAddress }, now);
  if (sent.ok) return sent;
  return sendingProblem(sent.error, now, otherWays(parts, row.mode, contact, sent.error));
}
