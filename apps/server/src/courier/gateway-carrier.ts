/** Messages handed to an HTTP gateway: calls, messengers, short messages, whatever the operator's provider offers. */
import { Agent, request } from 'undici';
import type { z } from 'zod';
import type { Carrier, HandedOver, Handover } from './carrier.ts';
import type { GatewaySettings } from './gateway-settings.ts';
import { wordAt } from './json-pointer.ts';

const CONNECT_MS = 5000;
const WHOLE_MS = 15_000;
const MOST_ANSWER_BYTES = 64 * 1024;
const TOO_MANY = 429;
const SERVER_FAILS = 500;
const CLIENT_FAILS = 400;
const REDIRECTS = 300;
/** What of a gateway's own words is kept: a code, and nothing that may quote the message. */
const CODE = /^[\w.:-]{1,24}$/;
/** Node's and undici's codes for what fails before the request is out. */
const NOT_REACHED = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'UND_ERR_CONNECT_TIMEOUT',
]);

/** Redirects are not followed: a message with a code in it goes where the operator said. `wholeMs`: for the whole answer. */
export function gatewayCarrier(
  name: string,
  settings: GatewaySettings,
  { wholeMs }: { readonly wholeMs: number } = { wholeMs: WHOLE_MS },
): Carrier {
  // A connection each (0 keeps none): on one that the gateway just closed nobody could tell whether a message got through.
  const dispatcher = new Agent({ pipelining: 0, connect: { timeout: CONNECT_MS } });
  return {
    name,
    channel: settings.channel,
    handOver: async (handover, signal) => {
      const timeout = AbortSignal.timeout(wholeMs);
      try {
        const { url, headers, format } = settings.request;
        const {
          statusCode,
          headers: answered,
          body,
        } = await request(url, {
          dispatcher,
          method: 'POST',
          headers: { ...headers, 'content-type': TYPES[format], accept: 'application/json' },
          body: filledBody(settings, handover),
          signal: AbortSignal.any([signal, timeout]),
        });
        const text = await bounded(body);
        return answerOf(settings, statusCode, text, Number(answered['retry-after']));
      } catch (error) {
        signal.throwIfAborted();
        return failureOf(error, timeout.aborted);
      }
    },
    close: () => dispatcher.close(),
  };
}

const TYPES = { json: 'application/json', form: 'application/x-www-form-urlencoded' } as const;

/** The template with its places filled. */
function filledBody(
  { request: { format, body } }: GatewaySettings,
  { to, reference, body: message }: Handover,
): string {
  const places: Readonly<Record<string, string>> = {
    '{to}': to,
    '{to_digits}': to.replace(/^\+/, ''),
    '{text}': message.text,
    '{reference}': reference,
  };
  const filled = (text: string) =>
    text.replaceAll(/\{(to|to_digits|text|reference)\}/g, (place) => places[place] ?? place);
  if (format === 'json') return JSON.stringify(filledIn(body, filled));
  const fields = Object.entries(body).map(([name, value]): [string, string] => [name, filled(String(value))]);
  return new URLSearchParams(fields).toString();
}

type Json = z.output<ReturnType<typeof z.json>>;

function filledIn(value: Json, filled: (text: string) => string): Json {
  if (typeof value === 'string') return filled(value);
  if (Array.isArray(value)) return value.map((one) => filledIn(one, filled));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, filledIn(one, filled)]));
}

/** Undefined for more than an answer can be: what comes then is no gateway. */
async function bounded(body: AsyncIterable<Uint8Array>): Promise<string | undefined> {
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of body) {
    bytes += chunk.length;
    if (bytes > MOST_ANSWER_BYTES) return undefined;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

function answerOf(
  { answer }: GatewaySettings,
  status: number,
  text: string | undefined,
  retryAfter: number,
): HandedOver {
  const document = parsed(text);
  if (status === TOO_MANY) {
    const afterMs = Number.isFinite(retryAfter) && retryAfter > 0 ? { afterMs: retryAfter * 1000 } : {};
    return { kind: 'later', reason: 'throttled', code: `HTTP ${status}`, ...afterMs };
  }
  if (status >= SERVER_FAILS) return { kind: 'later', reason: 'route_failed', code: `HTTP ${status}` };
  if (status >= REDIRECTS) {
    const word = answer.error === undefined ? undefined : wordAt(document, answer.error);
    const reason = word === undefined ? undefined : own(answer.errors, word);
    const code = `HTTP ${status}${word !== undefined && CODE.test(word) ? ` ${word}` : ''}`;
    // A wrong key or address of the gateway says nothing about the number.
    return {
      kind: 'refused',
      reason: reason ?? (status < CLIENT_FAILS ? 'route_failed' : 'carrier_gave_no_reason'),
      code,
    };
  }
  const word = answer.status === undefined ? undefined : wordAt(document, answer.status);
  const refused = word === undefined ? undefined : own(answer.refused, word);
  const code = word !== undefined && CODE.test(word) ? word : `HTTP ${status}`;
  if (refused === 'throttled') return { kind: 'later', reason: refused, code };
  if (refused !== undefined) return { kind: 'refused', reason: refused, code };
  const id = wordAt(document, answer.id);
  // Taken, and nobody will be able to say what became of it.
  if (id === undefined) return { kind: 'refused', reason: 'route_failed', code: `${code} no-id` };
  return { kind: 'accepted', carrierIds: [id], code };
}

function failureOf(error: unknown, isTimeout: boolean): HandedOver {
  if (isTimeout) return { kind: 'unknown', code: 'timeout' };
  if (!(error instanceof Error) || !('code' in error)) throw error;
  const code = String(error.code);
  return NOT_REACHED.has(code) ? { kind: 'later', reason: 'route_failed', code } : { kind: 'unknown', code };
}

function parsed(text: string | undefined): unknown {
  if (text === undefined) return undefined;
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

function own<T>(table: Readonly<Record<string, T>>, key: string): T | undefined {
  return Object.hasOwn(table, key) ? table[key] : undefined;
}
