/** How a member sets up ways to sign in: password, authenticator app, passkeys. With the second factor, or the invitation, just proven. */
import type { Result } from '@vidimus/engine/standards';
import {
  idSchema,
  newPasswordSchema,
  passkeyOptionsSchema,
  passkeyRegistrationSchema,
  passkeySchema,
  passkeysSchema,
  totpCodeSchema,
  totpOfferSchema,
} from '@vidimus/protocol';
import { z } from 'zod';
import type { DatabaseTransaction } from '../db/transaction.ts';
import type { Caller } from '../http/caller.ts';
import type { Problem } from '../http/problem.ts';
import { type Route, route } from '../http/route.ts';
import { confirmTotp, offerTotp, setPassword } from './authenticators-store.ts';
import { PASSKEY_CHALLENGE_MS, putChallenge, useChallenge } from './challenges-store.ts';
import type { Person } from './member.ts';
import { type MemberCaller, memberCalling } from './member-caller.ts';
import { readMember } from './members-store.ts';
import { organizationName } from './organizations-store.ts';
import type { MemberPlace, PeopleParts } from './parts.ts';
import { challengeOf, newPasskeyChallenge, registrationOptions, verifyRegistration } from './passkey.ts';
import { addPasskey, listPasskeys, removePasskey, type StoredPasskey } from './passkeys-store.ts';
import { checkPassword, hashPassword } from './password.ts';
import { refuse } from './refusals.ts';
import { endSessionsOf } from './sessions-store.ts';
import { needsStepUp } from './step-up.ts';
import { newTotpSecret, totpOffer } from './totp.ts';

const STEP_UP = { status: 403, code: 'session.step-up-needed' } as const;
const PASSWORD_REFUSED = [
  { status: 422, code: 'password.too-short' },
  { status: 422, code: 'password.too-long' },
  { status: 422, code: 'password.common' },
  { status: 422, code: 'password.about-you' },
] as const;

