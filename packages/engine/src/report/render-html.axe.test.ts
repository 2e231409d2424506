/** The explanation in a real browser: no accessibility fault, no request, no sideways scrolling on a phone. */
import { existsSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { LOCALES } from '@vidimus/vocabulary';
import { type Browser, chromium } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { accessibilityFaults } from '../../../ui/src/accessibility-faults.fixture.ts';
import { openPage } from '../../../ui/src/navigation.fixture.ts';
import { buildCheckReport } from './build-check-report.ts';
import { buildReadReport } from './build-read-report.ts';
import { viewPages } from './page-view.ts';
import { renderHtml } from './render-html.ts';
import { SAMPLE_OPTIONS, sampleCheck, sampleReading } from './sample-check.fixture.ts';

const CHROMIUM = process.env.VIDIMUS_CHROMIUM ?? '/usr/bin/chromium';
const present = existsSync(CHROMIUM);
// In CI a browser that is missing is a fault of the machine, and the suite fails; elsewhere it counts as skipped.
const skipped = !present && process.env.CI === undefined;
if (skipped) console.warn(`No Chromium at ${CHROMIUM}: the explanation was not looked at in a browser.`);

describe.skipIf(skipped)('the explanation in Chromium', () => {
  let browser: Browser;
  let folder: string;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'explanation-'));
    browser = await chromium.launch({
      executablePath: CHROMIUM,
      args: ['--no-sandbox', '--disable-gpu', '--disable-quic'],
    });
    const read = buildReadReport(sampleReading(), '2026-06-01', SAMPLE_OPTIONS);
    const pages = viewPages(sampleReading().photos).map(({ image, ...page }) => ({
      ...page,
      width: image.width,
      height: image.height,
    }));
    for (const locale of LOCALES) {
      const check = buildCheckReport(sampleCheck(), { ...SAMPLE_OPTIONS, locale });
      await writeFile(join(folder, `${locale}.html`), renderHtml({ check, read, photos: new Map(), pages }));
    }
    const passed = buildCheckReport(
      sampleCheck([{ check: 'not-expired', outcome: 'passed', evidence: [] }]),
      SAMPLE_OPTIONS,
    );
    await writeFile(join(folder, 'approved.html'), renderHtml({ check: passed, photos: new Map(), pages: [] }));
  });

  afterAll(async () => {
    await browser?.close();
    if (folder !== undefined) await rm(folder, { recursive: true });
  });

  test.each([
    ['en', 375, 'light'],
    ['en', 1280, 'light'],
    ['en', 1280, 'dark'],
    ['ar', 375, 'dark'],
    ['ar', 1280, 'light'],
    ['es', 375, 'light'],
    ['tr', 375, 'light'],
    ['uk', 375, 'light'],
    ['approved', 375, 'light'],
  ] as const)('%s at %i px, %s', async (name, width, colorScheme) => {
    const context = await browser.newContext({ viewport: { width, height: 800 }, colorScheme });
    const page = await context.newPage();
    const requests: string[] = [];
    page.on('request', (request) => requests.push(request.url()));
    await openPage(page, pathToFileURL(join(folder, `${name}.html`)).href);
    expect(await accessibilityFaults(page)).toEqual([]);
    expect(requests.filter((url) => !url.startsWith('file:') && !url.startsWith('data:'))).toEqual([]);
    const sideways = await page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth');
    expect(sideways).toBe(0);
    await context.close();
  });
});
