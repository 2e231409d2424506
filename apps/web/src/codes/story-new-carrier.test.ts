/**
 * "Correct phone settings, ten years a customer, new carrier": the first message hangs, the one that is sent again takes another route
 * and arrives; the first one, arriving late, is right, too.
 */
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openPage } from '../../../../packages/ui/src/navigation.fixture.ts';
import {
  accessibilityFaults,
  openPagesUnderTest,
  type PagesUnderTest,
  WITHOUT_BROWSER,
} from '../pages-under-test.fixture.ts';
import { openGateways } from './gateways.fixture.ts';

const NUMBER = '+50688880001';
const USUAL_SECONDS = 50;
/** The first resend is possible after half a minute. */
const RESEND_MS = 45_000;
/** The server looks once a second. */
const TOLD_MS = 10_000;
const STORY_MS = 120_000;

describe.skipIf(WITHOUT_BROWSER)('somebody with a new carrier', () => {
  let pages: PagesUnderTest;
  let browser: Browser;
  let gateways: Awaited<ReturnType<typeof openGateways>>;
  beforeAll(async () => {
    gateways = await openGateways(USUAL_SECONDS);
    pages = await openPagesUnderTest(gateways.environment);
    browser = await pages.openBrowser();
  }, STORY_MS);
  afterAll(async () => {
    await pages?.close();
    gateways?.close();
  });
  const make = (more: object = {}) =>
    pages.liveVidimus.contactCodes.send({
      channel: 'sms',
      to: NUMBER,
      purpose: 'confirm',
      return_url: `${pages.url}/docs`,
      ...more,
    });
  const digitsIn = (text = '') => /\d{6}/.exec(text)?.[0] ?? 'none';
  const told = (page: Page, words: string) => page.getByText(words, { exact: true }).first().waitFor();

  test('has it sent again by another route, and the late first code is right', { timeout: STORY_MS }, async () => {
    const { url, id } = await make();
    const context = await browser.newContext({ viewport: { width: 390, height: 844 } });
    const page = await context.newPage();
    let loads = 0;
    page.on('load', () => (loads += 1));
    await openPage(page, url);
    await told(page, 'The carrier took it');
    await page.getByText(`usually says that it came within ${USUAL_SECONDS} seconds`).waitFor();
    await page.getByText(/You can ask again in \d+ seconds/).waitFor();
    await page.getByText('It takes another route this time.').waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);
    // What cannot be pressed yet does nothing.
    await page.getByRole('button', { name: 'Send the text message again' }).click({ force: true });
    await page.getByText('You can ask for it again now.').waitFor({ timeout: RESEND_MS });
    await page.getByRole('button', { name: 'Send the text message again' }).click();
    await page.getByText('It is on its way again.').waitFor();
    await expect.poll(() => gateways.taken.map(({ gateway }) => gateway)).toEqual(['first', 'second']);
    const [first, second] = gateways.taken;
    if (first === undefined || second === undefined) throw new Error('two messages were sent');
    expect(digitsIn(second.text)).toBe(digitsIn(first.text));
    // Told while the page lies open.
    await gateways.tell(pages.url, second, 'delivered');
    await told(page, 'Arrived');
    await page.getByText('route 2').first().waitFor();
    await gateways.tell(pages.url, first, 'delivered');
    await expect.poll(() => page.getByText('Arrived', { exact: true }).count(), { timeout: TOLD_MS }).toBe(2);
    expect(loads).toBe(1);
    // A slip of the finger costs a try, and locks nobody.
    await page.getByLabel('Code').fill(digitsIn(first.text) === '000000' ? '000001' : '000000');
    await page.getByRole('button', { name: 'Confirm' }).click();
    await page.getByText(/Tries left: 4/).waitFor();
    await page.getByLabel('Code').fill(digitsIn(first.text));
    await page.getByRole('button', { name: 'Confirm' }).click();
    await page.getByRole('heading', { name: 'It worked' }).waitFor();
    await expect
      .poll(() => page.getByRole('link', { name: 'Go on to Demonstration' }).getAttribute('href'))
      .toBe(`${pages.url}/docs`);
    expect(await accessibilityFaults(page)).toEqual([]);
    expect(await pages.liveVidimus.contactCodes.get(id)).toMatchObject({ state: 'accepted', reached: 'phone' });
  });

  test('without script the same forms do the same', { timeout: STORY_MS }, async () => {
    const { url } = await make({ correctable: true, locale: 'ar' });
    const before = gateways.taken.length;
    const page = await browser.newPage({ javaScriptEnabled: false, viewport: { width: 390, height: 844 } });
    await openPage(page, url);
    await expect.poll(() => page.locator('html').getAttribute('dir')).toBe('rtl');
    const press = (intent: string) =>
      page.locator(`form:has(input[value="${intent}"]) button`).first().click({ force: true });
    // Too soon: said in words.
    await press('resend');
    await page.getByText('أُرسل قبل قليل').waitFor();
    await openPage(page, url);
    await page.locator('summary', { hasText: 'أليس هذا رقمك؟' }).click();
    await page.locator('input[name="to"]').fill('+50688880002');
    await press('correct');
    await page.getByText('تم التغيير').waitFor();
    await expect.poll(() => gateways.taken.at(-1)?.to, { timeout: 10_000 }).toBe('+50688880002');
    expect(gateways.taken.length).toBeGreaterThan(before);
    // On a keyboard of their own.
    const arabic = [...digitsIn(gateways.taken.at(-1)?.text)].map((digit) =>
      String.fromCharCode(0x0660 + Number(digit)),
    );
    await page.locator('input[name="code"]').fill(arabic.join(''));
    await press('enter');
    await page.getByRole('heading', { name: 'تم بنجاح' }).waitFor();
    // Sent twice: it stays done.
    await openPage(page, url);
    await page.getByRole('heading', { name: 'تم بنجاح' }).waitFor();
  });

  test('a link that is not whole says so', { timeout: STORY_MS }, async () => {
    const { url } = await make();
    const answer = await fetch(url.slice(0, -1));
    expect(answer.status).toBe(404);
    expect(await answer.text()).toContain('This page does not open');
    expect((await fetch(`${url.slice(0, -1)}/events`)).status).toBe(401);
  });
});
