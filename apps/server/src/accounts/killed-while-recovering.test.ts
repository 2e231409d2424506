import { randomBytes } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { recoveryAskedSchema, recoveryStatusSchema } from '@vidimus/protocol';
import { TRY_OUT_POLICY } from '@vidimus/vocabulary';
import { sql } from 'kysely';
import { describe, expect, test } from 'vitest';
import { readContact } from '../codes/contact.ts';
import type { OpenDatabase } from '../db/open-database.ts';
import { TEST_DATABASES } from '../db/test-database.fixture.ts';
import { type DatabaseTransaction, inTransaction } from '../db/transaction.ts';
import { newId } from '../ids.ts';
import { letTimePass, MortalServer, mortalInstallation, withDatabase } from '../mortal-server.fixture.ts';
import { addApiKey } from '../people/api-keys-store.ts';
import { Smsc } from '../simulator/smsc.ts';
import { ask, handIn, submitOne } from '../submissions.fixture.ts';
import { openVault } from '../vault/open-vault.ts';
import { openAccountSession } from './account-sessions-store.ts';
import { applicantOf, bringApplicant, insertAccount } from './accounts-store.ts';
import { addContactWay } from './ways-store.ts';

const SMSC = { systemId: 'vidimus', password: 'secret' };
const TENANT = { role: 'tenant', organizationId: 'org_a' } as const;
const POLICY_ID = 'pol_01J9ZKQW4E0000000000000000';
/** From the request, the start or the notice to the death, by the step: before the work, in it, and about its end. */
const KILLED_AFTER_MS = { asked: 12, handedIn: 30, told: 0, waited: 60, linked: 1, finished: 15 } as const;
const ACCOUNTS = 3;
const PATIENCE_MS = 60_000;
const LOOK_AGAIN_MS = 500;
const clock = () => new Date();

type Lost = { readonly accountId: string; readonly old: string; readonly fresh: string; readonly verification: string };

