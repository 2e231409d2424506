/** What Chromium's camera shows in tests: drawn photographs, as motion JPEG of one picture over and over. */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { drawSpecimen, type FaultName } from '@vidimus/specimens';
import sharp from 'sharp';

/** As a phone films: full HD, lying. */
const FILMED = { variant: 'demo', widthPx: 1920, heightPx: 1080 } as const;
/** A passport that is whole and sharp in the frame. */
const SEED = 8;

/** A passport before the camera, with a fault or without; the path of the file. */
export async function filmPassport(directory: string, fault?: FaultName): Promise<string> {
  const faults = fault === undefined ? [] : [{ name: fault }];
  const request = { kind: 'passport', state: 'UTO', seed: SEED, faults, asOf: '2026-11-26' } as const;
  const { photographs } = await drawSpecimen(request, FILMED);
  const [picture] = photographs;
  if (picture === undefined) throw new Error('a passport has a data page');
  return film(join(directory, `${fault ?? 'good'}.mjpeg`), picture);
}

/** A lens cap. */
export async function filmBlack(directory: string): Promise<string> {
  const black = { width: 1280, height: 720, channels: 3, background: '#000000' } as const;
  return film(join(directory, 'black.mjpeg'), await sharp({ create: black }).jpeg().toBuffer());
}

async function film(path: string, picture: Uint8Array): Promise<string> {
  await writeFile(path, Buffer.concat([picture, picture]));
  return path;
}
