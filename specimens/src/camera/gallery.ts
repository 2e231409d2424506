/**
 * Contact sheets of photographs, to look at: `node specimens/src/camera/gallery.ts FOLDER [tune|other|report|demo] [SEED]`
 * writes one JPEG with a clean photograph and every fault of the picture.
 */
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import sharp from 'sharp';
import { drawSpecimen } from '../draw-specimen.ts';
import { FAULT_NAMES, type Fault, type FaultName } from '../fault.ts';
import { FAULT_LIMITS } from '../fault-limits.table.ts';
import type { SpecimenKind } from '../flat-document.ts';
import { CAMERA_VARIANTS, type CameraVariant } from '../specimen.ts';

const TILE = { width: 480, height: 360 } as const;
const COLUMNS = 4;
const PHOTO = { widthPx: 2016, heightPx: 1512 } as const;
const KINDS: readonly SpecimenKind[] = ['passport', 'identity-card-td1', 'driving-licence-eu'];

const [folder = 'gallery', chosen = 'tune', firstSeed = '1'] = process.argv.slice(2);
const variant = CAMERA_VARIANTS.find((each) => each === chosen) ?? 'tune';
await mkdir(folder, { recursive: true });
await writeSheet(join(folder, `${variant}-${firstSeed}.jpg`), variant, Number(firstSeed));

async function writeSheet(path: string, cameraVariant: CameraVariant, seed: number): Promise<void> {
  const faults: readonly (readonly Fault[])[] = [[], ...pictureFaults().map((name) => [{ name }])];
  const tiles: Buffer[] = [];
  for (const [index, each] of faults.entries()) {
    const kind = KINDS[index % KINDS.length] ?? 'passport';
    const request = { kind, state: 'UTO', seed: seed + index, faults: each, asOf: '2026-06-01' };
    const { photographs } = await drawSpecimen(request, { variant: cameraVariant, ...PHOTO });
    tiles.push(await sharp(photographs[0]).resize(TILE.width, TILE.height).toBuffer());
  }
  const rows = Math.ceil(tiles.length / COLUMNS);
  const size = { width: COLUMNS * TILE.width, height: rows * TILE.height };
  await sharp({ create: { ...size, channels: 3, background: '#ffffff' } })
    .composite(
      tiles.map((input, i) => ({
        input,
        left: (i % COLUMNS) * TILE.width,
        top: Math.floor(i / COLUMNS) * TILE.height,
      })),
    )
    .jpeg({ quality: 85 })
    .toFile(path);
  console.log(path);
}

function pictureFaults(): readonly FaultName[] {
  return FAULT_NAMES.filter((name) => name in FAULT_LIMITS && name !== 'wrong-side' && name !== 'side-missing');
}
