import { type ChildProcess, fork } from 'node:child_process';
import { rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openDatabase } from './db/open-database.ts';
import { copyTestDirectory } from './db/test-database.fixture.ts';
import { programEnvironment } from './program-environment.fixture.ts';

type Notice = { readonly code: string; readonly url?: string; readonly verificationId?: string };
type ServerProcess = {
  readonly child: ChildProcess;
  readonly notices: readonly Notice[];
  /** The first notice of that code, now or later; fails when the process ends before. */
  readonly told: (code: string) => Promise<Notice>;
  readonly ended: Promise<number | string>;
};

/** Of processes that load models and make tables, on a machine that does other things as well. */
const TWO_STARTS_MS = 120_000;

let directory: string;
const started: ServerProcess[] = [];
beforeEach(async () => {
  directory = await copyTestDirectory();
});
afterEach(async () => {
  for (const { child, ended } of started.splice(0)) {
    child.kill('SIGKILL');
    await ended;
  }
  rmSync(directory, { recursive: true, force: true });
});

test.each(['SIGTERM', 'SIGKILL'] as const)(
  'a job that %s hits in the middle is done by the next process, and its effect is there once',
  async (signal) => {
    const first = startServer();
    const { url } = await first.told('serve.ready');
    expect((await fetch(`${url}/enqueue?id=ver_1`, { method: 'POST' })).status).toBe(202);
    await first.told('begun');
    first.child.kill(signal);
    expect(await first.ended).toBe(signal === 'SIGTERM' ? 0 : 'SIGKILL');
    expect(first.notices.map(({ code }) => code)).not.toContain('done');

    const second = startServer();
    expect(await second.told('done')).toMatchObject({ verificationId: 'ver_1' });
    second.child.kill('SIGTERM');
    expect(await second.ended).toBe(0);
    expect(await events()).toEqual(['evt_ver_1']);
  },
  TWO_STARTS_MS,
);

test('a new installation makes its tables, and answers what is under way when it is stopped', async () => {
  const server = startServer({ VIDIMUS_DATA: join(directory, 'new') });
  const { url } = await server.told('serve.ready');
  expect(server.notices.map(({ code }) => code)).toContain('serve.migrated');
  const answer = fetch(`${url}/slow`);
  await server.told('asked');
  server.child.kill('SIGTERM');
  expect(await (await answer).text()).toBe('answered');
  expect(await server.ended).toBe(0);
  await expect(fetch(`${url}/slow`)).rejects.toThrow();
});

test('a second signal does not wait', async () => {
  const server = startServer();
  const { url } = await server.told('serve.ready');
  const answer = fetch(`${url}/slow`).catch(() => 'cut off');
  await server.told('asked');
  server.child.kill('SIGINT');
  server.child.kill('SIGTERM');
  expect(await server.ended).toBe(1);
  await answer;
});

test('a directory that another process serves is refused, and so is a port', async () => {
  const server = startServer();
  await server.told('serve.ready');
  const beside = startServer();
  await beside.told('database.directory-taken');
  expect(await beside.ended).toBe(2);
  server.child.kill('SIGTERM');
  expect(await server.ended).toBe(0);

  const taken = createServer();
  await new Promise<void>((resolve) => taken.listen(0, '127.0.0.1', resolve));
  const address = taken.address();
  const third = startServer({ PORT: String(typeof address === 'object' ? address?.port : '') });
  expect(await third.told('serve.cannot-listen')).toMatchObject({ observed: 'EADDRINUSE' });
  expect(await third.ended).toBe(2);
  taken.close();
});

test('a database that does not answer is refused without telling its address', async () => {
  const server = startServer({ DATABASE_URL: 'postgresql://vidimus:hunter2@127.0.0.1:1/vidimus' });
  expect(await server.told('serve.database-unreachable')).toEqual({
    code: 'serve.database-unreachable',
    observed: 'ECONNREFUSED',
  });
  expect(await server.ended).toBe(2);
});

function startServer(environment: Readonly<Record<string, string>> = {}): ServerProcess {
  const child = fork(new URL('./serve-process.fixture.ts', import.meta.url), {
    env: { ...programEnvironment(), VIDIMUS_DATA: directory, PORT: '0', VIDIMUS_READERS: '1', ...environment },
    execArgv: ['--no-warnings'],
  });
  const notices: Notice[] = [];
  const waiting = new Map<string, PromiseWithResolvers<Notice>>();
  child.on('message', (notice: Notice) => {
    notices.push(notice);
    waiting.get(notice.code)?.resolve(notice);
  });
  const ended = new Promise<number | string>((resolve) => {
    child.once('exit', (code, signal) => {
      resolve(signal ?? Number(code));
      for (const [code, { reject }] of waiting) reject(new Error(`ended before ${code}: ${JSON.stringify(notices)}`));
    });
  });
  const told = async (code: string) => {
    const already = notices.find((notice) => notice.code === code);
    if (already !== undefined) return already;
    const asked = Promise.withResolvers<Notice>();
    waiting.set(code, asked);
    return asked.promise;
  };
  const server = { child, notices, told, ended };
  started.push(server);
  return server;
}

/** As the closed installation has them. */
async function events(): Promise<readonly string[]> {
  const opened = await openDatabase({ kind: 'embedded', directory });
  if (!opened.ok) throw new Error(opened.error.code);
  const rows = await opened.value.db.selectFrom('event').select('id').execute();
  await opened.value.close();
  return rows.map(({ id }) => id);
}
