import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import sharp from 'sharp';
import { drawDocument } from '../draw-document.ts';
import { FAULT_NAMES } from '../fault.ts';
import type { SpecimenKind } from '../flat-document.ts';
import { statesOfKind } from './states.table.ts';

/**
 * Writes every kind of every state as PNG, to be looked at:
 * `node specimens/src/documents/gallery.ts FOLDER [KIND] [STATE] [FAULT] [SEED]`. Another seed gives other holders; `-` stands for any.
 */
const [folder = 'gallery', onlyKind, onlyState, faultName, firstSeed = '1'] = process.argv.slice(2);
const KINDS: readonly SpecimenKind[] = [
  'passport',
  'identity-card-td1',
  'identity-card-td2',
  'visa-a',
  'visa-b',
  'driving-licence-eu',
  'driving-licence-na',
];
const fault = FAULT_NAMES.find((name) => name === faultName);
await mkdir(folder, { recursive: true });
for (const kind of KINDS.filter((one) => onlyKind === undefined || onlyKind === '-' || one === onlyKind)) {
  for (const [index, state] of statesOfKind(kind).entries()) {
    if (onlyState !== undefined && onlyState !== '-' && state !== onlyState) continue;
    const drawn = await drawDocument({
      kind,
      state,
      seed: Number(firstSeed) + index,
      asOf: '2026-01-15',
      ...(fault === undefined ? {} : { faults: [{ name: fault }] }),
    });
    for (const { side, pixels } of drawn.sides)
      await sharp(pixels.data, { raw: { width: pixels.width, height: pixels.height, channels: 3 } })
        .png()
        .toFile(join(folder, `${kind}-${state}-${side}.png`));
  }
}
