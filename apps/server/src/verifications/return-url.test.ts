/** Applicants are led back to sites that the organization has named, and over https. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { TEST_DATABASES } from '../db/test-database.fixture.ts';
import { whyNotReturnTo } from './return-url.ts';
import { type Desk, openDesk } from './verification-desk.fixture.ts';

test.each([
  ['https://shop.example.com/done', []],
  ['https://shop.example.com:8443/done?x=1', ['shop.example.com']],
  ['https://SHOP.example.com/', ['shop.example.com']],
  ['http://localhost:3000/', []],
  ['http://localhost:3000/', ['localhost']],
])('%s, where %j are named, is led back to', (url, allowed) => {
  expect(whyNotReturnTo(url, allowed)).toBeUndefined();
});

test.each([
  ['http://shop.example.com/', [], 'not_https'],
  ['http://localhost.evil.example/', [], 'not_https'],
  ['https://evil.example/', ['shop.example.com'], 'host'],
  ['https://sub.shop.example.com/', ['shop.example.com'], 'host'],
  ['https://shop.example.com.evil.example/', ['shop.example.com'], 'host'],
  ['https://evilshop.example.com/', ['shop.example.com'], 'host'],
  ['https://shop.example.com@evil.example/', [], 'names_a_person'],
  ['https://shop.example.com\\@evil.example/', ['evil.example'], 'host'],
  ['http://localhost:3000/', ['shop.example.com'], 'host'],
])('%s, where %j are named, is not: %s', (url, allowed, why) => {
  expect(whyNotReturnTo(url, allowed)?.why).toBe(why);
});

describe.each(TEST_DATABASES)('on the %s database', (kind) => {
  let desk: Desk;
  beforeAll(async () => {
    desk = await openDesk(kind);
  });
  afterAll(() => desk.close());

  test('hosts that were named are all that there are, from then on', async () => {
    const begin = (return_url: string) => desk.ask(desk.key, 'createVerification', { body: { return_url } });
    expect(await begin('https://anywhere.example/')).toMatchObject({ ok: true });
    const body = { hosts: ['shop.example.com', 'shop.example.com'] };
    expect(await desk.whole(desk.key, 'putReturnHosts', { body })).toEqual({ hosts: ['shop.example.com'] });
    expect(await desk.whole(desk.key, 'getReturnHosts')).toEqual({ hosts: ['shop.example.com'] });
    expect(await begin('https://shop.example.com/done')).toMatchObject({ ok: true });
    expect(await begin('https://anywhere.example/')).toMatchObject({
      ok: false,
      error: {
        status: 422,
        code: 'verification.return-url-not-allowed',
        detail: expect.stringContaining('shop.example.com alone'),
        errors: [{ pointer: '/return_url' }],
      },
    });
  });

  test.each(['https://shop.example.com', 'shop.example.com:443', 'Shop.example.com', '*.example.com', '', 'a..b'])(
    '“%s” is no host',
    async (host) => {
      await expect(desk.ask(desk.key, 'putReturnHosts', { body: { hosts: [host] } })).rejects.toThrow('host');
    },
  );
});
