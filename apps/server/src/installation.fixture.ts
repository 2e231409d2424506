/** A whole installation: its process, what it writes, and a client that holds every answer against the published contract. */
import { type ChildProcess, fork } from 'node:child_process';
import { setTimeout as wait } from 'node:timers/promises';
import { z } from 'zod';
import type { OpenDatabase } from './db/open-database.ts';
import { contractReader } from './http/contract/contract-parser.fixture.ts';
import type { OpenApiDocument } from './http/contract/open-api.ts';
import { installationPlace } from './installation-place.fixture.ts';
import { programEnvironment } from './program-environment.fixture.ts';

export type Answered = { readonly status: number; readonly body: unknown; readonly bytes: Buffer };
export type Sending = {
  readonly token?: string;
  readonly json?: unknown;
  readonly photo?: Uint8Array;
  readonly headers?: Readonly<Record<string, string>>;
};
export type Installation = Awaited<ReturnType<typeof openInstallation>>;

const noticeSchema = z.looseObject({ code: z.string() });
const readySchema = z.looseObject({ url: z.string() });
const demonstrationSchema = z.looseObject({
  organization: z.string(),
  policy: z.string(),
  test_key: z.string(),
  live_key: z.string(),
});
const readersSchema = z.looseObject({ pids: z.array(z.int()) });
const contractSchema = z.custom<OpenApiDocument>((value) => typeof value === 'object' && value !== null);
const stateSchema = z.looseObject({ id: z.string(), state: z.string() });

const ASK_AGAIN_MS = 150;
/** For a reading, on a machine that does other things as well. */
const PATIENCE_MS = 150_000;

/** Starts it in a place of its own; what it finds in `environment` comes first. */
export async function openInstallation(kind: OpenDatabase['kind'], environment: Readonly<Record<string, string>> = {}) {
  const place = await installationPlace(kind);
  const server = startProcess({ ...place.environment, ...environment });
  const made = demonstrationSchema.parse(await server.told('demonstration'));
  const { url } = readySchema.parse(await server.told('serve.ready'));
  const contract = contractSchema.parse(await (await fetch(`${url}/v1/openapi.json`)).json());
  const strayOf = contractReader(contract);

  /** Throws for an answer that is not as published. */
  const call = async (method: string, path: string, sending: Sending = {}): Promise<Answered> => {
    const { token = made.test_key, json, photo, headers = {} } = sending;
    const type = photo === undefined ? 'application/json' : 'image/jpeg';
    const response = await fetch(url + path, {
      method,
      headers: {
        ...(token === '' ? {} : { authorization: `Bearer ${token}` }),
        ...(method === 'GET' ? {} : { 'content-type': type }),
        ...headers,
      },
      ...(method === 'GET' ? {} : { body: photo === undefined ? JSON.stringify(json ?? {}) : Buffer.from(photo) }),
    });
    const bytes = Buffer.from(await response.arrayBuffer());
    const [contentType = ''] = (response.headers.get('content-type') ?? '').split(';');
    const body: unknown = contentType.endsWith('json') ? JSON.parse(bytes.toString()) : undefined;
    const [pathname = path] = path.split('?');
    const stray = strayOf({ method, path: pathname, status: response.status, contentType, body });
    if (stray !== undefined) throw new Error(`off the contract: ${stray}`);
    return { status: response.status, body, bytes };
  };
  /** Throws where the answer is a refusal. */
  const done = async (method: string, path: string, sending: Sending = {}): Promise<unknown> => {
    const { status, body, bytes } = await call(method, path, sending);
    if (status >= 400) throw new Error(`${method} ${path}: ${status} ${bytes.toString()}`);
    return body;
  };
  return {
    url,
    place,
    contract,
    made,
    call,
    done,
    /** All that it wrote to standard output and error so far. */
    written: server.written,
    readers: async () => readersSchema.parse(await server.asked('readers')).pids,
    /** The verification once it is in one of these states. */
    until: async (id: string, ...states: readonly string[]): Promise<unknown> => {
      const deadline = Date.now() + PATIENCE_MS;
      for (;;) {
        const body = await done('GET', `/v1/verifications/${id}`);
        const { state } = stateSchema.parse(body);
        if (states.includes(state)) return body;
        if (Date.now() > deadline) throw new Error(`${id} is still ${state}, and not ${states.join(' or ')}`);
        await wait(ASK_AGAIN_MS);
      }
    },
    stop: server.stop,
    /** Ends it, and throws everything away. */
    close: async () => {
      await server.stop();
      await place.remove();
    },
  };
}

function startProcess(environment: Readonly<Record<string, string>>) {
  const child: ChildProcess = fork(new URL('./installation-process.fixture.ts', import.meta.url), {
    env: { ...programEnvironment(), PORT: '0', VIDIMUS_READERS: '1', ...environment },
    execArgv: ['--no-warnings'],
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  const chunks: Buffer[] = [];
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk: Buffer) => chunks.push(chunk));
  const notices: z.infer<typeof noticeSchema>[] = [];
  const listeners = new Set<() => void>();
  const hear = () => {
    for (const listener of listeners) listener();
  };
  child.on('message', (message) => {
    notices.push(noticeSchema.parse(message));
    hear();
  });
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  void ended.then(hear);
  const written = () => Buffer.concat(chunks).toString();
  const told = (code: string, after = 0) =>
    new Promise<unknown>((resolve, reject) => {
      const look = () => {
        const notice = notices.slice(after).find((each) => each.code === code);
        const hasEnded = child.exitCode !== null || child.signalCode !== null;
        if (notice === undefined && !hasEnded) return;
        listeners.delete(look);
        if (notice !== undefined) resolve(notice);
        else reject(new Error(`ended before ${code}: ${JSON.stringify(notices)} ${written()}`));
      };
      listeners.add(look);
      look();
    });
  return {
    written,
    told,
    asked: (code: string) => {
      const after = notices.length;
      child.send({ code });
      return told(code, after);
    },
    stop: async () => {
      child.kill('SIGTERM');
      await ended;
    },
  };
}
