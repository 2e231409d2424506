import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { sendToPerson } from '../../apps/web/src/desk/sent-to-person.fixture.ts';
import { signInByInvitation } from '../../apps/web/src/desk/signed-in.fixture.ts';
import { openPagesUnderTest, type PagesUnderTest } from '../../apps/web/src/pages-under-test.fixture.ts';
import { arriveAt, openPage, untilUsable } from '../../packages/ui/src/navigation.fixture.ts';
import { drawSpecimen } from '../../specimens/src/index.ts';
import type { Keep } from './keep.ts';

const PHONE = { width: 390, height: 844 } as const;
const DESKTOP = { width: 1280, height: 800 } as const;
const CAMERA = { variant: 'demo', widthPx: 1600, heightPx: 1200 } as const;
/** Reading a photograph on a slow machine. */
const READING_MS = 60_000;

/** Real pages of a demonstration that is started for it: an applicant's way with a photograph that reflects, and the desk. */
export async function picturePages(browser: Browser, keep: Keep): Promise<void> {
  const pages = await openPagesUnderTest();
  try {
    const photograph = await drawGlare(pages);
    await applicantWay(pages, browser, photograph, keep);
    await arabicStart(pages, browser, keep);
    await desk(pages, browser, keep);
  } finally {
    await pages.close();
  }
}

async function drawGlare({ dataDirectory }: PagesUnderTest): Promise<string> {
  const asOf = `${new Date().toISOString().slice(0, 'YYYY-MM'.length)}-01`;
  const faults = [{ name: 'glare', field: 'document_number' }] as const;
  const { photographs } = await drawSpecimen({ kind: 'passport', state: 'UTO', seed: 7, faults, asOf }, CAMERA);
  const path = join(dataDirectory, 'passport.jpg');
  await writeFile(path, photographs[0] ?? '');
  return path;
}

async function applicantWay(pages: PagesUnderTest, browser: Browser, photograph: string, keep: Keep) {
  const { link } = await pages.vidimus.verifications.create({ policy: pages.policy });
  const page = await (await browser.newContext({ viewport: PHONE, locale: 'en' })).newPage();
  const both = (name: string) => lightAndDark(page, name, keep);
  await openPage(page, `${pages.url}/verify/${link.token}`);
  await both('verify-residence');
  await page.getByLabel('Search for a country').fill('utop');
  await page.getByRole('button', { name: 'Go on' }).click();
  await arriveAt(page, /\/document$/);
  await page.getByLabel('Passport').check();
  await both('verify-document');
  await page.getByRole('checkbox').check();
  await page.getByRole('button', { name: 'Go on' }).click();
  await arriveAt(page, /\/photo\/front$/);
  await both('verify-photo');
  await page.locator('input[type=file]').first().setInputFiles(photograph);
  await page.getByText('Light reflects').first().waitFor({ timeout: READING_MS });
  await page.getByText('Light reflects').first().scrollIntoViewIfNeeded();
  await untilUsable(page);
  await both('verify-findings');
}

async function arabicStart(pages: PagesUnderTest, browser: Browser, keep: Keep) {
  const { link } = await pages.vidimus.verifications.create({ policy: pages.policy, locale: 'ar', residence: 'UTO' });
  const page = await (await browser.newContext({ viewport: PHONE, locale: 'ar' })).newPage();
  await openPage(page, `${pages.url}/verify/${link.token}`);
  await keep('verify-document-arabic', await page.screenshot());
}

async function desk(pages: PagesUnderTest, browser: Browser, keep: Keep) {
  const { id } = await sendToPerson(pages, 'customer 4711');
  const page = await signInByInvitation(pages, browser, { viewport: DESKTOP });
  const shown = { 'desk-queue': '/desk/queue', 'desk-verification': `/desk/verifications/${id}` };
  for (const [name, path] of Object.entries(shown)) {
    await openPage(page, `${pages.url}${path}`);
    await lightAndDark(page, name, keep);
  }
}

async function lightAndDark(page: Page, name: string, keep: Keep): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    await keep(`${name}-${colorScheme}`, await page.screenshot());
  }
  await page.emulateMedia({ colorScheme: 'light' });
}
