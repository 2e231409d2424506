/** Chromium as the bench needs it: with a camera that shows one picture, all of it on one processor core. */
import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { drawSpecimen, type FaultName } from '@vidimus/specimens';
import { type Browser, chromium } from 'playwright-core';
import sharp from 'sharp';

const CHROMIUM = process.env.VIDIMUS_CHROMIUM ?? '/usr/bin/chromium';
/** A passport that fills the frame. */
const SEED = 8;

export type CameraFilm = { readonly path: string; readonly remove: () => Promise<void> };

/** A drawn passport, filmed at `width`×`height`, with a fault or without. */
export async function film(width: number, height: number, fault?: FaultName): Promise<CameraFilm> {
  const frame = await drawnJpeg(width, height, fault);
  const folder = await mkdtemp(join(tmpdir(), 'vidimus-bench-film-'));
  const path = join(folder, 'camera.mjpeg');
  await writeFile(path, Buffer.concat([frame, frame]));
  return { path, remove: () => rm(folder, { recursive: true, force: true }) };
}

/** A drawn passport, as JPEG. */
export async function drawnJpeg(width: number, height: number, fault?: FaultName): Promise<Uint8Array> {
  return sharp(await draw(fault))
    .resize(width, height)
    .jpeg({ quality: 95 })
    .toBuffer();
}

/** The same as pixels. */
export async function drawnFrame(width: number, height: number) {
  const data = await sharp(await draw())
    .resize(width, height)
    .removeAlpha()
    .raw()
    .toBuffer();
  return { width, height, data: new Uint8Array(data) };
}

async function draw(fault?: FaultName): Promise<Uint8Array> {
  const faults = fault === undefined ? [] : [{ name: fault }];
  const request = { kind: 'passport', state: 'UTO', seed: SEED, faults, asOf: '2026-11-26' } as const;
  const { photographs } = await drawSpecimen(request, { variant: 'demo', widthPx: 1920, heightPx: 1080 });
  const [picture] = photographs;
  if (picture === undefined) throw new Error('no photograph was drawn');
  return picture;
}

/** Opens it; `onCore` binds it, and all that it starts, to one core (Linux). */
export async function openBrowser(camera: string | null, onCore: number | null): Promise<Browser> {
  const args = ['--no-sandbox', '--disable-gpu', '--use-fake-ui-for-media-stream'];
  if (camera !== null) args.push('--use-fake-device-for-media-stream', `--use-file-for-fake-video-capture=${camera}`);
  if (onCore !== null) await bindTo(String(onCore));
  try {
    return await chromium.launch({ executablePath: CHROMIUM, args });
  } finally {
    if (onCore !== null) await bindTo(`0-${MOST_CORES}`);
  }
}

/** More than there are is cut to what there is. */
const MOST_CORES = 63;

/** This process; what it starts from then on inherits it. */
async function bindTo(cores: string): Promise<void> {
  await promisify(execFile)('taskset', ['--all-tasks', '--cpu-list', '--pid', cores, String(process.pid)]);
}
