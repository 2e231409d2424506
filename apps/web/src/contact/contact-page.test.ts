/** A contact on the way, in a real browser: named, its code read where it arrived, entered; by keyboard, with and without script. */
import type { ApplicantView } from '@vidimus/sdk';
import { type Locale, TRY_OUT_POLICY } from '@vidimus/vocabulary';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { arriveAt, openPage, untilUsable } from '../../../../packages/ui/src/navigation.fixture.ts';
import {
  accessibilityFaults,
  openPagesUnderTest,
  type PagesUnderTest,
  WITHOUT_BROWSER,
} from '../pages-under-test.fixture.ts';
import { CATALOGUES } from '../texts/texts.server.ts';
import { drawnPhotographs } from '../verify/drawn-photographs.fixture.ts';

const PHONE = { width: 390, height: 844 };
const DESKTOP = { width: 1280, height: 900 };
const WAY_MS = 180_000;
const SOON = { timeout: 60_000 };
/** A page that polled asked every three seconds at least. */
const QUIET_MS = 7000;
/** Longer than a stream takes to tell what happened. */
const A_MOMENT_MS = 2000;

describe.skipIf(WITHOUT_BROWSER)('a contact on the way', () => {
  let pages: PagesUnderTest;
  let browser: Browser;
  let policy: string;
  let passport: string;
  beforeAll(async () => {
    pages = await openPagesUnderTest();
    browser = await pages.openBrowser();
    [passport = ''] = await drawnPhotographs(pages.dataDirectory, 'passport', 'passport');
    policy = await published({ kind: 'phone', channels: ['sms', 'call'] }, { kind: 'email' });
  }, WAY_MS);
  afterAll(() => pages?.close());

  const published = async (...contacts: readonly object[]) => {
    const document = { ...TRY_OUT_POLICY, contacts };
    const { id } = await pages.vidimus.policies.create({ document });
    await pages.vidimus.policies.publish(id);
    return id;
  };
  const begin = async (locale: Locale, more: object = {}) => {
    const { link, id } = await pages.vidimus.verifications.create({ policy, locale, residence: 'CRI', ...more });
    const own = async (method: string, path: string, body?: object): Promise<ApplicantView> => {
      const answer = await fetch(`${pages.url}/v1/applicant${path}`, {
        method,
        headers: { authorization: `Bearer ${link.token}`, 'content-type': 'application/json' },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      });
      return answer.json();
    };
    await own('PUT', '/consent', { document: true });
    await own('PUT', '/details', { document_type: 'passport', issuing_state: 'UTO' });
    return { id, url: link.url, seen: () => own('GET', '') };
  };
  const open = async (options: BrowserContextOptions) => {
    const context = await browser.newContext(options);
    context.setDefaultTimeout(SOON.timeout);
    return { context, page: await context.newPage() };
  };
  /** Read from the simulator's telephone or mailbox, as a visitor does. */
  const codeFor = async (to: string): Promise<string> => {
    for (let asked = 0; asked < 100; asked++) {
      const text = await (await fetch(`${pages.url}/simulator`)).text();
      const id = [...text.matchAll(/simulator\/messages\/(\d+)/g)].map(([, one]) => one);
      for (const one of new Set(id)) {
        const message = await (await fetch(`${pages.url}/simulator/messages/${one}`)).text();
        if (!message.includes(to)) continue;
        const [, said = ''] = /<p dir="auto">(.*?)<\/p>/s.exec(message) ?? [];
        const code = /\d{6}/.exec(said.replaceAll(', ', ''))?.[0];
        if (code !== undefined) return code;
      }
      await new Promise((resolve) => setTimeout(resolve, 200));
    }
    throw new Error(`nothing arrived at ${to}`);
  };

  test.each<readonly [string, Locale, { readonly width: number; readonly height: number }, string]>([
    ['a phone, in English', 'en', PHONE, '88880031'],
    ['a desktop, in Ukrainian', 'uk', DESKTOP, '88880032'],
  ])(
    'by keyboard on %s: number and address, and on to the photograph and the outcome',
    {
      timeout: WAY_MS,
    },
    async (_name, locale, viewport, number) => {
      const { id, url, seen } = await begin(locale);
      const {
        contact: words,
        codes,
        verify,
      } = {
        contact: CATALOGUES.contact[locale],
        codes: CATALOGUES.codes[locale],
        verify: CATALOGUES.verify[locale],
      };
      const { context, page } = await open({ viewport });
      await openPage(page, url);
      expect(new URL(page.url()).pathname).toMatch(/contact$/);
      expect(await accessibilityFaults(page)).toEqual([]);
      await tabTo(page, words.phone_label);
      await page.keyboard.type(number);
      await tabTo(page, words.send);
      await page.keyboard.press('Enter');
      await page.getByLabel(codes.code_label, { exact: true }).waitFor();
      const code = await codeFor(`+506${number}`);
      await page.getByText(codes.message_sms, { exact: true }).waitFor();
      expect(await accessibilityFaults(page)).toEqual([]);
      await tabTo(page, codes.code_label);
      await page.keyboard.type(code === '000000' ? '000001' : '000000');
      await page.keyboard.press('Enter');
      await page.locator('input[name=code][aria-invalid=true]').waitFor();
      // What comes of it by itself leaves the word that it was wrong where it is.
      await page.waitForTimeout(A_MOMENT_MS);
      await expect.poll(() => page.locator('input[name=code][aria-invalid=true]').count()).toBe(1);
      await page.getByLabel(codes.code_label, { exact: true }).focus();
      await page.keyboard.type(code);
      await page.keyboard.press('Enter');
      await page.getByRole('heading', { name: words.email_title }).waitFor();
      await tabTo(page, words.email_label);
      const address = `person-${locale}@example.com`;
      await page.keyboard.type(address);
      await page.keyboard.press('Enter');
      await page.getByLabel(codes.code_label, { exact: true }).waitFor();
      await tabTo(page, codes.code_label);
      await page.keyboard.type(await codeFor(address));
      await page.keyboard.press('Enter');
      await arriveAt(page, /\/photo\/front$/);
      await page.locator('input[type=file]').last().setInputFiles(passport);
      await arriveAt(page, /\/check$/);
      await tabTo(page, verify.hand_in);
      await page.keyboard.press('Enter');
      await arriveAt(page, /\/outcome$/);
      await page.getByRole('heading', { name: verify.outcome_approved_title }).waitFor();
      const { state, contacts } = await pages.vidimus.verifications.get(id);
      expect(state).toBe('approved');
      expect(contacts.map(({ state: each }) => each)).toEqual(['confirmed', 'confirmed']);
      expect((await seen()).contacts[0]?.confirmed?.hint).toBe(`+506 … ${number.slice(-2)}`);
      await context.close();
    },
  );

  test('what becomes of a code is told by the server: the page asks for itself again when something happened, and for nothing else', {
    timeout: WAY_MS,
  }, async () => {
    const { url } = await begin('en', { contacts: { phone: '+50688880912' } });
    const codes = CATALOGUES.codes.en;
    const { context, page } = await open({ viewport: DESKTOP });
    await openPage(page, url);
    const stream = page.waitForRequest(/contact\/phone\/events$/);
    await page.getByRole('button', { name: /\+506/ }).click();
    await page.getByLabel(codes.code_label, { exact: true }).waitFor();
    expect((await (await stream).response())?.headers()['content-type']).toMatch(/^text\/event-stream/);
    // Nobody has that number: told without a press.
    await page
      .getByText(/number is not in service/i)
      .first()
      .waitFor();
    await untilUsable(page);
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    await page.waitForTimeout(QUIET_MS);
    expect(asked.filter((each) => !each.endsWith('/events'))).toEqual([]);
    await context.close();
  });

  test('without script, in Arabic: a number that is known is confirmed, a code that does not come is told and another number named', {
    timeout: WAY_MS,
  }, async () => {
    const { url, seen } = await begin('ar', { contacts: { phone: '+50688880912' } });
    const { contact: words, codes } = { contact: CATALOGUES.contact.ar, codes: CATALOGUES.codes.ar };
    const { context, page } = await open({ viewport: PHONE, javaScriptEnabled: false, colorScheme: 'dark' });
    await openPage(page, url);
    await page.getByRole('button', { name: /\+506/ }).click();
    await page.getByLabel(codes.code_label, { exact: true }).waitFor();
    await vi.waitUntil(async () => (await seen()).contacts[0]?.reasons[0]?.code === 'code_not_delivered', SOON);
    await page.getByRole('link', { name: codes.look_again }).click();
    await expect.poll(() => page.locator('html').getAttribute('dir')).toBe('rtl');
    await page.locator('summary', { hasText: words.change_phone }).click();
    await page.getByLabel(words.phone_label).fill('88880033');
    await page.getByRole('button', { name: words.send }).click();
    await page.getByLabel(codes.code_label, { exact: true }).fill(await codeFor('+50688880033'));
    await page.getByRole('button', { name: codes.code_do }).click();
    await page.getByRole('heading', { name: words.email_title }).waitFor();
    expect((await seen()).contacts[0]).toMatchObject({ confirmed: { hint: '+506 … 33' } });
    await context.close();
  });
});

/** Presses Tab until the focus is on what is called so. */
async function tabTo(page: Page, name: string): Promise<void> {
  const MOST = 60;
  for (let pressed = 0; pressed < MOST; pressed++) {
    await page.keyboard.press('Tab');
    const called = await page.evaluate(() => {
      const { activeElement: at } = document;
      if (at === document.body) return '';
      const labels = at instanceof HTMLInputElement ? [...(at.labels ?? [])].map((one) => one.textContent) : [];
      return [at?.getAttribute('aria-label'), at?.textContent, ...labels].join(' ');
    });
    if (called.includes(name)) return;
  }
  throw new Error(`Tab never reached ${name}`);
}
