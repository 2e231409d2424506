/** Entering a code, and what is said of it. */
import type { ReasonView } from '@vidimus/protocol';
import { localeOf } from '../courier/present-delivery.ts';
import { settleMessages } from '../courier/settle-messages.ts';
import type { DatabaseTransaction } from '../db/transaction.ts';
import { resendPossibleAt, triesLeft } from './code.ts';
import { notAccepted } from './code-reasons.ts';
import { type CodeParts, operatorName } from './send-code.ts';
import { type CodeRow, codeFacts, useCode } from './store.ts';

export type CodeAnswer = {
  readonly accepted: boolean;
  readonly triesLeft: number;
  /** Why not, in the code's language. */
  readonly reasons: readonly ReasonView[];
};

/** One try, counted. An accepted code has its messages end. */
export async function answerCode(
  parts: Pick<CodeParts, 'vault' | 'clock'>,
  trx: DatabaseTransaction,
  row: CodeRow,
  typed: string,
  now: Date,
): Promise<CodeAnswer> {
  const tried = await useCode(trx, parts.vault, row, typed, now);
  const facts = codeFacts(tried.row);
  const left = triesLeft(facts, now);
  if (tried.result === 'accepted') {
    await settleMessages(trx, row.id, { arrived: true, now: parts.clock() });
    return { accepted: true, triesLeft: left, reasons: [] };
  }
  const possibleAt = resendPossibleAt(facts, now);
  const seconds = possibleAt === null ? 0 : Math.max(0, Math.ceil((possibleAt.getTime() - now.getTime()) / 1000));
  const place = { locale: localeOf(row.locale), operator: await operatorName(trx, row.organization_id) };
  const why = tried.result === 'refused' ? 'wrong' : tried.result;
  return { accepted: false, triesLeft: left, reasons: [notAccepted({ result: why, triesLeft: left, seconds }, place)] };
}
