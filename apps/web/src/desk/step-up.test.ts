/** The second factor once more: sensitive acts a quarter of an hour after signing in. */
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { arriveAt, openPage } from '../../../../packages/ui/src/navigation.fixture.ts';
import {
  accessibilityFaults,
  openPagesUnderTest,
  PASSING_TIME,
  type PagesUnderTest,
  WITHOUT_BROWSER,
} from '../pages-under-test.fixture.ts';
import { codeOf } from './authenticator-app.fixture.ts';
import { signInByInvitation } from './signed-in.fixture.ts';

const QUARTER_HOUR_MS = 15 * 60_000;

describe.skipIf(WITHOUT_BROWSER)('a sensitive act long after signing in', { timeout: 180_000 }, () => {
  let pages: PagesUnderTest;
  let browser: Browser;
  let page: Page;
  /** Of the owner's app. */
  let secret: string;
  let aheadMs = 0;
  const faults: string[] = [];

  const later = async () => {
    await pages.quarterHourLater();
    aheadMs += QUARTER_HOUR_MS;
  };
  const open = async (path: string) => {
    await openPage(page, `${pages.url}${path}`);
  };
  const dialog = () => page.getByRole('dialog', { name: 'Prove that it is you' });
  const focused = () => page.evaluate(() => document.activeElement?.textContent);
  const members = async () => (await page.locator('main li > div strong').allInnerTexts()).toSorted();
  const fillInvitation = async (name: string) => {
    await page.getByLabel('Name', { exact: true }).fill(name);
    await page.getByLabel('E-mail address').fill(`${name.toLowerCase()}@example.com`);
  };

  beforeAll(async () => {
    pages = await openPagesUnderTest(PASSING_TIME);
    browser = await pages.openBrowser();
    page = await signInByInvitation(pages, browser);
    page.on('pageerror', (error) => faults.push(String(error)));
    // The app beside the passkey.
    await open('/desk/set-up');
    await page.getByLabel('New password').fill('correct battery horse staple');
    await page.getByRole('button', { name: 'Go on' }).click();
    secret = await page.locator('input[name=secret]').inputValue();
    await page.locator('input[name=code]').fill(codeOf(secret, Date.now()));
    await page.getByRole('button', { name: 'It shows a code: finish' }).click();
    await page.getByText('You have this one').waitFor();
    await open('/desk/members');
    await fillInvitation('Rita');
    await page.getByRole('button', { name: 'Invite' }).click();
    await page.locator('input[readonly]').waitFor();
  }, 120_000);
  afterAll(() => pages?.close());

  test('left, it changes nothing and says so; focus is back where it was', async () => {
    await later();
    await open('/desk/members');
    await fillInvitation('Ada');
    await page.getByRole('button', { name: 'Invite' }).focus();
    await page.keyboard.press('Enter');
    await dialog().waitFor();
    await expect.poll(() => dialog().evaluate((part) => part.contains(document.activeElement))).toBe(true);
    expect(await accessibilityFaults(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await dialog().waitFor({ state: 'detached' });
    await expect.poll(() => page.getByRole('status').filter({ hasText: 'Nothing was changed' }).count()).toBe(1);
    await expect.poll(focused).toBe('Invite somebody');
    expect(await accessibilityFaults(page)).toEqual([]);
    await open('/desk/members');
    await expect.poll(() => members()).toEqual(['Demonstration Owner', 'Rita']);
  });

  test('proven by a passkey, it goes on with what was asked for; the next act asks no more', async () => {
    await fillInvitation('Ada');
    await page.getByRole('button', { name: 'Invite' }).click();
    await dialog().getByRole('button', { name: 'With a passkey' }).click();
    await page.getByText('The invitation of Ada').waitFor();
    await expect.poll(() => page.getByRole('status').filter({ hasText: 'Nothing was changed' }).count()).toBe(0);
    await expect
      .poll(() => page.evaluate(() => document.activeElement?.getAttribute('value')))
      .toContain('/desk/invitation/');
    await expect.poll(() => members()).toEqual(['Ada', 'Demonstration Owner', 'Rita']);
    await page.locator('li', { hasText: 'ada@' }).getByText('Change', { exact: false }).first().click();
    await page.locator('li', { hasText: 'ada@' }).getByRole('button', { name: 'Disable' }).click();
    await page.locator('li', { hasText: 'ada@' }).getByText('disabled').waitFor();
  });

  test('of a form with several buttons, the one that was pressed is what goes on', async () => {
    await later();
    await open('/desk/members');
    const rita = page.locator('li', { hasText: 'rita@' });
    await rita.locator('summary').first().click();
    await rita.getByRole('button', { name: 'Disable' }).click();
    await dialog().getByRole('button', { name: 'With a passkey' }).click();
    await rita.getByText('disabled').waitFor();
  });

  test('a wrong code is told in the dialog and changes nothing; the right one makes the key that was named', async () => {
    await later();
    await open('/desk/developers/keys');
    const before = await page.getByRole('row').count();
    await page.getByLabel('Name').fill('Shop server');
    await page.getByRole('button', { name: 'Make the key' }).click();
    await dialog().locator('input[name=code]').fill('000000');
    await page.keyboard.press('Enter');
    await dialog().getByText('That is not the code of now, or it was used before').waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);
    await dialog()
      .locator('input[name=code]')
      .fill(codeOf(secret, Date.now() + aheadMs));
    await page.keyboard.press('Enter');
    await page.getByText('The key “Shop server” is made').waitFor();
    await expect.poll(focused).toBe('Make the key');
    await expect.poll(() => page.getByRole('row').count()).toBe(before + 1);
  });

  test('without script a link leads to the proof, and back', async () => {
    await later();
    const context = await browser.newContext({
      javaScriptEnabled: false,
      locale: 'en',
      storageState: await page.context().storageState(),
    });
    const plain = await context.newPage();
    await openPage(plain, `${pages.url}/desk/members`);
    await plain.getByLabel('Name', { exact: true }).fill('Grace');
    await plain.getByLabel('E-mail address').fill('grace@example.com');
    await plain.getByRole('button', { name: 'Invite' }).click();
    await plain.getByRole('link', { name: 'Prove that it is you' }).click();
    await plain.locator('input[name=code]').fill(codeOf(secret, Date.now() + aheadMs));
    await plain.getByRole('button', { name: 'With this code' }).click();
    await arriveAt(plain, '/desk/members');
    await expect.poll(() => plain.locator('main').innerText()).not.toContain('grace@example.com');
    await context.close();
  });

  test('no page threw', () => expect(faults).toEqual([]));
});
