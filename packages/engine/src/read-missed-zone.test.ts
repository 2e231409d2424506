import { drawDocument } from '@vidimus/specimens';
import { afterAll, expect, test, vi } from 'vitest';
import { ModelSessions } from './node/model-sessions.ts';
import type { UnmeasuredPage } from './photo/index.ts';
import { readMissedZone } from './read-missed-zone.ts';
import type { ReadPage } from './reading/index.ts';
import { flatPhoto } from './reading/mrz/flat-photo.fixture.ts';

/** Drawing takes a second or two on a busy machine. */
vi.setConfig({ testTimeout: 60_000 });

const sessions = new ModelSessions(1);
afterAll(() => sessions.close());
const ports = {
  infer: (...[model, input]: Parameters<ModelSessions['infer']>) => sessions.infer(model, input),
  now: () => performance.now(),
};
const OPTIONS = { budgetMs: 60_000, asOf: '2026-11-01', readPage: pageWithout };

/** A page on which no witness read anything. */
async function pageWithout({ measureQuality, ...page }: UnmeasuredPage): Promise<ReadPage> {
  const nothing = { tried: ['nothing'], elapsedMs: 0 };
  const visualZone = { lines: [], fields: [], labelsWithoutValue: [], unreadScripts: [], marks: [] };
  return {
    page: { ...page, quality: await measureQuality() },
    reading: { side: 'unknown', mrz: nothing, barcode: nothing, visualZone },
  };
}

async function draw() {
  const document = await drawDocument({
    kind: 'passport',
    state: 'UTO',
    seed: 11,
    asOf: '2026-11-01',
    pixelsPerMm: 12,
  });
  const [side] = document.sides;
  if (!side) throw new Error('a passport has a side');
  const photo = flatPhoto(2016, 1512, [{ side, middle: [1000, 760], turn: 20, pixelsPerMm: 10 }]);
  return { photo, lines: document.mrz?.lines };
}

test('a zone on no page gets a page of its own, and one that a page lies under is its own', async () => {
  const { photo, lines } = await draw();
  const pages = await readMissedZone(photo, [], ports, OPTIONS);
  expect(pages).toHaveLength(1);
  const [page] = pages;
  if (!page || !('lines' in page.reading.mrz)) throw new Error('no zone was read');
  expect(page.reading.mrz.lines).toEqual(lines);
  expect(page.reading.side).not.toBe('unknown');
  const emptied = { ...page, reading: { ...page.reading, mrz: { tried: [], elapsedMs: 0 } } };
  const again = await readMissedZone(photo, [emptied], ports, OPTIONS);
  expect(again).toHaveLength(1);
  expect(again[0]?.page).toBe(emptied.page);
  expect(again[0]?.reading.mrz).toHaveProperty('lines', lines);
});

test('a photo without a zone is left as it is', async () => {
  const pages = await readMissedZone(flatPhoto(640, 480, []), [], ports, OPTIONS);
  expect(pages).toEqual([]);
});
