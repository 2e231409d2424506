/**
 * "Account locked, codes not received, Costa Rica": a carrier that takes every message and delivers none. The person is told within the
 * time that is usual on the route, comes in by e-mail and by passkey, and was never locked; the operator sees the outage.
 */
import { createApplicant } from '@vidimus/sdk';
import { TRY_OUT_POLICY } from '@vidimus/vocabulary';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { arriveAt, openPage } from '../../../../packages/ui/src/navigation.fixture.ts';
import { addAuthenticator, signInByInvitation } from '../desk/signed-in.fixture.ts';
import {
  accessibilityFaults,
  openPagesUnderTest,
  type PagesUnderTest,
  WITHOUT_BROWSER,
} from '../pages-under-test.fixture.ts';
import { openGateways } from './gateways.fixture.ts';

const NUMBER = '+50688880001';
const MAIL = 'ana@example.com';
/** Others of the same carrier; fewer may be chance. */
const OTHERS = Array.from({ length: 8 }, (_, n) => `+5068888010${n}`);
const USUAL_SECONDS = 5;
/** From the message on: the usual time, the page's own four seconds, and a machine that has other work. */
const TOLD_MS = 20_000;
/** Two routes in turn, and the watch's quarter of a minute. */
const OUTAGE_MS = 60_000;
const STORY_MS = 240_000;

describe.skipIf(WITHOUT_BROWSER)('somebody whose carrier drops everything', () => {
  let pages: PagesUnderTest;
  let gateways: Awaited<ReturnType<typeof openGateways>>;
  let browser: Browser;
  beforeAll(async () => {
    gateways = await openGateways(USUAL_SECONDS);
    pages = await openPagesUnderTest(gateways.environment);
    browser = await pages.openBrowser();
  }, STORY_MS);
  afterAll(async () => {
    await pages?.close();
    gateways?.close();
  });

  const takenBy = (to: string) => gateways.taken.filter((one) => one.to === to);
  /** Of the message after the first `before` ones. */
  const codeTo = async (to: string, before = 0): Promise<string> => {
    await expect.poll(() => takenBy(to).length, { timeout: 30_000 }).toBeGreaterThan(before);
    return /\d{6}/.exec(takenBy(to).at(-1)?.text ?? '')?.[0] ?? 'none';
  };
  const enter = async (page: Page, code: string): Promise<void> => {
    await page.getByLabel('Code', { exact: true }).fill(code);
    await page.getByRole('button', { name: 'Confirm' }).click();
    await arriveAt(page, '/account/mine');
  };
  const addWay = async (page: Page, to: string): Promise<void> => {
    await page.getByText('Add another way', { exact: true }).click();
    await page.getByLabel('E-mail address or phone number').fill(to);
    await page.getByRole('button', { name: 'Add an address or number' }).click();
    await arriveAt(page, /\/account\/code\/[^/]+$/);
    await enter(page, await codeTo(to));
  };
  /** An account of ten years: a passkey, a number and an address, while the carrier still worked. */
  const keepAccount = async (page: Page): Promise<void> => {
    const document = { ...TRY_OUT_POLICY, name: 'Real documents', accept_specimens: false };
    const { id: policy } = await pages.liveVidimus.policies.create({ document });
    await pages.liveVidimus.policies.publish(policy);
    const { link } = await pages.liveVidimus.verifications.create({
      policy,
      residence: 'CRI',
      claims: { birth_date: '1983-08-12' },
    });
    const { token } = await createApplicant({ baseUrl: pages.url, token: link.token }).makeReceipt();
    const receipt = createApplicant({ baseUrl: pages.url, token });
    const opened = await receipt.openReceipt({ birth_date: '1983-08-12' });
    await openPage(page, `${pages.url}/receipt/${opened.token}/account`);
    await page.getByRole('button', { name: 'Keep it with a passkey' }).click();
    await arriveAt(page, '/account/mine');
    await addWay(page, NUMBER);
    await addWay(page, MAIL);
  };
  /** As hours later: the session ran out by itself, and the page asks who it is; the browser is one that was signed in. */
  const comeBack = async (page: Page): Promise<void> => {
    const cookies = await page.context().cookies();
    await page.context().clearCookies();
    await openPage(page, `${pages.url}/account`);
    await page.context().addCookies(cookies);
  };
  const askCode = async (page: Page, to: string): Promise<void> => {
    await page.getByLabel('E-mail address or phone number').first().fill(to);
    await page.getByRole('button', { name: 'Send the code' }).click();
    await arriveAt(page, /\/account\/code\/[^/]+$/);
  };

  test('is told in time, comes in by another way, and was never locked', { timeout: STORY_MS }, async () => {
    const context = await browser.newContext({ locale: 'en', viewport: { width: 390, height: 844 } });
    const page = await context.newPage();
    await addAuthenticator(page);
    await keepAccount(page);
    await comeBack(page);
    await expect.poll(() => page.locator('main').innerText()).not.toContain('Some codes do not arrive now');

    // From now on nobody of that carrier gets anything, and nobody says so.
    await Promise.all(OTHERS.map((to) => pages.liveVidimus.contactCodes.send({ channel: 'sms', to })));
    await askCode(page, NUMBER);
    await page.getByText(`It often takes up to ${USUAL_SECONDS} seconds.`).waitFor();
    await page
      .getByText(/No confirmation after \d+ seconds/)
      .first()
      .waitFor({ timeout: TOLD_MS });
    await page.getByText(/Nothing is locked/).waitFor();
    await page.getByText('Messages to numbers like this one have hardly arrived since').waitFor({ timeout: OUTAGE_MS });
    expect(await accessibilityFaults(page)).toEqual([]);

    // Before a code is asked for, the page says that it will not come, and what works.
    await context.clearCookies();
    await page.getByRole('link', { name: 'Use another way' }).click();
    await arriveAt(page, '/account');
    await page.getByText('Some codes do not arrive now').waitFor();
    await page.getByText(/Text messages, Costa Rica: to some numbers hardly any arrive since/).waitFor();
    await page.getByText('Use a passkey, or an e-mail address. Nothing is locked.').waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);

    // No tries were used up, and nothing has to be waited for.
    const before = takenBy(MAIL).length;
    await askCode(page, MAIL);
    await enter(page, await codeTo(MAIL, before));
    await page.getByRole('button', { name: 'Sign out', exact: true }).click();
    await arriveAt(page, '/account');
    await page.getByRole('button', { name: 'Sign in with a passkey' }).click();
    await arriveAt(page, '/account/mine');
    await context.close();
  });

  test('is seen by the operator, who is told of it by an event', { timeout: STORY_MS }, async () => {
    const page = await signInByInvitation(pages, browser);
    await openPage(page, `${pages.url}/desk/messages`);
    // A demonstration's desk begins in test mode.
    await page.getByRole('button', { name: 'Live', exact: true }).click();
    await page.getByText(/Nothing arrives: Short message, Costa Rica/).waitFor();
    const { data: events } = await pages.liveVidimus.events.list({ type: 'messages.outage_begun' });
    expect(events.map(({ data }) => data)).toContainEqual(expect.objectContaining({ channel: 'sms', of: 'prefix' }));
    await page.context().close();
  });
});
