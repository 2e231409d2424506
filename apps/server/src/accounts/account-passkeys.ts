/** Passkeys of accounts: to keep one, to add one, and to sign in without a name being typed. A challenge is used up, whatever the answer. */
import type { Result } from '@vidimus/engine/standards';
import type { PasskeyAnswer, PasskeyRegistration } from '@vidimus/protocol';
import { operatorName } from '../codes/send-code.ts';
import type { DatabaseTransaction } from '../db/transaction.ts';
import type { Problem } from '../http/problem.ts';
import { newId } from '../ids.ts';
import { PASSKEY_CHALLENGE_MS } from '../people/challenges-store.ts';
import {
  answerOptions,
  challengeOf,
  isForAnother,
  newPasskeyChallenge,
  type Passkey,
  registrationOptions,
  verifyAnswer,
  verifyRegistration,
} from '../people/passkey.ts';
import { hashSecret } from '../people/secret-token.ts';
import type { Place } from './account-place.ts';
import type { OpenedAccountSession } from './account-sessions-store.ts';
import { accountOfApplicant, bringApplicant, insertAccount } from './accounts-store.ts';
import { signedIn } from './enter-code.ts';
import { logOf } from './log-of.ts';
import { type AccountParts, type AccountPlace, asTenant } from './parts.ts';
import { refuse } from './refusals.ts';
import { insertTicket, useTicket } from './tickets-store.ts';
import { addPasskeyWay, findPasskeyWay, moveWayCounter, passkeyOf, waysOf } from './ways-store.ts';

const GATE = { role: 'gate' } as const;

export async function signInOptions(parts: AccountParts) {
  const challenge = newPasskeyChallenge(parts.random);
  const now = parts.clock();
  await parts.inScope(GATE, (trx) =>
    insertTicket(trx, challenge, { purpose: 'sign_in_passkey', of: null, expiresAt: until(now) }, now),
  );
  return answerOptions(parts.relyingParty, challenge, []);
}

/** Not slowed down: nobody guesses a signature. */
export async function signInWithPasskey(
  parts: AccountParts,
  answer: PasskeyAnswer,
): Promise<Result<OpenedAccountSession, Problem>> {
  const now = parts.clock();
  const refused = refuse({ code: 'sign-in.refused' }, now);
  const challenge = challengeOf(answer);
  if (challenge === undefined) return refused;
  const found = await parts.inScope(GATE, async (trx) => {
    const ours = await useTicket(trx, hashSecret(challenge), 'sign_in_passkey', now);
    return ours === undefined ? undefined : findPasskeyWay(trx, answer.id);
  });
  if (found === undefined || isForAnother(answer, found.accountId)) return refused;
  const verified = await verifyAnswer(parts.relyingParty, found.passkey, answer, challenge);
  if (!verified.ok) return refused;
  return asTenant(parts, found.organizationId, async (trx) => {
    if (!(await moveWayCounter(trx, found.wayId, verified.value.counter))) return refused;
    return { ok: true, value: await signedIn(parts, trx, found, { wayId: found.wayId, kind: 'passkey' }) };
  });
}

/** For the applicant of a link, who has no account yet: its id is chosen here, because the authenticator keeps it. */
export async function keepOptions(parts: AccountParts, trx: DatabaseTransaction, place: Place, applicantId: string) {
  const now = parts.clock();
  const accountId = newId('account', now.getTime());
  return optionsFor(parts, trx, { ...place, accountId }, { purpose: 'keep_passkey', applicantId });
}

/** For somebody who is signed in. */
export async function addOptions(parts: AccountParts, trx: DatabaseTransaction, account: AccountPlace) {
  return optionsFor(parts, trx, account, { purpose: 'way_passkey', applicantId: null });
}

/** Opens the account, with the passkey as its first way in. */
export async function keepWithPasskey(
  parts: AccountParts,
  trx: DatabaseTransaction,
  of: Place & { readonly applicantId: string; readonly locale: string },
  response: PasskeyRegistration,
): Promise<Result<OpenedAccountSession, Problem>> {
  const now = parts.clock();
  const made = await registered(parts, trx, 'keep_passkey', response);
  if (!made.ok) return made;
  const { ticket, passkey } = made.value;
  if (ticket.account_id === null || ticket.applicant_id !== of.applicantId) {
    return refuse({ code: 'account.passkey-refused' }, now);
  }
  if ((await accountOfApplicant(trx, of.applicantId)) !== undefined) {
    return refuse({ code: 'account.kept-already' }, now);
  }
  const account = { organizationId: of.organizationId, mode: of.mode, accountId: ticket.account_id };
  await insertAccount(trx, account, of.locale, now);
  const wayId = await addPasskeyWay(trx, account, passkey, now);
  if (wayId === undefined || !(await bringApplicant(trx, account, of.applicantId, now))) {
    throw new Error('a passkey that was made a moment ago is known, or the applicant was kept in between');
  }
  await logOf(parts, trx, account, 'account.kept', { by: 'passkey' });
  return { ok: true, value: await signedIn(parts, trx, account, { wayId, kind: 'passkey' }) };
}

/** Registers one more for whoever is signed in; answers with the id of the way. */
export async function addPasskey(
  parts: AccountParts,
  trx: DatabaseTransaction,
  account: AccountPlace,
  response: PasskeyRegistration,
): Promise<Result<string, Problem>> {
  const now = parts.clock();
  const made = await registered(parts, trx, 'way_passkey', response);
  if (!made.ok) return made;
  if (made.value.ticket.account_id !== account.accountId) return refuse({ code: 'account.passkey-refused' }, now);
  const wayId = await addPasskeyWay(trx, account, made.value.passkey, now);
  if (wayId === undefined) return refuse({ code: 'account.passkey-known' }, now);
  await logOf(parts, trx, account, 'account.way_added', { kind: 'passkey' });
  return { ok: true, value: wayId };
}

async function optionsFor(
  parts: AccountParts,
  trx: DatabaseTransaction,
  account: AccountPlace,
  ticket: { readonly purpose: 'keep_passkey' | 'way_passkey'; readonly applicantId: string | null },
) {
  const now = parts.clock();
  const challenge = newPasskeyChallenge(parts.random);
  const of = { organizationId: account.organizationId, mode: account.mode };
  await insertTicket(trx, challenge, { ...ticket, of, accountId: account.accountId, expiresAt: until(now) }, now);
  const existing = (await waysOf(trx, account.accountId)).filter(({ kind }) => kind === 'passkey').map(passkeyOf);
  // Shown by the authenticator beside the host; nothing of the person.
  const name = await operatorName(trx, account.organizationId);
  const holder = { id: account.accountId, email: name, name };
  return registrationOptions(parts.relyingParty, challenge, holder, existing);
}

async function registered(
  parts: AccountParts,
  trx: DatabaseTransaction,
  purpose: 'keep_passkey' | 'way_passkey',
  response: PasskeyRegistration,
) {
  const now = parts.clock();
  const challenge = challengeOf(response);
  const ticket = challenge === undefined ? undefined : await useTicket(trx, hashSecret(challenge), purpose, now);
  if (challenge === undefined || ticket === undefined) return refuse({ code: 'account.passkey-refused' }, now);
  const verified = await verifyRegistration(parts.relyingParty, response, challenge);
  if (!verified.ok) return refuse({ code: 'account.passkey-refused' }, now);
  const value: { readonly ticket: typeof ticket; readonly passkey: Passkey } = { ticket, passkey: verified.value };
  return { ok: true, value } as const;
}

function until(now: Date): Date {
  return new Date(now.getTime() + PASSKEY_CHALLENGE_MS);
}
