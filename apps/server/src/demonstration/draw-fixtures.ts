/** The photographs of test mode's fixtures: drawn when they are first asked for, and kept in the data directory. */
import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { FixtureFile, TestFixture, TestFixtures } from '../test-mode/test-fixture.ts';
import type { DrawWorkerData } from './draw-worker.ts';
import { type Drawing, type DrawnFixture, GOOD_PASSPORT, TEST_FIXTURES } from './fixtures.table.ts';

/** It begins as a JPEG, so that it is taken, and no decoder finds a picture in it. */
const NO_PICTURE = Buffer.concat([Buffer.from([0xff, 0xd8, 0xff]), Buffer.from('This is not a photograph.\n')]);
const FOLDER = 'fixtures';
const SIDES = ['front', 'back'];
/** A clock of test mode may jump to any month: of those that were drawn for, so many are kept, each some megabytes. */
const MOST_MONTHS = 4;

/** `dataDirectory`: theirs is the folder `fixtures` in it; it may be removed at any time. */
export function drawnFixtures(dataDirectory: string): TestFixtures {
  const folder = join(dataDirectory, FOLDER);
  let last: Promise<unknown> = Promise.resolve();
  /** One drawing at a time: the cores are for those who are being verified. */
  const oneByOne = <T>(work: () => Promise<T>): Promise<T> => {
    const next = last.then(work, work);
    last = next;
    return next;
  };
  return {
    all: TEST_FIXTURES,
    mediaTypeOf: (fixture) => (drawingOf(fixture) === 'no picture' ? 'application/octet-stream' : 'image/jpeg'),
    file: async (fixture, side, today, isBetter = false): Promise<FixtureFile | undefined> => {
      const drawn = isBetter ? betterDrawingOf(fixture) : drawingOf(fixture);
      // What is asked for may be a side that was not handed in before.
      const at = isBetter ? SIDES.indexOf(side) : fixture.sides.indexOf(side);
      if (drawn === undefined || at < 0) return undefined;
      if (drawn === 'no picture') return { bytes: NO_PICTURE, mediaType: 'application/octet-stream' };
      const month = today.slice(0, 'YYYY-MM'.length);
      const files = join(folder, month, nameOf(drawn));
      const bytes = await oneByOne(async () => {
        await removeOld(folder, month);
        return photograph(files, drawn.only ?? at, { ...drawn, asOf: `${month}-01` });
      });
      return { bytes, mediaType: 'image/jpeg' };
    },
  };
}

function drawingOf({ code }: TestFixture): DrawnFixture['drawn'] {
  return TEST_FIXTURES.find((fixture) => fixture.code === code)?.drawn;
}

/** The same document without the fault, its sides in their order. */
function betterDrawingOf(fixture: TestFixture): DrawnFixture['drawn'] {
  const drawn = drawingOf(fixture);
  if (drawn === undefined) return undefined;
  if (drawn === 'no picture') return GOOD_PASSPORT;
  const { only: _, ...whole } = drawn;
  return { ...whole, faults: [] };
}

/** The same drawing serves several codes. */
function nameOf({ kind, state, seed, faults }: Drawing): string {
  return createHash('sha256')
    .update(JSON.stringify([kind, state, seed, faults]))
    .digest('hex')
    .slice(0, 24);
}

async function photograph(folder: string, at: number, request: Drawing & { readonly asOf: string }): Promise<Buffer> {
  const file = join(folder, `${at}.jpg`);
  const kept = await readFile(file).catch(ifMissing);
  if (kept !== undefined) return kept;
  const { only: _, ...drawn } = request;
  const photographs = await draw({ request: drawn });
  const half = `${folder}.new`;
  await rm(half, { recursive: true, force: true });
  await mkdir(half, { recursive: true });
  for (const [i, jpeg] of photographs.entries()) await writeFile(join(half, `${i}.jpg`), jpeg);
  await rm(folder, { recursive: true, force: true });
  await rename(half, folder);
  return readFile(file);
}

/** Photographs of one specimen, drawn by a thread of its own in a second or two. */
export function draw(workerData: DrawWorkerData): Promise<readonly Uint8Array[]> {
  return new Promise((resolve, reject) => {
    // Flags of the program that embeds us are not for it: `--input-type` would stop it.
    const worker = new Worker(new URL(WORKER, import.meta.url), { workerData, execArgv: [] });
    worker.once('message', resolve);
    worker.once('error', reject);
    worker.once('exit', () => reject(new Error('a drawing ended without a picture')));
  });
}
/** `.ts` when run from source, `.js` when run from a published package. */
const WORKER = `./draw-worker${import.meta.url.slice(-'.ts'.length)}`;

async function removeOld(folder: string, month: string): Promise<void> {
  const months = ((await readdir(folder).catch(ifMissing)) ?? []).filter((name) => name !== month).toSorted();
  for (const old of months.slice(0, Math.max(0, months.length - MOST_MONTHS + 1))) {
    await rm(join(folder, old), { recursive: true, force: true });
  }
}

function ifMissing(error: unknown): undefined {
  if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
  throw error;
}
