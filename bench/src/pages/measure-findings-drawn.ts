import { median, percentile } from '../percentile.ts';
import type { StartedServer } from '../server/started-server.ts';
import { film, openBrowser } from './bench-browser.ts';
import { openApplicant } from './open-applicant.ts';

const PHOTOGRAPHS = 8;
/** The first one warms the reader up. */
const NOT_COUNTED = 1;

/** From the finger on the shutter to the findings drawn on the person's own picture; a passport with a reflection. */
export async function measureFindingsDrawn(server: StartedServer): Promise<readonly string[]> {
  const camera = await film(1920, 1080, 'glare');
  const browser = await openBrowser(camera.path, null);
  const times: number[] = [];
  try {
    for (let i = 0; i < PHOTOGRAPHS; i++) {
      const context = await browser.newContext({ viewport: { width: 390, height: 844 } });
      const page = await context.newPage();
      await page.goto(await openApplicant(server, 'photo'));
      await page.locator('[data-hint=glare]').waitFor();
      const begun = performance.now();
      await page.locator('[data-hint] button.rounded-full').click();
      await page.locator('main svg polygon[points], main svg rect[data-mark], main figure svg').first().waitFor();
      times.push(performance.now() - begun);
      await context.close();
    }
  } finally {
    await browser.close();
    await camera.remove();
  }
  const counted = times.slice(NOT_COUNTED).map((ms) => ms / 1000);
  return [
    `- Shutter to findings drawn: ${median(counted).toFixed(1)} s (p50), ${percentile(counted, 0.95).toFixed(1)} s (p95) of ${counted.length}; with the upload, the reading and the page's own looking.`,
  ];
}
