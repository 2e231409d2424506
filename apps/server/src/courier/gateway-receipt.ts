/** What a gateway posts afterwards: believed when it is signed, read as the configuration says. */
import { createHmac, timingSafeEqual } from 'node:crypto';
import type { Receipt } from './carrier.ts';
import type { GatewayReceipts } from './gateway-settings.ts';
import { atPointer, wordAt } from './json-pointer.ts';

export type PostedReceipt = {
  readonly body: Uint8Array;
  /** The address that it was posted to, as the gateway knows it. */
  readonly url: string;
  readonly header: (name: string) => string | undefined;
};

/** In one post; more is no receipt. */
const MOST = 1000;
const CODE = /^[\w.: -]{1,32}$/;

/** Whether it is signed with the route's secret, in constant time. */
export function isSigned({ signature }: GatewayReceipts, posted: PostedReceipt): boolean {
  const given = posted.header(signature.header) ?? '';
  if (!given.startsWith(signature.prefix)) return false;
  const mac = createHmac(signature.algorithm, signature.secret).update(signedPart(signature.over, posted)).digest();
  const presented = Buffer.from(given.slice(signature.prefix.length), signature.encoding);
  return presented.length === mac.length && timingSafeEqual(presented, mac);
}

/** The receipts of one post; empty for a body that is none. */
export function readPosted(route: string, settings: GatewayReceipts, body: Uint8Array): readonly Receipt[] {
  const document = documentOf(settings.format, Buffer.from(body).toString('utf8'));
  const found = atPointer(document, settings.list);
  const list: readonly unknown[] = Array.isArray(found) ? found.slice(0, MOST) : [found];
  return list.flatMap((one) => receiptOf(route, settings, one));
}

function receiptOf(route: string, settings: GatewayReceipts, one: unknown): readonly Receipt[] {
  const carrierId = wordAt(one, settings.id);
  const status = wordAt(one, settings.status);
  if (carrierId === undefined || status === undefined) return [];
  const error = settings.error === undefined ? undefined : wordAt(one, settings.error);
  const said = [status, error].filter((word) => word !== undefined).join(' ');
  const about = { route, carrierId, code: CODE.test(said) ? said : 'receipt' };
  const { delivered, undelivered } = settings.statuses;
  if (delivered.includes(status)) return [{ ...about, outcome: 'delivered' }];
  const byStatus = Object.hasOwn(undelivered, status) ? undelivered[status] : undefined;
  if (byStatus === undefined) return [{ ...about, outcome: 'on_its_way' }];
  const byError = error !== undefined && Object.hasOwn(settings.errors, error) ? settings.errors[error] : undefined;
  return [{ ...about, outcome: 'undelivered', reason: byError ?? byStatus }];
}

function signedPart(over: GatewayReceipts['signature']['over'], { body, url }: PostedReceipt): string | Uint8Array {
  if (over === 'body') return body;
  const fields = [...new URLSearchParams(Buffer.from(body).toString('utf8'))];
  const sorted = fields.toSorted(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
  return url + sorted.map(([name, value]) => name + value).join('');
}

function documentOf(format: 'json' | 'form', text: string): unknown {
  if (format === 'form') return Object.fromEntries(new URLSearchParams(text));
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}
