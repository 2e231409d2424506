/** What a person says of their document stands beside what was read: a spelling, a correction after a retake. */
import { readFile } from 'node:fs/promises';
import { createApplicant } from '@vidimus/sdk';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { arriveAt, openPage, reloadPage } from '../../../../packages/ui/src/navigation.fixture.ts';
import { signInByInvitation } from '../desk/signed-in.fixture.ts';
import {
  accessibilityFaults,
  openPagesUnderTest,
  type PagesUnderTest,
  WITHOUT_BROWSER,
} from '../pages-under-test.fixture.ts';
import { verifyEn } from '../texts/verify/en.table.ts';
import { drawnOf, drawnPhotographs } from './drawn-photographs.fixture.ts';

const DO_NOW = verifyEn.outcome_do_now;
const WAY_MS = 180_000;
const PHONE = { width: 390, height: 844 };
/** Käthe Ulrike Götz: ICAO Doc 9303-3 §6 allows AE and A, OE and O. */
const GERMAN = { kind: 'passport', state: 'DEU', seed: 2, faults: [] } as const;

describe.skipIf(WITHOUT_BROWSER)('what is said beside what was read', { timeout: WAY_MS }, () => {
  let pages: PagesUnderTest;
  let browser: Browser;
  let german = '';
  let passport = '';
  let glare = '';
  beforeAll(async () => {
    pages = await openPagesUnderTest();
    browser = await pages.openBrowser();
    const folder = pages.dataDirectory;
    [german = ''] = await drawnOf(folder, 'german', GERMAN);
    [passport = ''] = await drawnPhotographs(folder, 'passport', 'passport');
    [glare = ''] = await drawnPhotographs(folder, 'glare', 'passport', { name: 'glare', field: 'expiry_date' });
  }, WAY_MS);
  afterAll(() => pages?.close());

  /** What a person who looks at it decides. */
  const askForSpelling = async (id: string) => {
    const ofIt = async () => (await pages.vidimus.reviews.list()).data.find((one) => one.verification === id);
    await expect.poll(ofIt, { timeout: 60_000 }).toBeDefined();
    await pages.vidimus.reviews.decide((await ofIt())?.id ?? '', {
      outcome: 'action_required',
      grounds: 'The name may be written in several ways.',
      reasons: ['name_spelling_unconfirmed'],
      ask: ['details'],
    });
  };
  /** Handed in and judged: something is to be done again. */
  const sentBack = async (photograph: string, scenario?: 'name_spelling_unconfirmed') => {
    const { id, link } = await pages.vidimus.verifications.create({ policy: pages.policy, residence: 'UTO' });
    const applicant = createApplicant({ baseUrl: pages.url, token: link.token });
    await applicant.answerConsent({ document: true });
    await applicant.answerDetails({ document_type: 'passport' });
    await applicant.photographDocument('front', await readFile(photograph));
    if (scenario !== undefined) await pages.vidimus.testMode.setScenario(id, { scenario });
    await applicant.submitVerification();
    if (scenario !== undefined) await askForSpelling(id);
    await expect
      .poll(async () => (await applicant.getVerification()).state, { timeout: 60_000 })
      .toBe('action_required');
    const context = await browser.newContext({ viewport: PHONE, locale: 'en' });
    context.setDefaultTimeout(60_000);
    const page = await context.newPage();
    await openPage(page, link.url);
    return { id, applicant, page };
  };
  const receiptOf = async (page: Page, birthDate: string) => {
    await page.getByRole('button', { name: 'Keep this as a receipt' }).click();
    await page.getByLabel('Date of birth, as in the document').fill(birthDate);
    await page.getByRole('button', { name: 'Open', exact: true }).click();
    await page.getByRole('heading', { name: 'What you said' }).waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);
    return page.getByRole('region', { name: 'What you said' }).innerText();
  };

  test('a spelling is chosen among those that the name allows; receipt and desk show it beside the name as read', async () => {
    const { id, applicant, page } = await sentBack(german, 'name_spelling_unconfirmed');
    await page.getByRole('heading', { name: 'One thing is needed from you' }).waitFor();
    await page.getByRole('link', { name: DO_NOW }).click();
    const choice = page.getByRole('group', { name: 'How do you write your name in Latin letters?' });
    await choice.waitFor();
    const before = (await applicant.getVerification()).reading;
    await expect.poll(() => choice.getByRole('radio').count()).toBe(before?.spellings.length);
    expect(before?.claimed_spelling).toBeNull();
    expect(await accessibilityFaults(page)).toEqual([]);
    await choice.getByRole('radio', { name: 'KATHE ULRIKE GOTZ' }).check();
    await page.getByRole('button', { name: 'Use this spelling' }).click();
    await expect
      .poll(async () => (await applicant.getVerification()).reading?.claimed_spelling)
      .toBe('KATHE ULRIKE GOTZ');
    const { claims, reading } = await applicant.getVerification();
    expect(claims).toEqual({ name: 'KATHE ULRIKE GOTZ' });
    expect(reading?.fields).toEqual(before?.fields);
    await reloadPage(page);
    await expect.poll(() => choice.getByRole('radio', { name: 'KATHE ULRIKE GOTZ' }).isChecked()).toBe(true);
    await page.getByRole('button', { name: 'Hand in' }).click();
    await page.getByRole('heading', { name: 'Approved' }).waitFor();

    const birthDate = reading?.fields.find(({ name }) => name === 'birth_date')?.value ?? '';
    const said = await receiptOf(page, birthDate);
    expect(said).toContain('You say: ⁨KATHE ULRIKE GOTZ⁩');
    expect(said).toMatch(/The document shows: ⁨.*G(Ö|OE)TZ/i);

    const desk = await signInByInvitation(pages, browser);
    await openPage(desk, `${pages.url}/desk/verifications/${id}`);
    const row = desk.getByRole('row', { name: /KATHE ULRIKE GOTZ/ });
    await expect.poll(() => row.count()).toBeGreaterThan(0);
    await expect.poll(() => desk.locator('section[aria-labelledby=fields]').innerText()).toMatch(/G(Ö|OE)TZ/);
    expect(await accessibilityFaults(desk)).toEqual([]);
  });

  test('after a retake a field may still be corrected, and the correction taken back', async () => {
    const { applicant, page } = await sentBack(glare);
    await page.getByRole('link', { name: DO_NOW }).click();
    await page.locator('input[type=file]').last().setInputFiles(passport);
    await arriveAt(page, /\/check$/);
    const birthDate = page.locator('dl > div', { hasText: 'Date of birth' });
    await birthDate.getByText('Not right', { exact: true }).click();
    await birthDate.locator('input[type=date]').fill('1974-08-13');
    await birthDate.getByRole('button', { name: 'Say so' }).click();
    await birthDate.getByText(/^You say/).waitFor();
    const { reading, claims } = await applicant.getVerification();
    expect(claims).toEqual({ birth_date: '1974-08-13' });
    const read = reading?.fields.find(({ name }) => name === 'birth_date')?.value ?? '';
    expect(read).not.toBe('1974-08-13');
    expect(await accessibilityFaults(page)).toEqual([]);
    await page.getByRole('button', { name: 'Hand in' }).click();
    await page.getByRole('heading', { name: /needed from you/ }).waitFor();
    await page.getByRole('link', { name: DO_NOW }).click();
    await birthDate.getByText('Not right', { exact: true }).click();
    await birthDate.getByRole('button', { name: 'Take it back' }).click();
    await birthDate.getByText(/^You say/).waitFor({ state: 'detached' });
    await page.getByRole('button', { name: 'Hand in' }).click();
    await page.getByRole('heading', { name: 'Approved' }).waitFor();
    expect((await applicant.getVerification()).claims).toEqual({});
  });
});
