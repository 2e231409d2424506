/** Where somebody stands on the way from the link to the outcome. Pure. */
import type { ApplicantView } from '@vidimus/sdk';

export type Journey = Pick<
  ApplicantView,
  'state' | 'steps' | 'attempts' | 'consent' | 'details' | 'contacts' | 'residence' | 'expires_at'
>;
export type Side = 'front' | 'back';
/** The pages of the way, as in their addresses. */
export type DueStep = 'residence' | 'document' | 'contact' | 'photo/front' | 'photo/back' | 'check' | 'outcome';

const SIDES = ['front', 'back'] as const;

/** What there is to do now. */
export function dueStep(journey: Journey, now: Date): DueStep {
  if (!canApply(journey, now)) return 'outcome';
  if (needsAnswers(journey)) return knowsResidence(journey) ? 'document' : 'residence';
  if (contactToConfirm(journey) !== undefined) return 'contact';
  const side = SIDES.find((one) => isAsked(journey, one) && !isPhotographed(journey, one));
  return side === undefined ? 'check' : `photo/${side}`;
}

/** Where the link leads: whoever is asked for something again reads first why. */
export function entryStep(journey: Journey, now: Date): DueStep {
  return journey.state === 'action_required' ? 'outcome' : dueStep(journey, now);
}

/** Whether steps are taken at all. */
export function canApply({ state, expires_at }: Journey, now: Date): boolean {
  const isWaiting = state === 'created' || state === 'open' || state === 'action_required';
  return isWaiting && now.toISOString() <= expires_at;
}

/** Whether the link ran out, noticed by the server or not yet. */
export function hasRunOut(journey: Journey, now: Date): boolean {
  const { state } = journey;
  return state === 'expired' || (/^(created|open|action_required)$/.test(state) && !canApply(journey, now));
}

/** The photograph of a side that will be handed in; nothing where the latest was handed in before. */
export function standingPhoto(
  { attempts }: Pick<Journey, 'attempts'>,
  side: Side,
): Journey['attempts'][number] | undefined {
  const latest = attempts.findLast(({ step }) => step === `document_${side}`);
  return latest === undefined || latest.submitted ? undefined : latest;
}

/** Whether a photograph of the side is asked for. */
export function isAsked({ steps }: Pick<Journey, 'steps'>, side: Side): boolean {
  return steps.some(({ name, state }) => name === `document_${side}` && state === 'asked');
}

/** The contact that is to be confirmed next. */
export function contactToConfirm<J extends Pick<Journey, 'contacts' | 'steps'>>({
  contacts,
  steps,
}: J): J['contacts'][number] | undefined {
  const asked = new Set(steps.filter(({ state }) => state === 'asked').map(({ name }) => name));
  return contacts.find(({ kind, confirmed }) => confirmed === null && asked.has(`contact_${kind}`));
}

/** Whether consent or the kind of document is still to be said. */
export function needsAnswers({ steps, consent, details }: Journey): boolean {
  const asked = new Set(steps.filter(({ state }) => state === 'asked').map(({ name }) => name));
  return (asked.has('consent') && consent !== true) || (asked.has('details') && details === null);
}

/** The steps of the bar: how far this page is, of how many. */
export function progress(
  journey: Journey,
  page: DueStep,
): { readonly number: number; readonly of: number } | undefined {
  const photos = SIDES.filter((side) => journey.steps.some(({ name }) => name === `document_${side}`));
  const sides = photos.length === 0 ? (['front'] as const) : photos;
  const all: readonly DueStep[] = [
    ...(journey.residence === null ? ['residence' as const] : []),
    'document',
    ...(journey.contacts.length === 0 ? [] : ['contact' as const]),
    ...sides.map((side) => `photo/${side}` as const),
    'check',
  ];
  const at = all.indexOf(page);
  return at < 0 ? undefined : { number: at + 1, of: all.length };
}

function knowsResidence({ residence, details }: Journey): boolean {
  return residence !== null || (details?.residence ?? null) !== null;
}

/** Taken, and nothing found on it that another photograph would mend. */
function isPhotographed(journey: Journey, side: Side): boolean {
  const photo = standingPhoto(journey, side);
  return photo !== undefined && photo.look?.state !== 'reading' && !needsRetake(photo.look?.reasons ?? []);
}

/** A person's own look at it, or our trouble, is nothing that they could mend. */
export function needsRetake(reasons: readonly { readonly class: string }[]): boolean {
  return reasons.some((reason) => reason.class === 'retake' || reason.class === 'supply' || reason.class === 'policy');
}
