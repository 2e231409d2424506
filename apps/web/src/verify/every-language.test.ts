/** The whole way by files, in every language: residence, document, consent, a photograph with a finding, a better one, the outcome, the receipt. */
import type { Locale } from '@vidimus/vocabulary';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { arriveAt, openPage } from '../../../../packages/ui/src/navigation.fixture.ts';
import {
  accessibilityFaults,
  openPagesUnderTest,
  type PagesUnderTest,
  WITHOUT_BROWSER,
} from '../pages-under-test.fixture.ts';
import { directionOf } from '../shell/direction.ts';
import { englishLeft } from '../texts/english-left.fixture.ts';
import { textsOf } from '../texts/texts.server.ts';
import { drawnPhotographs } from './drawn-photographs.fixture.ts';

const WAY_MS = 240_000;
const PATIENCE_MS = 60_000;
const PHONE = { width: 390, height: 844 };
const DESK = { width: 1280, height: 800 };
/** Where screenshots are wanted: one per page. */
const PICTURES = process.env.VIDIMUS_PAGE_PICTURES;

describe.skipIf(WITHOUT_BROWSER)('the whole way', () => {
  let pages: PagesUnderTest;
  let browser: Browser;
  let passport = '';
  let glare = '';
  beforeAll(async () => {
    pages = await openPagesUnderTest();
    browser = await pages.openBrowser();
    [passport = ''] = await drawnPhotographs(pages.dataDirectory, 'passport', 'passport');
    [glare = ''] = await drawnPhotographs(pages.dataDirectory, 'glare', 'passport', {
      name: 'glare',
      field: 'expiry_date',
    });
  }, WAY_MS);
  afterAll(() => pages?.close());

  test.each([
    ['en', 'on a desk', DESK, 'light'],
    ['es', 'on a phone', PHONE, 'light'],
    ['tr', 'on a phone, in the dark', PHONE, 'dark'],
    ['uk', 'on a desk, in the dark', DESK, 'dark'],
    ['ar', 'on a phone', PHONE, 'light'],
  ] as const)('in %s %s', { timeout: WAY_MS }, async (locale, _where, viewport, colorScheme) => {
    const { id, link } = await pages.vidimus.verifications.create({ policy: pages.policy, locale });
    const context = await browser.newContext({ viewport, colorScheme });
    context.setDefaultTimeout(PATIENCE_MS);
    const page = await context.newPage();
    const faults: string[] = [];
    page.on('console', (message) => message.type() === 'error' && faults.push(message.text()));
    page.on('pageerror', (error) => faults.push(String(error)));
    const look = lookAt(page, locale, [id, ...NAMES], faults);
    const verify = textsOf('verify', locale);
    const receipt = textsOf('receipt', locale);
    const button = (name: string) => page.getByRole('button', { name, exact: true });
    const heading = (name: string) => page.getByRole('heading', { level: 1, name }).waitFor();

    await openPage(page, link.url);
    await heading(verify.residence_title);
    await look('1-residence');
    await page.getByLabel(verify.residence_label).selectOption('UTO');
    await button(verify.go_on).click();
    await heading(verify.document_title);
    for (const summary of await page.locator('main details > summary').all()) await summary.click();
    await look('2-document');
    await page.locator('input[value=passport]').check();
    await page.getByRole('checkbox').check();
    await button(verify.go_on).click();
    await arriveAt(page, /\/photo\/front$/);
    await look('3-photo');
    await page.locator('input[type=file]').last().setInputFiles(glare);
    await page.getByRole('link', { name: verify.photo_again, exact: true }).waitFor();
    await page.locator('main details > summary').first().click();
    await look('4-findings');
    await page.getByRole('link', { name: verify.photo_again, exact: true }).click();
    await page.locator('input[type=file]').last().setInputFiles(passport);
    await page.getByText(verify.look_good_title).waitFor();
    await look('5-good', { quick: true });
    await arriveAt(page, /\/check$/);
    await heading(verify.check_title);
    await page.locator('main dl').waitFor();
    for (const summary of await page.locator('main details > summary').all()) await summary.click();
    await look('6-check');
    await button(verify.hand_in).click();
    await heading(verify.outcome_approved_title);
    await look('7-outcome');
    await button(verify.outcome_keep).click();
    await heading(receipt.title);
    for (const summary of await page.locator('main details > summary').all()) await summary.click();
    await look('8-receipt');
    expect(faults).toEqual([]);
    await context.close();
  });
});

/** Collects what is wrong with the page that is shown. */
function lookAt(page: Page, locale: Locale, known: readonly string[], faults: string[]) {
  return async (name: string, { quick = false } = {}) => {
    if (PICTURES !== undefined) await page.screenshot({ path: `${PICTURES}/${locale}-${name}.png`, fullPage: true });
    const tell = (found: readonly string[]) => faults.push(...found.map((fault) => `${name}: ${fault}`));
    const { lang, dir, isWide } = await page.evaluate(() => {
      const { lang, dir, scrollWidth } = document.documentElement;
      return { lang, dir, isWide: scrollWidth > innerWidth };
    });
    if (lang !== locale || dir !== directionOf(locale)) tell([`is in ${lang}, ${dir}`]);
    if (isWide) tell(['scrolls sideways']);
    if (locale !== 'en') tell(await englishLeft(page, locale, known));
    // A page that leads on by itself is not there for as long as axe takes.
    if (!quick) tell(await accessibilityFaults(page));
  };
}

/** Of the operator, of its policy, of a format. */
const NAMES = ['Demonstration', 'Trying out (not for real applicants)', 'WebP'] as const;
