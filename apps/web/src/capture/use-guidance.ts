import type { LivePreview } from '@vidimus/engine/live';
import type { DocumentType } from '@vidimus/vocabulary';
import { type RefObject, useEffect, useRef, useState } from 'react';
import { calmed, firstHint } from './calm-hint.ts';
import { BLACK_LUMA } from './camera-trouble.ts';
import { dotsPerInch, type Hint, hintOf, type Size } from './guidance.ts';
import type { PreviewMessage } from './guidance-messages.ts';
import { SILENT, speak } from './spoken-hint.ts';
import { NOT_STEADY, steadied, steadyShare } from './steadiness.ts';
import { photoSizeOf, stillSize } from './still-size.ts';
import { canWatchFrames, watchFrames } from './watch-frames.ts';

/** What is drawn over the picture, and said. */
export type Guidance = {
  readonly outline: LivePreview['outline'];
  readonly glare: LivePreview['glare'];
  /** In whose pixels outline and glare are. */
  readonly frame: Size;
  /** Of the document, in a frame of full size; 0 while none is seen. */
  readonly dpi: number;
  readonly hint: Hint;
  readonly spoken: Hint | null;
  /** 0–1: how near it is to being taken by itself. */
  readonly steady: number;
  /** Last frame's own time in the worker, ms: for the measurements. */
  readonly workMs: number;
};

export type UseGuidanceParts = {
  readonly video: RefObject<HTMLVideoElement | null>;
  readonly track: MediaStreamTrack;
  readonly documentType: DocumentType;
  /** The document has been held still and well for long enough. */
  readonly onReady: (dpi: number) => void;
  /** Since when every frame has been black; null after one that was not. */
  readonly onBlack: (sinceMs: number | null) => void;
};

/** Live guidance while the video plays; null before the first frame was looked at, `unavailable` where this browser cannot. */
export function useGuidance(parts: UseGuidanceParts): Guidance | null | 'unavailable' {
  const [guidance, setGuidance] = useState<Guidance | null | 'unavailable'>(null);
  const { video, track } = parts;
  const latest = useRef(parts);
  useEffect(() => {
    latest.current = parts;
  });

  useEffect(() => {
    const element = video.current;
    if (element === null) return;
    if (!canWatchFrames()) {
      setGuidance('unavailable');
      return;
    }
    let steadiness = NOT_STEADY;
    let calm = firstHint(performance.now());
    let said = SILENT;
    let blackSinceMs: number | null = null;
    let photo: Size | null = null;
    void photoSizeOf(track).then((size) => {
      photo = size;
    });
    const onPreview = ({ preview, frame, workMs }: PreviewMessage) => {
      const { documentType, onReady, onBlack } = latest.current;
      const atMs = performance.now();
      const film = { width: element.videoWidth, height: element.videoHeight };
      const { outline, glare, meanLuma } = preview;
      const seen = { preview, frame, still: stillSize(film, photo), documentType };
      const hint = hintOf(seen);
      steadiness = steadied(steadiness, { hint, outline, frame, atMs });
      calm = calmed(calm, steadiness.hint, atMs);
      said = speak(said, calm.shown, atMs);
      blackSinceMs = outline === null && meanLuma < BLACK_LUMA ? (blackSinceMs ?? atMs) : null;
      onBlack(blackSinceMs);
      const steady = steadyShare(steadiness, atMs);
      const dpi = dotsPerInch({ ...seen, still: film });
      setGuidance({ outline, glare, frame, dpi, hint: calm.shown, spoken: said.spoken, steady, workMs });
      if (steadiness.isReady) onReady(dpi);
    };
    return watchFrames({ video: element, onPreview, onFailure: () => setGuidance('unavailable') });
  }, [video, track]);

  return guidance;
}
