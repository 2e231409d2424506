/**
 * How many pictures of a folder are read exactly: `node training/mrz/evaluate-pictures.ts DIR [FILE…]`. DIR holds pictures and a
 * `truth.json` of `{ file, type, mrz: [line…] }`. For measuring only: nothing is trained or tuned on pictures.
 */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createNodePorts } from '../../packages/engine/src/node/index.ts';
import { readMrzOfPhoto } from '../../packages/engine/src/reading/index.ts';
import { curveText, type Judged, judge } from './confidence-curve.ts';

type Truth = { readonly file: string; readonly type: string; readonly mrz: readonly string[] };

/** Ample, so that a busy machine reads as much as a free one. */
const BUDGET_MS = 60_000;
/** A busy machine may be too slow for the time that decoding is given. */
const DECODE_AGAIN = 3;
const [folder = '.', ...only] = process.argv.slice(2);
const truths: readonly Truth[] = JSON.parse(await readFile(join(folder, 'truth.json'), 'utf8'));
const ports = await createNodePorts();
let exact = 0;
let wrongButChecked = 0;
let count = 0;
const judged: Judged[] = [];
for (const { file, type, mrz } of truths) {
  if (only.length > 0 && !only.includes(file)) continue;
  count++;
  const bytes = await readFile(join(folder, file));
  let decoded = await ports.decode(bytes);
  for (let again = 0; !decoded.ok && again < DECODE_AGAIN; again++) decoded = await ports.decode(bytes);
  const image = decoded.ok ? decoded.value[0]?.image : undefined;
  if (!image) {
    console.log(file, 'cannot be decoded');
    continue;
  }
  const began = ports.now();
  const reading = await readMrzOfPhoto(image, ports, { budgetMs: BUDGET_MS, asOf: '2026-11-01' });
  const elapsed = ports.now() - began;
  const lines = 'lines' in reading ? reading.lines : [];
  const right = lines.join('\n') === mrz.join('\n');
  if (right) exact++;
  if ('lines' in reading) judged.push(...judge(mrz, reading.characters));
  const checks = 'lines' in reading ? reading.checkDigits : [];
  if (!right && checks.length > 0 && checks.every(({ outcome }) => outcome === 'passed')) wrongButChecked++;
  console.log(
    right ? 'exact ' : lines.length > 0 ? 'WRONG ' : 'NOTHING',
    file,
    type,
    `${image.width}x${image.height}`,
    `${elapsed.toFixed(0)} ms`,
  );
  if (right) continue;
  for (const [i, line] of mrz.entries()) {
    if (lines[i] !== line) console.log(`    printed ${line}\n    read    ${lines[i] ?? '-'}`);
  }
}
console.log(`${exact} of ${count} exact; ${wrongButChecked} wrong with all check digits passed`);
console.log(curveText(judged));
await ports.close();
