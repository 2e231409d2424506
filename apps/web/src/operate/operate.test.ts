/** The desk's second half in Chromium, with an owner who signed in: a policy's way, a program's way, numbers, the record. */

import { createServer } from 'node:http';
import { createVidimus } from '@vidimus/sdk';
import type { Page } from 'playwright-core';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openPage } from '../../../../packages/ui/src/navigation.fixture.ts';
import { signInByInvitation } from '../desk/signed-in.fixture.ts';
import {
  accessibilityFaults,
  openPagesUnderTest,
  type PagesUnderTest,
  WITHOUT_BROWSER,
} from '../pages-under-test.fixture.ts';

const LONG_MS = 180_000;

describe.skipIf(WITHOUT_BROWSER)('the desk of whoever runs it', () => {
  let pages: PagesUnderTest;
  let page: Page;
  const faults: string[] = [];

  const open = async (path: string) => {
    await openPage(page, `${pages.url}/desk/${path}`);
  };
  const press = (name: string | RegExp) => page.locator('main').getByRole('button', { name }).first().click();

  beforeAll(async () => {
    pages = await openPagesUnderTest({ VIDIMUS_WEBHOOK_NETWORKS: '127.0.0.0/8' });
    page = await signInByInvitation(pages, await pages.openBrowser());
    page.on('pageerror', (error) => faults.push(String(error)));
    page.on('request', (request) => request.url().startsWith(pages.url) || faults.push(request.url()));
  }, LONG_MS);
  afterAll(() => pages?.close());

  test('every outcome can be made in test mode, and the numbers count it', { timeout: LONG_MS }, async () => {
    await open('developers/test-mode');
    await page.getByRole('button', { name: 'Make me this outcome: Too blurry' }).click();
    await page.getByText('A test verification was handed in and judged').waitFor({ timeout: LONG_MS });
    const told = page.getByRole('status').filter({ hasText: 'handed in and judged' });
    await expect.poll(() => told.innerText()).toContain('Too blurry');
    await open('numbers?by=browser');
    await expect.poll(() => page.locator('dl').innerText()).toMatch(/Pass rate\s+0%\s+0 of 1/);
    await page.getByText('The numbers as a table').first().click();
    await expect.poll(() => page.getByRole('table').first().innerText()).toContain('Approved at the first try');
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: 'Download as CSV' }).first().click(),
    ]);
    expect(file.suggestedFilename()).toMatch(/^vidimus-days-.*\.csv$/);
  });

  test('a policy: wrong, told where; mended; seen in words; simulated; published', { timeout: LONG_MS }, async () => {
    await open(`policies/${pages.policy}`);
    const editor = page.locator('.cm-content');
    await editor.waitFor();
    const text = await page.locator('textarea[name=document]').inputValue();
    const write = async (changed: string) => {
      await editor.click();
      await page.keyboard.press('Control+A');
      await page.keyboard.insertText(changed);
    };
    await write(text.replace('"passport"', '"pasport"'));
    const problem = page.getByRole('status').filter({ hasText: '1 thing is wrong' });
    await problem.waitFor();
    const line = text.slice(0, text.indexOf('"passport"')).split('\n').length;
    await expect.poll(() => problem.innerText()).toContain(`Line ${line}`);
    await expect.poll(() => problem.innerText()).toContain('documents[0].types[0]');
    await expect.poll(() => problem.innerText()).toContain('"pasport"');

    await write(text.slice(0, -3));
    await page.getByText('From here on it is no JSON').waitFor();

    await write(text);
    await problem.waitFor({ state: 'hidden' });
    await page.getByLabel('Least age in years').fill('99');
    await page.getByLabel('Least age in years').blur();
    const words = page.locator('article[lang]');
    await words.getByText('99').waitFor();
    await page.getByLabel('As it is read by').selectOption('ar');
    await page.locator('article[lang=ar][dir=rtl]').waitFor();
    await page.getByLabel('As it is read by').selectOption('auditor');
    await words.getByText('minimum_age: 99').waitFor();

    await page.locator('main').getByRole('link', { name: 'Version 1' }).click();
    await page.getByRole('dialog', { name: 'Leave without saving?' }).waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);
    await page.getByRole('dialog').getByRole('button', { name: 'Stay here' }).last().click();

    await press('Simulate');
    await page.getByText('Simulation of version 2').first().waitFor({ timeout: LONG_MS });
    await expect
      .poll(() => page.getByText(/verifications? judged again/).innerText())
      .toContain('1 verification judged again.');
    expect(await accessibilityFaults(page)).toEqual([]);
    await press('Publish');
    await page.getByText('Version 2 is published. Whoever begins from now on').waitFor();
    await expect.poll(() => page.getByRole('table').last().innerText()).toContain('Demonstration Owner');
    const { published_version } = await pages.vidimus.policies.get(pages.policy);
    expect(published_version).toBe(2);
  });

  test('a key is made, shown once, used by the sdk, and revoked', { timeout: LONG_MS }, async () => {
    await open('developers/keys');
    await page.getByLabel('Name').fill('Shop server');
    await press('Make the key');
    await page.getByText('The key “Shop server” is made').waitFor();
    const secret = await page.getByRole('status').locator('code').first().innerText();
    expect(secret).toMatch(/^sk_test_/);
    const shop = createVidimus({ baseUrl: pages.url, key: secret });
    expect((await shop.verifications.create({ policy: pages.policy })).id).toMatch(/^ver_/);
    await open('developers/keys');
    await expect.poll(() => page.content()).not.toContain(secret);
    await press('Revoke Shop server');
    await page.getByText(/^Revoked /).waitFor();
    await expect(shop.verifications.list()).rejects.toMatchObject({ status: 401 });
  });

  test('an endpoint is told, and told again', { timeout: LONG_MS }, async () => {
    const shop = await openShop();
    await open('developers/webhooks');
    await page.getByLabel('Address').fill('shop.example/hook');
    await press('Add the endpoint');
    await page.getByText('This does not read as an address.').waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);
    await page.getByLabel('Address').fill(`http://127.0.0.1:${shop.port}/hook`);
    await press('Add the endpoint');
    const secret = page.getByRole('status').locator('code').first();
    await secret.waitFor();
    await expect.poll(() => secret.innerText()).toMatch(/^whsec_/);
    await page.getByRole('link', { name: 'Open the endpoint' }).click();
    await press('Send a test event');
    await page.getByText('It is on its way.').waitFor();
    await expect.poll(() => shop.received.length, { timeout: 30_000 }).toBe(1);
    await open(new URL(page.url()).pathname.replace('/desk/', ''));
    await page.locator('summary').filter({ hasText: 'webhook.test' }).filter({ hasText: '204' }).click();
    await page.getByText(/^Try 1,/).waitFor();
    await press('Send again');
    await page.getByText('It is on its way.').waitFor();
    await expect.poll(() => shop.received.length, { timeout: 30_000 }).toBe(2);
    expect(shop.received[0]).toBe(shop.received[1]);
    await press('Send all given up ones again');
    await page.getByText('Nothing was waiting to be sent again.').waitFor();
    await page.locator('summary').filter({ hasText: 'Change the endpoint' }).click();
    await press('Exchange the secret');
    await page.getByText('This is the new secret').waitFor();
    await shop.close();
    await open('developers/events');
    await expect.poll(() => page.locator('main').innerText()).toContain('verification.created');
  });

  test('the record holds, and is found by what was done', async () => {
    await open('audit?action=policy.published');
    await expect.poll(() => page.locator('main ol li').count()).toBeGreaterThan(1);
    await press('Verify now');
    await page.getByText('The record holds').waitFor();
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: 'Take the whole record away' }).click(),
    ]);
    expect(file.suggestedFilename()).toMatch(/^org_.*\.audit\.jsonl$/);
  });

  test('the brand is set and shown', async () => {
    await open('organization');
    await page.getByLabel('Name').fill('Harbour Bank');
    await page.getByLabel('Colour').fill('#7b7b7b');
    await page.getByText('Text on it is hard to read').waitFor();
    await press('Save');
    await page.getByText('Saved. Applicants see it from now on.').waitFor();
    await expect.poll(() => page.locator('figure').first().innerText()).toContain('Harbour Bank');
    await page.getByText(/is used instead/).waitFor();
    await page.locator('header', { hasText: 'Harbour Bank' }).first().waitFor();

    const picture = await sharp({ create: { width: 240, height: 80, channels: 3, background: '#0f5c62' } })
      .png()
      .toBuffer();
    await page.locator('input[type=file]').setInputFiles({ name: 'logo.png', mimeType: 'image/png', buffer: picture });
    await press('Send the logo');
    const logo = page.locator('figure img').first();
    await logo.waitFor();
    await expect.poll(() => logo.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBeGreaterThan(0);
    const { link } = await pages.vidimus.verifications.create({ policy: pages.policy });
    const applicant = await page.context().newPage();
    await openPage(applicant, link.url);
    const shown = applicant.locator('header img[alt="Harbour Bank"]');
    await expect.poll(() => shown.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBeGreaterThan(0);
    await applicant.close();
    await page
      .locator('input[type=file]')
      .setInputFiles({ name: 'a.png', mimeType: 'image/png', buffer: Buffer.from('no') });
    await press('Send the logo');
    await page.getByRole('alert').first().waitFor();
    await open('organization');
    await press('Take the logo away');
    await logo.waitFor({ state: 'detached' });
  });

  test('the hosts of return_url are named; what is no host is told with its line, and stays to be mended', {
    timeout: LONG_MS,
  }, async () => {
    const create = (return_url: string) => pages.vidimus.verifications.create({ policy: pages.policy, return_url });
    await open('organization');
    await page.getByText('No host is named yet').waitFor();
    const section = page.locator('section[aria-labelledby=hosts]');
    const hosts = section.getByLabel('Hosts, one a line');
    await hosts.fill('Shop.example.com\nhttps://pay.example.com/done\n*.example.com\nno host');
    await section.getByRole('button', { name: 'Save' }).click();
    const alert = section.getByRole('alert');
    await alert.getByText('3 lines are no hosts. Nothing was saved.').waitFor();
    await expect.poll(() => alert.innerText()).toContain('Line 2: write the host alone, ⁦pay.example.com⁩.');
    await expect.poll(() => hosts.inputValue()).toContain('https://pay.example.com/done');
    expect(await accessibilityFaults(page)).toEqual([]);
    await create('https://anywhere.example/done');
    await hosts.fill('Shop.example.com\npay.example.com\n');
    await section.getByRole('button', { name: 'Save' }).click();
    await page.getByText('Saved. It counts for every new verification.').waitFor();
    await expect.poll(() => hosts.inputValue()).toBe('shop.example.com\npay.example.com');
    await create('https://shop.example.com/done');
    await expect(create('https://anywhere.example/done')).rejects.toMatchObject({
      code: 'verification.return-url-not-allowed',
    });
    await hosts.fill('');
    await section.getByRole('button', { name: 'Save' }).click();
    await page.getByText('No host is named yet').waitFor();
    await create('https://anywhere.example/done');
  });

  test.each(['light', 'dark'] as const)(
    'no page has accessibility faults in %s',
    { timeout: LONG_MS },
    async (scheme) => {
      await page.emulateMedia({ colorScheme: scheme });
      const found: string[] = [];
      for (const path of PAGES) {
        await open(path.replace('POLICY', pages.policy));
        await page.locator('main h1').waitFor();
        found.push(...(await accessibilityFaults(page)).map((fault) => `${path}: ${fault}`));
      }
      expect(found).toEqual([]);
      expect(faults).toEqual([]);
    },
  );

  test('on a phone, and in Arabic, nothing scrolls sideways', { timeout: LONG_MS }, async () => {
    await page.setViewportSize({ width: 390, height: 844 });
    const wide: string[] = [];
    for (const path of PAGES) {
      await open(`${path.replace('POLICY', pages.policy)}?lang=ar`);
      await expect.poll(() => page.locator('html').getAttribute('dir')).toBe('rtl');
      const isWide = await page.evaluate(() => {
        const { scrollWidth, clientWidth } = document.documentElement;
        return scrollWidth > clientWidth;
      });
      if (isWide) wide.push(path);
    }
    expect(wide).toEqual([]);
  });

  test('without script a policy is checked and saved by the same form', { timeout: LONG_MS }, async () => {
    const state = await page.context().storageState();
    const browser = await pages.openBrowser();
    const context = await browser.newContext({ javaScriptEnabled: false, storageState: state, locale: 'en' });
    const plain = await context.newPage();
    await openPage(plain, `${pages.url}/desk/policies/${pages.policy}?lang=en`);
    await plain.getByLabel('Least age in years').fill('21');
    await plain.getByLabel('As it is read by').selectOption('en');
    await plain.getByRole('button', { name: 'Check and show' }).click();
    await plain.locator('article[lang=en]').getByText('21').waitFor();
    await expect.poll(() => plain.locator('textarea[name=document]').inputValue()).toContain('"minimum_age": 21');
    await plain.getByRole('button', { name: 'Save the draft' }).click();
    await plain.getByText('The draft is saved.').waitFor();
    await browser.close();
  });
});

const PAGES = [
  'policies',
  'policies/POLICY',
  'numbers',
  'developers',
  'developers/keys',
  'developers/webhooks',
  'developers/events',
  'developers/test-mode',
  'audit',
  'organization',
];

/** A server of a customer, on loopback: keeps the ids of the events that came, and takes each. */
async function openShop() {
  const received: (string | undefined)[] = [];
  const server = createServer((request, response) => {
    received.push(request.headers['webhook-id']?.toString());
    response.writeHead(204).end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  const close = () =>
    new Promise<void>((resolve) => {
      server.closeAllConnections();
      server.close(() => resolve());
    });
  return { port, received, close };
}
