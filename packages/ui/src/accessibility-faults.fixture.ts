/** What axe finds on a page, for the tests of everything that is shown in a browser. */
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';

/** A colour that fades in, or a part that the next frame puts in its place, is no fault of the page. */
const SETTLING_MS = 1000;

/** Against WCAG, one line each; empty is what we want. A fault counts when it is still there a second later. */
export async function accessibilityFaults(page: Page): Promise<readonly string[]> {
  const faults = await look(page);
  if (faults.length === 0) return faults;
  await page.waitForTimeout(SETTLING_MS);
  return look(page);
}

async function look(page: Page): Promise<readonly string[]> {
  // Frames one by one, and their results put together on a page of its own, take two thirds of the time: only where there are some.
  const isAlone = page.frames().length === 1;
  const axe = new AxeBuilder({ page }).setLegacyMode(isAlone).options({ resultTypes: ['violations'] });
  const { violations } = await axe.analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`);
}
