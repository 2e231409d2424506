import type { DocumentType } from '@vidimus/vocabulary';
import { useCallback, useEffect, useRef, useState } from 'react';
import { useTexts } from '../shell/texts.tsx';
import type { CameraTrouble } from './camera-trouble.ts';
import { isCameraGoodEnough, type Size } from './guidance.ts';
import { GUIDANCE_LIMITS } from './guidance-limits.table.ts';
import { GuidanceOverlay } from './guidance-overlay.tsx';
import { HintIcon } from './hint-icon.tsx';
import { ShutterButton } from './shutter-button.tsx';
import { takeStill } from './take-still.ts';
import { hasTorch, switchTorch } from './torch.ts';
import { useGuidance } from './use-guidance.ts';
import { useRememberedChoice } from './use-remembered-choice.ts';
import { useTrackWatch } from './use-track-watch.ts';

export type CameraViewProps = {
  readonly stream: MediaStream;
  readonly track: MediaStreamTrack;
  readonly documentType: DocumentType;
  readonly onPhoto: (photo: Blob) => void;
  readonly onTrouble: (trouble: CameraTrouble) => void;
  readonly onClose: () => void;
  /** The camera shows too little for this document, however near it is held. */
  readonly onPoorCamera: () => void;
};

/** The running camera: its picture, what to do, and the shutter. */
export function CameraView(props: CameraViewProps) {
  const { stream, track, documentType, onPhoto, onTrouble, onClose, onPoorCamera } = props;
  const t = useTexts('capture');
  const video = useRef<HTMLVideoElement>(null);
  const blackSinceMs = useRef<number | null>(null);
  const isTaking = useRef(false);
  const [isBusy, setIsBusy] = useState(false);
  const [size, setSize] = useState<Size | null>(null);
  const [isAutomatic, chooseAutomatic] = useRememberedChoice('vidimus-automatic', true);

  useEffect(() => {
    const element = video.current;
    if (element === null) return;
    element.srcObject = stream;
    // Interrupted when the camera is closed before it has begun: nothing to tell.
    element.play().catch((error: unknown) => {
      if (!(error instanceof DOMException)) throw error;
    });
    return () => {
      element.srcObject = null;
    };
  }, [stream]);

  const take = useCallback(
    (dpi: number) => {
      const element = video.current;
      if (element === null || element.videoWidth === 0 || isTaking.current) return;
      isTaking.current = true;
      setIsBusy(true);
      void takeStill(element, track, dpi >= GUIDANCE_LIMITS.dpiOfFrame).then(onPhoto, () => onTrouble('other'));
    },
    [track, onPhoto, onTrouble],
  );

  const onReady = useCallback(
    (dpi: number) => {
      if (isAutomatic) take(dpi);
    },
    [isAutomatic, take],
  );
  const onBlack = useCallback((sinceMs: number | null) => {
    blackSinceMs.current = sinceMs;
  }, []);
  const seen = useGuidance({ video, track, documentType, onReady, onBlack });
  const guidance = seen === 'unavailable' ? null : seen;
  useTrackWatch({ video, track, blackSinceMs, onTrouble });

  const onSize = () => {
    const element = video.current;
    if (element === null || element.videoWidth === 0) return;
    const found = { width: element.videoWidth, height: element.videoHeight };
    setSize(found);
    if (!isCameraGoodEnough(found, documentType)) onPoorCamera();
  };

  const hint = guidance?.hint ?? null;
  const isGood = hint === 'good' || hint === 'hold_still';
  return (
    <section
      aria-label={t('camera_title')}
      className="overflow-hidden rounded-box bg-sunken text-ink"
      data-hint={hint ?? undefined}
      data-work-ms={guidance?.workMs.toFixed(1)}
    >
      <div
        className="relative mx-auto flex max-h-[62dvh] min-h-48 w-full justify-center"
        style={size === null ? undefined : { aspectRatio: `${size.width} / ${size.height}` }}
      >
        <video
          ref={video}
          className="size-full object-contain"
          playsInline
          muted
          onLoadedMetadata={onSize}
          onResize={onSize}
          aria-label={t('camera_picture')}
        />
        <GuidanceOverlay guidance={isBusy ? null : guidance} documentType={documentType} />
      </div>
      <div
        className="flex min-h-14 items-center justify-center gap-3 px-4 py-2 text-center font-semibold"
        aria-hidden="true"
      >
        {isBusy ? (
          t('taking')
        ) : hint === null ? (
          t(seen === 'unavailable' ? 'without_guidance' : 'starting')
        ) : (
          <span className={`flex items-center gap-3 ${isGood ? 'text-good' : 'text-care'}`}>
            <HintIcon hint={hint} />
            {t(`hint_${hint}`)}
          </span>
        )}
      </div>
      <p role="status" className="sr-only">
        {isBusy ? t('taking') : guidance?.spoken ? t(`hint_${guidance.spoken}`) : null}
      </p>
      <div className="grid grid-cols-[1fr_auto_1fr] items-center gap-2 px-4 pb-2">
        <Torch track={track} />
        <ShutterButton
          label={t('shutter')}
          steady={isAutomatic ? (guidance?.steady ?? 0) : 0}
          isDisabled={isBusy || size === null}
          onPress={() => take(guidance?.dpi ?? 0)}
        />
        <button type="button" className="button button-quiet justify-self-end" onClick={onClose}>
          {t('camera_close')}
        </button>
      </div>
      {seen === 'unavailable' ? null : (
        <label className="flex min-h-11 items-center justify-center gap-3 px-4 pb-2">
          <input
            type="checkbox"
            className="size-5 accent-operator"
            checked={isAutomatic}
            onChange={({ currentTarget }) => chooseAutomatic(currentTarget.checked)}
          />
          {t('automatic')}
        </label>
      )}
    </section>
  );
}

function Torch({ track }: { readonly track: MediaStreamTrack }) {
  const t = useTexts('capture');
  const [isOn, setIsOn] = useState(false);
  if (!hasTorch(track)) return <span />;
  const press = () => {
    void switchTorch(track, !isOn).then((obeyed) => obeyed && setIsOn(!isOn));
  };
  return (
    <button type="button" className="button button-quiet justify-self-start" aria-pressed={isOn} onClick={press}>
      {t('torch')}
    </button>
  );
}