describe.each(TEST_DATABASES)('on the %s database', (kind) => {
  test('a server that is killed at every step of a recovery loses nothing that it said, changes once, and tells the old channel', {
    timeout: 600_000,
  }, async () => {
    const place = await mortalInstallation(kind);
    const apiKey = await withDatabase(place.database, furnishOrganization);
    const arrived: { readonly to: string; readonly text: string }[] = [];
    const heard = new Set<() => void>();
    const smsc = await Smsc.listen({
      ...SMSC,
      secondMs: 50,
      onMessage: ({ to, text }) => {
        arrived.push({ to, text });
        for (const look of heard) look();
      },
    });
    const courierFile = join(place.directory, 'courier.json');
    writeFileSync(courierFile, JSON.stringify({ routes: [routeTo(smsc.port)] }));
    const server = new MortalServer({ ...place.environment, VIDIMUS_COURIER_FILE: courierFile });
    const url = () => server.url();
    const killAfter = async (afterMs: number) => {
      await wait(afterMs);
      await server.kill();
    };
    const startLater = async () => {
      await withDatabase(place.database, letTimePass);
      await server.start();
    };
    /** As often as it is sent: a number is told, with a link of that kind. */
    const linksTo = (to: string, page: 'stop' | 'finish') =>
      arrived.flatMap((one) => (one.to === to ? (one.text.match(`/account/${page}/(\\S+)`)?.[1] ?? []) : []));
    const untilTold = (to: string, page: 'stop' | 'finish') =>
      new Promise<void>((resolve, reject) => {
        const late = setTimeout(() => reject(new Error(`${to} was not told`)), PATIENCE_MS);
        const look = () => {
          if (linksTo(to, page).length === 0) return;
          heard.delete(look);
          clearTimeout(late);
          resolve();
        };
        heard.add(look);
        look();
      });

    await server.start();
    const verifications: string[] = [];
    for (let made = 0; made < ACCOUNTS; made += 1) verifications.push((await submitOne({ url, apiKey })).id);
    for (const id of verifications) await untilApproved(url, apiKey, id);
    await server.kill();
    const lost = await withDatabase(place.database, (opened) => openAccounts(opened, place.directory, verifications));

    await startLater();
    // Asked for; whoever gets no answer asks again.
    const asking = Promise.all(
      lost.map(({ old, fresh }) => post(url, '/v1/account/recovery', { contact: old, new_contact: fresh })),
    );
    await killAfter(KILLED_AFTER_MS.asked);
    await startLater();
    const asked = (await asking).map(({ body }) => recoveryAskedSchema.parse(body));
    // Handed in, and killed while the readings are compared.
    await Promise.all(asked.map(({ verification }) => handIn(url, verification.token)));
    await killAfter(KILLED_AFTER_MS.handedIn);
    await startLater();
    // Killed when the first notice is out, before the server could write that down.
    await Promise.race(lost.map(({ old }) => untilTold(old, 'stop')));
    await killAfter(KILLED_AFTER_MS.told);
    await startLater();
    for (const { token } of asked) await untilState(url, token, 'waiting');
    // The wait is over: killed while the links are made, and when the first is out.
    await server.kill();
    await withDatabase(place.database, ({ db }) =>
      sql`update account_recovery set wait_until = now(), due_at = now() where state = 'waiting'`.execute(db),
    );
    await startLater();
    await killAfter(KILLED_AFTER_MS.waited);
    await startLater();
    await Promise.race(lost.map(({ fresh }) => untilTold(fresh, 'finish')));
    await killAfter(KILLED_AFTER_MS.linked);
    await startLater();
    await Promise.all(lost.flatMap(({ old, fresh }) => [untilTold(old, 'stop'), untilTold(fresh, 'finish')]));
    const finishing = Promise.all(
      lost.map(({ fresh }) => post(url, '/v1/account/recovery/finish', { token: linksTo(fresh, 'finish')[0] })),
    );
    await killAfter(KILLED_AFTER_MS.finished);
    await startLater();
    // Without an answer it is sent again: done, or done before.
    for (const { status } of await finishing) expect([201, 404]).toContain(status);
    for (const { token } of asked) await untilState(url, token, 'done');
    await server.kill();

    await withDatabase(place.database, ({ db }) =>
      inTransaction(db, TENANT, async (trx) => {
        for (const one of lost) await expectChangedOnce(trx, one);
      }),
    );
    for (const { old, fresh } of lost) {
      expect(linksTo(old, 'stop').length).toBeGreaterThan(0);
      expect(linksTo(fresh, 'finish').length).toBeGreaterThan(0);
      // Sent twice it is one link all the same.
      expect(new Set(linksTo(fresh, 'finish')).size).toBe(1);
    }
    await smsc.close();
    await place.remove();
  });
});

async function expectChangedOnce(trx: DatabaseTransaction, { accountId }: Lost): Promise<void> {
  const ofAccount = trx.selectFrom('account_recovery').selectAll().where('account_id', '=', accountId);
  const [done, ...others] = await ofAccount.where('state', '=', 'done').execute();
  if (done === undefined) throw new Error(`${accountId} was not recovered`);
  expect(others).toEqual([]);
  const ways = await trx.selectFrom('account_way').select('kind').where('account_id', '=', accountId).execute();
  expect(ways).toEqual([{ kind: 'phone' }, { kind: 'phone' }]);
  const events = await trx.selectFrom('event').select('type').where('object_id', '=', done.id).orderBy('id').execute();
  expect(events.map(({ type }) => type)).toEqual([
    'account.recovery_asked',
    'account.recovery_waiting',
    'account.recovered',
  ]);
  const log = await trx.selectFrom('audit_entry').select('entry').orderBy('position').execute();
  const actions = log.filter(({ entry }) => entry.object === done.id).map(({ entry }) => entry.action);
  expect(actions).toEqual(['asked', 'waiting', 'ready', 'done'].map((state) => `account_recovery.${state}`));
  // One notice and one link; the last may not have its receipt yet.
  const messages = await trx.selectFrom('message').select('purpose').where('object_id', '=', accountId).execute();
  expect(messages).toEqual([{ purpose: 'notice' }, { purpose: 'notice' }]);
  // Whoever was signed in before is not any more.
  const sessions = await trx
    .selectFrom('account_session')
    .select(['way_id', 'ended_at'])
    .where('account_id', '=', accountId)
    .orderBy('created_at')
    .execute();
  expect(sessions.map(({ ended_at }) => ended_at === null)).toEqual([false, true]);
}

