import { useCallback, useEffect, useRef, useState } from 'react';
import { askForHandOff, chooseNumber, lookUpVerification } from './ask-applicant.ts';
import { type Followed, followed, waitBeforeLook } from './followed.ts';

export type HandOffState =
  | { readonly kind: 'closed' }
  | { readonly kind: 'asking' }
  | { readonly kind: 'refused'; readonly why: 'no_public_address' | 'unavailable' | 'nobody' }
  | {
      readonly kind: 'shown';
      readonly url: string;
      readonly madeAtMs: number;
      readonly followed: Followed | null /** To choose from, while a device waits. */;
      readonly numbers: readonly number[];
    };

/** Clocks of a server and of a browser differ: an opening this much earlier still belongs to this link. */
const CLOCKS_APART_MS = 60_000;

/** A link for another device, and what happens there. `onDone`: the photographs have been taken there. */
export function useHandOff(
  token: string,
  onDone: () => void,
): { readonly state: HandOffState; readonly open: () => void; readonly choose: (number: number) => void } {
  const [state, setState] = useState<HandOffState>({ kind: 'closed' });
  const done = useRef(onDone);
  useEffect(() => {
    done.current = onDone;
  });

  const open = useCallback(() => {
    setState({ kind: 'asking' });
    void askForHandOff(token).then((link) => {
      if (!link.ok) setState({ kind: 'refused', why: link.why });
      else
        setState({ kind: 'shown', url: link.url, madeAtMs: Date.now() - CLOCKS_APART_MS, followed: null, numbers: [] });
    });
  }, [token]);

  const choose = useCallback(
    (number: number) => {
      void chooseNumber(token, number).then((outcome) => {
        if (outcome === 'nobody') setState({ kind: 'refused', why: 'nobody' });
        else if (outcome === 'let_in')
          setState((before) => (before.kind === 'shown' ? { ...before, numbers: [] } : before));
      });
    },
    [token],
  );

  const madeAtMs = state.kind === 'shown' ? state.madeAtMs : null;
  useEffect(() => {
    if (madeAtMs === null) return;
    const ended = new AbortController();
    let looks = 0;
    const look = async () => {
      if (!document.hidden) {
        const view = await lookUpVerification(token, ended.signal);
        if (ended.signal.aborted) return;
        if (view !== null) {
          const now = followed(view, madeAtMs, new Date());
          setState((before) =>
            before.kind === 'shown' ? { ...before, followed: now, numbers: view.hand_off.choose } : before,
          );
          if (now.isDone) {
            done.current();
            return;
          }
        }
      }
      timer = setTimeout(look, waitBeforeLook(looks++));
    };
    let timer = setTimeout(look, waitBeforeLook(0));
    return () => {
      ended.abort();
      clearTimeout(timer);
    };
  }, [token, madeAtMs]);

  return { state, open, choose };
}
