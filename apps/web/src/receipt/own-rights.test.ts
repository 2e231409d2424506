/** What a person may do beside the straight way, in a real browser: correct, appeal, go on late, take away, erase, disown; and wait. */
import { readFile } from 'node:fs/promises';
import { type ApplicantClient, createApplicant } from '@vidimus/sdk';
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
import { drawnPhotographs } from '../verify/drawn-photographs.fixture.ts';

const LONG_MS = 180_000;
const PATIENCE = { timeout: 60_000 };
const PHONE = { width: 390, height: 844 };
const WEEK_AND_A_DAY_MS = 8 * 24 * 3600 * 1000;
/** Where screenshots are wanted: one per page. */
const PICTURES = process.env.VIDIMUS_PAGE_PICTURES;

type Begun = { readonly id: string; readonly url: string; readonly applicant: ApplicantClient };

describe.skipIf(WITHOUT_BROWSER)('what is a person’s own', { timeout: LONG_MS }, () => {
  let pages: PagesUnderTest;
  let browser: Browser;
  /** Of the applicant, on a phone. */
  let page: Page;
  /** Of a reviewer. */
  let desk: Page;
  let passport: Buffer;

  beforeAll(async () => {
    pages = await openPagesUnderTest();
    const [path = ''] = await drawnPhotographs(pages.dataDirectory, 'passport', 'passport');
    passport = await readFile(path);
    browser = await pages.openBrowser();
    const context = await browser.newContext({ viewport: PHONE });
    context.setDefaultTimeout(PATIENCE.timeout);
    page = await context.newPage();
    desk = await signInByInvitation(pages, browser);
  }, LONG_MS);
  afterAll(() => pages?.close());

  /** Photographed, and read. */
  const photographed = async (): Promise<Begun> => {
    const { id, link } = await pages.vidimus.verifications.create({ policy: pages.policy, residence: 'UTO' });
    const applicant = createApplicant({ baseUrl: pages.url, token: link.token });
    await applicant.answerConsent({ document: true });
    await applicant.answerDetails({ document_type: 'passport', issuing_state: 'UTO' });
    await applicant.photographDocument('front', new Blob([Uint8Array.from(passport)], { type: 'image/jpeg' }));
    await expect.poll(async () => (await applicant.getVerification()).reading !== null, PATIENCE).toBe(true);
    return { id, url: link.url, applicant };
  };
  const reaches = (id: string, state: string) =>
    expect.poll(async () => (await pages.vidimus.verifications.get(id)).state, PATIENCE).toBe(state);
  /** What is on the page, with nothing against it. */
  const looksGood = async (name: string) => {
    if (PICTURES !== undefined) await page.screenshot({ path: `${PICTURES}/own-${name}.png`, fullPage: true });
    expect(await accessibilityFaults(page), name).toEqual([]);
    await expect
      .poll(() => page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), { message: name })
      .toBe(true);
  };
  const heading = (name: string | RegExp) => page.getByRole('heading', { level: 1, name }).waitFor();
  const onDesk = (id: string) => openPage(desk, `${pages.url}/desk/verifications/${id}`);
  const decides = async (id: string, outcome: 'approved' | 'declined', words: string) => {
    await onDesk(id);
    await desk.locator(`input[value=${outcome}]`).check();
    await desk.locator('section[aria-labelledby=decision] textarea').first().fill(words);
    await desk.getByRole('button', { name: 'Decide' }).click();
    await arriveAt(desk, '/desk/queue?done=decided');
  };
  const openReceipt = async ({ applicant }: Begun) => {
    const { url } = await applicant.makeReceipt({ opens: 'all' });
    await openPage(page, url);
    return url;
  };

  test('a correction is said beside what was read; a reviewer sees both; a no can be appealed from the receipt', async () => {
    const begun = await photographed();
    await openPage(page, begun.url);
    await heading('Is this right?');
    const read = (await begun.applicant.getVerification()).reading?.fields.find(
      ({ name }) => name === 'primary_identifier',
    );
    // Longer than a document number may be: names are.
    const said = 'ATHERTON-WRIOTHESLEY-CHOLMONDELEY-FITZWILLIAM';
    await page.locator('summary', { hasText: 'Not right: Surname' }).click();
    await page.getByLabel('Surname, as it should be').fill(said);
    await page.getByRole('button', { name: 'Say so' }).first().click();
    await page.getByText(`You say: ${said}`).waitFor();
    await expect.poll(() => page.locator('dd bdi').allInnerTexts()).toContain(read?.text);
    await looksGood('corrected');
    await page.getByRole('button', { name: 'Hand in' }).click();
    await heading('One thing is needed from you');
    await page.getByText('You gave the name').waitFor();
    await looksGood('differs');
    await onDesk(begun.id);
    const shown = () => desk.locator('main').innerText();
    await expect.poll(shown).toContain(said);
    await expect.poll(shown).toContain(read?.value);

    await page.getByRole('link', { name: 'Do it now' }).click();
    await heading('Is this right?');
    await page.locator('summary', { hasText: 'Not right: Surname' }).click();
    await looksGood('take-back');
    await page.getByRole('button', { name: 'Take it back' }).click();
    await page.getByText(`You say: ${said}`).waitFor({ state: 'detached' });
    await pages.vidimus.testMode.setScenario(begun.id, { scenario: 'document_image_edited' });
    await page.getByRole('button', { name: 'Hand in' }).click();
    await heading('A person will look at it');
    await page.getByText(/You get an answer by/).waitFor();
    await looksGood('in-review');
    await decides(begun.id, 'declined', 'The name on the document is another one.');
    await openPage(page, begun.url);
    await heading('Not approved');
    await page.getByText('The name on the document is another one.').first().waitFor();
    await looksGood('declined');

    await page.getByRole('button', { name: 'Keep this as a receipt' }).click();
    await heading('Your receipt');
    await page.getByLabel('Why it is wrong').fill('I married last week, and here is how I am called now.');
    await page.getByRole('button', { name: 'Send my appeal' }).click();
    await page.getByText('Your appeal,').waitFor();
    await page.getByText('A person looks at it', { exact: true }).waitFor();
    await looksGood('appealed');
    await decides(begun.id, 'approved', 'The register says so, too.');
    await reloadPage(page);
    await page.locator('dd strong', { hasText: 'Approved' }).waitFor();
    await expect.poll(() => page.locator('section[aria-labelledby=decisions] li').count()).toBeGreaterThan(2);
    await looksGood('appeal-answered');
  });

  test('whoever changes their mind before handing in is told what follows', async () => {
    const begun = await photographed();
    await openPage(page, begun.url);
    await page.getByText('I have changed my mind').click();
    await looksGood('change-of-mind');
    await page.getByRole('button', { name: 'I do not agree' }).click();
    await heading('One thing is needed from you');
    expect((await begun.applicant.getVerification()).consent).toBe(false);
    await page.getByRole('link', { name: 'Read it again and agree' }).click();
    await heading('What you need');
  });

  test('a link that ran out says so; what was done is kept, and it goes on with one press', async () => {
    const begun = await photographed();
    await pages.vidimus.testMode.setClock({ now: new Date(Date.now() + WEEK_AND_A_DAY_MS).toISOString() });
    try {
      await openPage(page, begun.url);
      await heading('This link has run out');
      await looksGood('ran-out');
      await openReceipt(begun);
      await page.getByText('The link has run out').waitFor();
      await openPage(page, begun.url);
      await page.getByRole('button', { name: 'Go on where I stopped' }).click();
      await heading('Is this right?');
      await page.getByText('Surname').first().waitFor();
    } finally {
      await pages.vidimus.testMode.resetClock();
    }
  });

  test('all that is kept is taken along as a file', async () => {
    const begun = await photographed();
    await openReceipt(begun);
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: 'Download my data' }).click(),
    ]);
    expect(file.suggestedFilename()).toBe('my-data.json');
    const data = JSON.parse(await readFile(await file.path(), 'utf8'));
    expect(data).toMatchObject({ object: 'applicant_data', verification: { id: begun.id } });
    expect(data.photographs).toHaveLength(1);
  });

  test('what was sent is erased after two questions, and then it is gone', async () => {
    const begun = await photographed();
    const receipt = await openReceipt(begun);
    await page.getByText('Delete my data').click();
    await page.getByRole('button', { name: 'Delete', exact: true }).click();
    // Not without the tick: nothing has happened.
    expect((await pages.vidimus.verifications.get(begun.id)).state).toBe('open');
    await page.getByLabel('Yes, delete everything').check();
    await looksGood('erase');
    await page.getByRole('button', { name: 'Delete', exact: true }).click();
    await page
      .getByText(/Everything has stopped|The data was erased/)
      .first()
      .waitFor();
    await looksGood('erasing');
    await expect.poll(async () => (await fetch(receipt)).status, PATIENCE).toBe(410);
    await openPage(page, receipt);
    await heading('The data was erased');
    await looksGood('erased');
    await openPage(page, begun.url);
    await heading('The data was erased');
  });

  test('"this was not me" stops what is under way, and has a person look at what was granted', async () => {
    const under = await photographed();
    await openReceipt(under);
    await page.getByText('This was not me').first().click();
    await looksGood('not-me');
    await page.getByRole('button', { name: 'This was not me' }).click();
    await page
      .getByText(/The check has stopped|The data was erased/)
      .first()
      .waitFor();
    await reaches(under.id, 'cancelled');

    const granted = await photographed();
    await granted.applicant.submitVerification();
    await reaches(granted.id, 'approved');
    await openReceipt(granted);
    await page.getByText('This was not me').first().click();
    await page.getByLabel('What happened, if you want to say').fill('My passport was stolen in May.');
    await page.getByRole('button', { name: 'This was not me' }).click();
    await page.getByText('A person will look at it again.').waitFor();
    await looksGood('not-me-in-review');
    await reaches(granted.id, 'in_review');
    await onDesk(granted.id);
    await expect.poll(() => desk.locator('main').innerText()).toContain('My passport was stolen in May.');
  });

  test('an engine that is gone delays it, by our fault; it goes on by itself', async () => {
    const begun = await photographed();
    await begun.applicant.answerDetails({ document_type: 'passport', issuing_state: 'UTO', claims: { sex: 'M' } });
    const killing = setInterval(() => pages.killEngine(), 50);
    try {
      await openPage(page, begun.url);
      await page.getByRole('button', { name: 'Hand in' }).click();
      await heading('It takes longer, and that is our fault');
      await page.getByText(/At the latest/).waitFor();
      await looksGood('delayed');
    } finally {
      clearInterval(killing);
    }
    await reaches(begun.id, 'approved');
    await heading('Approved');
  });
});
