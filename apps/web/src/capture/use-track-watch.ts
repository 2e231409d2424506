import { type RefObject, useEffect } from 'react';
import { type CameraTrouble, troubleWhile } from './camera-trouble.ts';

const LOOK_EVERY_MS = 500;

export type UseTrackWatchParts = {
  readonly video: RefObject<HTMLVideoElement | null>;
  readonly track: MediaStreamTrack;
  readonly blackSinceMs: RefObject<number | null>;
  readonly onTrouble: (trouble: CameraTrouble) => void;
};

/** Looks twice a second whether pictures still come. While the page is hidden none do, and nothing is wrong. */
export function useTrackWatch({ video, track, blackSinceMs, onTrouble }: UseTrackWatchParts): void {
  useEffect(() => {
    let lastFrameAtMs = performance.now();
    let lastTime = -1;
    const look = () => {
      const nowMs = performance.now();
      const time = video.current?.currentTime ?? 0;
      if (time !== lastTime || document.hidden) lastFrameAtMs = nowMs;
      lastTime = time;
      const since = blackSinceMs.current;
      const trouble = troubleWhile({
        readyState: track.readyState,
        muted: track.muted,
        msWithoutFrame: nowMs - lastFrameAtMs,
        msOfBlack: since === null || document.hidden ? 0 : nowMs - since,
      });
      if (trouble !== null) onTrouble(trouble);
    };
    const timer = setInterval(look, LOOK_EVERY_MS);
    track.addEventListener('ended', look);
    return () => {
      clearInterval(timer);
      track.removeEventListener('ended', look);
    };
  }, [video, track, blackSinceMs, onTrouble]);
}
