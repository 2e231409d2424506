/** Carries requests over `fetch`: credential, key, tries, and refusals as errors. */
import type { ApiRequest, CallOptions, Transport } from './api-request.ts';
import { uploadBody } from './photograph.ts';
import { problemOf, VidimusProblem, VidimusUnreachable } from './problem.ts';
import { retryAfterSeconds, waitBefore } from './retry.ts';

/** What of `fetch` is used: that of a browser, of Node, or an app in the same process (`app.request` of Hono). */
export type Fetch = (url: string, init: RequestInit) => Response | Promise<Response>;

/** How every client is made. */
export type ClientOptions = {
  /** Where Vidimus answers, e.g. `https://verify.example.com`; `/v1/…` is put after it. */
  readonly baseUrl: string;
  /** Left out: the global one. */
  readonly fetch?: Fetch;
  /** Tries after the first, of requests that may be sent twice. Left out: three. */
  readonly retries?: number;
  /** Of one try, in milliseconds. Left out: a little more than the server gives a slow upload. */
  readonly timeoutMs?: number;
};

/** What differs between a program and a test of it. */
export type TransportWorld = {
  readonly wait: (ms: number, signal: AbortSignal | undefined) => Promise<void>;
  readonly random: () => number;
  readonly newKey: () => string;
  readonly nowMs: () => number;
};

const RETRIES = 3;
/** The server waits 120 s for a body. */
const TIMEOUT_MS = 130_000;
/** As many as a UUID has. */
const KEY_BYTES = 16;

/** `headers` go with every request. Throws a TypeError for a `baseUrl` that is none. */
export function openTransport(
  options: ClientOptions,
  headers: Readonly<Record<string, string>>,
  world: TransportWorld = WORLD,
): Transport {
  const base = baseOf(options.baseUrl);
  // Called without an object: the browser's own refuses to be a method of anything but the window.
  const send = options.fetch ?? ((url: string, init: RequestInit) => fetch(url, init));
  const { retries = RETRIES, timeoutMs = TIMEOUT_MS } = options;

  const ask = async <Answer>(request: ApiRequest, call: CallOptions = {}, read: Read<Answer>): Promise<Answer> => {
    const url = base + request.path + queryOf(request.query);
    const { isRepeatable, ...parts } = initOf(request, headers, () => call.idempotencyKey ?? world.newKey());
    for (let tried = 1; ; tried++) {
      const timeout = AbortSignal.timeout(timeoutMs);
      const signal = call.signal === undefined ? timeout : AbortSignal.any([call.signal, timeout]);
      const got = await attempt(() => send(url, { ...parts, signal }), read, world.nowMs, call.signal);
      if (got.kind === 'answer') return got.answer;
      const failed = got.kind === 'refused' ? got.problem : 'unreachable';
      const wait = isRepeatable && tried <= retries ? waitBefore(failed, tried, world.random()) : undefined;
      if (wait === undefined) {
        throw got.kind === 'refused' ? got.problem : new VidimusUnreachable(new URL(url).host, tried, got.cause);
      }
      await world.wait(wait, call.signal);
    }
  };

  return {
    json: <Answer>(request: ApiRequest, call: CallOptions | undefined) => ask<Answer>(request, call, readJson),
    nothing: (request, call) => ask(request, call, (response) => response.body?.cancel() ?? Promise.resolve()),
    file: (request, call) => ask(request, call, (response) => response.blob()),
  };
}

type Read<Answer> = (response: Response) => Promise<Answer>;
type Got<Answer> =
  | { readonly kind: 'answer'; readonly answer: Answer }
  | { readonly kind: 'refused'; readonly problem: VidimusProblem }
  | { readonly kind: 'no answer'; readonly cause: unknown };

/** One try. What the caller's own signal ended is thrown as it is. */
async function attempt<Answer>(
  send: () => Response | Promise<Response>,
  read: Read<Answer>,
  nowMs: () => number,
  stop: AbortSignal | undefined,
): Promise<Got<Answer>> {
  stop?.throwIfAborted();
  try {
    const response = await send();
    if (response.ok) return { kind: 'answer', answer: await read(response) };
    const retryAfter = retryAfterSeconds(response.headers.get('retry-after'), nowMs());
    return { kind: 'refused', problem: await problemOf(response, retryAfter) };
  } catch (cause) {
    stop?.throwIfAborted();
    if (cause instanceof VidimusProblem) return { kind: 'refused', problem: cause };
    return { kind: 'no answer', cause };
  }
}

/** What is not known yet (a new reason code) passes as it came. Throws the problem of an answer that is no JSON. */
async function readJson<Answer>(response: Response): Promise<Answer> {
  if (response.headers.get('content-type')?.startsWith('application/json') !== true) {
    throw await problemOf(response, undefined);
  }
  const answer: Answer = JSON.parse(await response.text());
  return answer;
}

function initOf(request: ApiRequest, common: Readonly<Record<string, string>>, keyOf: () => string) {
  const headers: Record<string, string> = { accept: 'application/json', ...common };
  // A redirect would carry the credential to wherever it points, and none is expected.
  const init = { method: request.method, redirect: 'error' } as const;
  if (request.repeat === 'keyed') headers['idempotency-key'] = keyOf();
  const isRepeatable = request.repeat !== 'never';
  if (request.upload !== undefined) {
    const { body, mediaType, isStream } = uploadBody(request.upload.photograph, request.upload.mediaType);
    headers['content-type'] = mediaType;
    if (isStream) return { ...init, headers, body, duplex: 'half', isRepeatable: false } as const;
    return { ...init, headers, body, isRepeatable };
  }
  if (request.body === undefined) return { ...init, headers, isRepeatable };
  headers['content-type'] = 'application/json';
  return { ...init, headers, body: JSON.stringify(request.body), isRepeatable };
}

function queryOf(query: object | undefined): string {
  const given = Object.entries(query ?? {}).flatMap(([name, value]): [string, string][] =>
    value === undefined ? [] : [[name, String(value)]],
  );
  return given.length === 0 ? '' : `?${new URLSearchParams(given)}`;
}

function baseOf(baseUrl: string): string {
  const { protocol, search, hash, href } = new URL(baseUrl);
  if (!/^https?:$/.test(protocol) || search !== '' || hash !== '') {
    throw new TypeError('baseUrl is an address that begins with https:// (or http://), without query');
  }
  return href.replace(/[/]+$/, '');
}

const WORLD: TransportWorld = {
  wait: (ms, signal) =>
    new Promise((resolve, reject) => {
      const stop = () => {
        clearTimeout(timer);
        reject(signal?.reason);
      };
      const timer = setTimeout(() => {
        signal?.removeEventListener('abort', stop);
        resolve();
      }, ms);
      if (signal?.aborted === true) stop();
      else signal?.addEventListener('abort', stop, { once: true });
    }),
  random: () => Math.random(),
  // Not `randomUUID`: browsers have it on pages over HTTPS alone.
  newKey: () => Array.from(crypto.getRandomValues(new Uint8Array(KEY_BYTES)), (byte) => byte.toString(16)).join('-'),
  nowMs: () => Date.now(),
};
