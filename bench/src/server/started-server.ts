import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

/** A whole server in processes of its own, as somebody would start it. */
export type StartedServer = {
  readonly url: string;
  readonly pid: number;
  /** Of the demonstration company, for test mode. */
  readonly key: string;
  /** Of the same, for live mode. */
  readonly liveKey: string;
  /** From the command to the first ready answer, milliseconds. */
  readonly readyMs: number;
  /** Asks it to stop, and waits. */
  readonly stop: () => Promise<void>;
};

/** The door of the command line. */
export const CLI = fileURLToPath(new URL('../../../apps/cli/vidimus.mjs', import.meta.url));
const LOOK_EVERY_MS = 50;
const LONGEST_START_MS = 120_000;

/** A folder for one server's data. */
export async function dataFolder(): Promise<{ readonly path: string; readonly remove: () => Promise<void> }> {
  const path = await mkdtemp(join(tmpdir(), 'vidimus-bench-server-'));
  return { path, remove: () => rm(path, { recursive: true, force: true }) };
}

/** A file with master keys of its own: beside a PostgreSQL none are made by themselves. Left behind in the temporary folder. */
export async function newKeysFile(): Promise<string> {
  const { stdout } = await promisify(execFile)(process.execPath, [CLI, 'keys', 'new']);
  const folder = await mkdtemp(join(tmpdir(), 'vidimus-bench-keys-'));
  const file = join(folder, 'keys');
  await writeFile(file, stdout, { mode: 0o600 });
  return file;
}

/** Starts it on that folder; `environment` says where else it keeps things. */
export async function startServer(
  folder: string,
  environment: Readonly<Record<string, string>> = {},
): Promise<StartedServer> {
  const port = await freePort();
  const begun = performance.now();
  const child = spawn(process.execPath, [CLI, 'serve', '--demonstration'], {
    env: { ...process.env, VIDIMUS_DATA: folder, PORT: String(port), ...environment },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const { pid } = child;
  if (pid === undefined) throw new Error('the server did not start');
  const url = `http://127.0.0.1:${port}`;
  await untilReady(url, child);
  const readyMs = performance.now() - begun;
  const demonstration: unknown = JSON.parse(await readFile(join(folder, 'demonstration.json'), 'utf8'));
  const key = textOf(demonstration, 'test_key');
  const liveKey = textOf(demonstration, 'live_key');
  const stop = async () => {
    const ended = new Promise((resolve) => child.once('exit', resolve));
    child.kill('SIGTERM');
    await ended;
  };
  return { url, pid, key, liveKey, readyMs, stop };
}

/** A text in an answer; its absence is a bug of the server or of this bench. */
export function textOf(value: unknown, ...path: readonly string[]): string {
  const found = path.reduce<unknown>(
    (at, key) => (typeof at === 'object' && at !== null ? Reflect.get(at, key) : undefined),
    value,
  );
  if (typeof found !== 'string') throw new Error(`no text at ${path.join('.')}`);
  return found;
}

async function untilReady(url: string, child: ChildProcess): Promise<void> {
  const deadline = performance.now() + LONGEST_START_MS;
  while (performance.now() < deadline) {
    if (child.exitCode !== null) throw new Error(`the server ended with ${child.exitCode}`);
    const answer = await fetch(`${url}/readyz`).catch(() => undefined);
    if (answer?.ok) return;
    await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS));
  }
  throw new Error('the server was not ready in time');
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => (typeof address === 'object' && address !== null ? resolve(address.port) : reject(address)));
    });
  });
}
