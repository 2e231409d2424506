/** The pages that need no link: they are there in every language, and an unknown address says so. */
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openPage } from '../../../../packages/ui/src/navigation.fixture.ts';
import {
  accessibilityFaults,
  openPagesUnderTest,
  type PagesUnderTest,
  WITHOUT_BROWSER,
} from '../pages-under-test.fixture.ts';

describe.skipIf(WITHOUT_BROWSER)('pages without a link', () => {
  let pages: PagesUnderTest;
  let browser: Browser;
  beforeAll(async () => {
    pages = await openPagesUnderTest();
    browser = await pages.openBrowser();
  }, 120_000);
  afterAll(() => pages?.close());

  test.each([
    ['en', 'ltr'],
    ['es', 'ltr'],
    ['tr', 'ltr'],
    ['uk', 'ltr'],
    ['ar', 'rtl'],
  ])('the start page in %s runs %s, without accessibility faults or foreign requests', async (locale, direction) => {
    const context = await browser.newContext({ viewport: { width: 390, height: 844 } });
    const page = await context.newPage();
    const faults: string[] = [];
    page.on('console', (message) => message.type() === 'error' && faults.push(message.text()));
    page.on('request', (request) => request.url().startsWith(pages.url) || faults.push(request.url()));
    await openPage(page, `${pages.url}/?lang=${locale}`);
    await expect.poll(() => page.locator('html').getAttribute('dir')).toBe(direction);
    await expect.poll(() => page.locator('html').getAttribute('lang')).toBe(locale);
    expect(await accessibilityFaults(page)).toEqual([]);
    expect(faults).toEqual([]);
    await context.close();
  });

  test('an unknown address is a page that says so, an unknown part of the interface a problem document', async () => {
    const page = await fetch(`${pages.url}/nowhere`);
    expect([page.status, page.headers.get('content-type')]).toEqual([404, 'text/html; charset=utf-8']);
    const part = await fetch(`${pages.url}/v1/nowhere`);
    expect([part.status, part.headers.get('content-type')]).toEqual([404, 'application/problem+json']);
  });
});
