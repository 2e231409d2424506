/** Looks at the camera's frames beside the page, so that the picture never stutters. */
import { previewPhoto } from '@vidimus/engine/live';
import type { FrameMessage, PreviewMessage } from './guidance-messages.ts';
import { rgbOf } from './rgb-of.ts';

const canvas = new OffscreenCanvas(1, 1);
// In memory, where pixels are read from anyway: a canvas of the graphics card would be copied back for every frame.
const context = canvas.getContext('2d', { willReadFrequently: true, alpha: false });

self.addEventListener('message', ({ data }: MessageEvent<FrameMessage>) => {
  const { bitmap } = data;
  const { width, height } = bitmap;
  const startedAt = performance.now();
  if (context === null) throw new Error('no canvas in a worker');
  if (canvas.width !== width || canvas.height !== height) {
    canvas.width = width;
    canvas.height = height;
  }
  context.drawImage(bitmap, 0, 0);
  bitmap.close();
  const preview = previewPhoto(rgbOf(context.getImageData(0, 0, width, height)));
  const answer: PreviewMessage = { preview, frame: { width, height }, workMs: performance.now() - startedAt };
  self.postMessage(answer);
});
