/**
 * Codes for accounts. For a contact that nobody has, the same is done as for one of an account: the same statements in the same
 * transaction, with the message taken back before the end. Neither the answer nor its time tells which it was.
 */
import type { Result } from '@vidimus/engine/standards';
import type { Channel } from '@vidimus/protocol';
import { LOCALES, type Locale } from '@vidimus/vocabulary';
import { sql } from 'kysely';
import { codeState, resendPossibleAt } from '../codes/code.ts';
import { type Contact, readContact } from '../codes/contact.ts';
import { contactProblem, noRoute, notWaiting, sendingProblem, tooSoon } from '../codes/refusals.ts';
import { type CodeTo, channelsFor, countCode, hasChannel, queueCode } from '../codes/send-code.ts';
import { type CodeRow, codeFacts, findCode, insertCode, noteSending, openContact } from '../codes/store.ts';
import type { DatabaseTransaction } from '../db/transaction.ts';
import type { Problem } from '../http/problem.ts';
import type { Place } from './account-place.ts';
import type { AccountParts } from './parts.ts';
import { refuse } from './refusals.ts';
import { putTicket, type TicketRow } from './tickets-store.ts';

export type CodeWanted = {
  readonly purpose: 'sign_in_code' | 'keep_code' | 'way_code';
  readonly channel: Channel;
  readonly contact: Contact;
  readonly locale: string;
  /** Null of a sign-in: nobody has the contact. */
  readonly accountId: string | null;
  readonly applicantId: string | null;
  readonly isKnownDevice: boolean;
  readonly networkAddress: string | undefined;
};

/** A contact that can be reached by that channel, or why it cannot: said before anything is looked up. */
export function reachableContact(
  parts: Pick<AccountParts, 'courier'>,
  { mode }: Place,
  channel: Channel,
  typed: string,
): Result<Contact, Problem> {
  const contact = readContact(channel, typed);
  if (!contact.ok) return contactProblem(contact.error);
  if (!hasChannel(parts, mode, channel)) return noRoute(channel);
  const channels = channelsFor(parts, mode, contact.value);
  return channels.includes(channel) ? contact : noRoute(channel, otherWays(parts, mode, contact.value, channel));
}

/** The ticket's token. */
export async function sendAccountCode(
  parts: AccountParts,
  trx: DatabaseTransaction,
  place: Place,
  wanted: CodeWanted,
  now: Date,
): Promise<Result<string, Problem>> {
  const isNobodys = wanted.purpose === 'sign_in_code' && wanted.accountId === null;
  const { channel, contact, networkAddress } = wanted;
  const locale = LOCALES.find((one): one is Locale => one === wanted.locale) ?? 'en';
  const code = { ...place, purpose: 'sign_in', channel, locale, contact, refused: null, isNobodys } as const;
  const row = await insertCode(trx, parts.vault, code, now);
  const sent = await send(parts, trx, row, { contact, channel, networkAddress }, { isNobodys, now });
  if (!sent.ok) return sent;
  const ticket = await putTicket(
    trx,
    parts.random,
    {
      purpose: wanted.purpose,
      of: place,
      accountId: wanted.accountId,
      applicantId: wanted.applicantId,
      codeId: row.id,
      isKnownDevice: wanted.isKnownDevice,
      expiresAt: row.expires_at,
    },
    now,
  );
  return { ok: true, value: ticket };
}

/** The same code once more, by another route or channel. */
export async function resendAccountCode(
  parts: AccountParts,
  trx: DatabaseTransaction,
  ticket: TicketRow & { readonly code_id: string },
  asked: { readonly channel: Channel | undefined; readonly networkAddress: string | undefined },
  now: Date,
): Promise<Result<undefined, Problem>> {
  const { networkAddress } = asked;
  const row = ticket.mode === null ? undefined : await findCode(trx, ticket.mode, ticket.code_id, 'change');
  const contact = row === undefined ? undefined : await openContact(trx, parts.vault, row);
  if (row === undefined || contact === undefined) return refuse({ code: 'account.ticket-unknown' }, now);
  const facts = codeFacts(row);
  const possibleAt = resendPossibleAt(facts, now);
  if (possibleAt === null) return notWaiting(codeState(facts, now));
  const channel = asked.channel ?? row.channel;
  const channels = channelsFor(parts, row.mode, contact);
  if (!channels.includes(channel)) return noRoute(channel, channels);
  const fits = readContact(channel, contact.to);
  if (!fits.ok) return contactProblem(fits.error);
  if (possibleAt > now) return tooSoon(possibleAt, now);
  const isNobodys = ticket.purpose === 'sign_in_code' && ticket.account_id === null;
  return send(parts, trx, row, { contact, channel, networkAddress }, { isNobodys, now });
}

async function send(
  parts: AccountParts,
  trx: DatabaseTransaction,
  row: CodeRow,
  to: CodeTo,
  { isNobodys, now }: { readonly isNobodys: boolean; readonly now: Date },
): Promise<Result<undefined, Problem>> {
  const counted = await countCode(parts, trx, row, to, now);
  if (!counted.ok) return sendingProblem(counted.error, now, otherWays(parts, row.mode, to.contact, to.channel));
  await sql`savepoint message`.execute(trx);
  await queueCode(parts, trx, row, to, now);
  await (isNobodys ? sql`rollback to savepoint message` : sql`release savepoint message`).execute(trx);
  await noteSending(trx, parts.vault, row, { alternative: undefined, now });
  return { ok: true, value: undefined };
}

/** What else works while this channel does not. */
function otherWays(
  parts: Pick<AccountParts, 'courier'>,
  mode: Place['mode'],
  contact: Contact,
  channel: Channel,
): readonly Channel[] {
  const others = channelsFor(parts, mode, contact).filter((other) => other !== channel);
  return contact.kind === 'phone' && hasChannel(parts, mode, 'email') ? [...others, 'email'] : others;
}
