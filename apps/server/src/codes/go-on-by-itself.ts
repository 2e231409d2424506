/** Where a code did not arrive by one channel, and its operator wants it so, the next one is taken without anybody's asking. */
import type { Channel } from '@vidimus/protocol';
import type { Kysely } from 'kysely';
import { timeFor } from '../clock.ts';
import { isOver } from '../courier/message.ts';
import type { Database, Mode } from '../db/schema.ts';
import { type DatabaseTransaction, inTransaction } from '../db/transaction.ts';
import { codeState } from './code.ts';
import { readContact } from './contact.ts';
import { type CodeParts, channelsFor, sendCode } from './send-code.ts';
import { type CodeRow, codeFacts, findCode, openContact } from './store.ts';

type Parts = Omit<CodeParts, 'pages'> & { readonly db: Kysely<Database> };

/**
 * To be called whenever something happened to a message; right when it is called again. It is a transaction of its own after the one
 * that wrote what happened: where the process dies in between, the job, or the carrier's receipt, comes again.
 */
export async function goOnByItself(
  parts: Parts,
  { organizationId, messageId }: { readonly organizationId: string; readonly messageId: string },
): Promise<void> {
  const done = inTransaction(parts.db, { role: 'tenant', organizationId }, async (trx) => {
    const message = await trx
      .selectFrom('message')
      .select(['id', 'mode', 'purpose', 'object_id', 'state'])
      .where('id', '=', messageId)
      .executeTakeFirst();
    if (message === undefined || message.purpose !== 'code') return;
    if (!isOver(message) || message.state === 'delivered') return;
    const row = await findCode(trx, message.mode, message.object_id, 'change');
    if (row === undefined || !row.by_itself) return;
    const now = await timeFor(trx, { organizationId, mode: message.mode }, parts.clock);
    if (codeState(codeFacts(row), now) !== 'waiting') return;
    await takeNext(parts, trx, row, message, now);
  });
  await done.catch((error: unknown) => {
    if (error !== STOPPED) throw error;
  });
}
/** By a limit: what was counted by then is rolled back, and the person chooses. */
const STOPPED = new Error('a limit stops the next channel');

/** Not where somebody had it sent again meanwhile. */
async function takeNext(
  parts: Parts,
  trx: DatabaseTransaction,
  row: CodeRow,
  message: { readonly id: string; readonly mode: Mode },
  now: Date,
): Promise<void> {
  const sent = await trx
    .selectFrom('message')
    .select(['id', 'channel'])
    .where('object_id', '=', row.id)
    .orderBy('id', 'desc')
    .execute();
  const contact = await openContact(trx, parts.vault, row);
  if (contact === undefined || sent[0]?.id !== message.id) return;
  const tried = new Set<Channel>(sent.map(({ channel }) => channel));
  const reached = channelsFor(parts, row.mode, contact);
  const next = (row.channels ?? []).find((channel) => reached.includes(channel) && !tried.has(channel));
  if (next === undefined || !readContact(next, contact.to).ok) return;
  const went = await sendCode(parts, trx, row, { contact, channel: next }, now);
  if (!went.ok) throw STOPPED;
}
