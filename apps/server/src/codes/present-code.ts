/** A code as its operator sees it: never its digits, and of the contact what is enough to recognise it. */
import { type ContactCodeView, REACHED_BY, type ReasonView } from '@vidimus/protocol';
import { localeOf, presentDelivery } from '../courier/present-delivery.ts';
import { messagesAbout } from '../courier/store.ts';
import type { DatabaseTransaction } from '../db/transaction.ts';
import { codeState, resendPossibleAt, triesLeft } from './code.ts';
import { findWays } from './code-ways.ts';
import { presentOutageOf } from './present-outage.ts';
import { type CodeParts, hasAnotherRoute, operatorName } from './send-code.ts';
import { type CodeRow, codeFacts } from './store.ts';
import { whyNotArrived } from './why-not-arrived.ts';

export async function presentCode(
  parts: CodeParts,
  trx: DatabaseTransaction,
  row: CodeRow,
  now: Date,
): Promise<ContactCodeView> {
  const { contact, ways } = await findWays(parts, trx, row);
  const messages = await messagesAbout(trx, row.id);
  const [newest] = messages;
  const facts = codeFacts(row);
  const state = codeState(facts, now);
  const channel = newest?.row.channel ?? row.channel;
  const channels = ways.map((way) => way.channel);
  const way = ways.find((each) => each.channel === channel);
  const possibleAt = resendPossibleAt(facts, now);
  const place = { locale: localeOf(row.locale), operator: await operatorName(trx, row.organization_id) };
  const reason = whyNotArrived(row, { channel, others: channels, newest: newest }, place);
  const reasons: readonly ReasonView[] = reason === undefined || state === 'accepted' ? [] : [reason];
  return {
    object: 'contact_code',
    id: row.id,
    mode: row.mode,
    state,
    purpose: row.purpose,
    channel,
    hint: contact?.hint ?? '…',
    country: row.country,
    tries_left: triesLeft(facts, now),
    expires_at: row.expires_at.toISOString(),
    resend: {
      possible_at: possibleAt?.toISOString() ?? null,
      channels: possibleAt === null ? [] : [...channels],
      another_route: possibleAt !== null && way !== undefined && (await hasAnotherRoute(parts, trx, row, way)),
    },
    outage: way === undefined ? null : await presentOutageOf(parts, trx, row, way),
    reached: row.reached,
    corrected: row.corrected,
    corrected_to: row.corrected > 0 && row.reached === REACHED_BY[row.channel] ? (contact?.to ?? null) : null,
    reasons: [...reasons],
    deliveries: messages.map(({ row: message, events }) => presentDelivery(message, events)),
    created_at: row.created_at.toISOString(),
  };
}
