/** From page to page, in a browser: what is under way when an address is asked for, and where a page counts as arrived. */
import { existsSync } from 'node:fs';
import { createServer, type RequestListener, type Server } from 'node:http';
import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { arriveAt, openPage, reloadPage, type Whereabouts } from './navigation.fixture.ts';

const CHROMIUM = process.env.VIDIMUS_CHROMIUM ?? '/usr/bin/chromium';
/** In CI a browser that is missing is a fault of the machine, and the suite fails; elsewhere it counts as skipped. */
const WITHOUT_BROWSER = !existsSync(CHROMIUM) && process.env.CI === undefined;
/** Where the mouse is pressed. What a person did goes before what the browser was told (a page by itself does not). */
const LINK = '<a href="/pressed" style="position: fixed; inset: 0">here</a>';

describe.skipIf(WITHOUT_BROWSER)('in a browser', () => {
  let browser: Browser;
  let page: Page;
  let server: Server;
  let url: string;
  /** The next one that is asked for `/asked` gets no answer, and this is called. */
  let whenAsked: (() => void) | undefined;

  const answer: RequestListener = (request, response) => {
    if (request.url === '/asked') {
      const tell = whenAsked;
      whenAsked = undefined;
      if (tell !== undefined) return tell();
    }
    response.setHeader('content-type', 'text/html').end(`<title>${request.url}</title>${LINK}`);
  };
  beforeAll(async () => {
    browser = await chromium.launch({ executablePath: CHROMIUM, args: ['--no-sandbox', '--disable-gpu'] });
    page = await browser.newPage();
    server = createServer(answer);
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const address = server.address();
    url = `http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}`;
  });
  afterAll(async () => {
    await browser?.close();
    server?.closeAllConnections();
    server?.close();
  });

  test.each([
    ['opened is asked for again', '/before', () => openPage(page, `${url}/asked`), '/asked'],
    ['loaded anew leaves the one that took its place', '/asked', () => reloadPage(page), '/pressed'],
  ])('while another navigation takes its place, a page that is %s', async (_, before, ask, title) => {
    await openPage(page, url + before);
    const asked = Promise.withResolvers<void>();
    whenAsked = asked.resolve;
    const done = ask();
    await asked.promise;
    await page.mouse.click(1, 1);
    await done;
    expect(await page.title()).toBe(title);
  });

  test('an address that answers nothing is told at once', async () => {
    await expect(openPage(page, 'http://127.0.0.1:1/')).rejects.toThrow(/ERR_/);
  });

  test.each<[string, Whereabouts, string]>([
    ['a path in a query is not where the page is', '/desk/members', '/desk/step-up?to=/desk/members'],
    ['nor does a pattern find it there', /\/members$/, '/desk/step-up?to=/desk/members'],
    ['with a query named, another one is another place', '/desk/queue?done=decided', '/desk/queue?done=kept'],
  ])('%s', async (_, where, other) => {
    await openPage(page, url + other);
    let isThere = false;
    const arrived = arriveAt(page, where).then(() => (isThere = true));
    await page.waitForTimeout(100);
    expect(isThere).toBe(false);
    await openPage(page, `${url}/desk/${String(where).includes('queue') ? 'queue?done=decided' : 'members'}`);
    await arrived;
  });
});
