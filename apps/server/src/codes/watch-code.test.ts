/** Over a real listener: what comes, when it ends, and what is held meanwhile. */
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { scripted } from '../courier/courier-world.fixture.ts';
import { listenHttp } from '../http-listener.ts';
import { type CodeDesk, digitsIn, openCodeDesk } from './code-desk.fixture.ts';
import { forgetCodes } from './store.ts';

const sms = scripted('sms');
const MINUTE_MS = 60_000;
let desk: CodeDesk;
let url: string;
let close: () => Promise<void>;
beforeAll(async () => {
  desk = await openCodeDesk('embedded', [sms]);
  const answer = async (request: Request) => {
    const codeId = new URL(request.url).pathname.slice(1);
    const watched = { organizationId: 'org_a', mode: 'live', codeId } as const;
    const opened = await desk.watches.open(watched, request.headers.get('last-event-id') ?? undefined);
    if (!opened.ok) return new Response(null, { status: opened.error.status });
    if (opened.value === 'over') return new Response(null, { status: 204 });
    return new Response(opened.value.stream, { headers: { 'content-type': 'text/event-stream' } });
  };
  const listening = await listenHttp(answer, { host: '127.0.0.1', port: 0 });
  if (!listening.ok) throw new Error(listening.error.code);
  url = listening.value.url;
  close = () => listening.value.close(100);
});
afterEach(async () => {
  sms.taken.length = 0;
  await expect.poll(() => desk.watches.count).toBe(0);
  expect(desk.troubles).toEqual([]);
});
afterAll(async () => {
  desk.watches.close();
  await close();
  await desk.close();
});

/** Follows a code, and keeps what it was told. */
async function follow(id: string, lastEventId?: string) {
  const stop = new AbortController();
  const headers: Readonly<Record<string, string>> = lastEventId === undefined ? {} : { 'last-event-id': lastEventId };
  const response = await fetch(`${url}/${id}`, { headers, signal: stop.signal });
  const told: { text: string; isOver: boolean } = { text: '', isOver: response.body === null };
  const reading = (async () => {
    const decoder = new TextDecoder();
    for await (const chunk of response.body ?? []) told.text += decoder.decode(chunk, { stream: true });
    told.isOver = true;
  })().catch(() => undefined);
  return {
    status: response.status,
    states: () => [...told.text.matchAll(/"object":"own_code".*?"state":"(\w+)"/g)].map(([, state]) => state),
    /** Without what is told only where a look falls between the handing over and the answer. */
    deliveries: () =>
      [...told.text.matchAll(/"deliveries":\[\{"channel":"sms","state":"(\w+)"/g)]
        .map(([, state]) => state)
        .filter((state) => state !== 'sent'),
    lastId: () => [...told.text.matchAll(/^id: (\S+)$/gm)].at(-1)?.[1],
    isOver: () => told.isOver,
    text: () => told.text,
    stop: async () => {
      stop.abort();
      await reading;
    },
  };
}

test('what happens is told as it happens, and with the end the stream ends', async () => {
  const { id } = await desk.send();
  const page = await follow(id);
  await expect.poll(page.deliveries).toEqual(['queued']);
  expect(page.text()).toMatch(/^retry: 2000\n\nid: \S+\ndata: \{/);
  await desk.runDue();
  await expect.poll(page.deliveries).toEqual(['queued', 'accepted']);
  await desk.receipt({ route: 'sms', carrierId: 'sms-1', outcome: 'delivered', code: 'DELIVRD' });
  await expect.poll(page.deliveries).toEqual(['queued', 'accepted', 'delivered']);
  await desk.enter(id, digitsIn(sms.taken[0]?.body.text ?? ''));
  await expect.poll(page.isOver).toBe(true);
  expect(page.states().at(-1)).toBe('accepted');
  // Whoever saw the end is told that there is nothing more, and the browser asks no more.
  expect((await follow(id, page.lastId())).status).toBe(204);
});

test('whoever comes back is told only what is new', async () => {
  const { id } = await desk.send();
  const before = await follow(id);
  await expect.poll(before.lastId).toBeDefined();
  await before.stop();
  const again = await follow(id, before.lastId());
  await wait(1200);
  expect(again.states()).toEqual([]);
  await desk.runDue();
  await expect.poll(again.deliveries).toEqual(['accepted']);
  await again.stop();
});

test('while pages follow along the one connection of the embedded database is free', async () => {
  const codes = await Promise.all(
    Array.from({ length: 4 }, () => desk.send({ to: `+5068888${1000 + sms.taken.length}` })),
  );
  const pages = await Promise.all(codes.map(({ id }) => follow(id)));
  const startMs = performance.now();
  for (const { id } of codes) await desk.look(id);
  expect(performance.now() - startMs).toBeLessThan(10_000);
  for (const page of pages) await page.stop();
});

test('when it is erased the stream ends', async () => {
  const { id } = await desk.send();
  const page = await follow(id);
  await desk.asTenant((trx) =>
    forgetCodes(trx, desk.parts.vault, 'org_a', new Date(desk.parts.clock().getTime() + MINUTE_MS)),
  );
  await expect.poll(page.isOver).toBe(true);
  expect((await follow(id)).status).toBe(204);
});

test('that time ran out is told, too', async () => {
  const { id } = await desk.send();
  const page = await follow(id);
  desk.advance(11 * MINUTE_MS);
  await expect.poll(page.states).toEqual(['waiting', 'expired']);
  await expect.poll(page.isOver).toBe(true);
});

test('of one code five pages are followed, and a sixth is refused until one goes', async () => {
  const { id } = await desk.send();
  const pages = await Promise.all(Array.from({ length: 5 }, () => follow(id)));
  expect((await follow(id)).status).toBe(503);
  await pages[0]?.stop();
  await expect.poll(() => desk.watches.count).toBe(4);
  const sixth = await follow(id);
  expect(sixth.status).toBe(200);
  for (const page of [...pages, sixth]) await page.stop();
});
