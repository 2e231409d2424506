/** A recovery by document that a person decides: the licence names no nationality, so not everything agrees. */
import { readFile } from 'node:fs/promises';
import { createApplicant } from '@vidimus/sdk';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { arriveAt, openPage, reloadPage } from '../../../../../packages/ui/src/navigation.fixture.ts';
import { codeSentTo } from '../../account/code-sent-to.fixture.ts';
import { signInByInvitation } from '../../desk/signed-in.fixture.ts';
import {
  accessibilityFaults,
  openPagesUnderTest,
  type PagesUnderTest,
  WITHOUT_BROWSER,
} from '../../pages-under-test.fixture.ts';
import { accountEn } from '../../texts/account/en.table.ts';
import { operateEn } from '../../texts/operate/en.table.ts';
import { drawnPhotographs } from '../../verify/drawn-photographs.fixture.ts';

const LONG_MS = 240_000;
const SOON = { timeout: 90_000 };
const MOST_TABS = 60;

describe.skipIf(WITHOUT_BROWSER)('recoveries that wait for a person', { timeout: LONG_MS }, () => {
  let pages: PagesUnderTest;
  let browser: Browser;
  let desk: Page;
  let licence: readonly string[];
  beforeAll(async () => {
    pages = await openPagesUnderTest();
    browser = await pages.openBrowser();
    licence = await drawnPhotographs(pages.dataDirectory, 'licence', 'driving-licence-eu');
    desk = await signInByInvitation(pages, browser);
  }, LONG_MS);
  afterAll(() => pages?.close());

  /** Photographs the licence, hands it in, and is approved; the birth date as read. */
  const verify = async (token: string): Promise<string> => {
    const applicant = createApplicant({ baseUrl: pages.url, token });
    await applicant.answerConsent({ document: true });
    await applicant.answerDetails({ document_type: 'driving_licence', issuing_state: 'UTO', residence: 'UTO' });
    for (const [side, photograph] of [
      ['front', licence[0]],
      ['back', licence[1]],
    ] as const) {
      await applicant.photographDocument(side, await readFile(photograph ?? ''));
    }
    await applicant.submitVerification();
    await expect.poll(async () => (await applicant.getVerification()).state, SOON).toBe('approved');
    const { reading } = await applicant.getVerification();
    return reading?.fields.find(({ name }) => name === 'birth_date')?.value ?? '';
  };
  const newPage = async () => {
    const context = await browser.newContext({ locale: 'en', viewport: { width: 390, height: 844 } });
    context.setDefaultTimeout(SOON.timeout);
    return context.newPage();
  };
  /** Keeps an account, loses everything, and proves who they are; the page of the recovery. */
  const askBack = async (contact: string): Promise<Page> => {
    const { link } = await pages.vidimus.verifications.create({ policy: pages.policy });
    const birth_date = await verify(link.token);
    const { token } = await createApplicant({ baseUrl: pages.url, token: link.token }).makeReceipt();
    const opened = await createApplicant({ baseUrl: pages.url, token }).openReceipt({ birth_date });
    const owner = await newPage();
    await openPage(owner, `${pages.url}/receipt/${opened.token}/account`);
    await owner.locator('input[name=to]').fill(contact);
    await owner.getByRole('button', { name: accountEn.send_code }).click();
    await arriveAt(owner, /\/account\/code\/[^/]+$/);
    await owner.locator('input[name=code]').fill(await codeSentTo(pages, contact));
    await owner.getByRole('button', { name: 'Confirm' }).click();
    await arriveAt(owner, '/account/mine');

    const page = await newPage();
    await openPage(page, `${pages.url}/account/recover?mode=test`);
    await page.locator('input[name=contact]').fill(contact);
    await page.locator('input[name=new_contact]').fill(`new-${contact}`);
    await page.getByRole('button', { name: accountEn.recover_go }).click();
    const begin = page.getByRole('link', { name: accountEn.recover_go });
    await begin.waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);
    await verify((await begin.getAttribute('href'))?.split('/').at(-1) ?? '');
    await page.getByRole('link', { name: accountEn.title_recovery }).click();
    await page.getByRole('heading', { level: 1, name: accountEn.title_recovery }).waitFor();
    // What is due by now happens at once.
    await pages.vidimus.testMode.setClock({ now: new Date().toISOString() });
    await pages.vidimus.testMode.resetClock();
    return page;
  };
  const open = async () => {
    await openPage(desk, `${pages.url}/desk/recoveries`);
  };
  /** By keyboard alone. */
  const press = async (name: string) => {
    for (let pressed = 0; pressed < MOST_TABS; pressed++) {
      await desk.keyboard.press('Tab');
      const at = await desk.evaluate(() => document.activeElement?.textContent);
      if (at === name) return desk.keyboard.press('Enter');
    }
    throw new Error(`Tab never reached ${name}`);
  };
  const focused = () => desk.evaluate(() => document.activeElement?.textContent);

  test('nobody asks: the page says so', async () => {
    await open();
    await expect.poll(() => desk.locator('main').innerText()).toContain(operateEn.recoveries_none);
  });

  test('what agrees and what does not is told; agreed by keyboard, the waiting time runs', async () => {
    const person = await askBack('first@example.com');
    await open();
    const row = desk.locator('main li', { hasText: operateEn.recovery_in_review });
    await expect.poll(() => row.count()).toBe(1);
    await expect
      .poll(() => row.locator('dl > div', { hasText: operateEn.recovery_field_nationality }).innerText())
      .toContain(operateEn.recovery_reads_missing);
    await expect
      .poll(() => row.locator('dl > div', { hasText: operateEn.recovery_field_document_number }).innerText())
      .toContain(operateEn.recovery_reads_same);
    expect(await accessibilityFaults(desk)).toEqual([]);
    for (const link of await row.getByRole('link').all()) {
      const answer = await desk.request.get(`${pages.url}${await link.getAttribute('href')}`);
      expect(answer.status()).toBe(200);
    }
    // Without grounds the browser itself asks for them.
    await press(operateEn.recovery_agree);
    await expect.poll(() => desk.evaluate(() => document.activeElement?.getAttribute('name'))).toBe('grounds');
    await desk.keyboard.type('The licence names no nationality; the rest agrees.');
    await press(operateEn.recovery_agree);
    await desk.getByText(operateEn.recovery_waiting).waitFor();
    await desk.getByText('The licence names no nationality').waitFor();
    await desk.getByText('Decided by Demonstration Owner').waitFor();
    await expect.poll(focused).toBe(operateEn.recovery_noted_agree);
    await expect.poll(() => desk.locator('main li').innerText()).toMatch(/Nothing changes before/);
    expect(await accessibilityFaults(desk)).toEqual([]);
    await reloadPage(person);
    await person.getByText(/^It agrees\. Nothing changes before/).waitFor();
  });

  test('refused by keyboard, it is over, and the person reads it', async () => {
    const person = await askBack('second@example.com');
    await open();
    await desk.locator('textarea[name=grounds]').first().focus();
    await desk.keyboard.type('The face is another one.');
    await press(operateEn.recovery_refuse);
    await desk.locator('main li').first().getByText(operateEn.recovery_refused, { exact: true }).waitFor();
    await expect.poll(focused).toBe(operateEn.recovery_noted_refuse);
    await expect.poll(() => desk.getByRole('button', { name: operateEn.recovery_agree }).count()).toBe(0);
    expect(await accessibilityFaults(desk)).toEqual([]);
    await reloadPage(person);
    await person.getByRole('link', { name: accountEn.recovery_new }).waitFor();
    expect(await accessibilityFaults(person)).toEqual([]);
    await openPage(desk, `${pages.url}/desk/recoveries?lang=ar`);
    expect(await accessibilityFaults(desk)).toEqual([]);
  });
});