function routeTo(port: number) {
  return {
    name: 'sms',
    kind: 'smpp',
    host: '127.0.0.1',
    port,
    tls: false,
    system_id: SMSC.systemId,
    password: SMSC.password,
    source: 'Vidimus',
    per_second: 200,
  };
}

/** Asks until there is an answer. */
async function post(
  url: () => Promise<string>,
  path: string,
  body: object,
): Promise<{ status: number; body: unknown }> {
  for (;;) {
    const address = await url();
    const init = { method: 'POST', body: JSON.stringify(body), headers: { 'Content-Type': 'application/json' } };
    const answer = await fetch(`${address}${path}`, init)
      .then(async (response) => ({ status: response.status, text: await response.text() }))
      .catch(() => undefined);
    // One that shuts down, or has much to do, says so.
    if (answer !== undefined && answer.status !== 429 && answer.status !== 503) {
      return { status: answer.status, body: JSON.parse(answer.text) };
    }
    await wait(LOOK_AGAIN_MS);
  }
}

async function untilState(url: () => Promise<string>, token: string, state: string): Promise<void> {
  const deadline = Date.now() + PATIENCE_MS;
  for (;;) {
    const told = recoveryStatusSchema.parse((await post(url, '/v1/account/recovery/look', { token })).body);
    if (told.state === state) return;
    if (Date.now() > deadline) throw new Error(`the recovery is ${told.state}, not ${state}`);
    await wait(LOOK_AGAIN_MS);
  }
}

/** One account for each, with a number and somebody who is signed in. */
async function openAccounts(
  { db }: OpenDatabase,
  dataFolder: string,
  verifications: readonly string[],
): Promise<readonly Lost[]> {
  const opened = await openVault({ db, environment: {}, dataFolder, mayMakeKeys: false, clock });
  if (!opened.ok) throw new Error(opened.error.code);
  const { vault } = opened.value;
  const lost: Lost[] = [];
  for (const [index, verification] of verifications.entries()) {
    const now = clock();
    const accountId = newId('account', now.getTime());
    const account = { organizationId: 'org_a', mode: 'live', accountId } as const;
    const old = `+5068888100${index}`;
    await inTransaction(db, TENANT, async (trx) => {
      await insertAccount(trx, account, 'en', now);
      await bringApplicant(trx, account, await applicantOf(trx, verification), now);
      const contact = readContact('sms', old);
      const wayId = contact.ok ? await addContactWay(trx, vault, account, contact.value, now) : undefined;
      if (wayId === undefined) throw new Error(`${old} is no way in`);
      await openAccountSession(trx, randomBytes, account, { wayId, kind: 'phone' }, now);
    });
    lost.push({ accountId, old, fresh: `+5068888200${index}`, verification });
  }
  return lost;
}

async function untilApproved(url: () => Promise<string>, apiKey: string, id: string): Promise<void> {
  const deadline = Date.now() + PATIENCE_MS;
  for (;;) {
    const told = await ask(url, `/v1/verifications/${id}`, apiKey, { method: 'GET', headers: {} });
    const state = typeof told === 'object' && told !== null ? Reflect.get(told, 'state') : undefined;
    if (state === 'approved') return;
    if (Date.now() > deadline) throw new Error(`${id} is ${state}`);
    await wait(LOOK_AGAIN_MS);
  }
}

/** Returns an API key. */
async function furnishOrganization({ db }: OpenDatabase): Promise<string> {
  const now = clock();
  await db.insertInto('organization').values({ id: 'org_a', name: 'A', created_at: now }).execute();
  return inTransaction(db, TENANT, async (trx) => {
    const own = { organization_id: 'org_a', created_at: now };
    await trx
      .insertInto('policy')
      .values({ ...own, id: POLICY_ID, name: 'p' })
      .execute();
    const version = { policy_id: POLICY_ID, version: 1, state: 'published', published_at: now } as const;
    await trx
      .insertInto('policy_version')
      .values({ ...own, ...version, document: JSON.stringify({ ...TRY_OUT_POLICY, accept_specimens: false }) })
      .execute();
    const key = {
      organizationId: 'org_a',
      name: 'k',
      mode: 'live',
      scopes: ['verifications:read', 'verifications:write'],
    } as const;
    return (await addApiKey(trx, randomBytes, key, now)).secret;
  });
}
