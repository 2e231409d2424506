/** The two mails of a notice: that somebody will be told, and that it changed. Each carries the link by which the address is forgotten. */
import { catalogueOf, formatCountry, type Locale } from '@vidimus/vocabulary';
import type { Mode } from '../../db/schema.ts';
import type { DatabaseTransaction } from '../../db/transaction.ts';
import type { Vault } from '../../vault/vault.ts';
import { type QueueParts, queueMessage } from '../queue-message.ts';
import { FORGET_PATH } from './forget-page.ts';
import { tokenOf } from './notice-store.ts';
import { NOTICE_WORDS } from './notice-words.table.ts';

export type NoticeMailParts = QueueParts & { readonly vault: Vault; readonly baseUrl: string };

/** A mail that could not go out in this time says nothing new any more. */
const SENT_WITHIN_MS = 3 * 24 * 60 * 60 * 1000;

/** Queues a mail about a notice, in the person's language. */
export async function queueNoticeMail(
  parts: NoticeMailParts,
  trx: DatabaseTransaction,
  notice: {
    readonly id: string;
    readonly organizationId: string;
    readonly mode: Mode;
    readonly locale: Locale;
    readonly residence: string;
    readonly operator: string;
    readonly to: string;
  },
  says: 'taken' | 'changed',
): Promise<void> {
  const { id, organizationId, mode, locale, residence, operator, to } = notice;
  const url = `${parts.baseUrl}${FORGET_PATH}/${tokenOf(parts.vault, id)}`;
  const places: Readonly<Record<string, string>> = {
    '{operator}': operator.replaceAll(/\s+/g, ' '),
    '{country}': formatCountry(residence, catalogueOf(locale)),
    '{url}': url,
  };
  const filled = (text: string) => text.replaceAll(/\{(operator|country|url)\}/g, (place) => places[place] ?? place);
  const { subject, text } = NOTICE_WORDS[locale][says];
  await queueMessage(parts, trx, {
    organizationId,
    mode,
    purpose: 'notice',
    objectId: id,
    channel: 'email',
    locale,
    to,
    body: { subject: filled(subject), text: filled(text), forgetUrl: url },
    expiresAt: new Date(parts.clock().getTime() + SENT_WITHIN_MS),
  });
}
