import { previewPhoto } from '@vidimus/engine/live';
import { median, percentile } from '../percentile.ts';
import type { StartedServer } from '../server/started-server.ts';
import { drawnFrame, film, openBrowser } from './bench-browser.ts';
import { openApplicant } from './open-applicant.ts';

const SECONDS = 20;
const MS_PER_SECOND = 1000;

/** The live guidance on frames of 1280×720 (of a camera of full HD), browser and all on one core: frames a second, and what one costs. */
export async function measureGuidance(server: StartedServer): Promise<readonly string[]> {
  const camera = await film(1920, 1080);
  const browser = await openBrowser(camera.path, 1);
  try {
    const context = await browser.newContext({ viewport: { width: 390, height: 844 } });
    await context.addInitScript(`sessionStorage.setItem('vidimus-automatic', 'no')`);
    const page = await context.newPage();
    await page.goto(await openApplicant(server, 'photo'));
    await page.locator('[data-hint=good]').waitFor();
    const works = numbersIn(await page.evaluate(WATCH));
    const perSecond = works.length / SECONDS;
    const cpuMs = await processorTime();
    return [
      `- A frame costs ${cpuMs.toFixed(0)} ms of processor time (p50; outline and quality, in Node).`,
      `- ${perSecond.toFixed(1)} frames a second are looked at (the page asks for at most 11), each for ${median(works).toFixed(0)} ms (p50), ${percentile(works, 0.95).toFixed(0)} ms (p95) in the worker; by its time alone it could look at ${(MS_PER_SECOND / median(works)).toFixed(0)}.`,
    ];
  } finally {
    await browser.close();
    await camera.remove();
  }
}

/** Of `previewPhoto` alone, whatever else the machine is doing, ms. */
async function processorTime(): Promise<number> {
  const frame = await drawnFrame(1280, 720);
  const times = Array.from({ length: WARM + TIMED }, () => {
    const before = process.cpuUsage();
    previewPhoto(frame);
    const { user, system } = process.cpuUsage(before);
    return (user + system) / MICROSECONDS;
  });
  return median(times.slice(WARM));
}
const WARM = 20;
const TIMED = 40;
const MICROSECONDS = 1000;

/** In the page: the worker's time for each frame that it tells, over so many seconds. */
const WATCH = `new Promise((resolve) => {
  const stage = document.querySelector('[data-work-ms]');
  const seen = [];
  const watch = new MutationObserver(() => seen.push(Number(stage.getAttribute('data-work-ms'))));
  watch.observe(stage, { attributeFilter: ['data-work-ms'] });
  setTimeout(() => resolve(seen), ${SECONDS * MS_PER_SECOND});
})`;

function numbersIn(value: unknown): readonly number[] {
  return Array.isArray(value) ? value.filter((one) => typeof one === 'number') : [];
}
