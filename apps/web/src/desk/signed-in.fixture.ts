/** A person at the desk, in Chromium: the owner whom the demonstration invites, with a passkey of a virtual authenticator. */
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { arriveAt, openPage } from '../../../../packages/ui/src/navigation.fixture.ts';
import type { PagesUnderTest } from '../pages-under-test.fixture.ts';

/** A machine may have other work. */
const PATIENCE_MS = 90_000;

/** Gives the page an authenticator that is always there and always agrees (WebAuthn Level 3 §11.2). */
export async function addAuthenticator(page: Page): Promise<void> {
  const session = await page.context().newCDPSession(page);
  await session.send('WebAuthn.enable');
  await session.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
}

/** Accepts the invitation, makes a passkey, signs in with it. Once per installation: an invitation works once. */
export async function signInByInvitation(
  pages: PagesUnderTest,
  browser: Browser,
  options: BrowserContextOptions = {},
): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, locale: 'en', ...options });
  context.setDefaultTimeout(PATIENCE_MS);
  const page = await context.newPage();
  await addAuthenticator(page);
  await openPage(page, `${pages.url}/desk/invitation/${pages.invitation}`);
  await page.locator('main form button').click();
  await arriveAt(page, '/desk/set-up');
  await page.locator('section[aria-labelledby=with-passkey] button').last().click();
  await arriveAt(page, '/desk/sign-in?why=set-up');
  await page.locator('main button').first().click();
  await arriveAt(page, (url) => url.pathname.startsWith('/desk') && !url.pathname.startsWith('/desk/sign-in'));
  return page;
}
