/** The camera, in a real browser before a drawn passport: what is good is taken by itself, what is not is told and left alone. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createApplicant } from '@vidimus/sdk';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openPage } from '../../../../packages/ui/src/navigation.fixture.ts';
import {
  accessibilityFaults,
  openPagesUnderTest,
  type PagesUnderTest,
  WITHOUT_BROWSER,
} from '../pages-under-test.fixture.ts';
import { captureEn } from '../texts/capture/en.table.ts';
import { filmBlack, filmPassport } from './camera-files.fixture.ts';

/** A machine that does several things at once looks at two frames a second. */
const PATIENCE = { timeout: 30_000 } as const;

describe.skipIf(WITHOUT_BROWSER)('the camera', () => {
  let pages: PagesUnderTest;
  let films: string;
  beforeAll(async () => {
    pages = await openPagesUnderTest();
    films = await mkdtemp(join(tmpdir(), 'vidimus-films-'));
  }, 120_000);
  afterAll(async () => {
    await pages?.close();
    await rm(films, { recursive: true, force: true });
  });

  /** Somebody who has said that it will be a passport, before the camera page. */
  async function applicant() {
    const { link } = await pages.vidimus.verifications.create({ residence: 'DEU' });
    const client = createApplicant({ baseUrl: pages.url, token: link.token });
    await client.answerConsent({ document: true });
    await client.answerDetails({ document_type: 'passport' });
    return { client, address: `${pages.url}/verify/${link.token}/photo/front` };
  }

  async function before(
    film: string | undefined,
    { isAutomatic = true, permission }: { readonly isAutomatic?: boolean; readonly permission?: 'denied' } = {},
  ) {
    const browser = await pages.openBrowser(film, permission);
    const context = await browser.newContext({ viewport: { width: 390, height: 844 } });
    if (!isAutomatic) await context.addInitScript(() => sessionStorage.setItem('vidimus-automatic', 'no'));
    const page = await context.newPage();
    const { client, address } = await applicant();
    await openPage(page, address);
    return { page, client, close: () => browser.close() };
  }

  const openCamera = (page: Page) => page.getByRole('button', { name: captureEn.camera_open }).click();
  const trouble = (page: Page, which: string) => page.locator(`[data-trouble=${which}]`).waitFor(PATIENCE);
  const photographs = async (client: Awaited<ReturnType<typeof applicant>>['client']) =>
    (await client.getVerification()).attempts.filter(({ step }) => step === 'document_front').length;

  test('a passport held still is taken by itself, and sent', async () => {
    const { client, close } = await before(await filmPassport(films));
    await expect.poll(() => photographs(client), PATIENCE).toBe(1);
    await close();
  });

  test('switched off, it waits for the shutter', async () => {
    const { page, client, close } = await before(await filmPassport(films), { isAutomatic: false });
    await page.locator('[data-hint=good]').waitFor(PATIENCE);
    await page.waitForTimeout(2000);
    expect(await photographs(client)).toBe(0);
    expect(await accessibilityFaults(page)).toEqual([]);
    const arrived = page.waitForResponse((answer) => answer.url().endsWith('/v1/applicant/document/front'), PATIENCE);
    await page.getByRole('button', { name: captureEn.shutter }).click();
    expect((await arrived).ok()).toBe(true);
    const { attempts } = await client.getVerification();
    const media = attempts.find(({ step }) => step === 'document_front')?.media_id ?? '';
    const sent = Buffer.from(await (await client.getOwnOriginal(media)).arrayBuffer());
    // A JPEG without the segment that would say where and with what it was taken.
    expect(sent.subarray(0, 2).toString('hex')).toBe('ffd8');
    expect(sent.subarray(0, 4096).includes('Exif')).toBe(false);
    await close();
  });

  test.each([
    ['far', 'too_far'],
    ['dark', 'too_dark'],
    ['glare', 'glare'],
    ['blur', 'blurry'],
  ] as const)('%s is told as %s, aloud too, and not taken', async (fault, hint) => {
    const { page, client, close } = await before(await filmPassport(films, fault));
    await page.locator(`[data-hint=${hint}]`).waitFor(PATIENCE);
    await page
      .getByRole('status')
      .filter({ hasText: captureEn[`hint_${hint}`] })
      .waitFor(PATIENCE);
    await page.waitForTimeout(1500);
    expect(await photographs(client)).toBe(0);
    await close();
  });

  test('a black picture is told, and how to mend it', async () => {
    const { page, client, close } = await before(await filmBlack(films));
    await trouble(page, 'black_frames');
    await page.getByText(captureEn.step_uncover_lens).waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);
    await expect.poll(async () => (await client.getVerification()).device_troubles.length, PATIENCE).toBe(1);
    await close();
  });

  test('no camera: told once, and the other ways stand there', async () => {
    const { page, client, close } = await before(undefined);
    await openCamera(page);
    await trouble(page, 'no_camera');
    await page.getByRole('button', { name: captureEn.try_again }).click();
    await trouble(page, 'no_camera');
    await expect.poll(() => page.locator('input[type=file]').count()).toBeGreaterThan(0);
    await page.getByRole('heading', { name: captureEn.hand_off_title }).waitFor();
    const told = async () => (await client.getVerification()).device_troubles.map(({ reason }) => reason.code);
    await expect.poll(told, PATIENCE).toEqual(['camera_unavailable']);
    await close();
  });

  test('a camera that was denied: where to press in this browser', async () => {
    const { page, close } = await before(await filmPassport(films), { permission: 'denied' });
    await openCamera(page);
    await trouble(page, 'denied_by_person');
    await page.getByRole('img', { name: captureEn.where_picture }).waitFor();
    await page.getByText(captureEn.step_icon_before_address).waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);
    await close();
  });

  test('without a public address it says why there is no code for the phone', async () => {
    const { page, close } = await before(undefined);
    await page.getByRole('button', { name: captureEn.hand_off_open }).click();
    await page.getByText(captureEn.hand_off_no_public_address).waitFor(PATIENCE);
    await close();
  });
});
