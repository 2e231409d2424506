import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { type EmbeddedDatabase, openEmbeddedDatabase } from './embedded-database.ts';

/** The first opening makes the database, which takes some seconds, and more on a busy machine. */
vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

let directory = '';
beforeAll(() => {
  directory = mkdtempSync(join(tmpdir(), 'vidimus-embedded-'));
});
afterAll(() => rmSync(directory, { recursive: true, force: true }));

/** Opens the database, asks, and closes it in order. */
async function ask<T>(question: (pool: pg.Pool) => Promise<T>): Promise<T> {
  const opened = await openEmbeddedDatabase(directory);
  if (!opened.ok) throw new Error(opened.error.code);
  const pool = new pg.Pool({ ...opened.value.connection, max: 1 });
  try {
    return await question(pool);
  } finally {
    await pool.end();
    await opened.value.close();
  }
}

test('it is made where nothing is, and calls fsync', async () => {
  const settings = await ask(async (pool) => {
    await pool.query('create table receipt (number int primary key)');
    return (await pool.query('select name, setting from pg_settings where name = any($1)', [SETTINGS])).rows;
  });
  expect(Object.fromEntries(settings.map(({ name, setting }) => [name, setting]))).toEqual({
    fsync: 'on',
    synchronous_commit: 'on',
    wal_sync_method: 'fsync',
  });
});
const SETTINGS = ['fsync', 'synchronous_commit', 'wal_sync_method'];

test('a second process, or the same once more, is told that it is taken', async () => {
  const first = await openEmbeddedDatabase(directory);
  if (!first.ok) throw new Error(first.error.code);
  const second = await openEmbeddedDatabase(directory);
  expect(second).toEqual({ ok: false, error: { code: 'database.directory-taken', directory } });
  await close(first.value);
});

test('a query that fails does not cost the next one, though the pool throws its connection away', async () => {
  const answers = await ask(async (pool) => {
    const given: string[] = [];
    for (let turn = 0; turn < 3; turn += 1) {
      await pool.query('select 1 / 0').catch(({ message }: Error) => given.push(message));
      given.push((await pool.query<{ fine: string }>("select 'fine' as fine")).rows[0]?.fine ?? '');
    }
    return given;
  });
  expect(answers).toEqual(Array.from({ length: 3 }, () => ['division by zero', 'fine']).flat());
});

test('what was acknowledged before a kill is there afterwards', async () => {
  const writer = spawn(process.execPath, ['--input-type=module', '-e', writerScript(directory)], {
    stdio: ['ignore', 'pipe', 'inherit'],
    cwd: import.meta.dirname,
  });
  const acknowledged = await killedAfter(writer, ROWS);
  const rows = await ask(async (pool) => (await pool.query('select number from receipt order by number')).rows);
  expect(acknowledged).toBeGreaterThanOrEqual(ROWS);
  expect(rows.map(({ number }) => number).slice(0, acknowledged)).toEqual(
    Array.from({ length: acknowledged }, (_, i) => i),
  );
});
const ROWS = 40;

async function close(database: EmbeddedDatabase): Promise<void> {
  await database.close();
}

/** Reads the numbers that the writer has had acknowledged; kills it without warning after so many, and counts them. */
async function killedAfter(writer: ChildProcess, rows: number): Promise<number> {
  let said = '';
  const ended = new Promise((resolve) => writer.once('close', resolve));
  writer.stdout?.on('data', (chunk: Buffer) => {
    said += chunk.toString();
    if (said.split('\n').length > rows) writer.kill('SIGKILL');
  });
  await ended;
  return said.split('\n').length - 1;
}

/** Inserts 0, 1, 2 …, each said aloud once it is acknowledged. */
function writerScript(taken: string): string {
  const module = JSON.stringify(new URL('./embedded-database.ts', import.meta.url).href);
  return `const { default: pg } = await import('pg');
    const { openEmbeddedDatabase } = await import(${module});
    const opened = await openEmbeddedDatabase(${JSON.stringify(taken)});
    if (!opened.ok) throw new Error(opened.error.code);
    const pool = new pg.Pool({ ...opened.value.connection, max: 1 });
    for (let i = 0; ; i++) {
      await pool.query('insert into receipt values ($1)', [i]);
      process.stdout.write(i + '\\n');
    }`;
}
