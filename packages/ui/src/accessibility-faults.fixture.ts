/** What axe finds on a page, for the tests of everything that is shown in a browser. */
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';

/** Against WCAG, one line each; empty is what we want. */
export async function accessibilityFaults(page: Page): Promise<readonly string[]> {
  // Frames one by one, and their results put together on a page of its own, take two thirds of the time: only where there are some.
  const isAlone = page.frames().length === 1;
  const axe = new AxeBuilder({ page }).setLegacyMode(isAlone).options({ resultTypes: ['violations'] });
  const { violations } = await axe.analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`);
}
