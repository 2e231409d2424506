/** What the page of the outcome shows. */
import type { ApplicantView } from '@vidimus/sdk';
import { formatDate } from '@vidimus/vocabulary';
import { canApply, dueStep, hasRunOut, standingPhoto } from './due-step.ts';
import { findingsOf, pictureOf } from './findings.server.ts';
import type { Opened } from './opened-link.server.ts';

/** Or the step that is due instead. `ranOut`: the interface said so, whose clock counts. */
export function outcomeView({ view, token, now }: Opened, ranOut: boolean) {
  const state = stateShown(view, now, ranOut);
  if (state === undefined) return dueStep(view, now);
  const { locale, reasons } = view;
  const findings = state === 'expired' || state === 'cancelled' ? [] : findingsOf(reasons, locale);
  const marked = new Set(findings.flatMap(({ marks }) => marks.map(({ mediaId }) => mediaId)));
  const due = dueStep(view, now);
  return {
    state,
    operator: view.operator,
    findings,
    pictures: view.attempts.flatMap((attempt) => {
      const picture = pictureOf(attempt, `/verify/${token}`);
      return picture !== undefined && marked.has(picture.mediaId) ? [picture] : [];
    }),
    by: view.expected_by === null ? null : formatDate(view.expected_by, locale),
    lastDay: view.appeal === null ? null : formatDate(view.appeal.last_day, locale),
    askedAgain: state === 'action_required' ? askedAgain(view) : [],
    /** Of a document with one page there is no front. */
    isPage: view.details?.document_type === 'passport' || view.details?.document_type === 'visa',
    next: state === 'action_required' ? due : null,
    returnUrl: view.return_url,
  };
}

export type OutcomeView = Exclude<ReturnType<typeof outcomeView>, string>;

type Shown = Exclude<ApplicantView['state'], 'created' | 'open'>;

function stateShown(view: ApplicantView, now: Date, ranOut: boolean): Shown | undefined {
  if (hasRunOut(view, now) || (ranOut && canApply(view, now))) return 'expired';
  return view.state === 'created' || view.state === 'open' ? undefined : view.state;
}

/** The steps that are asked again, and not those that are finished. */
function askedAgain(view: ApplicantView) {
  return view.steps.flatMap(({ name, state }) => {
    if (state !== 'asked') return [];
    const isThere =
      (name === 'document_front' && standingPhoto(view, 'front') !== undefined) ||
      view.contacts.some(({ kind, confirmed }) => name === `contact_${kind}` && confirmed !== null) ||
      (name === 'document_back' && standingPhoto(view, 'back') !== undefined);
    return isThere ? [] : [name];
  });
}
