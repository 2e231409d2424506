/**
 * From page to page in a browser under test. Every test that changes pages does it by these: a page that is read, pressed or left
 * while it is still on its way is a test that fails by chance.
 */
import type { Page } from 'playwright-core';

/** A page on a machine with other work. */
const PATIENCE_MS = 90_000;
const LOOK_EVERY_MS = 20;
/** A page that moves all the time is never idle: then it counts as such all the same. */
const MOST_IDLE_WAIT_MS = 1000;
/** An address is asked for again when another navigation took its place: once for each that may have been under way. */
const MOST_TRIES = 3;
/** In the words of Chromium, and of Playwright 1.65. */
const TAKEN_PLACE = /net::ERR_ABORTED|interrupted by another navigation/;
/** Where the page was exchanged while it was looked at. */
const EXCHANGED = /Execution context was destroyed|Cannot find context|because of a navigation|frame was detached/i;

/**
 * A path alone (`/desk/queue`; then any query will do), a path with its query (`/desk/queue?done=decided`), or what is true of the
 * address. A pattern is held against the path, never against the query: `/desk/step-up?to=/desk/members` is not `/desk/members`.
 */
export type Whereabouts = string | RegExp | ((url: URL) => boolean);

/**
 * Goes to a whole address; returns when its page can be used, or `begun`: when the answer came, and its script is still on its way.
 * Throws as `page.goto` does.
 */
export async function openPage(page: Page, address: string, until: 'usable' | 'begun' = 'usable'): Promise<void> {
  const waitUntil = until === 'begun' ? 'commit' : 'load';
  await askedAgain(page, () => page.goto(address, { waitUntil, timeout: PATIENCE_MS }));
  if (until === 'usable') await untilUsable(page);
}

/** Loads the page anew, or what took its place meanwhile; returns when it can be used. */
export async function reloadPage(page: Page): Promise<void> {
  await askedAgain(page, () => page.reload({ timeout: PATIENCE_MS }));
  await untilUsable(page);
}

/** Waits until what was pressed has led there and the page can be used. Throws with where the page is instead. */
export async function arriveAt(page: Page, where: Whereabouts): Promise<void> {
  const deadline = performance.now() + PATIENCE_MS;
  while (!isAt(new URL(page.url()), where)) {
    if (performance.now() > deadline) throw new Error(`the page is at ${page.url()}, and never was at ${where}`);
    await page.waitForTimeout(LOOK_EVERY_MS);
  }
  await untilUsable(page);
}

/**
 * Waits until the page is loaded, its letters too, and, where it has script of ours, until its script has taken it over, nothing is being fetched
 * for it by the router, and all that it draws is drawn.
 */
export async function untilUsable(page: Page): Promise<void> {
  const deadline = performance.now() + PATIENCE_MS;
  while (!(await isUsable(page))) {
    if (performance.now() > deadline) throw new Error(`the page at ${page.url()} is never done with loading`);
    await page.waitForTimeout(LOOK_EVERY_MS);
  }
}

async function askedAgain(page: Page, ask: () => Promise<unknown>): Promise<void> {
  for (let tries = 1; ; tries++) {
    try {
      await ask();
      return;
    } catch (error) {
      const isTaken = error instanceof Error && TAKEN_PLACE.test(error.message);
      if (!isTaken || tries === MOST_TRIES) throw error;
      await untilUsable(page);
    }
  }
}

function isAt(url: URL, where: Whereabouts): boolean {
  if (typeof where === 'function') return where(url);
  if (typeof where !== 'string') return where.test(url.pathname);
  return where === (where.includes('?') ? url.pathname + url.search : url.pathname);
}

async function isUsable(page: Page): Promise<boolean> {
  try {
    return await page.evaluate(looksUsable, MOST_IDLE_WAIT_MS);
  } catch (error) {
    if (error instanceof Error && EXCHANGED.test(error.message)) return false;
    throw error;
  }
}

/** In the page. What React Router 8 and React 19 keep where anybody can see it; pages without them are usable once loaded. */
async function looksUsable(mostWaitMs: number): Promise<boolean> {
  const ofWindow = (name: string) => Reflect.get(globalThis, name);
  const isOurs = () => ofWindow('__reactRouterContext') !== undefined;
  const isDone = (): boolean => {
    const document = ofWindow('document');
    if (document.readyState !== 'complete' || document.fonts.status === 'loading') return false;
    if (!isOurs()) return true;
    const state = ofWindow('__reactRouterDataRouter')?.state;
    const container = Object.keys(document).find((name) => name.startsWith('__reactContainer$'));
    if (state === undefined || container === undefined) return false;
    const fetchers: readonly { readonly state: string }[] = [state.navigation, ...state.fetchers.values()];
    const isFetching = state.revalidation !== 'idle' || fetchers.some((one) => one.state !== 'idle');
    const { stateNode: root } = document[container];
    return state.initialized && !isFetching && !root.current.memoizedState.isDehydrated && root.pendingLanes === 0;
  };
  if (!isDone()) return false;
  // What follows from what was drawn (effects, and the listeners that they add) runs before the browser is idle.
  if (isOurs()) await new Promise((resolve) => ofWindow('requestIdleCallback')(resolve, { timeout: mostWaitMs }));
  return isDone();
}
