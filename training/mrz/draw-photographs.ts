/**
 * Draws photographs of zones to tune on: `node training/mrz/draw-photographs.ts DIR COUNT [FIRST_SEED]` writes them with a `truth.json` that
 * `evaluate-pictures.ts` reads. Seeds and camera are not those that the bench reports on.
 */
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { drawDocument, type Fault, photographSide, statesOfKind } from '../../specimens/src/index.ts';

const AS_OF = '2026-11-01';
const MM_PER_INCH = 25.4;
const KINDS = ['passport', 'identity-card-td1', 'identity-card-td2', 'visa-a', 'visa-b'] as const;
const TYPES = {
  passport: 'TD3',
  'identity-card-td1': 'TD1',
  'identity-card-td2': 'TD2',
  'visa-a': 'MRVA',
  'visa-b': 'MRVB',
};

/** What is done to a photograph: height of a capital in pixels, blur by that height, or a fault of the camera. */
type Trial = {
  readonly name: string;
  readonly widthPx: number;
  readonly capPx?: number;
  readonly focus?: number;
  readonly motion?: number;
  readonly faults?: readonly Fault[];
};
/** Harder than the bench's on the whole: photographs that are read anyway tell nothing. */
const TRIALS: readonly Trial[] = [
  { name: 'small-9', widthPx: 1344, capPx: 9 },
  { name: 'focus-20', widthPx: 2016, focus: 0.2 },
  { name: 'motion-20', widthPx: 2016, motion: 0.2 },
  { name: 'small-12', widthPx: 1344, capPx: 12 },
  { name: 'motion-35', widthPx: 2016, motion: 0.35 },
  { name: 'focus-25', widthPx: 2016, focus: 0.25 },
  { name: 'glare', widthPx: 2016, faults: [{ name: 'glare', strength: 0.6 }] },
  { name: 'small-16', widthPx: 2016, capPx: 16 },
  { name: 'sleeve', widthPx: 2016, faults: [{ name: 'sleeve', strength: 0.012 }] },
  { name: 'screen', widthPx: 2016, faults: [{ name: 'screen', strength: 0.2 }] },
];
/** Phones take four by three. */
const HEIGHT_TO_WIDTH = 3 / 4;

const [folder = 'work/photographs', count = '50', firstSeed = '700'] = process.argv.slice(2);
await mkdir(folder, { recursive: true });
const truths = [];
for (let turn = 0; turn < Number(count); turn++) {
  const trial = TRIALS[turn % TRIALS.length];
  const kind = KINDS[(turn + Math.floor(turn / TRIALS.length)) % KINDS.length];
  if (!trial || !kind) continue;
  const states = statesOfKind(kind);
  const request = {
    kind,
    state: states[(turn * 5) % states.length] ?? 'UTO',
    seed: Number(firstSeed) + turn,
    asOf: AS_OF,
  };
  const document = await drawDocument({ ...request, faults: [] });
  const side = document.sides.find(({ elements }) => elements.some((element) => element.kind === 'mrz-line'));
  const zoneMm = side?.elements.find((element) => element.kind === 'mrz-line')?.capHeightMm;
  if (!side || !document.mrz || zoneMm === undefined) throw new Error(`${kind} has no zone`);
  // The camera counts blur by the smallest print of the side.
  const heights = side.elements
    .filter((element) => element.kind === 'text' || element.kind === 'mrz-line')
    .flatMap(({ capHeightMm }) => (capHeightMm === undefined ? [] : [capHeightMm]));
  const bySmallest = zoneMm / Math.min(...heights);
  const faults: Fault[] = [...(trial.faults ?? [])];
  if (trial.capPx !== undefined) faults.push({ name: 'far', strength: (trial.capPx / zoneMm) * MM_PER_INCH });
  if (trial.focus !== undefined) faults.push({ name: 'blur', strength: trial.focus * bySmallest });
  if (trial.motion !== undefined) faults.push({ name: 'motion-blur', strength: trial.motion * bySmallest });
  const size = { widthPx: trial.widthPx, heightPx: trial.widthPx * HEIGHT_TO_WIDTH };
  const { jpeg } = await photographSide(side, { ...request, faults }, { variant: 'tune', ...size }, 0);
  const file = `${request.seed}-${trial.name}-${kind}.jpg`;
  await writeFile(join(folder, file), jpeg);
  truths.push({ file, type: TYPES[kind], mrz: document.mrz.lines });
  await writeFile(join(folder, 'truth.json'), JSON.stringify(truths));
}
