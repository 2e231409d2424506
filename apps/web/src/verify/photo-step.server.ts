/** What the page of a photograph shows: nothing yet, or the standing photograph and what was found on it. */
import { catalogueOf } from '@vidimus/vocabulary';
import {
  canApply,
  type DueStep,
  dueStep,
  isAsked,
  needsAnswers,
  needsRetake,
  progress,
  type Side,
  standingPhoto,
} from './due-step.ts';
import { findingsOf, pictureOf } from './findings.server.ts';
import type { FindingView, PictureView } from './findings.ts';
import type { Opened } from './opened-link.server.ts';
import type { ShownOther } from './other-document.tsx';

export type PhotoView = {
  readonly state: 'reading' | 'done' | 'unavailable';
  readonly picture: PictureView;
  readonly findings: readonly FindingView[];
  /** What it shows instead of what the first photographs did. */
  readonly showsOther: ShownOther | null;
  /** It can be handed in as it is, and what follows is told. */
  readonly mayStay: boolean;
};

/** Or the step that is due instead. `again`: another photograph is wanted although one stands. */
export function lookOf({ view, token, now }: Opened, sideName: string, again: boolean) {
  const side: Side | undefined = sideName === 'front' || sideName === 'back' ? sideName : undefined;
  if (side === undefined || !canApply(view, now) || needsAnswers(view) || !isAsked(view, side))
    return dueStep(view, now);
  const type = view.details?.document_type ?? 'passport';
  return {
    side,
    type,
    documentLabel: catalogueOf(view.locale).terms.documentType[type].phrase,
    progress: progress(view, `photo/${side}`),
    photo: again ? null : photoOf({ view, token }, side),
    next: nextAfter(view, side),
  };
}

function photoOf({ view, token }: Pick<Opened, 'view' | 'token'>, side: Side): PhotoView | null {
  const attempt = standingPhoto(view, side);
  const picture = attempt === undefined ? undefined : pictureOf(attempt, `/verify/${token}`);
  if (attempt === undefined || picture === undefined) return null;
  const reasons = attempt.look?.reasons ?? [];
  return {
    state: attempt.look?.state ?? 'unavailable',
    picture,
    // What a person will look at, or what is our trouble, is nothing to mend here: the outcome tells it.
    findings: needsRetake(reasons) ? findingsOf(reasons, view.locale) : [],
    showsOther: attempt.look?.shows_other ?? null,
    mayStay: reasons.every((reason) => reason.class !== 'policy' && reason.class !== 'final'),
  };
}

/** The next page of the way, whatever was found on this one. */
function nextAfter(view: Opened['view'], side: Side): DueStep {
  const needsBack = side === 'front' && isAsked(view, 'back') && standingPhoto(view, 'back') === undefined;
  return needsBack ? 'photo/back' : 'check';
}

/** The file of the form; nothing where none was chosen. */
export function uploadIn(form: FormData): File | undefined {
  const file = form.get('photo');
  return file instanceof File && file.size > 0 ? file : undefined;
}
