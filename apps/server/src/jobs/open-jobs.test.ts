import { sql } from 'kysely';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { OpenDatabase } from '../db/open-database.ts';
import { openTestDatabase, TEST_DATABASES } from '../db/test-database.fixture.ts';
import { inTransaction } from '../db/transaction.ts';
import type { JobHandlers } from './jobs.ts';
import { type JobTrouble, OpenJobs } from './open-jobs.ts';
import { QUEUES } from './queues.table.ts';

const ORGANIZATION = { role: 'tenant', organizationId: 'org_a' } as const;
const JOBS = 50;
/** Until the test has it done. */
const later = () => new Date(Date.now() + 60 * 60_000);
const job = (verificationId: string, organizationId = 'org_a') => ({ organizationId, verificationId });

describe.each(TEST_DATABASES)('on the %s database', (kind) => {
  let database: OpenDatabase;
  let jobs: OpenJobs | undefined;
  const troubles: JobTrouble[] = [];
  beforeAll(async () => {
    database = await openTestDatabase(kind);
    jobs = await start();
    await jobs.close(1000);
  });
  afterEach(async () => {
    await jobs?.close(1000);
    jobs = undefined;
    troubles.length = 0;
    await sql`delete from pgboss.job`.execute(database.db);
  });
  afterAll(() => database.close());

  const start = () =>
    OpenJobs.start({ database, onTrouble: (trouble) => troubles.push(trouble) }, { supervises: true });
  const working = async (judge: JobHandlers['judge-verification'], redact: typeof judge = nothing) => {
    jobs = await start();
    await jobs.work(
      {
        'judge-verification': judge,
        'deliver-webhook': nothing,
        'look-at-photograph': nothing,
        'redact-verification': redact,
        'send-message': nothing,
        'tell-of-change': nothing,
      },
      { readers: 1 },
    );
    return jobs;
  };
  const enqueue = (queue: OpenJobs, id: string, options = {}) =>
    inTransaction(database.db, ORGANIZATION, (trx) => queue.enqueue(trx, 'judge-verification', job(id), options));

  test('a job starts when the transaction commits that asked for it, not at the next look at the queue', async () => {
    let started = Promise.withResolvers<string>();
    const queue = await working(nothing, async ({ verificationId }) => started.resolve(verificationId));
    const before = performance.now();
    for (const id of ['ver_1', 'ver_2', 'ver_3', 'ver_4']) {
      started = Promise.withResolvers<string>();
      await inTransaction(database.db, ORGANIZATION, (trx) => queue.enqueue(trx, 'redact-verification', job(id)));
      expect(await started.promise).toBe(id);
    }
    // Waiting for looks, each after the first would take an interval.
    expect(performance.now() - before).toBeLessThan(2 * QUEUES['redact-verification'].pollingIntervalSeconds * 1000);
  });

  test('a transaction that is rolled back leaves no job', async () => {
    const queue = await working(nothing);
    const failing = inTransaction(database.db, ORGANIZATION, async (trx) => {
      await queue.enqueue(trx, 'judge-verification', job('ver_1'));
      throw new Error('changed my mind');
    });
    await expect(failing).rejects.toThrow('changed my mind');
    expect(await stored(database)).toEqual([]);
  });

  test('fifty jobs that are enqueued together are done without waiting for looks at the queue', async () => {
    const done = new Set<string>();
    const all = Promise.withResolvers<void>();
    const queue = await working(async ({ verificationId }) => {
      done.add(verificationId);
      if (done.size === JOBS) all.resolve();
    });
    const before = performance.now();
    await inTransaction(database.db, ORGANIZATION, async (trx) => {
      for (let at = 0; at < JOBS; at += 1) await queue.enqueue(trx, 'judge-verification', job(`ver_${at}`));
    });
    await all.promise;
    const interval = QUEUES['judge-verification'].pollingIntervalSeconds * 1000;
    expect(performance.now() - before).toBeLessThan((JOBS * interval) / 2);
  });

  test('an organization cannot enqueue work for another', async () => {
    jobs = await start();
    const queue = jobs;
    const enqueuing = inTransaction(database.db, ORGANIZATION, (trx) =>
      queue.enqueue(trx, 'judge-verification', job('ver_1', 'org_b')),
    );
    await expect(enqueuing).rejects.toThrow(/row-level security/);
  });

  test.each([
    ['read', sql`select data from pgboss.job_common`],
    ['changed', sql`update pgboss.job_common set priority = 1`],
    ['deleted', sql`delete from pgboss.job_common`],
    ['read by way of the other table', sql`select id from pgboss.job`],
  ])('jobs cannot be %s by a request', async (_, statement) => {
    const asking = inTransaction(database.db, ORGANIZATION, (trx) => statement.execute(trx));
    await expect(asking).rejects.toThrow(/permission denied/);
  });

  test('two jobs of one key that wait are one; without a key each is its own', async () => {
    jobs = await start();
    await enqueue(jobs, 'ver_1', { key: 'ver_1' });
    await enqueue(jobs, 'ver_1', { key: 'ver_1' });
    await enqueue(jobs, 'ver_1', { key: 'ver_2' });
    await enqueue(jobs, 'ver_1');
    await enqueue(jobs, 'ver_1');
    expect(await jobs.counts()).toContainEqual({ name: 'judge-verification', waiting: 4, active: 0, dead: 0 });
  });

  test('a job of the same key can be enqueued while one is being done', async () => {
    const seen: string[] = [];
    const first = Promise.withResolvers<void>();
    const second = Promise.withResolvers<void>();
    const queue = await working(async ({ verificationId }) => {
      seen.push(verificationId);
      if (seen.length === 1) await enqueue(queue, 'ver_again', { key: 'one' }).then(first.resolve);
      else second.resolve();
    });
    await enqueue(queue, 'ver_1', { key: 'one' });
    await Promise.all([first.promise, second.promise]);
    expect(seen).toEqual(['ver_1', 'ver_again']);
  });

  test('a job for later waits', async () => {
    const seen: string[] = [];
    const queue = await working(async ({ verificationId }) => void seen.push(verificationId));
    await enqueue(queue, 'ver_later', { startAfter: later() });
    await enqueue(queue, 'ver_now');
    await until(() => seen.length > 0);
    expect(seen).toEqual(['ver_now']);
  });

  test('a try that fails is told to the log and tried again, and the queue keeps nothing of what was thrown', async () => {
    let tries = 0;
    const second = Promise.withResolvers<string>();
    const queue = await working(async () => {
      tries += 1;
      if (tries === 1) throw new Error('the name on it is GRACE HOPPER');
      // While it is tried again, the row holds what came of the try before.
      second.resolve(JSON.stringify(await stored(database)));
    });
    await enqueue(queue, 'ver_1');
    const row = await second.promise;
    expect(row).toContain('jobs.try-failed');
    expect(row).not.toContain('HOPPER');
    expect(troubles).toMatchObject([{ code: 'jobs.try-failed', name: 'judge-verification' }]);
  });

  test('dead jobs are taken up again when somebody says so, those of one kind, and so many at most', async () => {
    let isMended = false;
    const done: string[] = [];
    const queue = await working(async ({ verificationId }) => {
      if (!isMended) throw new Error('broken');
      done.push(verificationId);
    });
    // None begins before its tries are bounded.
    for (const id of ['ver_1', 'ver_2', 'ver_3']) await enqueue(queue, id, { startAfter: later() });
    await sql`update pgboss.job set retry_limit = 0, start_after = now()`.execute(database.db);
    await until(async () => (await queue.counts()).some(({ dead }) => dead === 3));
    isMended = true;
    expect(await queue.retryDead({ name: 'send-message', most: 10 })).toBe(0);
    expect(await queue.retryDead({ most: 2 })).toBe(2);
    await until(async () => done.length === 2);
    expect(await queue.retryDead({ name: 'judge-verification', most: 10 })).toBe(1);
    await until(async () => done.length === 3);
    expect(done.toSorted()).toEqual(['ver_1', 'ver_2', 'ver_3']);
    expect((await queue.counts()).map(({ dead }) => dead)).toEqual(expect.not.arrayContaining([1]));
  });

  test('a job that failed for the last time is counted as dead', async () => {
    const queue = await working(() => Promise.reject(new Error('always')));
    await enqueue(queue, 'ver_1', { startAfter: later() });
    await sql`update pgboss.job set retry_limit = 0, start_after = now()`.execute(database.db);
    await until(async () => (await queue.counts()).some(({ dead }) => dead === 1));
    expect(await queue.counts()).toContainEqual({ name: 'judge-verification', waiting: 0, active: 0, dead: 1 });
  });

  test('a payload that makes no sense fails, and does not reach the handler', async () => {
    let calls = 0;
    const queue = await working(async () => {
      calls += 1;
    });
    await enqueue(queue, 'ver_1', { startAfter: later() });
    await sql`update pgboss.job set data = data || '{"surprise": true}', start_after = now()`.execute(database.db);
    await until(() => troubles.length > 0);
    expect(calls).toBe(0);
  });

  test('closing asks the running handler to stop, waits for it, and the job is done again by the next process', async () => {
    const running = Promise.withResolvers<void>();
    let stopped = false;
    const queue = await working(async (_, signal) => {
      running.resolve();
      await new Promise((resolve) => signal.addEventListener('abort', resolve, { once: true }));
      await new Promise((resolve) => setTimeout(resolve, 100));
      stopped = true;
      signal.throwIfAborted();
    });
    await enqueue(queue, 'ver_1');
    await running.promise;
    await queue.close(5000);
    expect(stopped).toBe(true);
    const again = Promise.withResolvers<string>();
    await working(async ({ verificationId }) => again.resolve(verificationId));
    expect(await again.promise).toBe('ver_1');
  });

  test('a request that is answered while the jobs stop can still enqueue', async () => {
    jobs = await start();
    await jobs.close(1000);
    await enqueue(jobs, 'ver_1');
    expect(await jobs.counts()).toContainEqual({ name: 'judge-verification', waiting: 1, active: 0, dead: 0 });
  });

  test('what a process that died was doing is done again', async () => {
    jobs = await start();
    await enqueue(jobs, 'ver_1');
    await jobs.close(1000);
    // As kill -9 leaves it; where others may be working, only the missing heartbeat tells.
    const silent = kind === 'embedded' ? '0 s' : '1 minute';
    await sql`update pgboss.job set state = 'active', started_on = now(), heartbeat_on = now() - ${silent}::interval`.execute(
      database.db,
    );
    const before = performance.now();
    const again = Promise.withResolvers<string>();
    await working(async ({ verificationId }) => again.resolve(verificationId));
    expect(await again.promise).toBe('ver_1');
    expect(performance.now() - before).toBeLessThan(kind === 'embedded' ? 15_000 : 45_000);
  });
});

async function nothing(): Promise<void> {}

async function stored({ db }: OpenDatabase): Promise<readonly unknown[]> {
  return (await sql`select * from pgboss.job`.execute(db)).rows;
}

async function until(holds: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await holds())) await new Promise((resolve) => setTimeout(resolve, 20));
}
