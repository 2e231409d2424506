/** Another person's document instead of the first one: told before it is handed in, and to whoever looks at it. */
import { createApplicant } from '@vidimus/sdk';
import { drawSpecimen } from '@vidimus/specimens';
import { LOCALES } from '@vidimus/vocabulary';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { arriveAt, openPage } from '../../../../packages/ui/src/navigation.fixture.ts';
import { signInByInvitation } from '../desk/signed-in.fixture.ts';
import {
  accessibilityFaults,
  openPagesUnderTest,
  type PagesUnderTest,
  WITHOUT_BROWSER,
} from '../pages-under-test.fixture.ts';
import { textsOf } from '../texts/texts.server.ts';

const PHONE = { width: 390, height: 844 };
const WAY_MS = 240_000;
const SOON = { timeout: 90_000 };
/** Where screenshots are wanted: one per page. */
const PICTURES = process.env.VIDIMUS_PAGE_PICTURES;
const CAMERA = { variant: 'demo', widthPx: 1600, heightPx: 1200 } as const;

describe.skipIf(WITHOUT_BROWSER)('another document than the first', () => {
  let pages: PagesUnderTest;
  let own: Buffer;
  let anothers: Buffer;
  beforeAll(async () => {
    pages = await openPagesUnderTest();
    const asOf = `${new Date().toISOString().slice(0, 'YYYY-MM'.length)}-01`;
    const passport = async (seed: number) => {
      const { photographs } = await drawSpecimen({ kind: 'passport', state: 'UTO', seed, faults: [], asOf }, CAMERA);
      return Buffer.from(photographs[0] ?? []);
    };
    [own, anothers] = [await passport(7), await passport(23)];
  }, WAY_MS);
  afterAll(() => pages?.close());

  /** Sends a photograph; waits until it was looked at. */
  const send = async (page: Page, jpeg: Buffer, until: Promise<unknown>) => {
    await page
      .locator('input[type=file]')
      .last()
      .setInputFiles({ name: 'p.jpg', mimeType: 'image/jpeg', buffer: jpeg });
    await until;
  };

  test('is told before it is handed in, in every language, and then to whoever looks', {
    timeout: WAY_MS,
  }, async () => {
    const { id, link } = await pages.vidimus.verifications.create({ policy: pages.policy, residence: 'UTO' });
    const browser = await pages.openBrowser();
    const context = await browser.newContext({ viewport: PHONE });
    context.setDefaultTimeout(SOON.timeout);
    const page = await context.newPage();
    await openPage(page, link.url);
    await page.getByRole('radio', { name: /Passport/ }).click();
    await page.getByRole('checkbox').click();
    await page.getByRole('button', { name: 'Go on' }).click();
    await arriveAt(page, /\/photo\/front$/);
    await send(page, own, arriveAt(page, /\/check$/));
    await expect.poll(() => page.getByText('Another name or birth date').count()).toBe(0);

    await openPage(page, `${link.url}/photo/front?again`);
    await send(page, anothers, page.getByText('Another name or birth date').waitFor());
    expect(await accessibilityFaults(page)).toEqual([]);
    // It does not go on by itself: there is something to read.
    await expect.poll(() => page.getByText('photograph your own document').isVisible()).toBe(true);
    await picture(page, 'photo');
    await page.getByRole('link', { name: 'Go on' }).click();
    await arriveAt(page, /\/check$/);
    const applicant = createApplicant({ baseUrl: pages.url, token: link.token });
    for (const locale of [...LOCALES.filter((one) => one !== 'en'), 'en'] as const) {
      await applicant.chooseLanguage({ locale });
      await openPage(page, `${link.url}/check`);
      await page.getByText(textsOf('verify', locale).other_holder_text).waitFor();
      await picture(page, `check-${locale}`);
    }
    await page.getByRole('button', { name: 'Hand in' }).click();
    await page.getByRole('heading', { name: 'A person will look at it' }).waitFor();
    await context.close();

    const desk = await signInByInvitation(pages, browser);
    await openPage(desk, `${pages.url}/desk/verifications/${id}`);
    await desk.getByText('Not the holder of the first photos').waitFor();
    await expect
      .poll(() => desk.locator('main').innerText())
      .toContain('Front of the document, try 2 shows another name or birth');
    await expect
      .poll(() => desk.locator('main').innerText())
      .toContain('This photograph shows another holder than the first');
    expect(await accessibilityFaults(desk)).toEqual([]);
    await picture(desk, 'desk');
    await browser.close();
  });
});

async function picture(page: Page, name: string): Promise<void> {
  if (PICTURES !== undefined) await page.screenshot({ path: `${PICTURES}/other-${name}.png`, fullPage: true });
}
