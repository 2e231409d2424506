/** Sign in, who am I, prove the second factor again, sign out. */
import type { Result } from '@vidimus/engine/standards';
import {
  invitationAnswerSchema,
  passkeyAnswerSchema,
  passkeyOptionsSchema,
  passwordSignInSchema,
  sessionOpenedSchema,
  sessionSchema,
  stepUpSchema,
} from '@vidimus/protocol';
import type { Problem } from '../http/problem.ts';
import { type Reply, type Route, route } from '../http/route.ts';
import { PASSKEY_CHALLENGE_MS, putChallenge } from './challenges-store.ts';
import { memberCalling } from './member-caller.ts';
import { readMember } from './members-store.ts';
import { organizationName } from './organizations-store.ts';
import type { PeopleParts } from './parts.ts';
import { answerOptions, newPasskeyChallenge } from './passkey.ts';
import { listPasskeys } from './passkeys-store.ts';
import { presentMember } from './present.ts';
import { refuse } from './refusals.ts';
import { endSession, type OpenedSession, readSession } from './sessions-store.ts';
import { acceptInvitation, type SignInRefused, signInWithPasskey, signInWithPassword } from './sign-in.ts';
import { stepUp } from './step-up.ts';

const REFUSED = { status: 401, code: 'sign-in.refused' } as const;
const TOO_MANY = { status: 429, code: 'sign-in.too-many' } as const;
const SECOND_MS = 1_000;
const GATE = { role: 'gate' } as const;

/** The token of a session travels in a cookie that no script reads. */
export function sessionRoutes(parts: PeopleParts): readonly Route[] {
  const { vault, audit, clock, random, relyingParty } = parts;
  const open = { tag: 'session', callers: [] } as const;
  const own = { tag: 'session', callers: ['member'] } as const;

  const opened = (session: Result<OpenedSession, SignInRefused>): Result<Reply, Problem> => {
    if (!session.ok) return refuse(session.error);
    const { token, kind, expiresAt } = session.value;
    const maxAgeSeconds = Math.floor((expiresAt.getTime() - clock().getTime()) / SECOND_MS);
    const body = { kind, expires_at: expiresAt.toISOString() };
    return { ok: true, value: { status: 201, body, session: { token, maxAgeSeconds } } };
  };

  return [
    route({
      ...open,
      method: 'post',
      path: '/v1/session/password',
      operationId: 'signInWithPassword',
      summary: 'Sign in with password and one-time password',
      description: 'Both at once. The answer is the same for an unknown address, a wrong password and a wrong code.',
      body: passwordSignInSchema,
      answers: { 201: sessionOpenedSchema },
      problems: [REFUSED, TOO_MANY],
      handle: async ({ body, address }) => opened(await signInWithPassword(parts, { ...body, address })),
    }),
    route({
      ...open,
      method: 'post',
      path: '/v1/session/passkey/options',
      operationId: 'passkeySignInOptions',
      summary: 'What to hand to navigator.credentials.get',
      answers: { 200: passkeyOptionsSchema },
      problems: [],
      handle: async () => {
        const challenge = newPasskeyChallenge(random);
        const asked = { purpose: 'passkey_sign_in', challenge, member: null, lifeMs: PASSKEY_CHALLENGE_MS } as const;
        await parts.inScope(GATE, (trx) => putChallenge(trx, asked, clock()));
        return { ok: true, value: { status: 200, body: await answerOptions(relyingParty, challenge, []) } };
      },
    }),
    route({
      ...open,
      method: 'post',
      path: '/v1/session/passkey',
      operationId: 'signInWithPasskey',
      summary: 'Sign in with the answer of a passkey',
      body: passkeyAnswerSchema,
      answers: { 201: sessionOpenedSchema },
      problems: [REFUSED],
      handle: async ({ body }) => opened(await signInWithPasskey(parts, body)),
    }),
    route({
      ...open,
      method: 'post',
      path: '/v1/session/invitation',
      operationId: 'acceptInvitation',
      summary: 'Come in by an invitation to set up how to sign in',
      description:
        'The session that opens lasts half an hour, sets up a passkey or a password with codes, and does no more.',
      body: invitationAnswerSchema,
      answers: { 201: sessionOpenedSchema },
      problems: [REFUSED],
      handle: async ({ body }) => opened(await acceptInvitation(parts, body.token)),
    }),
    route({
      ...own,
      method: 'get',
      path: '/v1/session',
      operationId: 'getSession',
      summary: 'Who is signed in, and what they may do',
      answers: { 200: sessionSchema },
      problems: [],
      handle: async ({ trx, caller }) => {
        const person = memberCalling(caller);
        const { organizationId } = person;
        const session = await readSession(trx, person);
        const member = await readMember(trx, vault, { organizationId, memberId: person.id });
        if (member === undefined) return refuse({ code: 'member.not-found' });
        const body = {
          id: person.sessionId,
          kind: session.kind,
          organization: { id: organizationId, name: await organizationName(trx, organizationId) },
          member: presentMember(member),
          rights: [...person.rights],
          stepped_up: person.steppedUp,
          expires_at: session.expires_at.toISOString(),
        };
        return { ok: true, value: { status: 200, body } };
      },
    }),
    route({
      ...own,
      method: 'delete',
      path: '/v1/session',
      operationId: 'signOut',
      summary: 'Sign out',
      answers: { 204: 'none' },
      problems: [],
      handle: async ({ trx, caller }) => {
        const person = memberCalling(caller);
        await endSession(trx, person, clock());
        const { organizationId, id } = person;
        const actor = { kind: 'member', id } as const;
        await audit.append(trx, { organizationId, actor, action: 'member.signed_out', objectId: id });
        return { ok: true, value: { status: 204, session: 'ended' } };
      },
    }),
    route({
      ...own,
      method: 'post',
      path: '/v1/session/step-up/options',
      operationId: 'stepUpOptions',
      summary: 'What to hand to navigator.credentials.get to step up with a passkey',
      answers: { 200: passkeyOptionsSchema },
      problems: [],
      handle: async ({ trx, caller }) => {
        const { organizationId, id } = memberCalling(caller);
        const member = { organizationId, memberId: id };
        const challenge = newPasskeyChallenge(random);
        const asked = { purpose: 'passkey_step_up', challenge, member, lifeMs: PASSKEY_CHALLENGE_MS } as const;
        await putChallenge(trx, asked, clock());
        const allowed = await listPasskeys(trx, member);
        return { ok: true, value: { status: 200, body: await answerOptions(relyingParty, challenge, allowed) } };
      },
    }),
    route({
      ...own,
      method: 'post',
      path: '/v1/session/step-up',
      operationId: 'stepUp',
      summary: 'Prove the second factor again, for the next ten minutes',
      transactions: 'own',
      body: stepUpSchema,
      answers: { 204: 'none' },
      problems: [REFUSED, TOO_MANY],
      handle: async ({ caller, body, address }) => {
        const done = await stepUp(parts, memberCalling(caller), body, address);
        return done.ok ? { ok: true, value: { status: 204 } } : refuse(done.error);
      },
    }),
  ];
}
