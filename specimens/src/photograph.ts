import sharp from 'sharp';
import { type PhotographedPixels, takePicture } from './camera/take-picture.ts';
import type { FlatSide } from './flat-document.ts';
import type { CameraOptions, PhotographTruth, SpecimenRequest } from './specimen.ts';

export type Photograph = { readonly jpeg: Uint8Array; readonly truth: PhotographTruth };

/**
 * Photographs one side of a document (null: an empty table). `index` tells photographs of one specimen apart;
 * `second` is the other document for the fault `two-documents`.
 */
export async function photographSide(
  side: FlatSide | null,
  request: SpecimenRequest,
  camera: CameraOptions,
  index: number,
  second?: FlatSide,
): Promise<Photograph> {
  const { pixels, truth, jpegQuality } = takePicture(side, request, camera, index, second);
  return { jpeg: await encodeJpeg(pixels, jpegQuality), truth };
}

async function encodeJpeg(pixels: PhotographedPixels['pixels'], quality: number): Promise<Uint8Array> {
  const raw = { width: pixels.width, height: pixels.height, channels: 3 } as const;
  const bytes = await sharp(pixels.data, { raw }).jpeg({ quality, chromaSubsampling: '4:2:0' }).toBuffer();
  return new Uint8Array(bytes);
}
