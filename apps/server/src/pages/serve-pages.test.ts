import type { AddressInfo } from 'node:net';
import { type ServerType, serve } from '@hono/node-server';
import { Hono } from 'hono';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { AppEnv } from '../http/app-context.ts';
import type { Pages } from './pages.ts';
import { servePages } from './serve-pages.ts';

/** Says which address a page was asked at, and what was sent. */
const PAGES: Pages = {
  clientDirectory: '/nowhere',
  answer: async (request) => new Response(`${request.method} ${request.url} ${await request.text()}`),
};

describe('a form behind a proxy that ends TLS', () => {
  let server: ServerType;
  let here: string;
  beforeAll(async () => {
    const app = new Hono<AppEnv>();
    servePages(app, {
      pages: PAGES,
      publicUrl: 'https://verify.example',
      version: '0',
      isDemonstration: false,
      failed: () => {},
      refuse: () => new Response(null, { status: 400 }),
    });
    const address = await new Promise<AddressInfo>((resolve) => {
      server = serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' }, resolve);
    });
    here = `http://127.0.0.1:${address.port}`;
  });
  afterAll(() => server?.close());

  const send = async (origin: string) => {
    const answer = await fetch(`${here}/desk/mode?x=1`, {
      method: 'POST',
      headers: { origin, 'content-type': 'application/x-www-form-urlencoded' },
      body: 'mode=test',
    });
    return answer.text();
  };

  test('is seen at the public address, whole', async () => {
    expect(await send('https://verify.example')).toBe('POST https://verify.example/desk/mode?x=1 mode=test');
  });

  test('of another site stays where it was sent, for the pages to refuse', async () => {
    expect(await send('https://other.example')).toBe(`POST ${here}/desk/mode?x=1 mode=test`);
  });
});
