/** An applicant's account in Chromium: kept from a receipt, left, entered by passkey and by code, without script, in Arabic. */
import { createApplicant } from '@vidimus/sdk';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { arriveAt, openPage } from '../../../../packages/ui/src/navigation.fixture.ts';
import { codeOf } from '../desk/authenticator-app.fixture.ts';
import { addAuthenticator } from '../desk/signed-in.fixture.ts';
import {
  accessibilityFaults,
  openPagesUnderTest,
  type PagesUnderTest,
  WITHOUT_BROWSER,
} from '../pages-under-test.fixture.ts';
import { accountEn } from '../texts/account/en.table.ts';
import { codeSentTo } from './code-sent-to.fixture.ts';

const PATIENCE_MS = 90_000;

describe.skipIf(WITHOUT_BROWSER)('an account', { timeout: 180_000 }, () => {
  let pages: PagesUnderTest;
  let browser: Browser;
  beforeAll(async () => {
    pages = await openPagesUnderTest();
    browser = await pages.openBrowser();
  }, 120_000);
  afterAll(() => pages?.close());

  const windowOf = async (options: BrowserContextOptions = {}): Promise<Page> => {
    const context = await browser.newContext({ locale: 'en', viewport: { width: 390, height: 844 }, ...options });
    context.setDefaultTimeout(PATIENCE_MS);
    return context.newPage();
  };
  /** A receipt, opened by whoever knows the birth date. */
  const receiptOf = async (): Promise<string> => {
    const { link } = await pages.vidimus.verifications.create({
      residence: 'DEU',
      claims: { birth_date: '1983-08-12' },
    });
    const client = createApplicant({ baseUrl: pages.url, token: link.token });
    const { token } = await client.makeReceipt();
    const opened = await createApplicant({ baseUrl: pages.url, token }).openReceipt({ birth_date: '1983-08-12' });
    return opened.token;
  };
  const codeTo = (to: string) => codeSentTo(pages, to);

  test('is kept with a passkey, left, and entered again without a name', async () => {
    const page = await windowOf();
    await addAuthenticator(page);
    await openPage(page, `${pages.url}/receipt/${await receiptOf()}`);
    await page.getByRole('link', { name: 'Keep an account' }).click();
    await arriveAt(page, /^\/receipt\/[^/]+\/account$/);
    expect(await accessibilityFaults(page)).toEqual([]);
    await page.getByRole('button', { name: 'Keep it with a passkey' }).click();
    await arriveAt(page, '/account/mine');
    await expect.poll(() => page.locator('main').innerText()).toContain('Passkey of');
    expect(await accessibilityFaults(page)).toEqual([]);
    await page.getByRole('button', { name: 'Sign out', exact: true }).click();
    await arriveAt(page, '/account');
    await page.getByRole('button', { name: 'Sign in with a passkey' }).click();
    await arriveAt(page, '/account/mine');
    await page.getByRole('button', { name: 'Open the receipt' }).click();
    await arriveAt(page, /^\/receipt\/[^/]+$/);
    await page.context().close();
  });

  test('is kept with a code and entered with one, all without script', async () => {
    const page = await windowOf({ javaScriptEnabled: false });
    await openPage(page, `${pages.url}/receipt/${await receiptOf()}/account`);
    await page.locator('input[name=to]').fill('noscript@example.com');
    await page.getByRole('button', { name: 'Send the code' }).click();
    await arriveAt(page, /\/account\/code\/[^/]+$/);
    await page.locator('input[name=code]').fill('000000');
    await page.getByRole('button', { name: 'Confirm' }).click();
    await page.getByText('That is not the code.').waitFor();
    await page.locator('input[name=code]').fill(await codeTo('noscript@example.com'));
    await page.getByRole('button', { name: 'Confirm' }).click();
    await arriveAt(page, '/account/mine');
    await page.getByText('E-mail n…@example.com').waitFor();
    await page.getByRole('button', { name: 'Sign out everywhere' }).click();
    await arriveAt(page, '/account');
    // The receipt leads to the place of its account.
    await openPage(page, `${pages.url}/account?mode=test`);
    await page.locator('input[name=to]').first().fill('noscript@example.com');
    await page.getByRole('button', { name: 'Send the code' }).click();
    await arriveAt(page, /\/account\/code\/[^/]+$/);
    await expect.poll(() => page.locator('main').innerText()).toContain('If n…@example.com belongs to an account');
    await page.context().close();
  });

  test('“another way” than a code leads back to where the account was being kept, also once the code is gone', async () => {
    const page = await windowOf();
    await addAuthenticator(page);
    const receipt = `/receipt/${await receiptOf()}`;
    await openPage(page, `${pages.url}${receipt}/account`);
    await page.locator('input[name=to]').fill('other-way@example.com');
    await page.getByRole('button', { name: 'Send the code' }).click();
    await arriveAt(page, /\/account\/code\/[^/]+$/);
    expect(await accessibilityFaults(page)).toEqual([]);
    await page.getByRole('link', { name: accountEn.try_another }).click();
    await arriveAt(page, `${receipt}/account`);
    await openPage(page, `${pages.url}${receipt}/account/code/vtk_gone`);
    await page.getByRole('link', { name: accountEn.title_keep }).click();
    await arriveAt(page, `${receipt}/account`);
    await page.getByRole('button', { name: 'Keep it with a passkey' }).click();
    await arriveAt(page, '/account/mine');
    await page.context().close();
  });

  test('an authenticator app is set up, a wrong code told, the right one taken; it opens the account afterwards', async () => {
    const page = await windowOf();
    await openPage(page, `${pages.url}/receipt/${await receiptOf()}/account`);
    await page.locator('input[name=to]').fill('app@example.com');
    await page.getByRole('button', { name: 'Send the code' }).click();
    await arriveAt(page, /\/account\/code\/[^/]+$/);
    await page.locator('input[name=code]').fill(await codeTo('app@example.com'));
    await page.getByRole('button', { name: 'Confirm' }).click();
    await arriveAt(page, '/account/mine');
    await page.getByText(accountEn.add_way).click();
    await page.getByRole('link', { name: accountEn.add_app }).click();
    await arriveAt(page, '/account/app');
    await page.getByRole('button', { name: accountEn.add_app }).click();
    const code = page.getByLabel(accountEn.app_code);
    await code.waitFor();
    await expect
      .poll(() => page.getByRole('img', { name: accountEn.app_qr }).locator('path').getAttribute('d'))
      .toMatch(/^M/);
    const secret = (await page.locator('main code').innerText()).replaceAll(/\s/g, '');
    expect(secret).toMatch(/^[A-Z2-7]{16,}$/);
    await expect.poll(() => page.locator('input[name=uri]').inputValue()).toContain(`secret=${secret}`);
    expect(await accessibilityFaults(page)).toEqual([]);
    await code.fill('000000');
    await page.getByRole('button', { name: accountEn.app_confirm }).click();
    await page.getByRole('alert').getByText(/./).first().waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);
    expect((await page.locator('main code').innerText()).replaceAll(/\s/g, '')).toBe(secret);
    await code.fill(codeOf(secret, Date.now()));
    await page.getByRole('button', { name: accountEn.app_confirm }).click();
    await arriveAt(page, '/account/mine');
    await page.getByText(/^Authenticator app/).waitFor();
    await page.getByRole('button', { name: 'Sign out', exact: true }).click();
    await arriveAt(page, '/account');
    await openPage(page, `${pages.url}/account?mode=test`);
    await page.getByText(accountEn.with_app).click();
    const form = page.locator('form:has(input[value=app])');
    await form.locator('input[name=to]').fill('app@example.com');
    await form.locator('input[name=code]').fill('000000');
    await form.getByRole('button').click();
    await page.getByRole('alert').getByText(/./).first().waitFor();
    await form.locator('input[name=code]').fill(codeOf(secret, Date.now(), 1));
    await form.getByRole('button').click();
    await arriveAt(page, '/account/mine');
    await page.context().close();
  });

  test.each([
    ['on a desk by night', { viewport: { width: 1280, height: 800 }, colorScheme: 'dark' }, 'en', 'ltr'],
    ['on a phone in Arabic', { viewport: { width: 390, height: 844 }, colorScheme: 'light' }, 'ar', 'rtl'],
  ] as const)('%s no page has accessibility faults or scrolls sideways', async (_where, options, lang, direction) => {
    const page = await windowOf(options);
    for (const path of ['/account', '/account/recover', '/account/stop/none', '/account/finish/none']) {
      await openPage(page, `${pages.url}${path}?lang=${lang}`);
      const [run, width] = await page.evaluate(() => [
        document.documentElement.dir,
        document.documentElement.scrollWidth,
      ]);
      expect([path, run, width]).toEqual([path, direction, options.viewport.width]);
      expect(await accessibilityFaults(page)).toEqual([]);
    }
    await page.context().close();
  });
});
