/** Following along while somebody goes on with another device. */
import type { FollowedView } from './ask-applicant.ts';

export type Followed = {
  /** The link was opened there, after `sinceMs`. */
  readonly isOpened: boolean;
  /** Of the photographs that are asked for. */
  readonly done: number;
  readonly of: number;
  /** Nothing is left to photograph, or it has been handed in there: this page can go on. */
  readonly isDone: boolean;
};

/** `sinceMs`: when the link was made; an older opening was that of an older link. */
export function followed({ state, steps, hand_off }: FollowedView, sinceMs: number): Followed {
  const photographs = steps.filter(({ name }) => name === 'document_front' || name === 'document_back');
  const done = photographs.filter(({ state: step }) => step !== 'asked').length;
  const isOpened = hand_off.opened_at !== null && Date.parse(hand_off.opened_at) >= sinceMs;
  const isUnderWay = state === 'created' || state === 'open' || state === 'action_required';
  return {
    isOpened,
    done,
    of: photographs.length,
    isDone: !isUnderWay || (photographs.length > 0 && done === photographs.length),
  };
}

/** Sooner while something happens; the wait after the nth look, ms. Nobody looks while the page is hidden. */
export function waitBeforeLook(looks: number): number {
  return Math.min(MOST_WAIT_MS, FIRST_WAIT_MS * GROWTH ** looks);
}

const FIRST_WAIT_MS = 1500;
const MOST_WAIT_MS = 4000;
const GROWTH = 1.1;
