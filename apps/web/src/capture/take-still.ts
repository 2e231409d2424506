/** The photograph itself: the frame where that is fine enough, else as large as the camera gives it; as JPEG, drawn anew so that nothing but pixels is in it (no EXIF, no place). */

/** Of JPEG, 0–1: print stays sharp, and a photograph of 12 megapixels stays under 6 MB. */
const QUALITY = 0.93;
/** A camera that does not give its still by then gives the frame that is on the screen. */
const STILL_TIMEOUT_MS = 4000;

/**
 * Never cropped: the server wants to see the edges. `frameServes`: the frame on the screen shows the document finely enough, and
 * is what the person saw; the camera is not asked for a still, which takes it a second. Throws where the browser cannot write a JPEG.
 */
export async function takeStill(video: HTMLVideoElement, track: MediaStreamTrack, frameServes: boolean): Promise<Blob> {
  const still = frameServes ? null : await fullStill(track);
  if (still === null) return jpegOf(video, video.videoWidth, video.videoHeight);
  const isLarger = still.width * still.height > video.videoWidth * video.videoHeight;
  const jpeg = await (isLarger
    ? jpegOf(still, still.width, still.height)
    : jpegOf(video, video.videoWidth, video.videoHeight));
  still.close();
  return jpeg;
}

/** What the sensor gives when it is asked for a photograph; null where it cannot be asked (Firefox, Safari), or does not answer. */
async function fullStill(track: MediaStreamTrack): Promise<ImageBitmap | null> {
  if (!('ImageCapture' in globalThis) || track.readyState !== 'live' || track.muted) return null;
  try {
    const photo = await within(STILL_TIMEOUT_MS, new ImageCapture(track).takePhoto());
    return photo === null ? null : await createImageBitmap(photo, { imageOrientation: 'from-image' });
  } catch (error) {
    // Some cameras refuse stills while they film; the frame serves.
    if (error instanceof Error) return null;
    throw error;
  }
}

async function jpegOf(source: CanvasImageSource, width: number, height: number): Promise<Blob> {
  const canvas = document.createElement('canvas');
  canvas.width = width;
  canvas.height = height;
  canvas.getContext('2d', { alpha: false })?.drawImage(source, 0, 0, width, height);
  const jpeg = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/jpeg', QUALITY));
  if (jpeg === null) throw new Error('this browser writes no JPEG');
  return jpeg;
}

function within<T>(ms: number, promise: Promise<T>): Promise<T | null> {
  return Promise.race([promise, new Promise<null>((resolve) => setTimeout(() => resolve(null), ms))]);
}
