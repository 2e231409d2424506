import { useCallback, useEffect, useRef, useState } from 'react';
import type { CameraTrouble } from './camera-trouble.ts';
import { cameraPermission, openCamera } from './open-camera.ts';

export type CameraState =
  | { readonly kind: 'off' }
  | { readonly kind: 'opening' }
  | { readonly kind: 'on'; readonly stream: MediaStream; readonly track: MediaStreamTrack }
  | { readonly kind: 'trouble'; readonly trouble: CameraTrouble };

export type Camera = {
  readonly state: CameraState;
  readonly open: () => void;
  readonly close: () => void;
  /** What was found out while it ran; turns it off. */
  readonly fail: (trouble: CameraTrouble) => void;
};

/**
 * The camera of this page: off until asked for, unless the person has allowed it before; off again when the page goes.
 */
export function useCamera(): Camera {
  const [state, setState] = useState<CameraState>({ kind: 'off' });
  const running = useRef<MediaStream | null>(null);
  /** Counts what was asked for: an answer to an older wish turns off at once. */
  const wish = useRef(0);

  const stop = useCallback(() => {
    wish.current++;
    for (const track of running.current?.getTracks() ?? []) track.stop();
    running.current = null;
  }, []);

  const open = useCallback(() => {
    stop();
    const mine = wish.current;
    setState({ kind: 'opening' });
    void openCamera().then((opened) => {
      if (!opened.ok) {
        if (wish.current === mine) setState({ kind: 'trouble', trouble: opened.trouble });
        return;
      }
      const [track] = opened.stream.getVideoTracks();
      if (wish.current !== mine || track === undefined) {
        for (const unwanted of opened.stream.getTracks()) unwanted.stop();
        return;
      }
      running.current = opened.stream;
      setState({ kind: 'on', stream: opened.stream, track });
    });
  }, [stop]);

  const close = useCallback(() => {
    stop();
    setState({ kind: 'off' });
  }, [stop]);

  const fail = useCallback(
    (trouble: CameraTrouble) => {
      stop();
      setState({ kind: 'trouble', trouble });
    },
    [stop],
  );

  useEffect(() => {
    const mine = wish.current;
    void cameraPermission().then((permission) => {
      if (permission === 'granted' && wish.current === mine) open();
    });
    return stop;
  }, [open, stop]);

  return { state, open, close, fail };
}
