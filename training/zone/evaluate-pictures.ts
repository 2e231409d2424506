/**
 * How many zones are read exactly from the photo alone, and how many when the document's outline is found first:
 * `node training/zone/evaluate-pictures.ts DIR [FILE…]`. DIR holds pictures and a `truth.json` of `{ file, mrz: [line…] | null }`,
 * null where there is no zone. For measuring only: nothing is trained on pictures. Milliseconds are processor time, so that
 * other work on the machine does not count.
 */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createNodePorts } from '../../packages/engine/src/node/index.ts';
import { locatePages, type RgbImage } from '../../packages/engine/src/photo/index.ts';
import { readMrz, readMrzOfPhoto } from '../../packages/engine/src/reading/index.ts';

type Truth = { readonly file: string; readonly mrz: readonly string[] | null };
type Way = 'photo' | 'page';

// Patient: a busy machine must not change what is read.
const OPTIONS = { budgetMs: 60_000, asOf: '2026-11-01' };
const [folder = '.', ...only] = process.argv.slice(2);
const truths: readonly Truth[] = JSON.parse(await readFile(join(folder, 'truth.json'), 'utf8'));
const ways: readonly Way[] = process.env.PHOTO_ONLY === undefined ? ['photo', 'page'] : ['photo'];
const ports = await createNodePorts({ threads: 1, limits: { timeMs: 120_000 } });

const read = async (way: Way, image: RgbImage) => {
  if (way === 'photo') return readMrzOfPhoto(image, ports, OPTIONS);
  let last = null;
  for (const page of (await locatePages(image, ports, OPTIONS)).pages) {
    last = await readMrz(page, ports, OPTIONS);
    if ('lines' in last) break;
  }
  return last;
};

const tally = (way: Way) => ({
  way,
  exact: 0,
  zones: 0,
  falsely: 0,
  empty: 0,
  ms: [] as number[],
  msEmpty: [] as number[],
});
const tallies = ways.map(tally);
for (const { file, mrz } of truths) {
  if (only.length > 0 && !only.includes(file)) continue;
  const decoded = await ports.decode(await readFile(join(folder, file)));
  const image = decoded.ok ? decoded.value[0]?.image : undefined;
  if (!image) {
    console.log(file, 'cannot be decoded');
    continue;
  }
  const words: string[] = [];
  let shown: readonly string[] = [];
  for (const one of tallies) {
    const before = process.cpuUsage();
    const reading = await read(one.way, image);
    const { user, system } = process.cpuUsage(before);
    const ms = (user + system) / 1000;
    (mrz === null ? one.msEmpty : one.ms).push(ms);
    const lines = reading && 'lines' in reading ? reading.lines : [];
    const right = lines.join('\n') === (mrz ?? []).join('\n');
    if (mrz === null) {
      one.empty++;
      if (!right) one.falsely++;
    } else {
      one.zones++;
      if (right) one.exact++;
    }
    words.push(`${one.way} ${right ? 'exact  ' : lines.length > 0 ? 'WRONG  ' : 'NOTHING'} ${ms.toFixed(0)} ms`);
    if (!right && one.way === 'photo')
      shown = lines.length > 0 ? lines : reading && 'tried' in reading ? reading.tried : [];
  }
  console.log(words.join('; '), `${image.width}x${image.height}`, file);
  for (const [i, line] of shown.entries()) console.log(`    printed ${mrz?.[i] ?? '-'}\n    read    ${line}`);
}
const share = (values: readonly number[], part: number) =>
  (values.toSorted((a, b) => a - b)[Math.floor(part * (values.length - 1))] ?? 0).toFixed(0);
for (const { way, exact, zones, falsely, empty, ms, msEmpty } of tallies) {
  console.log(
    `${way}: ${exact} of ${zones} exact, median ${share(ms, 0.5)} ms, p95 ${share(ms, 0.95)} ms;`,
    `${falsely} false of ${empty} without a zone, median ${share(msEmpty, 0.5)} ms, p95 ${share(msEmpty, 0.95)} ms`,
  );
}
await ports.close();
