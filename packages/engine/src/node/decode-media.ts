import type { DecodeLimits } from './decode-limits.ts';
import { decodeRaster } from './decode-raster.ts';
import { type DecodedMedia, refuse } from './decoded-media.ts';
import type { MediaType } from './sniff-media-type.ts';

/** Decodes a file of a known type; runs inside the decoder process only. The WebAssembly decoders load when first needed. */
export async function* decodeMedia(bytes: Uint8Array, mediaType: MediaType, limits: DecodeLimits): DecodedMedia {
  switch (mediaType) {
    case 'image/jpeg':
    case 'image/png':
    case 'image/webp':
      return yield* decodeRaster(bytes, mediaType, limits);
    case 'image/heic':
      return yield* (await import('./decode-heic.ts')).decodeHeic(bytes, limits);
    case 'application/pdf':
      return yield* (await import('./decode-pdf.ts')).decodePdf(bytes, limits);
    default:
      return yield refuse('type_not_accepted', mediaType);
  }
}
