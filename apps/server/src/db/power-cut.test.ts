import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as wait } from 'node:timers/promises';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { z } from 'zod';
import { type LoopDisk, makeLoopDisk } from './loop-disk.fixture.ts';
import { copyTestDirectory } from './test-database.fixture.ts';

/** `npm run power-cut` asks for more. */
const CUTS = Number(process.env.VIDIMUS_POWER_CUTS ?? 10);
const PER_CUT_MS = 20_000;
/** The database with its log takes some 90. */
const DISK_MEGABYTES = 400;
/** From the first acknowledgement. */
const LONGEST_LIFE_MS = 700;
/** Every so often the cut comes while the database is still being opened after the one before. */
const IN_OPENING_EVERY = 4;
const LONGEST_OPENING_MS = 1500;

const foundSchema = z.strictObject({ found: z.union([z.number(), z.string()]), blobs: z.number() });

let disk: ReturnType<typeof makeLoopDisk>;
let directory: string;
beforeEach(async () => {
  disk = makeLoopDisk(DISK_MEGABYTES);
  if ('cannot' in disk) return;
  const made = await copyTestDirectory();
  directory = join(disk.path, 'data');
  cpSync(made, directory, { recursive: true });
  rmSync(made, { recursive: true });
  disk.sync();
});
afterEach(() => {
  if (!('cannot' in disk)) disk.remove();
});

test(`${CUTS} power cuts at random instants lose nothing that was acknowledged`, {
  timeout: 60_000 + CUTS * PER_CUT_MS,
}, async ({ skip }) => {
  if ('cannot' in disk) return skip(`no power cuts here: ${disk.cannot}`);
  let acknowledged = 0;
  const told: string[] = [];
  for (let cut = 1; cut <= CUTS + 1; cut += 1) {
    const life =
      cut % IN_OPENING_EVERY === 0
        ? { opening: Math.random() * LONGEST_OPENING_MS }
        : { writing: Math.random() * LONGEST_LIFE_MS };
    const { found, last, complaint } = await untilCut(disk, 'ours', life);
    expect(complaint, told.join('\n')).toBeUndefined();
    told.push(`${JSON.stringify(life)}: ${acknowledged} acknowledged, ${JSON.stringify(found)} found`);
    if (found !== undefined) {
      expect(found.found, told.join('\n')).toBeGreaterThanOrEqual(acknowledged);
      expect(found.blobs, told.join('\n')).toBeGreaterThanOrEqual(acknowledged);
    }
    acknowledged = Math.max(acknowledged, last + 1);
  }
  expect(acknowledged, told.join('\n')).toBeGreaterThan(CUTS);
});

test('the same cuts lose rows of PGlite as it is shipped: they are real', { timeout: 180_000 }, async ({ skip }) => {
  if ('cannot' in disk) return skip(`no power cuts here: ${disk.cannot}`);
  let acknowledged = 0;
  for (let cut = 0; cut < MOST_CUTS_OF_STOCK; cut += 1) {
    const { found, last } = await untilCut(disk, 'stock', { writing: LONGEST_LIFE_MS });
    // Nothing is found, either, where it does not open any more.
    const left = typeof found?.found === 'number' ? found.found : 0;
    if (left < acknowledged) return;
    acknowledged = Math.max(acknowledged, last + 1);
  }
  expect.fail(`${MOST_CUTS_OF_STOCK} cuts, and all of ${acknowledged} acknowledged rows are there`);
});
const MOST_CUTS_OF_STOCK = 5;

type Life = { readonly opening: number } | { readonly writing: number };
type Written = {
  /** Before anything was written; nothing when the cut came earlier, or it did not open. */
  readonly found: z.infer<typeof foundSchema> | undefined;
  /** Highest number that was acknowledged; -1 for none. */
  readonly last: number;
  /** Of a writer that ended by itself, before the cut. */
  readonly complaint: string | undefined;
};

/** One life of the writer, and the power cut that ends it. */
async function untilCut(of: LoopDisk, which: 'ours' | 'stock', life: Life): Promise<Written> {
  const writer = spawn(process.execPath, ['--no-warnings', WRITER, directory, which], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const exit = once(writer, 'exit');
  let said = '';
  writer.stderr.on('data', (chunk: Buffer) => {
    said += chunk.toString();
  });
  const lines: string[] = [];
  const firstAcknowledged = Promise.withResolvers<void>();
  const reading = createInterface({ input: writer.stdout });
  reading.on('line', (line) => {
    lines.push(line);
    if (lines.length > 1) firstAcknowledged.resolve();
  });
  const allRead = once(reading, 'close');
  if ('opening' in life) await Promise.race([wait(life.opening), exit]);
  else {
    await Promise.race([firstAcknowledged.promise, exit]);
    await wait(life.writing);
  }
  const complaint = writer.exitCode === null ? undefined : said;
  of.cutPower();
  writer.kill('SIGKILL');
  await Promise.all([exit, allRead]);
  of.mountAgain();
  const [first, ...numbers] = lines;
  return {
    found: first === undefined ? undefined : foundSchema.parse(JSON.parse(first)),
    last: Number(numbers.at(-1) ?? -1),
    complaint,
  };
}

const WRITER = new URL('./power-cut-writer.fixture.ts', import.meta.url).pathname;
