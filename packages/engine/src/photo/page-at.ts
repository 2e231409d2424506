import { downscale } from './downscale.ts';
import type { PhotoPoint, Quad } from './geometry.ts';
import { type LocatePorts, OUTLINE_LONG_EDGE } from './locate-pages.ts';
import { seeMaps } from './outline/see-maps.ts';
import type { UnmeasuredPage } from './page.ts';
import type { RgbImage } from './pixels.ts';
import { straightenPage } from './straighten-page.ts';

/** The page of a document whose outline was not seen, but whose corners are known from something on it, about. */
export async function pageAt(
  photo: RgbImage,
  quad: Quad<PhotoPoint>,
  ports: Pick<LocatePorts, 'infer'>,
): Promise<UnmeasuredPage> {
  const small = downscale(photo, OUTLINE_LONG_EDGE);
  const maps = await seeMaps(small, ports.infer);
  const outline = {
    quad,
    onFrame: [false, false, false, false] as const,
    directionCertainty: 1,
    confidence: 0,
    clear: false,
    maps,
  };
  return straightenPage({ photo, small, outline, found: false, isSettled: false }, ports.infer);
}
