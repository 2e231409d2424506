import { previewPhoto } from '@vidimus/engine/live';
import type { Page } from 'playwright-core';
import { median, percentile } from '../percentile.ts';
import type { StartedServer } from '../server/started-server.ts';
import { drawnFrame, drawnJpeg, film, openBrowser } from './bench-browser.ts';
import { openApplicant } from './open-applicant.ts';

const SECONDS = 20;
const MS_PER_SECOND = 1000;
const FRAME = { width: 1280, height: 720 } as const;
const WARM = 20;
const TIMED = 80;
const MICROSECONDS = 1000;

/** The live guidance on frames of 1280×720: what one costs, how many a second one core can look at, and how many it does beside the camera. */
export async function measureGuidance(server: StartedServer): Promise<readonly string[]> {
  const cpuMs = await processorTime();
  const camera = await film(1920, 1080);
  try {
    const alone = await withPage(server, camera.path, 1, workerAlone);
    const live = await withPage(server, camera.path, null, watch);
    const perFrame = median(alone);
    return [
      `- A frame costs ${cpuMs.toFixed(0)} ms of processor time (p50; outline and quality, in Node).`,
      `- The worker by itself, the browser on one core: ${perFrame.toFixed(0)} ms a frame (p50), ${percentile(alone, 0.95).toFixed(0)} ms (p95), with reading the pixels back; ${(MS_PER_SECOND / perFrame).toFixed(0)} frames a second.`,
      `- Beside a camera of full HD, whose frames Chromium decodes and draws without a graphics card: ${(live.length / SECONDS).toFixed(1)} frames a second (the page asks for at most 11), ${median(live).toFixed(0)} ms each (p50).`,
    ];
  } finally {
    await camera.remove();
  }
}

async function withPage(
  server: StartedServer,
  camera: string,
  onCore: number | null,
  measure: (page: Page) => Promise<readonly number[]>,
): Promise<readonly number[]> {
  const browser = await openBrowser(camera, onCore);
  try {
    const context = await browser.newContext({ viewport: { width: 390, height: 844 } });
    await context.addInitScript(`sessionStorage.setItem('vidimus-automatic', 'no')`);
    const page = await context.newPage();
    await page.goto(await openApplicant(server, 'photo'));
    await page.locator('[data-hint=good]').waitFor();
    return await measure(page);
  } finally {
    await browser.close();
  }
}

/** The worker's time for each frame that the page tells of, over so many seconds. */
async function watch(page: Page): Promise<readonly number[]> {
  return numbersIn(
    await page.evaluate(`new Promise((resolve) => {
      const stage = document.querySelector('[data-work-ms]');
      const seen = [];
      const watch = new MutationObserver(() => seen.push(Number(stage.getAttribute('data-work-ms'))));
      watch.observe(stage, { attributeFilter: ['data-work-ms'] });
      setTimeout(() => resolve(seen), ${SECONDS * MS_PER_SECOND});
    })`),
  );
}

/** The same worker, with the camera off and one frame after the other. */
async function workerAlone(page: Page): Promise<readonly number[]> {
  const worker = page.workers().find((one) => one.url().includes('guidance-worker'));
  if (worker === undefined) throw new Error('the page has no worker that looks at frames');
  const address = worker.url();
  const jpeg = Buffer.from(await drawnJpeg(FRAME.width, FRAME.height)).toString('base64');
  await page.locator('[data-hint] button.button-quiet').last().click();
  return numbersIn(
    await page.evaluate(`(async () => {
      const bytes = Uint8Array.from(atob('${jpeg}'), (one) => one.charCodeAt(0));
      const picture = await createImageBitmap(new Blob([bytes], { type: 'image/jpeg' }));
      const worker = new Worker('${address}', { type: 'module' });
      const times = [];
      for (let i = 0; i < ${WARM + TIMED}; i++) {
        const bitmap = await createImageBitmap(picture);
        const answered = new Promise((resolve) => { worker.onmessage = resolve; });
        worker.postMessage({ bitmap }, [bitmap]);
        times.push((await answered).data.workMs);
      }
      return times.slice(${WARM});
    })()`),
  );
}

/** Of `previewPhoto` alone, whatever else the machine is doing, ms. */
async function processorTime(): Promise<number> {
  const frame = await drawnFrame(FRAME.width, FRAME.height);
  const times = Array.from({ length: WARM + TIMED }, () => {
    const before = process.cpuUsage();
    previewPhoto(frame);
    const { user, system } = process.cpuUsage(before);
    return (user + system) / MICROSECONDS;
  });
  return median(times.slice(WARM));
}

function numbersIn(value: unknown): readonly number[] {
  return Array.isArray(value) ? value.filter((one) => typeof one === 'number') : [];
}
