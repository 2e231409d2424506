/** What the page of a contact shows: which one is to be confirmed, and where its code is. */
import { canApply, contactToConfirm, type DueStep, dueStep, needsAnswers, progress } from '../verify/due-step.ts';
import type { Opened } from '../verify/opened-link.server.ts';
import { phoneCountriesIn } from './phone-countries.server.ts';

/** Or the step that is due instead. */
export function contactView({ view, now }: Opened) {
  const contact = contactToConfirm(view);
  if (contact === undefined || !canApply(view, now) || needsAnswers(view)) return dueStep(view, now) satisfies DueStep;
  const { kind, channels, by_itself, known_hint, code, reasons } = contact;
  return {
    kind,
    channels,
    byItself: by_itself && channels.length > 1,
    knownHint: known_hint,
    code,
    /** Why nothing was sent, or another code is needed; while one is awaited its history says it. */
    reasons:
      code?.state === 'waiting' ? [] : reasons.map(({ code: name, heading, message }) => ({ name, heading, message })),
    progress: progress(view, 'contact'),
    operator: view.operator,
    countries: kind === 'phone' ? phoneCountriesIn(view.locale) : [],
    country: view.residence ?? view.details?.residence ?? '',
  };
}
export type ContactView = Exclude<ReturnType<typeof contactView>, string>;
