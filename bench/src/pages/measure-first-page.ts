import type { CDPSession, Page } from 'playwright-core';
import { median } from '../percentile.ts';
import type { StartedServer } from '../server/started-server.ts';
import { openBrowser } from './bench-browser.ts';
import { openApplicant } from './open-applicant.ts';

/** Lighthouse's middling phone: a processor four times slower, "slow 4G" of 150 ms and 1.6 Mbit/s down, 750 kbit/s up. */
const SLOWER = 4;
const SLOW_4G = {
  offline: false,
  latency: 150,
  downloadThroughput: 1_600_000 / 8,
  uploadThroughput: 750_000 / 8,
} as const;
const LOADS = 5;

type FirstPage = {
  readonly firstPaintMs: number;
  readonly largestPaintMs: number;
  readonly tapMs: number;
  readonly scriptKb: number;
  readonly allKb: number;
};

/** `/verify/:token` on a throttled phone, nothing cached: first paint, the first tap, weight. The median of several loads. */
export async function measureFirstPage(server: StartedServer): Promise<readonly string[]> {
  const loads: FirstPage[] = [];
  for (let i = 0; i < LOADS; i++) loads.push(await loadOnce(server));
  const middle = (key: keyof FirstPage) => median(loads.map((load) => load[key]));
  return [
    `- First contentful paint ${seconds(middle('firstPaintMs'))}, largest ${seconds(middle('largestPaintMs'))}.`,
    `- A tap as soon as the page has loaded is drawn after ${middle('tapMs').toFixed(0)} ms (event to next paint).`,
    `- ${middle('scriptKb').toFixed(0)} kB of script, ${middle('allKb').toFixed(0)} kB of everything, as they come over the line.`,
  ];
}

async function loadOnce(server: StartedServer): Promise<FirstPage> {
  const browser = await openBrowser(null, null);
  try {
    const context = await browser.newContext({
      viewport: { width: 390, height: 844 },
      deviceScaleFactor: 2,
      hasTouch: true,
    });
    const page = await context.newPage();
    const cdp = await context.newCDPSession(page);
    const weights = await weigh(cdp);
    await cdp.send('Network.emulateNetworkConditions', SLOW_4G);
    await cdp.send('Emulation.setCPUThrottlingRate', { rate: SLOWER });
    await page.addInitScript(NOTE);
    await page.goto(await openApplicant(server, 'start'), { waitUntil: 'load' });
    await tap(page);
    const notes: unknown = await page.evaluate('globalThis.benchNotes');
    const { script, all } = weights();
    return {
      firstPaintMs: numberAt(notes, 'first'),
      largestPaintMs: numberAt(notes, 'largest'),
      tapMs: numberAt(notes, 'tap'),
      scriptKb: script / 1000,
      allKb: all / 1000,
    };
  } finally {
    await browser.close();
  }
}

/** On the first thing that can be pressed; what is measured is how long the page is too busy to answer. */
async function tap(page: Page): Promise<void> {
  await page.locator('main button, main select, main input').first().tap();
  await page.waitForTimeout(1000);
}

/** In the page, before anything else: what the browser notes of its own painting and answering. */
const NOTE = `
  const notes = (globalThis.benchNotes = { first: 0, largest: 0, tap: 0 });
  const note = (type, take, more) =>
    new PerformanceObserver((list) => list.getEntries().forEach(take)).observe({ type, buffered: true, ...more });
  note('paint', (entry) => entry.name === 'first-contentful-paint' && (notes.first = entry.startTime));
  note('largest-contentful-paint', (entry) => (notes.largest = entry.startTime));
  note('event', (entry) => entry.interactionId > 0 && (notes.tap = Math.max(notes.tap, entry.duration)), { durationThreshold: 16 });
`;

/** Bytes on the line, by what they are for. */
async function weigh(cdp: CDPSession): Promise<() => { readonly script: number; readonly all: number }> {
  await cdp.send('Network.enable');
  const kinds = new Map<string, string>();
  const sums = { script: 0, all: 0 };
  cdp.on('Network.responseReceived', ({ requestId, type }) => kinds.set(requestId, type));
  cdp.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    sums.all += encodedDataLength;
    if (kinds.get(requestId) === 'Script') sums.script += encodedDataLength;
  });
  return () => ({ ...sums });
}

function numberAt(value: unknown, key: string): number {
  const found: unknown = typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined;
  return typeof found === 'number' ? found : Number.NaN;
}

function seconds(ms: number): string {
  return `${(ms / 1000).toFixed(1)} s`;
}
