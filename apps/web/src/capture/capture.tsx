/** Taking a photograph of one side of a document: with this camera, with another device, or from a file. */
import { DocumentPicture } from '@vidimus/ui';
import type { DocumentType } from '@vidimus/vocabulary';
import { type ReactNode, useCallback, useEffect, useRef, useState } from 'react';
import { useNavigate } from 'react-router';
import { useTexts } from '../shell/texts.tsx';
import { reportTrouble } from './ask-applicant.ts';
import { browserInUse } from './browser-in-use.ts';
import { CameraAppButton } from './camera-app-button.tsx';
import { type CameraTrouble, troubleReport } from './camera-trouble.ts';
import { CameraView } from './camera-view.tsx';
import { HandOff } from './hand-off.tsx';
import { PoorCamera } from './poor-camera.tsx';
import { TroubleHelp } from './trouble-help.tsx';
import { useCamera } from './use-camera.ts';

export type CaptureProps = {
  readonly documentType: DocumentType;
  readonly side: 'front' | 'back';
  /** Of the applicant's link. */
  readonly token: string;
  /** A photograph to send: `camera` is a JPEG drawn anew, `file` is as it was. Mount anew (`key`) to take another. */
  readonly onPhoto: (photo: Blob, source: 'camera' | 'file') => void;
  /** The way by a file, which works without script and always stands below. */
  readonly fallback: ReactNode;
  /** The photographs have been taken on another device. Left out: the way begins anew and finds the step that is due. */
  readonly onElsewhere?: () => void;
};

/** Needs the words of the area `capture`. Rendered on the server it shows the file, and a camera button for those with script. */
export function Capture({ documentType, side, token, onPhoto, fallback, onElsewhere }: CaptureProps) {
  const t = useTexts('capture');
  const camera = useCamera();
  const { state, fail, close } = camera;
  const [isPoor, setIsPoor] = useState(false);
  const [isTaken, setIsTaken] = useState(false);
  const navigate = useNavigate();
  const goOn = onElsewhere ?? (() => void navigate(`/verify/${token}`));
  useReport(token, state.kind === 'trouble' ? state.trouble : null);

  const taken = useCallback(
    (photo: Blob) => {
      close();
      setIsTaken(true);
      onPhoto(photo, 'camera');
    },
    [close, onPhoto],
  );
  const poor = useCallback(() => setIsPoor(true), []);

  if (isTaken) {
    return (
      <p role="status" className="box p-5 font-semibold">
        {t('taken')}
      </p>
    );
  }
  return (
    <div className="flex flex-col gap-5" data-capture={state.kind}>
      {state.kind === 'on' ? (
        <CameraView
          key={state.stream.id}
          stream={state.stream}
          track={state.track}
          documentType={documentType}
          onPhoto={taken}
          onTrouble={fail}
          onClose={close}
          onPoorCamera={poor}
        />
      ) : null}
      {state.kind === 'off' || state.kind === 'opening' ? (
        <DocumentPicture
          type={documentType}
          side={side}
          title={t(`picture_${side}`)}
          className="mx-auto w-full max-w-64"
        />
      ) : null}
      {state.kind === 'off' || state.kind === 'opening' ? (
        <section className="box flex flex-col gap-3 p-5 noscript:hidden">
          <h2 className="text-lg font-semibold">{t('camera_here')}</h2>
          <p>{t('camera_text')}</p>
          <button type="button" className="button" disabled={state.kind === 'opening'} onClick={camera.open}>
            {t('camera_open')}
          </button>
          <p role="status" className="text-ink-soft empty:hidden">
            {state.kind === 'opening' ? t('camera_asks') : null}
          </p>
        </section>
      ) : null}
      {state.kind === 'trouble' ? (
        <TroubleHelp
          key={state.trouble}
          trouble={state.trouble}
          browser={browserInUse(navigator.userAgent, navigator.maxTouchPoints)}
          onRetry={camera.open}
        />
      ) : null}
      {isPoor ? <PoorCamera /> : null}
      {state.kind === 'trouble' ? <CameraAppButton onPhoto={(photo) => onPhoto(photo, 'file')} /> : null}
      <div className="noscript:hidden">
        <HandOff token={token} onDone={goOn} />
      </div>
      {fallback}
    </div>
  );
}

/** Each trouble once, however often it is tried again. */
function useReport(token: string, trouble: CameraTrouble | null): void {
  const told = useRef(new Set<CameraTrouble>());
  useEffect(() => {
    if (trouble === null || told.current.has(trouble)) return;
    told.current.add(trouble);
    const { browser } = browserInUse(navigator.userAgent, navigator.maxTouchPoints);
    void reportTrouble(token, { ...troubleReport(trouble), browser });
  }, [token, trouble]);
}
