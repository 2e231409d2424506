/** The desk from the invitation to the decision, as its people use it: by keyboard, without script, in the dark, from right to left. */
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { arriveAt, openPage, reloadPage } from '../../../../packages/ui/src/navigation.fixture.ts';
import {
  accessibilityFaults,
  openPagesUnderTest,
  type PagesUnderTest,
  WITHOUT_BROWSER,
} from '../pages-under-test.fixture.ts';
import { codeOf } from './authenticator-app.fixture.ts';
import { type SentToPerson, sendToPerson } from './sent-to-person.fixture.ts';
import { signInByInvitation } from './signed-in.fixture.ts';

/** A page on a machine with other work. */
const SLOW = { timeout: 90_000 };
const OTHER_PAGES = ['/desk/members', '/desk/set-up', '/desk/sign-in'];

describe.skipIf(WITHOUT_BROWSER)('the desk', { timeout: 180_000 }, () => {
  let pages: PagesUnderTest;
  let browser: Browser;
  /** The owner, signed in by the passkey that they made. */
  let page: Page;
  let first: SentToPerson;
  let second: SentToPerson;
  const faults: string[] = [];

  beforeAll(async () => {
    pages = await openPagesUnderTest();
    browser = await pages.openBrowser();
    page = await signInByInvitation(pages, browser);
    page.on('console', (message) => message.type() === 'error' && faults.push(message.text()));
    page.on('request', (request) => request.url().startsWith(pages.url) || faults.push(request.url()));
  }, 120_000);
  afterAll(() => pages?.close());

  /** A session of the owner in another window. */
  const windowOf = async (options: Parameters<Browser['newContext']>[0]): Promise<Page> => {
    const context = await browser.newContext({ ...options, storageState: await page.context().storageState() });
    context.setDefaultTimeout(SLOW.timeout);
    return context.newPage();
  };
  const open = async (path: string, on = page) => {
    await openPage(on, `${pages.url}${path}`);
  };

  test('whoever was invited makes a passkey, signs in with it, and finds nothing to do', async () => {
    await expect.poll(() => new URL(page.url()).pathname).toBe('/desk/queue');
    await expect.poll(() => page.locator('main').innerText()).toContain('Nobody waits');
  });

  test('what waits is taken and decided by keyboard alone; it leaves the queue, and the applicant reads it', async () => {
    first = await sendToPerson(pages, 'first');
    second = await sendToPerson(pages, 'second');
    await open('/desk/queue');
    await expect.poll(() => page.locator('[data-row]').count(), SLOW).toBe(2);
    await page.keyboard.press('j');
    await page.keyboard.press('j');
    await page.keyboard.press('k');
    await page.keyboard.press('c');
    await arriveAt(page, `/desk/verifications/${first.id}`);
    await page.getByText('You have taken it').waitFor();
    await page.keyboard.press('a');
    await page.keyboard.press('g');
    await page.keyboard.type('The background is printed, not edited.');
    await page.keyboard.press('Control+Enter');
    await arriveAt(page, '/desk/queue?done=decided');
    await expect.poll(() => page.locator('[data-row]').count(), SLOW).toBe(1);
    await expect.poll(() => page.locator('[data-row]').getAttribute('href')).toBe(`/desk/verifications/${second.id}`);
    expect((await first.applicant.getVerification()).state).toBe('approved');
  });

  test('the photograph shows what lies where, and the keys bring it nearer; it is kept by no cache', async () => {
    await open(`/desk/verifications/${second.id}`);
    const photograph = page.locator('section[aria-labelledby=photographs] img');
    const [answer] = await Promise.all([
      page.waitForResponse((response) => response.url().includes('/media/')),
      reloadPage(page),
    ]);
    expect([answer.status(), answer.headers()['cache-control']]).toEqual([200, 'no-store']);
    await expect.poll(() => photograph.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBeGreaterThan(100);
    const width = async () => (await photograph.boundingBox())?.width ?? 0;
    const whole = await width();
    await page.keyboard.press('+');
    await expect.poll(width, SLOW).toBeGreaterThan(whole * 1.3);
    await page.keyboard.press('0');
    await expect.poll(width, SLOW).toBeCloseTo(whole, 0);
    // A field leads to where it was read.
    await page.locator('section[aria-labelledby=fields] td button').first().click();
    await expect.poll(width, SLOW).toBeGreaterThan(whole);
    await expect.poll(() => page.locator('section[aria-labelledby=photographs] polygon').count()).toBeGreaterThan(0);
  });

  test('photograph, fields and decision need no scrolling at 1280 × 800', async () => {
    await open(`/desk/verifications/${second.id}`);
    for (const name of ['photographs', 'fields', 'decision']) {
      const box = await page.locator(`section[aria-labelledby=${name}]`).boundingBox();
      expect((box?.y ?? 0) + (box?.height ?? 0)).toBeLessThanOrEqual(800);
    }
    const hidden = (name: string) =>
      page.locator(`section[aria-labelledby=${name}]`).evaluate((part) => part.scrollHeight - part.clientHeight);
    expect(await hidden('decision')).toBeLessThanOrEqual(0);
  });

  test('an owner invites a reviewer, who sets up password and app, signs in and declines, all without script', async () => {
    await open('/desk/members');
    const form = page.locator('form', { has: page.locator('input[name=do][value=invite]') });
    await form.locator('input[name=name]').fill('Rita Reviewer');
    await form.locator('input[name=email]').fill('rita@example.com');
    await form.locator('button').click();
    const invitation = await page.locator('input[readonly]').inputValue();

    const context = await browser.newContext({ javaScriptEnabled: false, locale: 'en' });
    context.setDefaultTimeout(SLOW.timeout);
    const rita = await context.newPage();
    await open(new URL(invitation).pathname, rita);
    await rita.locator('main form button').click();
    await arriveAt(rita, '/desk/set-up');
    await rita.locator('input[name=password]').fill('correct battery horse staple');
    await rita.locator('form:has(input[name=password]) button').click();
    const secret = await rita.locator('input[name=secret]').inputValue();
    await expect.poll(() => rita.locator('svg[role=img] path').getAttribute('d')).toMatch(/^M/);
    await rita.locator('input[name=code]').fill('000000');
    await rita.getByRole('button', { name: 'It shows a code: finish' }).click();
    await rita.getByText('That is not the code of now').waitFor();
    await rita.locator('input[name=code]').fill(codeOf(secret, Date.now()));
    await rita.getByRole('button', { name: 'It shows a code: finish' }).click();
    await arriveAt(rita, '/desk/sign-in?why=set-up');
    await rita.locator('input[name=email]').fill('rita@example.com');
    await rita.locator('input[name=password]').fill('correct battery horse staple');
    await rita.locator('input[name=code]').fill(codeOf(secret, Date.now(), 1));
    await rita.locator('form:has(input[name=password]) button').click();
    await arriveAt(rita, '/desk/queue');

    await open(`/desk/verifications/${second.id}`, rita);
    await rita.locator('input[value=declined]').check();
    await rita.locator('textarea').fill('The name was changed.');
    await rita.getByRole('button', { name: 'Decide' }).click();
    await arriveAt(rita, '/desk/queue?done=decided');
    await expect.poll(() => rita.locator('main').innerText()).toContain('Nobody waits');
    const told = await second.applicant.getVerification();
    expect(told.state).toBe('declined');
    expect(JSON.stringify(told)).toContain('The name was changed.');
    // Members are for others to change.
    await open('/desk/members', rita);
    await expect.poll(() => rita.locator('main').innerText()).toContain('Your roles do not allow this');
    await context.close();
  });

  test('an appeal comes back to the queue with what the applicant says', async () => {
    await second.applicant.appealDecline({ statement: 'It is my name since I married.' });
    await open('/desk/queue?cause=appeal');
    await page.locator('[data-row]').click();
    await page.getByText('It is my name since I married.').waitFor();
  });

  test.each([
    ['on a desk by day', { viewport: { width: 1280, height: 800 }, colorScheme: 'light' }, 'en', 'ltr'],
    ['on a desk by night', { viewport: { width: 1280, height: 800 }, colorScheme: 'dark' }, 'en', 'ltr'],
    ['on a phone in Arabic', { viewport: { width: 390, height: 844 }, colorScheme: 'light' }, 'ar', 'rtl'],
  ] as const)('%s no page has accessibility faults or scrolls sideways', async (_where, options, lang, direction) => {
    const reader = await windowOf(options);
    const found: Record<string, readonly string[]> = {};
    for (const path of ['/desk/queue', '/desk/verifications', `/desk/verifications/${second.id}`, ...OTHER_PAGES]) {
      await open(`${path}?lang=${lang}`, reader);
      const [run, width] = await reader.evaluate(() => [
        document.documentElement.dir,
        document.documentElement.scrollWidth,
      ]);
      expect([run, width]).toEqual([direction, options.viewport.width]);
      found[path] = await accessibilityFaults(reader);
    }
    expect(Object.values(found).flat()).toEqual([]);
    await reader.context().close();
  });

  test('the second factor is proven once more where it is asked for, and leads on', async () => {
    await open('/desk/step-up?to=/desk/members');
    await page.getByRole('button', { name: 'With a passkey' }).click();
    await arriveAt(page, '/desk/members');
  });

  test('the help lists the keys of the page, and turns them off', async () => {
    await open('/desk/queue');
    await page.keyboard.press('?');
    const help = page.getByRole('dialog');
    await help.waitFor();
    await expect.poll(() => help.innerText()).toContain('Show the keys');
    expect(await accessibilityFaults(page)).toEqual([]);
    await help.getByRole('checkbox').uncheck();
    await page.keyboard.press('Escape');
    await help.waitFor({ state: 'detached' });
    await page.keyboard.press('v');
    await page.waitForTimeout(300);
    expect(new URL(page.url()).pathname).toBe('/desk/queue');
    await page.evaluate(() => localStorage.clear());
  });

  test('whoever signs out is out, and whoever signs in again is back where they were', async () => {
    await open('/desk/verifications?state=approved');
    await page.locator('header .lg\\:flex details summary').click();
    await page.locator('header .lg\\:flex').getByRole('button', { name: 'Sign out' }).click();
    await arriveAt(page, '/desk/sign-in?why=out');
    await open('/desk/verifications?state=approved');
    expect(new URL(page.url()).pathname).toBe('/desk/sign-in');
    await page.locator('main button').first().click();
    await arriveAt(page, '/desk/verifications?state=approved');
    await expect.poll(() => page.locator('main').innerText()).toContain('first');
  });

  test('nothing was refused by the policy of the pages, and nothing was asked elsewhere', () => {
    // Asking whether somebody is signed in is answered with 401 when nobody is.
    expect(faults.filter((fault) => !fault.includes('401'))).toEqual([]);
  });
});
