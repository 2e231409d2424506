/**
 * A code that is entered: it signs in, keeps an account, or adds a way in, as its ticket says. Wrong ones slow the next down and lock
 * nothing; of guesses at the same time five are looked at.
 */
import type { Result } from '@vidimus/engine/standards';
import { timeFor } from '../clock.ts';
import { triesLeft } from '../codes/code.ts';
import type { Contact } from '../codes/contact.ts';
import { codeFacts, findCode, openContact, type TryResult, useCode } from '../codes/store.ts';
import { settleMessages } from '../courier/settle-messages.ts';
import type { DatabaseTransaction } from '../db/transaction.ts';
import type { Problem } from '../http/problem.ts';
import { newId } from '../ids.ts';
import { hashSecret } from '../people/secret-token.ts';
import { type Attempt, settleAttempt, takeAttempt } from '../people/sign-in-throttle.ts';
import { type OpenedAccountSession, openAccountSession } from './account-sessions-store.ts';
import { contactWayKind } from './account-way.ts';
import { bringApplicant, findAccount, insertAccount } from './accounts-store.ts';
import { logOf } from './log-of.ts';
import { type AccountParts, type AccountPlace, asTenant } from './parts.ts';
import { refuse } from './refusals.ts';
import { findTicket, type TicketRow, useTicket } from './tickets-store.ts';
import { addContactWay, contactIndex, findByContact } from './ways-store.ts';

export type Entered =
  | { readonly accepted: true; readonly session: OpenedAccountSession | undefined; readonly triesLeft: number }
  | { readonly accepted: false; readonly why: Exclude<TryResult, 'accepted' | 'refused'>; readonly triesLeft: number };

type Known = TicketRow & {
  readonly organization_id: string;
  readonly mode: 'live' | 'test';
  readonly code_id: string;
};

const GATE = { role: 'gate' } as const;

/** A ticket of a code; undefined for anything else. */
export async function codeTicket(parts: Pick<AccountParts, 'inScope'>, token: string): Promise<Known | undefined> {
  const ticket = await parts.inScope(GATE, (trx) => findTicket(trx, token));
  if (ticket === undefined) return undefined;
  const { organization_id, mode, code_id } = ticket;
  if (organization_id === null || mode === null || code_id === null) return undefined;
  return { ...ticket, organization_id, mode, code_id };
}

/** Opens its own transactions: a try that was counted stays counted, whatever follows. */
export async function enterCode(
  parts: AccountParts,
  given: { readonly ticket: string; readonly code: string; readonly address: string | undefined },
): Promise<Result<Entered, Problem>> {
  const ticket = await codeTicket(parts, given.ticket);
  if (ticket === undefined) return refuse({ code: 'account.ticket-unknown' }, parts.clock());
  const organizationId = ticket.organization_id;
  const contact = await asTenant(parts, organizationId, async (trx) => {
    const row = await findCode(trx, ticket.mode, ticket.code_id, 'reading');
    return row === undefined ? undefined : openContact(trx, parts.vault, row);
  });
  if (contact === undefined) return refuse({ code: 'account.ticket-unknown' }, parts.clock());
  const attempt = await slowDown(parts, ticket, contact, given.address);
  if (!attempt.ok) return attempt;
  const entered = await asTenant(parts, organizationId, async (trx) => {
    const now = await timeFor(trx, { organizationId, mode: ticket.mode }, parts.clock);
    return tryCode(parts, trx, ticket, contact, given, now);
  });
  if (entered.ok && entered.value.accepted && attempt.value !== undefined) {
    const { value } = attempt;
    await parts.inScope(GATE, (trx) => settleAttempt(trx, value, parts.clock()));
  }
  return entered;
}

/** Counted for the contact, over all its codes, and by the network address; a code that adds something is its person's own. */
export async function slowDown(
  parts: Pick<AccountParts, 'inScope' | 'vault' | 'clock'>,
  of: { readonly organization_id: string; readonly mode: string; readonly purpose?: string },
  contact: Contact,
  address: string | undefined,
): Promise<Result<Attempt | undefined, Problem>> {
  if (of.purpose === 'keep_code' || of.purpose === 'way_code') return { ok: true, value: undefined };
  const who = JSON.stringify(['account', of.organization_id, of.mode, contact.to]);
  const now = parts.clock();
  const attempt = await parts.inScope(GATE, (trx) => takeAttempt(trx, parts.vault, { who, address }, now));
  return attempt.ok ? attempt : refuse(attempt.error, now);
}

