import { mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { drawnPhoto } from './drawn-photo.ts';
import { planZones, type ZoneCase } from './zone-cases.ts';
import { zoneFacts } from './zone-facts.ts';
import { planZoneless } from './zoneless-cases.ts';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'vidimus-test-'));
});
afterAll(() => rm(folder, { recursive: true }));

/** Seeds of tuning: reports are made of others. */
const CASES = planZones(100, 9_000, []);
const caseWith = (isWanted: (each: ZoneCase) => boolean): ZoneCase => {
  const found = CASES.find((each) => each.kind === 'identity-card-td1' && isWanted(each));
  if (found === undefined) throw new Error('no such case');
  return found;
};

test('characters come out as high as was asked for, and the truth holds the lines that are printed', async () => {
  const drawn = caseWith(({ heightPx }) => heightPx !== undefined && heightPx < 13);
  const { printed, truth } = await drawnPhoto(drawn, folder);
  const facts = zoneFacts(truth);
  expect(printed).toHaveLength(3);
  expect(Math.abs((facts?.heightPx ?? 0) - (drawn.heightPx ?? 0))).toBeLessThan(0.8);
  expect(facts?.isReadable).toBe(true);
});

test('blur is a fifth of the height where a fifth was asked for', async () => {
  const motion = await drawnPhoto(
    caseWith(({ motionToHeight }) => motionToHeight === 0.2),
    folder,
  );
  const focus = await drawnPhoto(
    caseWith(({ blurToHeight }) => blurToHeight === 0.2),
    folder,
  );
  expect(zoneFacts(motion.truth)?.motionToHeight).toBeCloseTo(0.2, 1);
  expect(zoneFacts(focus.truth)?.blurToHeight).toBeCloseTo(0.2, 1);
});

test('what was drawn before is taken from the folder', async () => {
  const drawn = { ...caseWith(({ fault }) => fault === 'clean'), widthPx: 640 };
  const first = await drawnPhoto(drawn, folder);
  const { mtimeMs } = await stat(first.path);
  expect(await drawnPhoto(drawn, folder)).toEqual(first);
  expect((await stat(first.path)).mtimeMs).toBe(mtimeMs);
});

test('a picture without a zone says so', async () => {
  const [drawn] = planZoneless(1, 9_000);
  if (drawn === undefined) throw new Error('no case');
  const { path, printed, truth } = await drawnPhoto({ ...drawn, widthPx: 480 }, folder);
  expect(printed).toBeNull();
  expect(zoneFacts(truth)).toBeNull();
  expect((await readFile(path)).subarray(0, 2)).toEqual(Buffer.from([0xff, 0xd8]));
});
