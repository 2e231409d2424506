/** Messages about a recovery: to every old channel before anything changes, and the link to the new contact after the wait. */
import type { Channel } from '@vidimus/protocol';
import { formatDate } from '@vidimus/vocabulary';
import type { Contact } from '../codes/contact.ts';
import { channelsFor, operatorName } from '../codes/send-code.ts';
import { localeOf } from '../courier/present-delivery.ts';
import { queueMessage } from '../courier/queue-message.ts';
import type { DatabaseTransaction } from '../db/transaction.ts';
import type { AccountParts } from './parts.ts';
import { type RecoveryRow, stopToken } from './recovery-store.ts';
import { RECOVERY_WORDS } from './recovery-words.table.ts';
import { openWayContact, waysOf } from './ways-store.ts';

type MessageParts = Pick<AccountParts, 'vault' | 'courier' | 'jobs' | 'clock' | 'pages'>;

const DAY_MS = 24 * 60 * 60 * 1000;
/** A telephone that was off is told when it is on. */
const SENT_WITHIN_MS = 3 * DAY_MS;
/** A link cannot be said on the telephone. */
const WRITTEN: readonly Channel[] = ['email', 'sms', 'whatsapp'];

/** With the link that stops it. */
export async function tellOldChannels(parts: MessageParts, trx: DatabaseTransaction, row: RecoveryRow): Promise<void> {
  if (row.account_id === null) return;
  const url = parts.pages.urlOf(`/account/stop/${stopToken(parts.vault, row.id)}`);
  for (const way of await waysOf(trx, row.account_id)) {
    const contact = await openWayContact(trx, parts.vault, way);
    if (contact !== undefined)
      await send(parts, trx, row, contact, row.state === 'waiting' ? 'waiting' : 'in_review', url);
  }
}

/** With the link that adds it as a way in. */
export async function sendFinishLink(
  parts: MessageParts,
  trx: DatabaseTransaction,
  row: RecoveryRow,
  contact: Contact,
  token: string,
): Promise<void> {
  await send(parts, trx, row, contact, 'ready', parts.pages.urlOf(`/account/finish/${token}`));
}

async function send(
  parts: MessageParts,
  trx: DatabaseTransaction,
  row: RecoveryRow,
  contact: Contact,
  which: 'waiting' | 'in_review' | 'ready',
  url: string,
): Promise<void> {
  const channel = channelsFor(parts, row.mode, contact).find((one) => WRITTEN.includes(one));
  if (channel === undefined) return;
  const locale = localeOf(row.locale);
  const words = RECOVERY_WORDS[locale];
  const until = which === 'ready' ? row.due_at : row.wait_until;
  const operator = (await operatorName(trx, row.organization_id)).replaceAll(/\s+/g, ' ').trim();
  const places: Readonly<Record<string, string>> = {
    '{operator}': operator,
    '{until}': until === null ? '' : formatDate(until.toISOString(), locale),
    '{url}': url,
  };
  const filled = (text: string) => text.replaceAll(/\{(operator|until|url)\}/g, (place) => places[place] ?? place);
  const subject = which === 'ready' ? words.ready_subject : words.subject;
  await queueMessage(parts, trx, {
    organizationId: row.organization_id,
    mode: row.mode,
    purpose: 'notice',
    objectId: row.account_id ?? row.id,
    channel,
    locale,
    to: contact.to,
    country: contact.country,
    prefix: contact.prefix,
    body:
      channel === 'email' ? { subject: filled(subject), text: filled(words[which]) } : { text: filled(words[which]) },
    expiresAt: new Date(parts.clock().getTime() + SENT_WITHIN_MS),
  });
}
