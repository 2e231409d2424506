import { percentile } from '../percentile.ts';
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
  const takes: Take[] = [];
  try {
    for (let i = 0; i < PHOTOGRAPHS; i++) {
      const context = await browser.newContext({ viewport: { width: 390, height: 844 } });
      const page = await context.newPage();
      await page.goto(await openApplicant(server, 'photo'));
      await page.locator('[data-hint=glare]').waitFor();
      const isUpload = (one: { url(): string }) => one.url().endsWith('/v1/applicant/document/front');
      const sending = page.waitForRequest(isUpload);
      const answering = page.waitForResponse(isUpload);
      const begun = performance.now();
      await page.locator('[data-hint] button.rounded-full').click();
      await sending;
      const sentMs = performance.now() - begun;
      await answering;
      const arrivedMs = performance.now() - begun;
      await page.locator('main svg polygon[points], main svg rect[data-mark], main figure svg').first().waitFor();
      takes.push({ sentMs, arrivedMs, drawnMs: performance.now() - begun });
      await context.close();
    }
  } finally {
    await browser.close();
    await camera.remove();
  }
  const counted = takes.slice(NOT_COUNTED);
  const at = (key: keyof Take, part: number) =>
    (
      percentile(
        counted.map((take) => take[key]),
        part,
      ) / MS_PER_SECOND
    ).toFixed(1);
  return [
    `- Shutter to findings drawn: ${at('drawnMs', 0.5)} s (p50), ${at('drawnMs', 0.95)} s (p95) of ${counted.length}. Of that, at p50, the photograph is on its way after ${at('sentMs', 0.5)} s (the camera's still, drawn and written as JPEG), and there after ${at('arrivedMs', 0.5)} s; the rest is the reading and the page's own looking.`,
  ];
}

/** From the shutter on. */
type Take = { readonly sentMs: number; readonly arrivedMs: number; readonly drawnMs: number };
const MS_PER_SECOND = 1000;
