/** Nothing but the zone, of one file or many: bytes → pictures → lines. The whole path is read-document.ts. */
import type { EnginePorts } from './ports.ts';
import { type MrzPhoto, readMrzOfPhoto } from './reading/index.ts';
import { type StageTimings, startTimings } from './stage-timings.ts';

/** What `readMrzOfFiles` has to know, and how long it may take. */
export type MrzOptions = {
  /** The day that "today" means, `YYYY-MM-DD`: settles the century of two-digit years. */
  readonly asOf: string;
  /** Of each picture; what is not found by then is not looked for any longer. */
  readonly budgetMs: number;
  /** Gives up decoding. */
  readonly signal?: AbortSignal;
};

/** The zone of every photo, in the order given, and milliseconds per stage. */
export type MrzOfFiles = { readonly photos: readonly MrzPhoto[]; readonly timings: StageTimings };

/** Reads the zone of every photo; each has its own answer. Runs no other network than the two that find and read the zone. */
export async function readMrzOfFiles(
  files: readonly { readonly bytes: Uint8Array }[],
  ports: Pick<EnginePorts, 'decode' | 'infer' | 'now'>,
  options: MrzOptions,
): Promise<MrzOfFiles> {
  const timings = startTimings(ports.now);
  const photos: MrzPhoto[] = [];
  for (const [index, { bytes }] of files.entries()) {
    const fileId = `photo_${index + 1}`;
    const decoded = await timings.measure('decode', () => ports.decode(bytes, options.signal));
    if (!decoded.ok) {
      photos.push({ mediaId: fileId, content: { kind: 'file_not_usable', error: decoded.error } });
      continue;
    }
    for (const { image, page, release } of decoded.value) {
      const zone = await timings.measure('mrz', () => readMrzOfPhoto(image, ports, options));
      release?.();
      photos.push({
        mediaId: page === 1 ? fileId : `${fileId}_page_${page}`,
        content: { kind: 'read', width: image.width, height: image.height, zone },
      });
    }
  }
  return { photos, timings: timings.spent() };
}