async function tryCode(
  parts: AccountParts,
  trx: DatabaseTransaction,
  ticket: Known,
  contact: Contact,
  given: { readonly ticket: string; readonly code: string },
  now: Date,
): Promise<Result<Entered, Problem>> {
  const row = await findCode(trx, ticket.mode, ticket.code_id, 'reading');
  if (row === undefined) return refuse({ code: 'account.ticket-unknown' }, now);
  const tried = await useCode(trx, parts.vault, row, given.code, now);
  const left = triesLeft(codeFacts(tried.row), now);
  const { result } = tried;
  if (result !== 'accepted') {
    return { ok: true, value: { accepted: false, why: result === 'refused' ? 'wrong' : result, triesLeft: left } };
  }
  const used = await useTicket(trx, hashSecret(given.ticket), ticket.purpose, now);
  if (used === undefined) return refuse({ code: 'account.ticket-unknown' }, now);
  await settleMessages(trx, ticket.code_id, { arrived: true, now: parts.clock() });
  const done = await carryOut(parts, trx, ticket, contact, row.locale);
  if (!done.ok) return done;
  return { ok: true, value: { accepted: true, session: done.value, triesLeft: 0 } };
}

async function carryOut(
  parts: AccountParts,
  trx: DatabaseTransaction,
  ticket: Known,
  contact: Contact,
  locale: string,
): Promise<Result<OpenedAccountSession | undefined, Problem>> {
  switch (ticket.purpose) {
    case 'sign_in_code':
      return signIn(parts, trx, ticket, contact);
    case 'keep_code':
      return keep(parts, trx, ticket, contact, locale);
    case 'way_code':
      return addWay(parts, trx, ticket, contact);
    default:
      throw new Error(`a code for ${ticket.purpose}`);
  }
}

async function signIn(
  parts: AccountParts,
  trx: DatabaseTransaction,
  ticket: Known,
  contact: Contact,
): Promise<Result<OpenedAccountSession, Problem>> {
  const now = parts.clock();
  const way = await findByContact(trx, contactIndex(parts.vault, placeIn(ticket), contact));
  // Nobody's code is never sent: whoever guessed it is told what others are told. Nor does a way that was removed meanwhile open anything.
  if (way === undefined || way.account_id !== ticket.account_id) return refuse({ code: 'sign-in.refused' }, now);
  const account = { ...placeIn(ticket), accountId: way.account_id };
  return { ok: true, value: await signedIn(parts, trx, account, { wayId: way.id, kind: way.kind }) };
}

/** A contact that an account has already leads to that one: who proves it is its person. */
async function keep(
  parts: AccountParts,
  trx: DatabaseTransaction,
  ticket: Known,
  contact: Contact,
  locale: string,
): Promise<Result<OpenedAccountSession, Problem>> {
  const now = parts.clock();
  if (ticket.applicant_id === null) throw new Error('a ticket to keep nothing');
  const known = await findByContact(trx, contactIndex(parts.vault, placeIn(ticket), contact));
  const account = { ...placeIn(ticket), accountId: known?.account_id ?? newId('account', now.getTime()) };
  if (known === undefined) await insertAccount(trx, account, locale, now);
  if (!(await bringApplicant(trx, account, ticket.applicant_id, now))) {
    if (known === undefined) throw new Error('an account without anything to show');
    return refuse({ code: 'account.kept-already' }, now);
  }
  const wayId = known?.id ?? (await addContactWay(trx, parts.vault, account, contact, now));
  if (wayId === undefined) throw new Error('the contact was taken in between');
  await logOf(parts, trx, account, 'account.kept', { by: contact.kind });
  return { ok: true, value: await signedIn(parts, trx, account, { wayId, kind: contactWayKind(contact) }) };
}

async function addWay(
  parts: AccountParts,
  trx: DatabaseTransaction,
  ticket: Known,
  contact: Contact,
): Promise<Result<undefined, Problem>> {
  const now = parts.clock();
  if (ticket.account_id === null || (await findAccount(trx, ticket.account_id)) === undefined) {
    return refuse({ code: 'account.ticket-unknown' }, now);
  }
  const account = { ...placeIn(ticket), accountId: ticket.account_id };
  const wayId = await addContactWay(trx, parts.vault, account, contact, now);
  if (wayId === undefined) return refuse({ code: 'account.contact-known' }, now);
  await logOf(parts, trx, account, 'account.way_added', { kind: contact.kind });
  return { ok: true, value: undefined };
}

/** A session, and a line in the record. */
export async function signedIn(
  parts: AccountParts,
  trx: DatabaseTransaction,
  account: AccountPlace,
  by: Parameters<typeof openAccountSession>[3],
): Promise<OpenedAccountSession> {
  await logOf(parts, trx, account, 'account.signed_in', { by: by.kind });
  return openAccountSession(trx, parts.random, account, by, parts.clock());
}

function placeIn({ organization_id: organizationId, mode }: Known) {
  return { organizationId, mode };
}
