/**
 * Posts one webhook to a stranger's server, and believes nothing that it says but the status. The address is looked up and judged
 * here, and the connection is held to it: a name that answers differently a moment later (DNS rebinding) changes nothing.
 */
import type { LookupFunction } from 'node:net';
import type { Result } from '@vidimus/engine/standards';
import ipaddr from 'ipaddr.js';
import { buildConnector, Client, type Dispatcher, errors } from 'undici';
import { type HostRefused, type ResolveHost, resolveSafely } from './resolve-host.ts';
import type { AllowedNetworks } from './safe-address.ts';
import { readWebhookUrl, type UrlRefused } from './webhook-url.ts';

export type WebhookRequest = {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
};

/** Why no status came. */
export type SendRefused = UrlRefused | HostRefused | { readonly code: NetworkFailure };

/**
 * `tls`: the certificate is another host's, or of nobody known, or there is none. `bad-answer`: what came is no HTTP, or its
 * headers are too long.
 */
export type NetworkFailure =
  | 'webhook-send.timeout'
  | 'webhook-send.no-connection'
  | 'webhook-send.tls'
  | 'webhook-send.bad-answer';

export type SendWebhook = (request: WebhookRequest, signal: AbortSignal) => Promise<Result<number, SendRefused>>;

export type SenderParts = {
  readonly resolve: ResolveHost;
  readonly allowed: AllowedNetworks;
  /** PEM certificates trusted in place of the usual ones. */
  readonly certificates?: readonly string[];
  readonly connectTimeoutMs?: number;
  readonly wholeTimeoutMs?: number;
};

const CONNECT_TIMEOUT_MS = 5000;
const WHOLE_TIMEOUT_MS = 15_000;
const MOST_REQUEST_BYTES = 64 * 1024;
const MOST_HEADER_BYTES = 16 * 1024;
/** Read so that a polite receiver can finish its sentence; nothing of it is kept. */
const MOST_ANSWER_BYTES = 64 * 1024;
/** Codes of OpenSSL and Node for a certificate, or a hand shake, that is not right. */
const TLS_FAILURE = /^(ERR_TLS|ERR_SSL|CERT_|UNABLE_TO|DEPTH_ZERO|SELF_SIGNED|EPROTO)/;

/**
 * Makes the sender. The answer is the HTTP status, whatever it is: redirects are not followed, no proxy of the environment is
 * used, and every call has its own connection. Throws when `signal` aborts, and for a body over 64 kB, which is our own mistake.
 */
export function webhookSender(parts: SenderParts): SendWebhook {
  return async (request, signal) => {
    if (Buffer.byteLength(request.body) > MOST_REQUEST_BYTES) throw new Error('webhook body over 64 kB');
    const url = readWebhookUrl(request.url, parts.allowed);
    if (!url.ok) return url;
    const timeout = AbortSignal.timeout(parts.wholeTimeoutMs ?? WHOLE_TIMEOUT_MS);
    const either = AbortSignal.any([signal, timeout]);
    try {
      const addresses = await resolveSafely(url.value, parts, either);
      if (!addresses.ok) return addresses;
      return { ok: true, value: await post(url.value, addresses.value, request, parts, either) };
    } catch (error) {
      signal.throwIfAborted();
      if (timeout.aborted) return { ok: false, error: { code: 'webhook-send.timeout' } };
      return { ok: false, error: { code: codeOf(error) } };
    }
  };
}

async function post(
  url: URL,
  addresses: readonly string[],
  request: WebhookRequest,
  parts: SenderParts,
  signal: AbortSignal,
): Promise<number> {
  const client = new Client(url.origin, { connect: pinned(addresses, parts), maxHeaderSize: MOST_HEADER_BYTES });
  try {
    const answer = await client.request({
      method: 'POST',
      path: `${url.pathname}${url.search}`,
      headers: { 'user-agent': 'Vidimus-Webhooks', accept: '*/*', ...request.headers },
      body: request.body,
      signal,
    });
    await discard(answer.body);
    return answer.statusCode;
  } finally {
    await client.destroy();
  }
}

/** Connects to these addresses alone. The name is still the one for SNI, the certificate and the Host header. */
function pinned(addresses: readonly string[], parts: SenderParts): buildConnector.connector {
  const parsed = addresses.map((address) => ipaddr.parse(address));
  const known = new Set(parsed.map(String));
  const all = parsed.map((address) => ({ address: address.toString(), family: address.kind() === 'ipv4' ? 4 : 6 }));
  const lookup: LookupFunction = (_name, options, done) => {
    const [first] = all;
    if (options.all === true || first === undefined) done(null, all);
    else done(null, first.address, first.family);
  };
  const connect = buildConnector({
    lookup,
    autoSelectFamily: true,
    allowH2: false,
    // An environment variable can turn this off for the whole process; not here.
    rejectUnauthorized: true,
    timeout: parts.connectTimeoutMs ?? CONNECT_TIMEOUT_MS,
    ...(parts.certificates === undefined ? {} : { ca: [...parts.certificates] }),
  });
  return (options, done) =>
    connect(options, (...[error, socket]) => {
      if (error !== null) return done(error, null);
      // Whatever the libraries between here and the socket do with names: this is where it counts.
      if (known.has(ipaddr.parse(socket.remoteAddress ?? '::').toString())) return done(null, socket);
      socket.destroy();
      return done(new Error('connected to another address than the one looked up'), null);
    });
}

/** The status is known by now; what breaks or dawdles in the body does not take it back. */
async function discard(body: Dispatcher.ResponseData['body']): Promise<void> {
  let left = MOST_ANSWER_BYTES;
  try {
    for await (const chunk of body) {
      left -= Buffer.from(chunk).length;
      if (left <= 0) return;
    }
  } catch (error) {
    if (!(error instanceof Error)) throw error;
  }
}

/** What the network does to us is an answer; what has no code is a bug, and thrown. */
function codeOf(error: unknown): NetworkFailure {
  if (!(error instanceof Error) || !('code' in error)) throw error;
  if (error instanceof errors.ConnectTimeoutError) return 'webhook-send.timeout';
  if (error instanceof errors.HTTPParserError || error instanceof errors.HeadersOverflowError) {
    return 'webhook-send.bad-answer';
  }
  return TLS_FAILURE.test(String(error.code)) ? 'webhook-send.tls' : 'webhook-send.no-connection';
}
