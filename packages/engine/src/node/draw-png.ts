import type { RgbImage } from '../photo/index.ts';

/** A picture as PNG bytes, without metadata, at most `mostPx` on its longer edge; a smaller one keeps its size. */
export async function drawPng(
  { width, height, data }: RgbImage,
  mostPx: number,
): Promise<{ readonly png: Uint8Array; readonly width: number; readonly height: number }> {
  const { default: sharp } = await import('sharp');
  const drawn = await sharp(data, { raw: { width, height, channels: 3 } })
    .resize(mostPx, mostPx, { fit: 'inside', withoutEnlargement: true })
    .png({ compressionLevel: 9 })
    .toBuffer({ resolveWithObject: true });
  return { png: drawn.data, width: drawn.info.width, height: drawn.info.height };
}
