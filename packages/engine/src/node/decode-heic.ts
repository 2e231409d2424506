import heicDecode from 'heic-decode';
import type { DecodeLimits } from './decode-limits.ts';
import { type DecodedMedia, refuse, refusePixels } from './decoded-media.ts';
import { dropAlpha } from './drop-alpha.ts';

/** HEIC to 8-bit RGB. libheif turns and mirrors the picture itself, so no EXIF orientation is applied again. */
export async function* decodeHeic(bytes: Uint8Array, limits: DecodeLimits): DecodedMedia {
  let pictures: Awaited<ReturnType<typeof heicDecode.all>> | undefined;
  try {
    pictures = await heicDecode.all({ buffer: bytes });
    const picture = pictures[0];
    if (!picture) return yield refuse('damaged', 'no picture inside');
    const tooMany = refusePixels(picture.width, picture.height, limits.pixels);
    if (tooMany) return yield tooMany;
    const { width, height, data } = await picture.decode();
    yield { ok: true, value: { image: { width, height, data: dropAlpha(data) }, mediaType: 'image/heic', page: 1 } };
  } catch {
    yield refuse('damaged', 'the HEIC picture cannot be decoded');
  } finally {
    pictures?.dispose();
  }
}
