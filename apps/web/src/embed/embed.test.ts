/** The example of docs/integration, on an origin of its own, around the pages of an installed server. */
import { readFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { createApplicant } from '@vidimus/sdk';
import { drawSpecimen } from '@vidimus/specimens';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openPage, reloadPage } from '../../../../packages/ui/src/navigation.fixture.ts';
import { openPagesUnderTest, type PagesUnderTest, WITHOUT_BROWSER } from '../pages-under-test.fixture.ts';

const EXAMPLE = join(import.meta.dirname, '..', '..', '..', '..', 'docs', 'integration', 'embed-example.html');
const TODAY = new Date().toISOString().slice(0, 10);
const PATIENCE = { timeout: 30_000 } as const;

describe.skipIf(WITHOUT_BROWSER)('<vidimus-verify> in another site', () => {
  let pages: PagesUnderTest;
  let browser: Browser;
  let shop: Server;
  let shopUrl: string;
  /** What the site serves. */
  let html = '';
  beforeAll(async () => {
    pages = await openPagesUnderTest();
    browser = await pages.openBrowser();
    shop = createServer((_request, response) => response.setHeader('content-type', 'text/html').end(html));
    await new Promise<void>((resolve) => shop.listen(0, '127.0.0.1', resolve));
    const address = shop.address();
    shopUrl = `http://localhost:${typeof address === 'object' ? address?.port : 0}`;
  }, 120_000);
  afterAll(async () => {
    await pages?.close();
    shop?.close();
  });

  async function verification(returnUrl = `${shopUrl}/done`) {
    const { link } = await pages.vidimus.verifications.create({ residence: 'DEU', return_url: returnUrl });
    return { address: `${pages.url}/verify/${link.token}`, token: link.token };
  }

  /** A good passport, up to the decision. */
  async function handIn(token: string) {
    const order = { kind: 'passport', state: 'UTO', seed: 29, faults: [], asOf: TODAY } as const;
    const { photographs } = await drawSpecimen(order, { variant: 'demo', widthPx: 2400, heightPx: 1800 });
    const applicant = createApplicant({ baseUrl: pages.url, token });
    await applicant.answerConsent({ document: true });
    await applicant.answerDetails({ document_type: 'passport' });
    await applicant.photographDocument('front', new Uint8Array(photographs[0] ?? []));
    await applicant.submitVerification();
    await expect.poll(async () => (await applicant.getVerification()).state, PATIENCE).toBe('approved');
  }

  async function example(link: string, mode: 'frame' | 'popup') {
    const text = await readFile(EXAMPLE, 'utf8');
    return text
      .replace('https://verify.example.com/embed.js', `${pages.url}/embed.js`)
      .replace('https://verify.example.com/verify/TOKEN', link)
      .replace('mode="frame"', `mode="${mode}"`);
  }

  test('in a frame: it is ready, as high as its page, may use the camera, and says when it is finished', async () => {
    const { address, token } = await verification();
    html = await example(address, 'frame');
    const page = await browser.newPage();
    await openPage(page, shopUrl);
    await page.getByText(/^vidimus-ready: /).waitFor(PATIENCE);
    const frame = page.frames().find((one) => one.url().startsWith(pages.url));
    const wanted = await frame?.evaluate(() => document.body.scrollHeight);
    await expect
      .poll(() => page.locator('iframe').evaluate((element) => element.clientHeight), PATIENCE)
      .toBeGreaterThanOrEqual(Math.min(300, wanted ?? 0));
    await expect
      .poll(() => frame?.evaluate(() => Reflect.get(document, 'featurePolicy')?.allowsFeature('camera')))
      .toBe(true);
    await handIn(token);
    await reloadPage(page);
    await page.getByText('vidimus-finished: approved').waitFor(PATIENCE);
    await page.close();
  });

  test('in a window of its own: it hears from it, too', async () => {
    html = await example((await verification()).address, 'popup');
    const page = await browser.newPage();
    await openPage(page, shopUrl);
    await page.getByRole('button', { name: 'Verify who you are' }).click(PATIENCE);
    await page.getByText(/^vidimus-ready: /).waitFor(PATIENCE);
    await page.close();
  });

  test.each([['that the verification does not lead back to', 'https://shop.example/done']])(
    'a site %s sees nothing',
    async (_, returnUrl) => {
      html = await example((await verification(returnUrl)).address, 'frame');
      const page = await browser.newPage();
      const refused = page.waitForEvent('console', {
        predicate: (message) => message.text().includes('frame-ancestors'),
        ...PATIENCE,
      });
      await openPage(page, shopUrl);
      await refused;
      await expect.poll(() => page.locator('#state').textContent()).toBe('Waiting.');
      await page.close();
    },
  );

  test('a page that lies about who it is, is not heard', async () => {
    html = await example((await verification()).address, 'frame');
    const page = await browser.newPage();
    await openPage(page, shopUrl);
    await page.getByText(/^vidimus-ready: /).waitFor(PATIENCE);
    await page.evaluate(() => window.postMessage({ type: 'vidimus', event: 'finished', state: 'approved' }, '*'));
    await page.waitForTimeout(500);
    await expect.poll(() => page.locator('#state').textContent()).not.toContain('approved');
    await page.close();
  });

  test('the script is a few kB, and may be loaded from elsewhere', async () => {
    const response = await fetch(`${pages.url}/embed.js`);
    expect(response.headers.get('cross-origin-resource-policy')).toBe('cross-origin');
    expect(response.headers.get('cache-control')).toBe('public, max-age=3600');
    expect(brotliCompressSync(await response.text()).byteLength).toBeLessThan(3000);
  });
});
