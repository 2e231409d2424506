/** The parts and pictures of packages/ui in a real browser, with the style sheet of the built pages. */
import { existsSync, readFileSync } from 'node:fs';
import { glob } from 'node:fs/promises';
import { join } from 'node:path';
import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { accessibilityFaults } from '../accessibility-faults.fixture.ts';
import { sheetMarkup } from './parts-sheet.fixture.tsx';

const BUILT = join(import.meta.dirname, '..', '..', '..', '..', 'apps', 'web', 'build', 'client', 'assets');
const CHROMIUM = process.env.VIDIMUS_CHROMIUM ?? '/usr/bin/chromium';
/** In CI a browser that is missing is a fault of the machine, and the suite fails; elsewhere it counts as skipped. */
const WITHOUT_BROWSER = !existsSync(CHROMIUM) && process.env.CI === undefined;
const SHEETS = ['parts', 'pictures'] as const;
const WIDTHS = [320, 390, 1280] as const;

describe.skipIf(WITHOUT_BROWSER)('on a sheet', () => {
  let browser: Browser;
  let css = '';
  beforeAll(async () => {
    for await (const file of glob('*.css', { cwd: BUILT })) css += readFileSync(join(BUILT, file), 'utf8');
    browser = await chromium.launch({ executablePath: CHROMIUM, args: ['--no-sandbox', '--disable-gpu'] });
  });
  afterAll(() => browser?.close());

  const show = async (sheet: 'parts' | 'pictures'): Promise<Page> => {
    const page = await (await browser.newContext()).newPage();
    const body = sheetMarkup()[sheet];
    const head = `<title>Sheet</title><style>${css}</style>`;
    await page.setContent(`<!doctype html><html lang="en"><head>${head}</head><body>${body}</body></html>`);
    return page;
  };

  test.each(SHEETS)('of %s axe finds nothing, in light and dark mode', async (sheet) => {
    const page = await show(sheet);
    await page.emulateMedia({ colorScheme: 'light' });
    expect(await accessibilityFaults(page)).toEqual([]);
    await page.emulateMedia({ colorScheme: 'dark' });
    expect(await accessibilityFaults(page)).toEqual([]);
  });

  test.each(SHEETS)('of %s nothing scrolls sideways, in either direction of writing', async (sheet) => {
    const page = await show(sheet);
    for (const width of WIDTHS) {
      await page.setViewportSize({ width, height: 800 });
      for (const dir of ['ltr', 'rtl']) {
        await page.evaluate((to) => document.documentElement.setAttribute('dir', to), dir);
        expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
      }
    }
  });

  test('whatever is pressed is at least 44 px high', async () => {
    const page = await show('parts');
    const low = await page
      .locator('.button, .input, summary, label:has(input)')
      .evaluateAll((all) =>
        all.filter((one) => one.getBoundingClientRect().height < 44).map(({ outerHTML }) => outerHTML),
      );
    expect(low).toEqual([]);
  });
});
