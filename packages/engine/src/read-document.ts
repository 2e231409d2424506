/**
 * The path of a photo, on one page: bytes → pictures → pages → what each witness reads.
 * What it means is left to `check-document.ts`.
 */
import type { DocumentSide } from '@vidimus/vocabulary';
import type { PhotoSubject } from './checks/index.ts';
import { downscale, locatePages, type RgbImage, type UnmeasuredPage } from './photo/index.ts';
import type { DecodedPicture, EnginePorts } from './ports.ts';
import { readMissedZone } from './read-missed-zone.ts';
import {
  type DocumentKind,
  type FieldReading,
  leaveOutSheets,
  pagesOfDocument,
  type ReadPage,
  readBarcode,
  readMrzOfPage,
  readVisualZone,
  recogniseKind,
  recogniseSide,
} from './reading/index.ts';
import { type StageTimings, startTimings, type Timings } from './stage-timings.ts';

/** A file as it was handed in, and the side that was asked for, if one was. */
export type PhotoFile = { readonly bytes: Uint8Array; readonly asked?: DocumentSide };

export type ReadOptions = {
  /** The day that "today" means, `YYYY-MM-DD`: settles the century of two-digit years. */
  readonly asOf: string;
  /** For locating, and for each witness; what is not found by then is reported as not found. */
  readonly budgetMs?: number;
  /** Keep a small copy of each photo, to draw findings on (longest edge, pixels). */
  readonly previewPx?: number;
  readonly signal?: AbortSignal;
};

/** All that the photos say, before anything is judged. */
export type DocumentReading = {
  readonly photos: readonly PhotoSubject[];
  readonly kind: DocumentKind;
  readonly fields: readonly (FieldReading & { readonly mediaId: string })[];
  /** By `mediaId`, when `previewPx` was given. */
  readonly previews: ReadonlyMap<string, RgbImage>;
  readonly timings: StageTimings;
};

/** A photo without a document must answer as fast as one with. */
const DEFAULT_BUDGET_MS = 1500;

/** Reads every photo; the pages of a PDF count as photos of their own (`photo_1`, `photo_1_page_2`). */
export async function readDocument(
  files: readonly PhotoFile[],
  ports: EnginePorts,
  options: ReadOptions,
): Promise<DocumentReading> {
  const timings = startTimings(ports.now);
  const previews = new Map<string, RgbImage>();
  const photos: PhotoSubject[] = [];

  for (const [index, file] of files.entries()) {
    const fileId = `photo_${index + 1}`;
    const asked = file.asked === undefined ? {} : { asked: file.asked };
    const decoded = await timings.measure('decode', () => ports.decode(file.bytes, options.signal));
    if (!decoded.ok) {
      photos.push({ mediaId: fileId, ...asked, content: { kind: 'file_not_usable', error: decoded.error } });
      continue;
    }
    for (const picture of decoded.value) {
      const mediaId = picture.page === 1 ? fileId : `${fileId}_page_${picture.page}`;
      if (options.previewPx !== undefined) previews.set(mediaId, previewOf(picture.image, options.previewPx));
      photos.push({ mediaId, ...asked, content: await readPicture(picture, ports, options, timings) });
      picture.release?.();
    }
  }

  const pages = photos.flatMap((photo) =>
    photo.content.kind === 'located' ? pagesOfDocument(photo.content.pages) : [],
  );
  return {
    photos,
    kind: recogniseKind(pages.map((page) => page.reading)),
    fields: photos.flatMap(fieldsOf),
    previews,
    timings: timings.spent(),
  };
}

/** Of its own: the picture is given back once it is read. */
function previewOf(image: RgbImage, longEdge: number): RgbImage {
  const preview = downscale(image, longEdge);
  return preview === image ? { ...image, data: image.data.slice() } : preview;
}

async function readPicture(
  picture: DecodedPicture,
  ports: EnginePorts,
  options: ReadOptions,
  timings: Timings,
): Promise<PhotoSubject['content']> {
  const budgetMs = options.budgetMs ?? DEFAULT_BUDGET_MS;
  const located = await timings.measure('locate', () => locatePages(picture.image, ports, { budgetMs }));
  const { pages: found, noPage, ...frame } = located;
  const read = (page: UnmeasuredPage) => readPage(page, ports, { ...options, budgetMs }, timings);
  const seen: ReadPage[] = [];
  for (const page of found) seen.push(await read(page));
  const pages = await timings.measure('mrz', () =>
    readMissedZone(picture.image, seen, ports, { ...options, budgetMs, readPage: read }),
  );
  const isEmpty = pages.length === 0 && noPage !== undefined;
  return { kind: 'located', photo: isEmpty ? { ...frame, noPage } : frame, pages: leaveOutSheets(pages) };
}

/** The witnesses look at the same page and never at one another; while the models read, the page's quality is measured. Its run of a model comes first. */
async function readPage(
  located: UnmeasuredPage,
  ports: EnginePorts,
  options: ReadOptions & { readonly budgetMs: number },
  timings: Timings,
): Promise<ReadPage> {
  const { measureQuality, ...page } = located;
  const [quality, mrz, barcode, visualZone] = await Promise.all([
    timings.measure('quality', measureQuality),
    timings.measure('mrz', () => readMrzOfPage(page, ports, options)),
    timings.measure('barcode', () => readBarcode(page, ports)),
    timings.measure('visual_zone', () => readVisualZone(page, ports, options)),
  ]);
  const witnesses = { mrz, barcode, visualZone };
  return { page: { ...page, quality }, reading: { side: recogniseSide(witnesses), ...witnesses } };
}

function fieldsOf(photo: PhotoSubject): DocumentReading['fields'] {
  if (photo.content.kind !== 'located') return [];
  return pagesOfDocument(photo.content.pages).flatMap(({ reading }) =>
    [
      ...('fields' in reading.mrz ? reading.mrz.fields : []),
      ...('fields' in reading.barcode ? reading.barcode.fields : []),
      ...reading.visualZone.fields,
    ].map((field) => ({ ...field, mediaId: photo.mediaId })),
  );
}
