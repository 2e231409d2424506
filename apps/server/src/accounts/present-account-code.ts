/** A code as whoever asked for it sees it. */
import { type AccountCodeView, isTyped } from '@vidimus/protocol';
import { codeState, resendPossibleAt, triesLeft } from '../codes/code.ts';
import { presentOwnDeliveries } from '../codes/present-own-code.ts';
import { channelsFor } from '../codes/send-code.ts';
import { codeFacts, findCode, openContact } from '../codes/store.ts';
import { rankRoutes } from '../courier/message-route.ts';
import { localeOf } from '../courier/present-delivery.ts';
import { messagesAbout } from '../courier/store.ts';
import type { DatabaseTransaction } from '../db/transaction.ts';
import { outageFor } from '../deliverability/outage-for.ts';
import type { AccountParts } from './parts.ts';
import type { TicketRow } from './tickets-store.ts';

/** Where no route says how long it takes. */
const USUAL_SECONDS = 60;
const PURPOSES = { sign_in_code: 'sign_in', keep_code: 'keep', way_code: 'way' } as const;

/** Undefined once it was forgotten. */
export async function presentAccountCode(
  parts: Pick<AccountParts, 'vault' | 'courier'>,
  trx: DatabaseTransaction,
  ticket: TicketRow,
  now: Date,
): Promise<AccountCodeView | undefined> {
  const { purpose, code_id: codeId, mode } = ticket;
  if (codeId === null || mode === null) return undefined;
  if (purpose !== 'sign_in_code' && purpose !== 'keep_code' && purpose !== 'way_code') return undefined;
  const row = await findCode(trx, mode, codeId, 'reading');
  const contact = row === undefined ? undefined : await openContact(trx, parts.vault, row);
  if (row === undefined || contact === undefined) return undefined;
  const messages = await messagesAbout(trx, row.id);
  const isShown = purpose !== 'sign_in_code' || ticket.is_known_device;
  const facts = codeFacts(row);
  const possibleAt = resendPossibleAt(facts, now);
  // Of another channel only where that is shown: which message was the last tells that there was one.
  const channel = (isShown ? messages[0]?.row.channel : undefined) ?? row.channel;
  const routes = parts.courier.routesOf(mode);
  const [route] = rankRoutes(routes, { channel, to: contact.to }, { health: new Map(), without: [], avoid: [] });
  const { country, prefix } = contact;
  const place = { organizationId: row.organization_id, mode, channel, country, prefix };
  const outage = await outageFor(trx, place);
  return {
    object: 'account_code',
    now: now.toISOString(),
    purpose: PURPOSES[purpose],
    state: codeState(facts, now),
    channel,
    hint: contact.hint,
    tries_left: triesLeft(facts, now),
    expires_at: row.expires_at.toISOString(),
    sent_at: (row.last_sent_at ?? row.created_at).toISOString(),
    usual_seconds: Math.max(1, Math.ceil(route?.usualSeconds ?? USUAL_SECONDS)),
    outage_since: outage?.since.toISOString() ?? null,
    resend: {
      possible_at: possibleAt?.toISOString() ?? null,
      channels: possibleAt === null ? [] : channelsFor(parts, mode, contact).filter(isTyped),
    },
    deliveries: isShown ? presentOwnDeliveries(routes, messages, localeOf(row.locale)) : null,
  };
}
