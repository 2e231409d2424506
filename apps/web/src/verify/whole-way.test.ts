/** The whole way in a real browser, by files: from the link to the outcome. */
import { writeFile } from 'node:fs/promises';
import { drawSpecimen } from '@vidimus/specimens';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  accessibilityFaults,
  openPagesUnderTest,
  type PagesUnderTest,
  WITHOUT_BROWSER,
} from '../pages-under-test.fixture.ts';

const PHONE = { width: 390, height: 844 };
const CAMERA = { variant: 'demo', widthPx: 1600, heightPx: 1200 } as const;
const WAY_MS = 120_000;

describe.skipIf(WITHOUT_BROWSER)('the way of an applicant', () => {
  let pages: PagesUnderTest;
  let passport: string;
  beforeAll(async () => {
    pages = await openPagesUnderTest();
    const asOf = `${new Date().toISOString().slice(0, 'YYYY-MM'.length)}-01`;
    const { photographs } = await drawSpecimen({ kind: 'passport', state: 'UTO', seed: 7, faults: [], asOf }, CAMERA);
    passport = `${pages.dataDirectory}/passport.jpg`;
    await writeFile(passport, photographs[0] ?? '');
  }, WAY_MS);
  afterAll(() => pages?.close());

  test('a passport: from the link to the outcome', { timeout: WAY_MS }, async () => {
    const { link } = await pages.vidimus.verifications.create({
      policy: pages.policy,
      return_url: 'https://shop.example/done',
    });
    const browser = await pages.openBrowser();
    const page = await (await browser.newContext({ viewport: PHONE })).newPage();
    const faults: string[] = [];
    page.on('console', (m) => m.type() === 'error' && faults.push(m.text()));
    page.on('pageerror', (e) => faults.push(String(e)));
    const shot = (name: string) => page.screenshot({ path: `/tmp/w1-${name}.png`, fullPage: true });
    await page.goto(`${pages.url}/verify/${link.token}`, { waitUntil: 'networkidle' });
    await shot('residence');
    expect(await accessibilityFaults(page)).toEqual([]);
    await page.getByLabel('Search for a country').fill('utop');
    await page.getByRole('button', { name: 'Go on' }).click();
    await page.waitForURL(/document/);
    await page.waitForLoadState('networkidle');
    await shot('document');
    expect(await accessibilityFaults(page)).toEqual([]);
    await page.getByLabel('Passport').check();
    await page.getByRole('checkbox').check();
    await page.getByRole('button', { name: 'Go on' }).click();
    await page.waitForURL(/photo/);
    await shot('photo');
    expect(await accessibilityFaults(page)).toEqual([]);
    await page.locator('input[type=file]').setInputFiles(passport);
    await page.waitForURL(/check/, { timeout: 30_000 });
    await page.waitForTimeout(500);
    await shot('check');
    expect(await accessibilityFaults(page)).toEqual([]);
    await page.getByRole('button', { name: 'Hand in' }).click();
    await page.waitForURL(/outcome/);
    await page.getByRole('heading', { name: 'Approved' }).waitFor({ timeout: 30_000 });
    await shot('approved');
    expect(await accessibilityFaults(page)).toEqual([]);
    expect(faults).toEqual([]);
  });
});

export type { Page };
