import { useCallback, useEffect, useRef, useState } from 'react';
import { useNavigate } from 'react-router';
import { browserLine } from './browser-line.ts';
import { type ProblemKey, problemKey } from './problem-words.ts';
import { sendPhoto } from './send-photo.ts';

export type Sending =
  | { readonly phase: 'idle' }
  | { readonly phase: 'sending'; readonly share: number }
  | { readonly phase: 'waiting' }
  | { readonly phase: 'refused'; readonly problem: ProblemKey }
  | { readonly phase: 'arrived' };

/** A photograph on its way: what to show of it, and how to send one. `preview` is the person's own picture, until ours is there. */
export function useSending(token: string, side: 'front' | 'back') {
  const [sending, tell] = useState<Sending>({ phase: 'idle' });
  const [preview, show] = useState<string>();
  const stop = useRef(new AbortController());
  const navigate = useNavigate();
  useEffect(() => () => stop.current.abort(), []);
  useEffect(() => () => (preview === undefined ? undefined : URL.revokeObjectURL(preview)), [preview]);
  const send = useCallback(
    async (photo: Blob) => {
      stop.current.abort();
      stop.current = new AbortController();
      const { signal } = stop.current;
      show(URL.createObjectURL(photo));
      tell({ phase: 'sending', share: 0 });
      const steps = {
        onProgress: (share: number) => tell({ phase: 'sending', share }),
        onWaiting: () => tell({ phase: 'waiting' }),
      };
      const sent = await sendPhoto(photo, steps, browserLine(token, side), signal).catch(() => undefined);
      // Undefined: the person went on with another photograph, or left.
      if (sent === undefined || signal.aborted) return;
      if (sent.kind === 'refused') return tell({ phase: 'refused', problem: problemKey(sent.code) });
      // The same page, now with the photograph; without `?again`, which asked for another one.
      await navigate(`/verify/${token}/photo/${side}`, { replace: true, preventScrollReset: true });
      tell({ phase: 'arrived' });
    },
    [token, side, navigate],
  );
  return { sending, preview, send };
}
