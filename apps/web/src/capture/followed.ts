/** Following along while somebody goes on with another device. */
import { dueStep, isAsked, needsRetake, standingPhoto } from '../verify/due-step.ts';
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
export function followed(view: FollowedView, sinceMs: number, now: Date): Followed {
  const { steps, hand_off } = view;
  const sides = SIDES.filter((side) => steps.some(({ name }) => name === `document_${side}`));
  const done = sides.filter((side) => isTaken(view, side)).length;
  const isOpened = hand_off.opened_at !== null && Date.parse(hand_off.opened_at) >= sinceMs;
  const due = dueStep(view, now);
  return { isOpened, done, of: sides.length, isDone: due === 'check' || due === 'outcome' };
}

const SIDES = ['front', 'back'] as const;

/** Taken and looked at, with nothing found that another photograph would mend. */
function isTaken(view: FollowedView, side: (typeof SIDES)[number]): boolean {
  if (!isAsked(view, side)) return true;
  const photo = standingPhoto(view, side);
  return photo !== undefined && photo.look?.state !== 'reading' && !needsRetake(photo.look?.reasons ?? []);
}

/** Sooner while something happens; the wait after the nth look, ms. Nobody looks while the page is hidden. */
export function waitBeforeLook(looks: number): number {
  return Math.min(MOST_WAIT_MS, FIRST_WAIT_MS * GROWTH ** looks);
}

const FIRST_WAIT_MS = 1500;
const MOST_WAIT_MS = 4000;
const GROWTH = 1.1;
