/** The machine-readable zone of a photo and nothing else, for Node: opens the models, decodes, reads. */

import type { RgbImage } from '../photo/index.ts';
import type { FileNotUsable } from '../ports.ts';
import { type MrzNotRead, type MrzReading, readMrzOfPhoto } from '../reading/index.ts';
import type { Result } from '../standards/index.ts';
import { createNodePorts, type NodePortOptions, type NodePorts } from './create-node-ports.ts';

/** What one picture shows: the zone, or what was tried (`'lines' in zone` tells the two apart). */
export type MrzOfPage = {
  /** Of a PDF; 1 of every other file. */
  readonly page: number;
  readonly zone: MrzReading | MrzNotRead;
};

/** Of one photo. */
export type ReadMrzPhotoOptions = {
  /** The day that "today" means, `YYYY-MM-DD`: settles the century of two-digit years. Without it the day of the call (UTC). */
  readonly asOf?: string;
  /** Milliseconds, of each picture; what is not found by then is not looked for any longer. */
  readonly budgetMs?: number;
  /** Gives up decoding. */
  readonly signal?: AbortSignal;
};

/** The bytes of a JPEG, PNG, WebP, HEIC or PDF file, or a picture that is decoded already and the right way up. */
export type MrzPhotoSource = Uint8Array | RgbImage;

/** The models, opened once; `close` when no more photos come. */
export type MrzReader = {
  /** One answer for each picture of the file; refuses a file that cannot be opened, and says why. */
  readonly read: (
    photo: MrzPhotoSource,
    options?: ReadMrzPhotoOptions,
  ) => Promise<Result<readonly MrzOfPage[], FileNotUsable>>;
  /** Ends the decoder processes and frees the models. */
  readonly close: () => Promise<void>;
};

/**
 * Opens the models once, for many photos.
 * @example const reader = await openMrzReader(); const read = await reader.read(bytes); await reader.close();
 */
export async function openMrzReader(options: Omit<NodePortOptions, 'ahead'> = {}): Promise<MrzReader> {
  const ports = await createNodePorts({ ...options, ahead: 'mrz' });
  return { read: (photo, how = {}) => readPhoto(photo, ports, how), close: ports.close };
}

/**
 * Reads the zone of a single photo: lines, format, each character with confidence, alternatives and place, check digits, fields.
 * Opens and closes the models for it; for many photos see `openMrzReader`.
 * @example const read = await readMrz(await readFile('passport.jpg'));
 */
export async function readMrz(
  photo: MrzPhotoSource,
  options: ReadMrzPhotoOptions = {},
): Promise<Result<readonly MrzOfPage[], FileNotUsable>> {
  const reader = await openMrzReader();
  try {
    return await reader.read(photo, options);
  } finally {
    await reader.close();
  }
}

/** As long as the engine gives a stage of any photo on a machine that is not busy. */
const DEFAULT_BUDGET_MS = 1500;

async function readPhoto(
  photo: MrzPhotoSource,
  ports: NodePorts,
  { asOf = today(), budgetMs = DEFAULT_BUDGET_MS, signal }: ReadMrzPhotoOptions,
): Promise<Result<readonly MrzOfPage[], FileNotUsable>> {
  const how = { asOf, budgetMs };
  if (!(photo instanceof Uint8Array)) {
    return { ok: true, value: [{ page: 1, zone: await readMrzOfPhoto(photo, ports, how) }] };
  }
  const decoded = await ports.decode(photo, signal);
  if (!decoded.ok) return decoded;
  const pages: MrzOfPage[] = [];
  for (const { image, page, release } of decoded.value) {
    pages.push({ page, zone: await readMrzOfPhoto(image, ports, how) });
    release?.();
  }
  return { ok: true, value: pages };
}

function today(): string {
  return new Date().toISOString().slice(0, 'YYYY-MM-DD'.length);
}
