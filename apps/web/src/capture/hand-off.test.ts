/** Begun at a desk, photographed with a phone, gone on with at the desk. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createApplicant } from '@vidimus/sdk';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { arriveAt, openPage } from '../../../../packages/ui/src/navigation.fixture.ts';
import {
  accessibilityFaults,
  openPagesUnderTest,
  type PagesUnderTest,
  WITHOUT_BROWSER,
} from '../pages-under-test.fixture.ts';
import { captureEn } from '../texts/capture/en.table.ts';
import { filmPassport } from './camera-files.fixture.ts';

const PATIENCE = { timeout: 60_000 } as const;
const PUBLIC = 'https://verify.example.com';

describe.skipIf(WITHOUT_BROWSER)('with a public address', () => {
  let pages: PagesUnderTest;
  let films: string;
  beforeAll(async () => {
    pages = await openPagesUnderTest({ VIDIMUS_PUBLIC_URL: PUBLIC });
    films = await mkdtemp(join(tmpdir(), 'vidimus-films-'));
  }, 120_000);
  afterAll(async () => {
    await pages?.close();
    await rm(films, { recursive: true, force: true });
  });

  test('the desk shows a code, lets in the phone by its number, follows it, and goes on by itself', async () => {
    const film = await filmPassport(films);
    const { link } = await pages.vidimus.verifications.create({ residence: 'DEU' });
    const client = createApplicant({ baseUrl: pages.url, token: link.token });
    await client.answerConsent({ document: true });
    await client.answerDetails({ document_type: 'passport' });

    const deskBrowser = await pages.openBrowser();
    const desk = await (await deskBrowser.newContext({ viewport: { width: 1280, height: 900 } })).newPage();
    await openPage(desk, `${pages.url}/verify/${link.token}/photo/front`);
    await desk.getByRole('button', { name: captureEn.hand_off_open }).click(PATIENCE);
    await desk.getByRole('img', { name: captureEn.hand_off_code }).waitFor(PATIENCE);
    expect(await accessibilityFaults(desk)).toEqual([]);
    const address = await desk.getByText(`${PUBLIC}/verify/`).textContent();
    expect(address).not.toContain(link.token);

    const phone = await (await pages.openBrowser(film)).newPage({ viewport: { width: 390, height: 844 } });
    await openPage(phone, (address ?? '').replace(PUBLIC, pages.url));
    const number = await phone.getByText(/^\d\d$/).textContent(PATIENCE);
    await expect.poll(() => phone.url()).not.toContain((address ?? '').split('/').at(-1));
    await desk.getByRole('group', { name: captureEn.hand_off_choose }).waitFor(PATIENCE);
    expect(await accessibilityFaults(desk)).toEqual([]);
    await desk.getByRole('button', { name: number ?? '', exact: true }).click();
    await desk.getByText(/^Your phone is ready/).waitFor(PATIENCE);
    await arriveAt(desk, /^\/verify\/[^/]+\/check$/);
  }, 180_000);
});
