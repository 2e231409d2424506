/** Hands the camera's frames to the worker, one at a time, and what it saw to the page. */
import { frameSize } from './frame-size.ts';
import type { FrameMessage, PreviewMessage } from './guidance-messages.ts';

export type WatchFramesParts = {
  readonly video: HTMLVideoElement;
  readonly onPreview: (seen: PreviewMessage) => void;
  /** The worker could not start, or broke: the shutter still works by hand. */
  readonly onFailure: () => void;
};

/** Ten times a second is as fast as anybody moves; more would only warm the phone. */
const LEAST_MS_BETWEEN = 90;

/** Whether this browser can look at frames beside the page (Safari can from 16.4 on). */
export function canWatchFrames(): boolean {
  return 'Worker' in globalThis && 'OffscreenCanvas' in globalThis && 'createImageBitmap' in globalThis;
}

/** Begins; call what it returns to end. */
export function watchFrames({ video, onPreview, onFailure }: WatchFramesParts): () => void {
  const worker = new Worker(new URL('./guidance-worker.ts', import.meta.url), { type: 'module' });
  let isBusy = false;
  let hasEnded = false;
  let sentAtMs = Number.NEGATIVE_INFINITY;
  let ticket = 0;

  const end = () => {
    hasEnded = true;
    cancelAnimationFrame(ticket);
    worker.terminate();
  };
  worker.addEventListener('message', ({ data }: MessageEvent<PreviewMessage>) => {
    isBusy = false;
    if (!hasEnded) onPreview(data);
  });
  worker.addEventListener('error', () => {
    end();
    onFailure();
  });

  const look = (nowMs: number) => {
    if (hasEnded) return;
    ticket = requestAnimationFrame(look);
    const isThere = video.readyState >= HTMLMediaElement.HAVE_CURRENT_DATA && video.videoWidth > 0;
    if (isBusy || !isThere || nowMs - sentAtMs < LEAST_MS_BETWEEN) return;
    isBusy = true;
    sentAtMs = nowMs;
    void send();
  };

  const send = async () => {
    const { width, height } = frameSize({ width: video.videoWidth, height: video.videoHeight });
    try {
      const bitmap = await createImageBitmap(video, { resizeWidth: width, resizeHeight: height, resizeQuality: 'low' });
      const message: FrameMessage = { bitmap };
      if (hasEnded) bitmap.close();
      else worker.postMessage(message, [bitmap]);
    } catch (error) {
      // A camera that is just being turned off has no frame to give; the next look finds out whether it is.
      if (!(error instanceof DOMException)) throw error;
      isBusy = false;
    }
  };

  ticket = requestAnimationFrame(look);
  return end;
}
