import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { TEST_DATABASES } from '../db/test-database.fixture.ts';
import type { Caller } from '../http/caller.ts';
import { createAuthenticator, type Lies } from './authenticator.fixture.ts';
import type { Bootstrapped } from './organizations-store.ts';
import { openPeople, RELYING_PARTY, type TestPeople } from './people.fixture.ts';

const MINUTE_MS = 60_000;

type Options = { readonly challenge: string; readonly user?: { readonly id: string } };

// The first file makes the template of the database, on a machine that may be busy.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

describe.each(TEST_DATABASES)('passkeys, on the %s database', (kind) => {
  let people: TestPeople;
  let made: Bootstrapped;
  const authenticator = createAuthenticator(RELYING_PARTY);
  let enrolling: Caller;
  beforeAll(async () => {
    people = await openPeople(kind);
    made = await people.bootstrap({ name: 'Kontor', owner: { name: 'Ada Lovelace', email: 'ada@example.org' } });
    enrolling = await people.enter('acceptInvitation', { body: { token: made.invitation.token } });
    const options = await optionsOf('passkeyRegistrationOptions', enrolling);
    await people.get('addPasskey', { caller: enrolling, body: authenticator.create(options) });
  });
  afterAll(() => people.opened.close());

  const optionsOf = async (operationId: string, caller?: Caller): Promise<Options> =>
    JSON.parse(JSON.stringify(await people.get(operationId, caller === undefined ? {} : { caller })));
  /** Each time far above whatever was used before. */
  let high = 1_000_000;
  const higher = () => {
    high += 1_000;
    return high;
  };
  const answer = async (lies: Lies = {}) => authenticator.answer(await optionsOf('passkeySignInOptions'), lies);

  test('an answer to a fresh challenge signs in, with the person verified', async () => {
    const caller = await people.enter('signInWithPasskey', { body: await answer({ counter: higher() }) });
    expect(caller).toMatchObject({ id: made.ownerId, organizationId: made.organizationId, steppedUp: true });
    expect(caller.rights.has('members:write')).toBe(true);
  });

  test('the options of a sign-in name nobody', async () => {
    expect(await optionsOf('passkeySignInOptions')).toMatchObject({
      allowCredentials: [],
      userVerification: 'required',
    });
  });

  test('the same answer a second time is refused', async () => {
    // A counter that stands still is allowed to authenticators that have none: only the challenge tells the replay.
    const still = createAuthenticator(RELYING_PARTY);
    const options = await optionsOf('passkeyRegistrationOptions', enrolling);
    await people.get('addPasskey', { caller: enrolling, body: still.create(options, { counter: 0 }) });
    const body = still.answer(await optionsOf('passkeySignInOptions'), { counter: 0 });
    expect(await people.outcome('signInWithPasskey', { body })).toBe('done');
    expect(await people.outcome('signInWithPasskey', { body })).toBe('sign-in.refused');
    const atOnce = still.answer(await optionsOf('passkeySignInOptions'), { counter: 0 });
    const both = await Promise.all([1, 2].map(() => people.outcome('signInWithPasskey', { body: atOnce })));
    expect(both.toSorted()).toEqual(['done', 'sign-in.refused']);
  });

  test.each<[string, Lies]>([
    ['from another site', { origin: 'https://desk.example.evil' }],
    ['for another site', { relyingPartyId: 'evil.example' }],
    ['without the person verified', { userVerified: false }],
    [
      'with another signature',
      { signature: (right) => Buffer.concat([right.subarray(0, -1), Buffer.of((right.at(-1) ?? 0) ^ 1)]) },
    ],
    ['that is a registration', { type: 'webauthn.create' }],
    ['with the handle of another member', { userHandle: Buffer.from('mem_other').toString('base64url') }],
    ['with a counter that was reached before', { counter: 1 }],
  ])('an answer %s is refused, and its challenge used up', async (_, lies) => {
    const options = await optionsOf('passkeySignInOptions');
    expect(await people.outcome('signInWithPasskey', { body: authenticator.answer(options, lies) })).toBe(
      'sign-in.refused',
    );
    const right = authenticator.answer(options, { counter: higher() });
    expect(await people.outcome('signInWithPasskey', { body: right })).toBe('sign-in.refused');
  });

  test('a challenge runs out after five minutes', async () => {
    const body = await answer({ counter: higher() });
    people.pass(5 * MINUTE_MS);
    expect(await people.outcome('signInWithPasskey', { body })).toBe('sign-in.refused');
  });

  test.each([
    ['made up', () => Buffer.alloc(32, 1).toString('base64url')],
    ['no challenge at all', () => ''],
  ])('a challenge that is %s is refused', async (_, challenge) => {
    const body = authenticator.answer({ challenge: challenge() });
    expect(await people.outcome('signInWithPasskey', { body })).toBe('sign-in.refused');
  });

  test('bytes that are no client data are refused', async () => {
    const right = await answer();
    const body = { ...right, response: { ...right.response, clientDataJSON: 'AAAA' } };
    expect(await people.outcome('signInWithPasskey', { body })).toBe('sign-in.refused');
  });

  test('a challenge of a sign-in does not step up, and one of a step-up signs nobody in', async () => {
    const caller = await people.enter('signInWithPasskey', { body: await answer({ counter: higher() }) });
    const forSignIn = await answer({ counter: higher() });
    expect(await people.outcome('stepUp', { caller, body: { passkey: forSignIn } })).toBe('sign-in.refused');
    const options = await optionsOf('stepUpOptions', caller);
    const forStepUp = authenticator.answer(options, { counter: higher() });
    expect(await people.outcome('signInWithPasskey', { body: forStepUp })).toBe('sign-in.refused');
    expect(await people.outcome('stepUp', { caller, body: { passkey: forStepUp } })).toBe('done');
    expect(await people.outcome('stepUp', { caller, body: { passkey: forStepUp } })).toBe('sign-in.refused');
  });

  test('a registration is taken once, and an authenticator registered once', async () => {
    const another = createAuthenticator(RELYING_PARTY);
    const caller = await people.enter('signInWithPasskey', { body: await answer({ counter: higher() }) });
    const options = await optionsOf('passkeyRegistrationOptions', caller);
    const body = another.create(options);
    expect(await people.outcome('addPasskey', { caller, body })).toBe('done');
    expect(await people.outcome('addPasskey', { caller, body })).toBe('passkey.refused');
    const again = another.create(await optionsOf('passkeyRegistrationOptions', caller));
    expect(await people.outcome('addPasskey', { caller, body: again })).toBe('passkey.known');
  });

  test.each<[string, Lies]>([
    ['another site', { origin: 'https://evil.example' }],
    ['nobody verified', { userVerified: false }],
  ])('a registration with %s is refused', async (_, lies) => {
    const caller = await people.enter('signInWithPasskey', { body: await answer({ counter: higher() }) });
    const options = await optionsOf('passkeyRegistrationOptions', caller);
    const body = createAuthenticator(RELYING_PARTY).create(options, lies);
    expect(await people.outcome('addPasskey', { caller, body })).toBe('passkey.refused');
  });

  test('the last way to sign in stays', async () => {
    const caller = await people.enter('signInWithPasskey', { body: await answer({ counter: higher() }) });
    const { data } = JSON.parse(JSON.stringify(await people.get('listPasskeys', { caller })));
    const outcomes: string[] = [];
    for (const { id } of [...data].reverse())
      outcomes.push(await people.outcome('removePasskey', { caller, params: { id } }));
    expect(outcomes).toEqual([...data.slice(1).map(() => 'done'), 'session.last-sign-in']);
  });
});
