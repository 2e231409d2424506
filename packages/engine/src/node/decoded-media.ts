import type { DecodedPicture, FileNotUsable } from '../ports.ts';
import type { Result } from '../standards/index.ts';

/** Pictures come one by one, so that a page is sent before the next is drawn. */
export type DecodedMedia = AsyncIterable<Result<DecodedPicture, FileNotUsable>>;

/** A refusal, with the most that is taken where that is a figure. */
export function refuse(
  why: FileNotUsable['why'],
  observed: string,
  limit?: FileNotUsable['limit'],
): { readonly ok: false; readonly error: FileNotUsable } {
  const error: FileNotUsable = { code: 'file.not-usable', why, observed };
  return { ok: false, error: limit === undefined ? error : { ...error, limit } };
}

const PIXELS_PER_MEGAPIXEL = 1e6;

/** The refusal of a picture over the limit, or null. Zero and negative sizes are damage. */
export function refusePixels(width: number, height: number, limit: number) {
  if (!(width > 0 && height > 0)) return refuse('damaged', `${width}×${height} pixels`);
  if (width * height <= limit) return null;
  return refuse('too_many_pixels', `${width}×${height} pixels`, mostPixels(limit));
}

/** A limit on pixels as cameras give their size. */
export function mostPixels(pixels: number) {
  return { value: pixels / PIXELS_PER_MEGAPIXEL, unit: 'MP' } as const;
}
