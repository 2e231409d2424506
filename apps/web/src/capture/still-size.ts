/** How large the photograph will be: a camera's own still may have more pixels than its film. */
import type { Size } from './guidance.ts';

/** What the camera gives when it is asked for a photograph; null where it does not say (Firefox, Safari, many a webcam). */
export async function photoSizeOf(track: MediaStreamTrack): Promise<Size | null> {
  if (!('ImageCapture' in globalThis) || track.readyState !== 'live') return null;
  try {
    const { imageWidth, imageHeight } = await new ImageCapture(track).getPhotoSettings();
    return imageWidth && imageHeight ? { width: imageWidth, height: imageHeight } : null;
  } catch (error) {
    // A camera that is being turned off, or that gives no stills: the frame will be the photograph.
    if (error instanceof Error) return null;
    throw error;
  }
}

/** The film's proportions and direction in the still's pixels, where those are more; sensors are told lying even while the film stands. */
export function stillSize(film: Size, photo: Size | null): Size {
  const scale = photo === null ? 1 : Math.max(photo.width, photo.height) / Math.max(film.width, film.height);
  return scale > 1 ? { width: Math.round(film.width * scale), height: Math.round(film.height * scale) } : film;
}
