/** The whole way in a real browser, by files: from the link to the outcome and the receipt, with and without script. */
import type { ApplicantView } from '@vidimus/sdk';
import { TRY_OUT_POLICY } from '@vidimus/vocabulary';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { arriveAt, openPage } from '../../../../packages/ui/src/navigation.fixture.ts';
import {
  accessibilityFaults,
  openPagesUnderTest,
  type PagesUnderTest,
  WITHOUT_BROWSER,
} from '../pages-under-test.fixture.ts';
import { receiptEn } from '../texts/receipt/en.table.ts';
import { drawnPhotographs } from './drawn-photographs.fixture.ts';

const PHONE = { width: 390, height: 844 };
const WAY_MS = 180_000;
const SOON = { timeout: 60_000 };
/** From the link to the outcome, on the good path. */
const MOST_TAPS = 9;

describe.skipIf(WITHOUT_BROWSER)('the way of an applicant', () => {
  let pages: PagesUnderTest;
  let browser: Browser;
  let passport: string;
  let glare: string;
  let card: readonly string[];
  beforeAll(async () => {
    pages = await openPagesUnderTest();
    browser = await pages.openBrowser();
    const folder = pages.dataDirectory;
    [passport = ''] = await drawnPhotographs(folder, 'passport', 'passport');
    [glare = ''] = await drawnPhotographs(folder, 'glare', 'passport', { name: 'glare', field: 'expiry_date' });
    card = await drawnPhotographs(folder, 'card', 'identity-card-td1');
  }, WAY_MS);
  afterAll(() => pages?.close());

  const link = async (more: object = {}) => {
    const made = await pages.vidimus.verifications.create({
      policy: pages.policy,
      return_url: 'https://shop.example/done',
      ...more,
    });
    return made.link;
  };
  const open = async (options: BrowserContextOptions = {}) => {
    const context = await browser.newContext({ viewport: PHONE, ...options });
    context.setDefaultTimeout(SOON.timeout);
    const page = await context.newPage();
    // Choosers are listened for from the beginning: a listener that comes with the key that opens one may come after it.
    page.on('filechooser', () => {});
    const faults: string[] = [];
    page.on('console', (message) => message.type() === 'error' && faults.push(message.text()));
    page.on('pageerror', (error) => faults.push(String(error)));
    page.on(
      'request',
      (request) =>
        request.url().startsWith(pages.url) || request.url().startsWith('blob:') || faults.push(request.url()),
    );
    return { context, page, faults };
  };
  const seen = async (token: string): Promise<ApplicantView> => {
    const answer = await fetch(`${pages.url}/v1/applicant`, { headers: { authorization: `Bearer ${token}` } });
    return answer.json();
  };

  test('a passport: at most nine taps, no fault on any page', { timeout: WAY_MS }, async () => {
    const { token, url } = await link();
    expect(url).toBe(`${pages.url}/verify/${token}`);
    const { context, page, faults } = await open();
    const taps = { count: 0 };
    const tap = async (what: { readonly click: () => Promise<void> }) => {
      taps.count++;
      await what.click();
    };
    const faultless = async () => expect(await accessibilityFaults(page)).toEqual([]);
    await openPage(page, url);
    await faultless();
    await tap(page.getByLabel('Search for a country'));
    await page.keyboard.type('utop');
    await tap(page.getByRole('button', { name: 'Go on' }));
    await arriveAt(page, /\/document$/);
    await faultless();
    await tap(page.getByRole('radio', { name: /Passport/ }));
    await tap(page.getByRole('checkbox'));
    await tap(page.getByRole('button', { name: 'Go on' }));
    await arriveAt(page, /\/photo\/front$/);
    await faultless();
    const chooser = page.waitForEvent('filechooser');
    await tap(page.getByText('Choose a photo'));
    await (await chooser).setFiles(passport);
    await arriveAt(page, /\/check$/);
    await page.getByText('Surname').first().waitFor();
    await faultless();
    await tap(page.getByRole('button', { name: 'Hand in' }));
    await page.getByRole('heading', { name: 'Approved' }).waitFor();
    await faultless();
    expect(taps.count).toBeLessThanOrEqual(MOST_TAPS);
    expect(faults).toEqual([]);
    await openPage(page, url);
    expect(new URL(page.url()).pathname).toBe(`/verify/${token}/outcome`);
    await context.close();
  });

  test('glare is drawn where the evidence says; a better photograph is approved; the receipt tells both', {
    timeout: WAY_MS,
  }, async () => {
    const { token, url } = await link({ residence: 'UTO' });
    const { context, page } = await open();
    await toPhoto(page, url, /Passport/);
    await page.locator('input[type=file]').last().setInputFiles(glare);
    await page.getByRole('heading', { name: /Photograph/ }).waitFor();
    await page.getByText(/things? to fix/).waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);
    const [attempt] = (await seen(token)).attempts.filter(({ media_id }) => media_id !== null);
    const reason = attempt?.look?.reasons.find(({ code }) => code === 'image_glare');
    const corners = reason?.evidence?.[0]?.region?.corners ?? [];
    expect(corners).toHaveLength(4);
    const { width_px, height_px } = attempt?.look?.picture ?? { width_px: 0, height_px: 0 };
    await expect
      .poll(() => page.locator('main svg').first().getAttribute('viewBox'))
      .toBe(`0 0 ${width_px} ${height_px}`);
    const polygons = page.locator('main svg polygon');
    await expect
      .poll(() => polygons.evaluateAll((all) => all.map((one) => one.getAttribute('points'))))
      .toContain(corners.join(' '));

    await page.getByRole('link', { name: 'Take it again' }).click();
    await page.locator('input[type=file]').last().setInputFiles(passport);
    await arriveAt(page, /\/check$/);
    await page.getByRole('button', { name: 'Hand in' }).click();
    await page.getByRole('heading', { name: 'Approved' }).waitFor();
    await page.getByRole('button', { name: 'Keep this as a receipt' }).click();
    await arriveAt(page, /^\/receipt\//);
    await page.getByRole('heading', { name: 'Your receipt' }).waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);
    await expect.poll(() => page.getByText(reason?.heading ?? '?').count()).toBeGreaterThan(0);
    // To whoever holds it; the photographs are for whoever knows the birth date.
    await expect.poll(() => page.locator('main svg polygon').count()).toBe(0);
    await expect.poll(() => page.getByRole('link', { name: receiptEn.download }).count()).toBe(0);
    const birthDate = (await seen(token)).reading?.fields.find(({ name }) => name === 'birth_date')?.value ?? '';
    await page.getByLabel(receiptEn.open_label).fill('1900-01-01');
    await page.getByRole('button', { name: receiptEn.open_do, exact: true }).click();
    await page.getByText(/^The document shows another date/).waitFor();
    await page.getByLabel(receiptEn.open_label).fill(birthDate);
    await page.getByRole('button', { name: receiptEn.open_do, exact: true }).click();
    await page.getByRole('link', { name: receiptEn.download }).waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);
    await expect.poll(() => page.locator('main ol svg polygon').count()).toBeGreaterThan(0);
    await context.close();
  });

  test('a card without script: both sides, the outcome and the receipt', { timeout: WAY_MS }, async () => {
    const { url } = await link();
    const { context, page } = await open({ javaScriptEnabled: false });
    await openPage(page, url);
    await page.getByLabel('Country where you live').selectOption('UTO');
    await page.getByRole('button', { name: 'Go on' }).click();
    await page.getByRole('radio', { name: /Identity card/ }).check();
    await page.getByRole('checkbox').check();
    await page.getByRole('button', { name: 'Go on' }).click();
    for (const side of ['front', 'back']) {
      await arriveAt(page, new RegExp(`/photo/${side}$`));
      await page.getByLabel('Photo or PDF').setInputFiles(card[side === 'front' ? 0 : 1] ?? '');
      await page.getByRole('button', { name: 'Send' }).click();
      await page.getByText('The photo is good').waitFor();
      await page.getByRole('link', { name: 'Go on' }).click();
    }
    await page.getByRole('button', { name: 'Hand in' }).click();
    await page.getByRole('heading', { name: 'Approved' }).waitFor();
    await page.getByRole('button', { name: 'Keep this as a receipt' }).click();
    await page.getByRole('heading', { name: 'Your receipt' }).waitFor();
    await expect.poll(() => page.getByRole('heading', { name: /Photo of the back/ }).count()).toBe(1);
    await context.close();
  });

  test('a dropped line in the middle of an upload: nothing is asked twice', { timeout: WAY_MS }, async () => {
    const { token, url } = await link({ residence: 'UTO' });
    const { context, page } = await open();
    await toPhoto(page, url, /Passport/);
    let dropped = 0;
    await page.route('**/v1/applicant/document/*', (route) => {
      dropped++;
      return dropped <= 2 ? route.abort('connectionreset') : route.continue();
    });
    await page.locator('input[type=file]').last().setInputFiles(passport);
    await page.getByText('The network is gone').waitFor();
    await arriveAt(page, /\/check$/);
    expect(dropped).toBe(3);
    expect((await seen(token)).attempts.filter(({ media_id }) => media_id !== null)).toHaveLength(1);
    await context.close();
  });

  test('begun on one device, gone on with on another: what is done is kept', { timeout: WAY_MS }, async () => {
    const { url } = await link();
    const first = await open();
    await openPage(first.page, url);
    await first.page.getByLabel('Country where you live').selectOption('UTO');
    await first.page.getByRole('button', { name: 'Go on' }).click();
    await first.page.getByRole('radio', { name: /Passport/ }).check();
    await first.page.getByRole('checkbox').check();
    await first.page.getByRole('button', { name: 'Go on' }).click();
    await arriveAt(first.page, /\/photo\/front$/);
    const second = await open();
    await openPage(second.page, url);
    expect(second.page.url()).toMatch(/photo\/front$/);
    await second.page.locator('input[type=file]').last().setInputFiles(passport);
    await arriveAt(second.page, /\/check$/);
    await openPage(first.page, url);
    expect(first.page.url()).toMatch(/check$/);
    await Promise.all([first.context.close(), second.context.close()]);
  });

  test('by keyboard alone', { timeout: WAY_MS }, async () => {
    const { url } = await link();
    const { context, page } = await open();
    await openPage(page, url);
    await tabTo(page, 'Search for a country');
    await page.keyboard.type('utop');
    await page.keyboard.press('Enter');
    await arriveAt(page, /\/document$/);
    await page.getByRole('heading', { level: 1, name: 'What you need' }).waitFor();
    await tabTo(page, /Passport/);
    await page.keyboard.press('Space');
    await tabTo(page, /I agree/);
    await page.keyboard.press('Space');
    await page.keyboard.press('Enter');
    await arriveAt(page, /\/photo\/front$/);
    await page.getByRole('heading', { level: 1, name: /Photograph/ }).waitFor();
    await tabTo(page, 'Choose a photo');
    expect(await page.evaluate(() => document.activeElement?.getAttribute('type'))).toBe('file');
    const chooser = page.waitForEvent('filechooser');
    await page.keyboard.press('Space');
    await (await chooser).setFiles(passport);
    await arriveAt(page, /\/check$/);
    await page.getByRole('heading', { level: 1, name: 'Is this right?' }).waitFor();
    await tabTo(page, 'Hand in');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Approved' }).waitFor();
    await context.close();
  });

  test('a no to consent leads to what follows from it, and can be taken back', { timeout: WAY_MS }, async () => {
    const { url } = await link({ residence: 'UTO' });
    const { context, page } = await open();
    await openPage(page, url);
    await page.getByRole('button', { name: 'I do not agree' }).click();
    await page.getByRole('heading', { name: 'One thing is needed from you' }).waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);
    await page.getByRole('link', { name: 'Read it again and agree' }).click();
    await page.getByRole('radio', { name: /Passport/ }).check();
    await page.getByRole('checkbox').check();
    await page.getByRole('button', { name: 'Go on' }).click();
    await arriveAt(page, /\/photo\/front$/);
    await context.close();
  });

  test('a country that is chosen before the script came stays chosen', { timeout: WAY_MS }, async () => {
    const { url } = await link();
    const { context, page } = await open();
    const whileScriptIsOnItsWay = async (address: string, choose: () => Promise<unknown>) => {
      const line = Promise.withResolvers<void>();
      await page.route('**/assets/**.js', (route) => line.promise.then(() => route.continue()));
      await openPage(page, address, 'begun');
      await choose();
      line.resolve();
      await page.getByLabel('Search for a country').first().waitFor({ state: 'attached' });
      await page.unroute('**/assets/**.js');
    };
    await whileScriptIsOnItsWay(url, () => page.getByLabel('Country where you live').selectOption('UTO'));
    await expect.poll(() => page.getByLabel('Country where you live').inputValue()).toBe('UTO');
    await page.getByRole('button', { name: 'Go on' }).click();
    await arriveAt(page, /\/document$/);
    await whileScriptIsOnItsWay(page.url(), async () => {
      await page.getByText('My document is not from').click();
      await page.getByLabel('Country that issued the document').selectOption('NLD');
    });
    await expect.poll(() => page.getByLabel('Country that issued the document').inputValue()).toBe('NLD');
    await context.close();
  });

  test('a country that is not served is told at once, and nothing is kept until the person ends it', {
    timeout: WAY_MS,
  }, async () => {
    const document = { ...TRY_OUT_POLICY, residence: { accept: 'all', refuse: ['CRI'] } };
    const { id: policy } = await pages.vidimus.policies.create({ document });
    await pages.vidimus.policies.publish(policy);
    const { token, url } = await link({ policy });
    const { context, page } = await open();
    await openPage(page, url);
    await page.getByLabel('Country where you live').selectOption('CRI');
    await page.getByRole('button', { name: 'Go on' }).click();
    await page.getByText('We have kept nothing').waitFor();
    expect(await seen(token)).toMatchObject({ details: null, attempts: [] });
    expect(await accessibilityFaults(page)).toEqual([]);
    await page.getByRole('button', { name: 'End it here' }).click();
    await page.getByRole('heading', { name: 'Not approved' }).waitFor();
    await expect.poll(() => page.getByRole('heading', { name: 'Appeal' }).count()).toBe(1);
    await page.getByLabel('Your e-mail address').fill('person@example.com');
    await page.getByRole('button', { name: 'Tell me' }).click();
    await page.getByText('We will write to you').waitFor();
    // Where the operator says so, it is told with the link.
    const given = await link({ policy, residence: 'CRI' });
    await openPage(page, given.url);
    await page.getByRole('heading', { name: 'Not approved' }).waitFor();
    await context.close();
  });

  test.each(['en', 'es', 'tr', 'uk', 'ar'] as const)(
    'in %s every page opens without a fault',
    { timeout: WAY_MS },
    async (locale) => {
      const { token } = await link({ locale });
      const { context, page, faults } = await open({ colorScheme: locale === 'ar' ? 'dark' : 'light' });
      for (const path of [`verify/${token}`, `verify/${token}/document?residence=UTO`, `receipt/${token}`]) {
        await openPage(page, `${pages.url}/${path}`);
        await expect.poll(() => page.locator('html').getAttribute('lang')).toBe(locale);
        expect(await accessibilityFaults(page)).toEqual([]);
        await expect.poll(() => page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
      }
      expect(faults).toEqual([]);
      await context.close();
    },
  );

  test('the language that is chosen is the verification’s', { timeout: WAY_MS }, async () => {
    const { token, url } = await link();
    const { context, page } = await open({ javaScriptEnabled: false });
    await openPage(page, url);
    await page.locator('header summary').click();
    await page.getByRole('button', { name: 'Türkçe' }).click();
    await expect.poll(() => page.locator('html').getAttribute('lang')).toBe('tr');
    expect((await seen(token)).locale).toBe('tr');
    await context.close();
  });

  test('a link that nobody gave out is a page that says what to do', async () => {
    for (const path of ['verify/vat_unknown', 'verify/vat_unknown/check', 'receipt/vat_unknown']) {
      const page = await fetch(`${pages.url}/${path}`, { headers: { 'accept-language': 'es' } });
      expect(page.status).toBe(404);
      expect(await page.text()).toContain('<html lang="es"');
    }
  });
});

async function toPhoto(page: Page, url: string, type: RegExp): Promise<void> {
  await openPage(page, url);
  await page.getByRole('radio', { name: type }).check();
  await page.getByRole('checkbox').check();
  await page.getByRole('button', { name: 'Go on' }).click();
  await arriveAt(page, /\/photo\/front$/);
}

/** Presses Tab until the focus is on what is called so. */
async function tabTo(page: Page, name: string | RegExp): Promise<void> {
  const MOST = 60;
  for (let pressed = 0; pressed < MOST; pressed++) {
    await page.keyboard.press('Tab');
    const called = await page.evaluate(() => {
      const { activeElement: at } = document;
      if (at === document.body) return '';
      const labels = at instanceof HTMLInputElement ? [...(at.labels ?? [])].map((one) => one.textContent) : [];
      return [at?.getAttribute('aria-label'), at?.textContent, ...labels].join(' ');
    });
    if (typeof name === 'string' ? called.includes(name) : name.test(called)) return;
  }
  throw new Error(`Tab never reached ${name}`);
}
