/** `POST /courier/receipts/{route}`: where gateways tell what became of a message. Not of the interface: its callers are carriers. */
import type { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import type { AppEnv } from '../http/app-context.ts';
import type { TakeReceipt } from './carrier.ts';
import type { RouteSettings } from './courier-file.ts';
import { isSigned, readPosted } from './gateway-receipt.ts';

const PATH = '/courier/receipts/:route';
const MOST_BYTES = 256 * 1024;
const UNSIGNED = 401;
const NOT_THERE = 404;
/** "Send it again": it may be faster than our own note of the message. */
const NOT_YET = 503;

/** `publicUrl`: as gateways know this server; part of what some of them sign. */
export function addReceiptPage(
  app: Hono<AppEnv>,
  parts: {
    readonly routes: readonly RouteSettings[];
    readonly takeReceipt: TakeReceipt;
    readonly publicUrl: string | undefined;
  },
): void {
  app.post(PATH, bodyLimit({ maxSize: MOST_BYTES }), async (c) => {
    c.set('route', PATH);
    const settings = parts.routes.find(({ name }) => name === c.req.param('route'));
    if (settings?.kind !== 'http' || settings.receipts === undefined) return c.body(null, NOT_THERE);
    const body = new Uint8Array(await c.req.arrayBuffer());
    const url = parts.publicUrl === undefined ? c.req.url : parts.publicUrl + new URL(c.req.url).pathname;
    const posted = { body, url, header: (name: string) => c.req.header(name) };
    if (!isSigned(settings.receipts, posted)) return c.body(null, UNSIGNED);
    const receipts = readPosted(settings.name, settings.receipts, body);
    const taken: ('recorded' | 'unknown')[] = [];
    for (const receipt of receipts) taken.push(await parts.takeReceipt(receipt));
    return c.body(null, taken.length > 0 && taken.every((one) => one === 'unknown') ? NOT_YET : 204);
  });
}
