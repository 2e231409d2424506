import { randomBytes } from 'node:crypto';
import { cpSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { sql } from 'kysely';
import { afterAll, afterEach, beforeEach, describe, expect, test } from 'vitest';
import { problemOfFailure } from '../http/failure.ts';
import { makeLoopDisk } from './loop-disk.fixture.ts';
import { type OpenDatabase, openDatabase } from './open-database.ts';
import { copyTestDirectory } from './test-database.fixture.ts';
import { inTransaction } from './transaction.ts';

const MEGABYTE = 1024 * 1024;
const DISK_MEGABYTES = 200;
const LONG = 50_000;
const TENANT = { role: 'tenant', organizationId: 'org_a' } as const;

const disk = makeLoopDisk(DISK_MEGABYTES);
const title = 'cannot' in disk ? `(skipped: ${disk.cannot})` : '';

describe.skipIf('cannot' in disk)(`on a full disk ${title}`, () => {
  if ('cannot' in disk) return;
  const [directory, ballast] = [join(disk.path, 'data'), join(disk.path, 'ballast')];
  let opened: OpenDatabase;
  let acknowledged = 0;

  beforeEach(async () => {
    const made = await copyTestDirectory();
    cpSync(made, directory, { recursive: true });
    rmSync(made, { recursive: true });
    opened = await open();
    await opened.db.insertInto('organization').values({ id: 'org_a', name: 'A', created_at: new Date() }).execute();
    acknowledged = 0;
  });
  afterEach(async () => {
    await opened.close();
    for (const path of [directory, ballast]) rmSync(path, { recursive: true, force: true });
  });

  afterAll(() => disk.remove());

  async function open(): Promise<OpenDatabase> {
    const result = await openDatabase({ kind: 'embedded', directory });
    if (!result.ok) throw new Error(result.error.code);
    return result.value;
  }

  /** Two rows or none; ends with the code of the problem that a caller would be told, and `written` where there is none. */
  async function write(): Promise<string> {
    try {
      await inTransaction(opened.db, TENANT, async (trx) => {
        for (const half of ['a', 'b']) {
          const id = `pol_${acknowledged}_${half}`;
          const name = randomBytes(LONG).toString('base64');
          await trx
            .insertInto('policy')
            .values({ id, organization_id: 'org_a', name, created_at: new Date() })
            .execute();
        }
      });
      acknowledged += 1;
      return 'written';
    } catch (error) {
      const { code } = problemOfFailure(error);
      return code === 'server.failed' ? String(error) : code;
    }
  }

  async function untilRefused(): Promise<string> {
    for (;;) {
      const told = await write();
      if (told !== 'written') return told;
    }
  }

  const fillUpTo = (megabytes: number) => {
    const { bavail, bsize } = statfsSync(disk.path);
    writeFileSync(ballast, Buffer.alloc(Math.max(0, bavail * bsize - megabytes * MEGABYTE)));
  };

  async function halves(): Promise<readonly string[]> {
    return inTransaction(opened.db, TENANT, async (trx) => {
      const rows = await trx.selectFrom('policy').select('id').execute();
      return rows.map(({ id }) => id).toSorted();
    });
  }
  const whole = () =>
    Array.from({ length: acknowledged }, (_, index) => [`pol_${index}_a`, `pol_${index}_b`])
      .flat()
      .toSorted();

  test('without room for a table a write is refused by name, nothing of it stays, and reading goes on', async () => {
    fillUpTo(4);
    expect(await untilRefused()).toBe('storage.full');
    expect(await write()).toBe('storage.full');
    expect(await halves()).toEqual(whole());
    rmSync(ballast);
    expect(await write()).toBe('written');
    expect(await halves()).toEqual(whole());
  });

  test('without room for the log it is closed, and opens by itself when there is room again', {
    timeout: 120_000,
  }, async () => {
    // A new piece of the log (16 MB): by its end the tables have grown as much, and there is no room for the next.
    await sql`select pg_switch_wal()`.execute(opened.db);
    expect(await write()).toBe('written');
    fillUpTo(24);
    const refusals = new Set([await untilRefused()]);
    for (let tries = 0; tries < 10; tries += 1) {
      await wait(300);
      refusals.add(await write());
    }
    expect([...refusals].filter((code) => !CLEAR.includes(code))).toEqual([]);
    expect([...refusals]).toContain('server.database-unavailable');
    rmSync(ballast);
    while ((await write()) !== 'written') await wait(300);
    expect(await halves()).toEqual(whole());
    await opened.close();
    opened = await open();
    expect(await halves()).toEqual(whole());
  });
});

/** 503 while it is closed, and 507 at first: each says that nothing was stored, and when to try again. */
const CLEAR: readonly string[] = ['server.database-unavailable', 'storage.full'];
