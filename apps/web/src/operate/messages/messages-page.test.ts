/** What became of messages, in Chromium: codes to numbers that arrive and to a carrier that drops everything. */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { arriveAt, openPage, reloadPage } from '../../../../../packages/ui/src/navigation.fixture.ts';
import { signInByInvitation } from '../../desk/signed-in.fixture.ts';
import {
  accessibilityFaults,
  openPagesUnderTest,
  type PagesUnderTest,
  WITHOUT_BROWSER,
} from '../../pages-under-test.fixture.ts';

const LONG_MS = 180_000;
const LOOK_MS = 3000;

describe.skipIf(WITHOUT_BROWSER)('the page of messages', () => {
  let pages: PagesUnderTest;
  let page: Page;
  const faults: string[] = [];
  beforeAll(async () => {
    pages = await openPagesUnderTest();
    page = await signInByInvitation(pages, await pages.openBrowser());
    page.on('pageerror', (error) => faults.push(String(error)));
  }, LONG_MS);
  afterAll(() => pages?.close());

  const send = (channel: 'sms' | 'call' | 'email', to: string) => pages.vidimus.contactCodes.send({ channel, to });

  test('before anything was sent it says so', { timeout: LONG_MS }, async () => {
    await openPage(page, `${pages.url}/desk/messages`);
    const text = () => page.locator('main').innerText();
    await expect.poll(text).toContain('Nothing was counted yet');
    await expect.poll(text).toContain('None was seen');
  });

  test(
    'a dead carrier is an outage on it, and arrivals are counted by country, prefix and route',
    async () => {
      // 902 at the end: the carrier takes it, and nobody ever tells.
      for (let n = 1; n <= 5; n += 1) await send('sms', `+5068888${n}902`);
      await send('sms', '+5068888 2911');
      await send('call', '+50688881001');
      for (let n = 1; n <= 4; n += 1) await send('sms', `+44740012300${n}`);
      await send('email', 'anna@example.com');
      const dead = page.getByText('Nothing arrives: Short message, Costa Rica');
      await expect
        .poll(
          async () => {
            await reloadPage(page);
            return dead.count();
          },
          { timeout: LONG_MS, interval: LOOK_MS },
        )
        .toBe(1);
      const code = await send('sms', '+50688887001');
      expect(code.outage?.channels).toEqual(['call', 'whatsapp', 'email']);
      const told = ['6 of 6 numbers got nothing', '+506888…', 'simulated-sms-2', 'Phone off or without signal'];
      await expect
        .poll(
          async () => {
            const main = await page.locator('main').innerText();
            const missing = told.filter((words) => !main.includes(words));
            if (missing.length > 0) await reloadPage(page);
            return missing;
          },
          { timeout: LONG_MS, interval: LOOK_MS },
        )
        .toEqual([]);
      expect(await accessibilityFaults(page)).toEqual([]);
      const [file] = await Promise.all([
        page.waitForEvent('download'),
        page.locator('section[aria-labelledby=places]').getByRole('link', { name: 'Download as CSV' }).click(),
      ]);
      expect(file.suggestedFilename()).toMatch(/^vidimus-messages-places-24h-.*\.csv$/);
      await page.getByLabel('Channel').selectOption('email');
      await page.getByRole('button', { name: 'Show' }).click();
      await arriveAt(page, (url) => url.searchParams.get('channel') === 'email');
      await expect.poll(() => page.locator('dl').innerText()).toMatch(/Sent\s+1/);
      const { data: events } = await pages.vidimus.events.list({ type: 'messages.outage_begun' });
      expect(events.length).toBeGreaterThan(0);
      if (process.env.VIDIMUS_SHOTS !== undefined) await shots(page, pages.url, process.env.VIDIMUS_SHOTS);
      expect(faults).toEqual([]);
    },
    LONG_MS,
  );
});

async function shots(page: Page, url: string, folder: string): Promise<void> {
  for (const [name, width, dark, locale] of [
    ['wide', 1280, false, 'en'],
    ['narrow', 390, false, 'en'],
    ['dark', 1280, true, 'en'],
    ['arabic', 390, false, 'ar'],
    ['arabic-wide', 1280, false, 'ar'],
  ] as const) {
    await page.setViewportSize({ width, height: 900 });
    await page.emulateMedia({ colorScheme: dark ? 'dark' : 'light' });
    await openPage(page, `${url}/desk/messages?lang=${locale}`);
    if (locale === 'ar') {
      await page.evaluate(() =>
        fetch('/desk/language', { method: 'POST', body: new URLSearchParams({ language: 'ar' }) }),
      );
      await reloadPage(page);
    }
    await page.screenshot({ path: `${folder}/${name}.png`, fullPage: true });
  }
}
