import type { RgbImage } from '../photo/index.ts';

/** Good enough to judge a finding by, small enough for a file that is sent by mail. */
const DEFAULT_QUALITY = 82;

/** A picture as JPEG bytes, without metadata. `quality` is 1–100. */
export async function encodeJpeg(image: RgbImage, quality = DEFAULT_QUALITY): Promise<Uint8Array> {
  const { width, height, data } = image;
  // Only here: who reads photos and draws none has neither the 60 ms nor the 15 MB to give.
  const { default: sharp } = await import('sharp');
  return sharp(data, { raw: { width, height, channels: 3 } })
    .jpeg({ quality })
    .toBuffer();
}
