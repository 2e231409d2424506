/** The documentation in a real browser: no accessibility fault, no request elsewhere, no sideways scrolling on a phone. */
import { existsSync } from 'node:fs';
import { PROBLEMS } from '@vidimus/protocol';
import { type Browser, chromium } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { accessibilityFaults } from '../../../../../packages/ui/src/accessibility-faults.fixture.ts';
import { openPage } from '../../../../../packages/ui/src/navigation.fixture.ts';
import type { OpenDatabase } from '../../db/open-database.ts';
import { openTestDatabase } from '../../db/test-database.fixture.ts';
import { openTestApp, type TestApp } from '../test-app.fixture.ts';

const CHROMIUM = process.env.VIDIMUS_CHROMIUM ?? '/usr/bin/chromium';
// In CI a browser that is missing is a fault of the machine, and the suite fails; elsewhere it counts as skipped.
const skipped = !existsSync(CHROMIUM) && process.env.CI === undefined;
if (skipped) console.warn(`No Chromium at ${CHROMIUM}: the documentation was not looked at in a browser.`);

let opened: OpenDatabase;
let app: TestApp;
beforeAll(async () => {
  opened = await openTestDatabase();
  app = await openTestApp(opened);
});
afterAll(async () => {
  await app.close();
  await opened.close();
});

test('every operation and every problem has its place, and every link inside leads to one', async () => {
  const [docs, problems] = await Promise.all(
    ['/docs', '/docs/problems'].map(async (path) => (await fetch(app.url + path)).text()),
  );
  for (const { operationId } of app.routes) expect(docs).toContain(`<h3 id="${operationId}">`);
  for (const code of [...Object.keys(PROBLEMS), 'sample.not-found']) expect(problems).toContain(`<h2 id="${code}">`);
  const ids = (page: string) => new Set([...page.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id));
  const places = { '': ids(`${docs}`), '/docs': ids(`${docs}`), '/docs/problems': ids(`${problems}`) };
  for (const [page, at] of [
    [docs, '/docs'],
    [problems, '/docs/problems'],
  ] as const) {
    for (const [, path = '', id] of `${page}`.matchAll(/href="([^"#]*)#([^"]+)"/g)) {
      const where = path === '' ? at : path === '/docs' ? '/docs' : '/docs/problems';
      expect(places[where]).toContain(id);
    }
  }
});

test('the address itself says what answers here, and leads on', async () => {
  const response = await fetch(`${app.url}/`);
  expect(response.status).toBe(200);
  expect(response.headers.get('content-security-policy')).toContain("default-src 'none'; style-src 'sha256-");
  const links = [...(await response.text()).matchAll(/href="(\/[^"]*)"/g)].map(([, path]) => path);
  expect(links).toEqual(['/docs', '/docs/problems', '/v1/openapi.json']);
  for (const path of links) expect((await fetch(`${app.url}${path}`)).status).toBe(200);
});

describe.skipIf(skipped)('in Chromium', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await chromium.launch({
      executablePath: CHROMIUM,
      args: ['--no-sandbox', '--disable-gpu', '--disable-quic'],
    });
  });
  afterAll(() => browser?.close());

  test.each([
    [375, false],
    [1280, true],
  ])('at %i px the contents lie open: %s', async (width, open) => {
    const page = await browser.newPage({ viewport: { width, height: 800 } });
    await openPage(page, `${app.url}/docs`);
    await expect.poll(() => page.locator('nav li a').first().isVisible()).toBe(open);
    await page.close();
  });

  test.each([
    ['/', 375, 'light'],
    ['/docs', 375, 'dark'],
    ['/docs', 1280, 'light'],
    ['/docs/problems', 375, 'light'],
  ] as const)('%s at %i px, %s', async (path, width, colorScheme) => {
    const context = await browser.newContext({ viewport: { width, height: 800 }, colorScheme });
    const page = await context.newPage();
    const elsewhere: string[] = [];
    const complaints: string[] = [];
    page.on('request', (request) => request.url().startsWith(app.url) || elsewhere.push(request.url()));
    page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
    await openPage(page, app.url + path);
    await page.evaluate('for (const one of document.querySelectorAll("details")) one.open = true');
    const wide = await page.evaluate('document.documentElement.scrollWidth - window.innerWidth');
    expect(await accessibilityFaults(page)).toEqual([]);
    expect([wide, elsewhere]).toEqual([0, []]);
    // A browser asks for an icon by itself.
    expect(complaints.filter((text) => !text.includes('404'))).toEqual([]);
    await context.close();
  });
});
