import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { TRY_OUT_POLICY } from '@vidimus/vocabulary';
import { sql } from 'kysely';
import { describe, expect, test } from 'vitest';
import type { DatabasePlace, OpenDatabase } from './db/open-database.ts';
import { TEST_DATABASES } from './db/test-database.fixture.ts';
import { type DatabaseTransaction, inTransaction } from './db/transaction.ts';
import { MortalServer, mortalInstallation, withDatabase } from './mortal-server.fixture.ts';
import { addApiKey } from './people/api-keys-store.ts';
import { type Submission, submitOne } from './submissions.fixture.ts';
import { openDiskBlobs } from './vault/disk-blobs.ts';
import { openVault } from './vault/open-vault.ts';
import { judgedAttempts } from './verifications/judged-attempts.ts';
import { loadVerification } from './verifications/store.ts';

/** `npm run crashes` asks for more. */
const KILLS = Number(process.env.VIDIMUS_CRASHES ?? 10);
const AT_ONCE = 3;
/** Of one round, from the server's first readiness to its death. */
const LONGEST_LIFE_MS = 800;
const PER_KILL_MS = 40_000;
/** The supervisor of the queue looks every fifteen seconds. */
const LOOK_EVERY_MS = 500;
const MOST_LOOKS = 34;
const clock = () => new Date();

describe.each(TEST_DATABASES)('on the %s database', (kind) => {
  test(`a server that is killed ${KILLS} times during submissions loses and doubles nothing`, {
    timeout: 120_000 + KILLS * PER_KILL_MS,
  }, async () => {
    const place = await mortalInstallation(kind);
    const apiKey = await withDatabase(place.database, furnishOrganization);
    const lives: number[] = [];
    const server = new MortalServer(place.environment);
    const isOver = new AbortController();
    const submissions: Submission[] = [];
    const submitting = Promise.all(
      Array.from({ length: AT_ONCE }, async () => {
        while (!isOver.signal.aborted) submissions.push(await submitOne({ url: () => server.url(), apiKey }));
      }),
    );
    // Whoever submits may find something lost; then there is no more to wait for.
    submitting.catch(() => isOver.abort());
    while (lives.length < KILLS && !isOver.signal.aborted) {
      await server.start();
      const life = Math.random() * LONGEST_LIFE_MS;
      lives.push(Math.round(life));
      await wait(life);
      await server.kill();
    }
    isOver.abort();
    await server.start();
    try {
      await submitting;
    } finally {
      await server.kill();
    }
    await finish(server, place.database);

    const told = `killed after ${lives.join(', ')} ms`;
    expect(submissions.length, told).toBeGreaterThan(0);
    await withDatabase(place.database, (opened) => expectAllOnce(opened, place.directory, submissions, told));
    await place.remove();
  });
});

/** The job that died with a process is missed after half a minute where others may be at work: not a wait for a test. */
async function finish(server: MortalServer, database: DatabasePlace): Promise<void> {
  await withDatabase(database, ({ db }) =>
    sql`update pgboss.job set heartbeat_on = now() - interval '1 hour' where state = 'active'`.execute(db),
  );
  const isDone = () =>
    withDatabase(database, async ({ db }) => {
      const waiting = await db.selectFrom('verification').select('id').where('state', '=', 'processing').execute();
      return waiting.length === 0;
    });
  do {
    await server.start();
    // Long enough for the look of the queue's supervisor; on the embedded database nobody else can look meanwhile.
    if (database.kind === 'embedded') await wait(3000);
    else for (let looks = 0; looks < MOST_LOOKS && !(await isDone()); looks += 1) await wait(LOOK_EVERY_MS);
    await server.kill();
  } while (!(await isDone()));
}

async function expectAllOnce(
  opened: OpenDatabase,
  directory: string,
  submissions: readonly Submission[],
  told: string,
): Promise<void> {
  const safe = await openVault({ db: opened.db, environment: {}, dataFolder: directory, mayMakeKeys: false, clock });
  if (!safe.ok) throw new Error(safe.error.code);
  const parts = { vault: safe.value.vault, blobs: await openDiskBlobs(join(directory, 'blobs'), clock) };
  const ids = (rows: readonly { readonly id: string }[]) => rows.map(({ id }) => id).toSorted();
  const submitted = ids(submissions);
  const asTenant = <T>(work: (trx: DatabaseTransaction) => Promise<T>) => inTransaction(opened.db, TENANT, work);
  await asTenant(async (trx) => {
    // None is missing, and none was made twice: whoever got no answer asked again until there was one.
    const verifications = await trx.selectFrom('verification').select(['id', 'state']).execute();
    expect(ids(verifications), told).toEqual(submitted);
    expect(new Set(verifications.map(({ state }) => state)), told).toEqual(new Set(['approved']));
    const decisions = await trx.selectFrom('decision').select('verification_id as id').execute();
    expect(ids(decisions), told).toEqual(submitted);
    const reports = await trx.selectFrom('report').select('verification_id as id').execute();
    expect(ids(reports), told).toEqual(submitted);
    for (const type of ['created', 'opened', 'processing', 'approved'] as const) {
      const events = await trx
        .selectFrom('event')
        .select('object_id as id')
        .where('type', '=', `verification.${type}`)
        .execute();
      expect(ids(events), `verification.${type}, ${told}`).toEqual(submitted);
    }
  });
  for (const { id, photo } of submissions) {
    const judged = await asTenant(async (trx) => {
      const stored = await loadVerification(parts.vault, trx, id, 'change');
      if (!stored.ok) throw new Error(stored.error.code);
      return judgedAttempts(parts, trx, stored.value);
    });
    expect(
      judged.photos.map(({ bytes }) => bytes.equals(photo)),
      told,
    ).toEqual([true]);
  }
}

const TENANT = { role: 'tenant', organizationId: 'org_a' } as const;

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
    const key = { organizationId: 'org_a', name: 'k', mode: 'test', scopes: ['verifications:write'] } as const;
    return (await addApiKey(trx, randomBytes, key, now)).secret;
  });
}
const POLICY_ID = 'pol_01J9ZKQW4E0000000000000000';