/** After each change the member's other sessions end: whoever was in by a stolen one is out. */
export function enrolmentRoutes(parts: PeopleParts): readonly Route[] {
  const { vault, clock, random, relyingParty } = parts;
  const common = { tag: 'session', callers: ['member'] } as const;

  const changed = async (trx: DatabaseTransaction, caller: MemberCaller, action: string, objectId: string) => {
    const { organizationId, id, sessionId } = caller;
    await endSessionsOf(trx, { organizationId, memberId: id }, sessionId, clock());
    await parts.audit.append(trx, { organizationId, actor: { kind: 'member', id }, action, objectId });
  };

  return [
    route({
      ...common,
      method: 'put',
      path: '/v1/session/password',
      operationId: 'setPassword',
      summary: 'Set the password; it works together with one-time passwords only',
      transactions: 'own',
      body: newPasswordSchema,
      answers: { 204: 'none' },
      problems: [STEP_UP, ...PASSWORD_REFUSED],
      handle: async ({ caller, body }) => {
        const proven = provenMember(caller);
        if (!proven.ok) return proven;
        const { member, place } = proven.value;
        const tenant = { role: 'tenant', organizationId: place.organizationId } as const;
        const context = await parts.inScope(tenant, async (trx) => {
          const { name, email } = await personOf(trx, parts, place);
          return [name, email.split('@')[0] ?? '', await organizationName(trx, place.organizationId)];
        });
        const checked = checkPassword(body.password, 'with_second_factor', context);
        if (!checked.ok) return refuse(checked.error);
        // Between two transactions: it is slow on purpose.
        const hash = await hashPassword(checked.value, (value) => vault.blindIndex('password', value));
        await parts.inScope(tenant, async (trx) => {
          await setPassword(trx, place, hash);
          await changed(trx, member, 'member.password_set', member.id);
        });
        return { ok: true, value: { status: 204 } };
      },
    }),
    route({
      ...common,
      method: 'post',
      path: '/v1/session/totp',
      operationId: 'offerTotp',
      summary: 'A secret for an authenticator app, in use once a code of it was entered',
      answers: { 201: totpOfferSchema },
      problems: [STEP_UP],
      handle: async ({ trx, caller }) => {
        const proven = provenMember(caller);
        if (!proven.ok) return proven;
        const { place } = proven.value;
        const secret = newTotpSecret(random);
        await offerTotp(trx, vault, place, secret);
        const { email } = await personOf(trx, parts, place);
        return { ok: true, value: { status: 201, body: totpOffer(secret, relyingParty.name, email) } };
      },
    }),
    route({
      ...common,
      method: 'post',
      path: '/v1/session/totp/confirm',
      operationId: 'confirmTotp',
      summary: 'Take the offered secret into use',
      body: totpCodeSchema,
      answers: { 204: 'none' },
      problems: [STEP_UP, { status: 409, code: 'totp.disabled' }, { status: 422, code: 'totp.refused' }],
      handle: async ({ trx, caller, body }) => {
        const proven = provenMember(caller);
        if (!proven.ok) return proven;
        const { member, place } = proven.value;
        const confirmed = await confirmTotp(trx, vault, place, body.code, clock());
        if (!confirmed.ok) return refuse(confirmed.error);
        await changed(trx, member, 'member.totp_set', member.id);
        return { ok: true, value: { status: 204 } };
      },
    }),
    route({
      ...common,
      method: 'get',
      path: '/v1/session/passkeys',
      operationId: 'listPasskeys',
      summary: 'Your passkeys, the oldest first',
      answers: { 200: passkeysSchema },
      problems: [],
      handle: async ({ trx, caller }) => {
        const { organizationId, id } = memberCalling(caller);
        const passkeys = await listPasskeys(trx, { organizationId, memberId: id });
        return { ok: true, value: { status: 200, body: { data: passkeys.map(presentPasskey) } } };
      },
    }),
    route({
      ...common,
      method: 'post',
      path: '/v1/session/passkeys/options',
      operationId: 'passkeyRegistrationOptions',
      summary: 'What to hand to navigator.credentials.create',
      answers: { 200: passkeyOptionsSchema },
      problems: [STEP_UP],
      handle: async ({ trx, caller }) => {
        const proven = provenMember(caller);
        if (!proven.ok) return proven;
        const { member, place } = proven.value;
        const challenge = newPasskeyChallenge(random);
        const purpose = 'passkey_registration';
        await putChallenge(trx, { purpose, challenge, member: place, lifeMs: PASSKEY_CHALLENGE_MS }, clock());
        const account = { id: member.id, ...(await personOf(trx, parts, place)) };
        const existing = await listPasskeys(trx, place);
        return {
          ok: true,
          value: { status: 200, body: await registrationOptions(relyingParty, challenge, account, existing) },
        };
      },
    }),
    route({
      ...common,
      method: 'post',
      path: '/v1/session/passkeys',
      operationId: 'addPasskey',
      summary: 'Register the passkey that was made',
      body: passkeyRegistrationSchema,
      answers: { 201: passkeySchema },
      problems: [STEP_UP, { status: 422, code: 'passkey.refused' }, { status: 409, code: 'passkey.known' }],
      handle: async ({ trx, caller, body }) => {
        const proven = provenMember(caller);
        if (!proven.ok) return proven;
        const { member, place } = proven.value;
        const challenge = challengeOf(body);
        if (challenge === undefined) return refuse({ code: 'passkey.refused' });
        const now = clock();
        const isOurs = await useChallenge(trx, { purpose: 'passkey_registration', challenge, member: place }, now);
        if (!isOurs) return refuse({ code: 'passkey.refused' });
        const verified = await verifyRegistration(relyingParty, body, challenge);
        if (!verified.ok) return refuse(verified.error);
        const id = await addPasskey(trx, place, verified.value, now);
        if (id === undefined) return refuse({ code: 'passkey.known' });
        await changed(trx, member, 'member.passkey_added', id);
        return { ok: true, value: { status: 201, body: presentPasskey({ id, createdAt: now }) } };
      },
    }),
    route({
      ...common,
      method: 'delete',
      path: '/v1/session/passkeys/{id}',
      operationId: 'removePasskey',
      summary: 'Remove a passkey, as long as another way to sign in is left',
      params: z.strictObject({ id: idSchema('psk') }),
      answers: { 204: 'none' },
      problems: [STEP_UP, { status: 404, code: 'passkey.not-found' }, { status: 409, code: 'session.last-sign-in' }],
      handle: async ({ trx, caller, params }) => {
        const proven = provenMember(caller);
        if (!proven.ok) return proven;
        const { member, place } = proven.value;
        const stored = await readMember(trx, vault, place);
        const hasPassword = stored?.hasPassword === true && stored.hasTotp;
        if (!hasPassword && stored?.passkeys === 1) return refuse({ code: 'session.last-sign-in' });
        if (!(await removePasskey(trx, place, params.id))) return refuse({ code: 'passkey.not-found' });
        await changed(trx, member, 'member.passkey_removed', params.id);
        return { ok: true, value: { status: 204 } };
      },
    }),
  ];
}

function provenMember(caller: Caller): Result<{ readonly member: MemberCaller; readonly place: MemberPlace }, Problem> {
  const member = memberCalling(caller);
  const unproven = needsStepUp(member);
  if (unproven !== undefined) return { ok: false, error: unproven };
  return { ok: true, value: { member, place: { organizationId: member.organizationId, memberId: member.id } } };
}

async function personOf(trx: DatabaseTransaction, parts: PeopleParts, place: MemberPlace): Promise<Person> {
  const person = (await readMember(trx, parts.vault, place))?.person;
  // A removed member has no session.
  if (!person) throw new Error(`member ${place.memberId} has a session and no person`);
  return person;
}

function presentPasskey({ id, createdAt }: Pick<StoredPasskey, 'id' | 'createdAt'>) {
  return { id, created_at: createdAt.toISOString() };
}
