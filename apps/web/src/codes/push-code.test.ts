/** Somebody who took the operator's app off their telephone is told so, and comes in by a short message. */
import { type Browser, devices } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openPage } from '../../../../packages/ui/src/navigation.fixture.ts';
import {
  accessibilityFaults,
  openPagesUnderTest,
  type PagesUnderTest,
  WITHOUT_BROWSER,
} from '../pages-under-test.fixture.ts';
import { openGateways } from './gateways.fixture.ts';

const REFERENCE = 'device:8f3a77c1';
const NUMBER = '+50688880001';
const USUAL_SECONDS = 20;
/** A resend is possible after half a minute. */
const STORY_MS = 180_000;
const RESEND_MS = 60_000;

describe.skipIf(WITHOUT_BROWSER)('a code by a notification of the operator’s app', () => {
  let pages: PagesUnderTest;
  let gateways: Awaited<ReturnType<typeof openGateways>>;
  let browser: Browser;
  beforeAll(async () => {
    gateways = await openGateways(USUAL_SECONDS);
    pages = await openPagesUnderTest(gateways.environment);
    browser = await pages.openBrowser();
  }, STORY_MS);
  afterAll(async () => {
    await pages?.close();
    gateways?.close();
  });
  const takenBy = async (to: string) => {
    await expect.poll(() => gateways.taken.some((one) => one.to === to), { timeout: 30_000 }).toBe(true);
    const taken = gateways.taken.findLast((one) => one.to === to);
    if (taken === undefined) throw new Error('nothing was taken');
    return taken;
  };

  test('did not arrive, says why, and goes to the number instead', { timeout: STORY_MS }, async () => {
    const { id, url } = await pages.liveVidimus.contactCodes.send({
      channel: 'push',
      to: REFERENCE,
      purpose: 'sign_in',
      alternatives: [{ channel: 'sms', to: NUMBER }],
    });
    const page = await (await browser.newContext({ ...devices['Pixel 7'], locale: 'en' })).newPage();
    await openPage(page, `${pages.url}${new URL(url).pathname}`);
    await page.getByText(/We sent a notification with a code to the .* app on your phone\./).waitFor();
    const notified = await takenBy(REFERENCE);
    expect(notified.text).toMatch(/^\d{6} is your code for .*\. Never tell it to anybody\.$/);
    await gateways.tell(pages.url, notified, 'failed');
    await page.getByRole('listitem').getByText('Did not arrive: The app is no longer on the phone').first().waitFor();
    await page.getByText('Install the app and sign in to it, or use another way.', { exact: true }).waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);
    expect(await page.content()).not.toContain(REFERENCE);

    const instead = page.getByRole('button', { name: 'Send a text message' });
    await expect.poll(() => instead.isEnabled(), { timeout: RESEND_MS }).toBe(true);
    await expect.poll(() => page.locator('#way-sms').innerText()).toBe('+506 … 01');
    await instead.click();
    const digits = /\d{6}/.exec((await takenBy(NUMBER)).text)?.[0] ?? 'none';
    await page.getByText('It is on its way again.').waitFor();
    await page.getByLabel('Code', { exact: true }).fill(digits);
    await page.getByRole('button', { name: 'Confirm' }).click();
    await page.getByRole('heading', { name: 'It worked' }).waitFor();
    expect(await pages.liveVidimus.contactCodes.get(id)).toMatchObject({ state: 'accepted', reached: 'phone' });
  });
});
