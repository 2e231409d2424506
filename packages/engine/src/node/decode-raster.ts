import sharp from 'sharp';
import type { DecodeLimits } from './decode-limits.ts';
import { type DecodedMedia, mostPixels, refuse, refusePixels } from './decoded-media.ts';
import { isAnimatedPng } from './is-animated-png.ts';

/** Only these of libvips' loaders may run; its SVG loader, among others, is on as shipped. */
const LOADERS = ['VipsForeignLoadJpegBuffer', 'VipsForeignLoadPngBuffer', 'VipsForeignLoadWebpBuffer'];

sharp.block({ operation: ['VipsForeignLoad'] });
sharp.unblock({ operation: LOADERS });
sharp.cache(false);
sharp.concurrency(1);

const CHANNELS = 3;

/** JPEG, PNG and WebP to upright 8-bit sRGB; transparency on white; CMYK through its profile. */
export async function* decodeRaster(bytes: Uint8Array, mediaType: string, limits: DecodeLimits): DecodedMedia {
  try {
    const open = (ignoreIcc: boolean) =>
      sharp(bytes, { failOn: 'error', limitInputPixels: limits.pixels, sequentialRead: true, ignoreIcc });
    const header = await open(true).metadata();
    const tooMany = refusePixels(header.width, header.height, limits.pixels);
    if (tooMany) return yield tooMany;
    if ((header.pages ?? 1) > 1) return yield refuse('animated', `${header.pages} frames`);
    if (mediaType === 'image/png' && isAnimatedPng(bytes)) return yield refuse('animated', 'animated PNG');
    // A profile is applied only where the numbers mean nothing without it: for RGB it costs more than the decoding.
    const needsProfile = header.space === 'cmyk';
    let pipeline = open(!needsProfile).autoOrient();
    if (header.hasAlpha) pipeline = pipeline.flatten({ background: '#ffffff' });
    const { data, info } = await pipeline
      .toColourspace('srgb')
      .raw({ depth: 'uchar' })
      .toBuffer({ resolveWithObject: true });
    const image = { width: info.width, height: info.height, data: info.channels === CHANNELS ? data : spread(data) };
    yield { ok: true, value: { image, mediaType, page: 1 } };
  } catch (cause) {
    yield refuseRaster(cause, limits);
  }
}

function refuseRaster(cause: unknown, limits: DecodeLimits) {
  const message = cause instanceof Error ? cause.message : '';
  if (/exceeds pixel limit/i.test(message)) {
    return refuse('too_many_pixels', 'more', mostPixels(limits.pixels));
  }
  if (/memory|allocat/i.test(message))
    return refuse('too_much_memory', 'the picture needs more memory than is allowed');
  return refuse('damaged', firstLine(message));
}

const OBSERVED_CHARACTERS = 120;

function firstLine(message: string): string {
  return (message.split('\n')[0] ?? '').slice(0, OBSERVED_CHARACTERS) || 'the picture cannot be decoded';
}

/** One grey channel to three. */
function spread(grey: Uint8Array): Uint8Array {
  const rgb = new Uint8Array(grey.length * CHANNELS);
  for (let i = 0, to = 0; i < grey.length; i++) {
    const value = grey[i] ?? 0;
    rgb[to++] = value;
    rgb[to++] = value;
    rgb[to++] = value;
  }
  return rgb;
}
