/** What the applicant does: answer, photograph, hand in. Whatever is refused says what is asked instead. */
import type { Result } from '@vidimus/engine/standards';
import { type ConsentAnswer, consentAnswerSchema, type DetailsAnswer, detailsAnswerSchema } from '@vidimus/protocol';
import type { DocumentType } from '@vidimus/vocabulary';
import type { Actor } from '../audit/audit.ts';
import type { CodeParts } from '../codes/send-code.ts';
import type { DatabaseTransaction } from '../db/transaction.ts';
import type { PageAddress } from '../http/page-address.ts';
import type { Jobs } from '../jobs/jobs.ts';
import { type AttemptParts, addAnswer, addPhoto, attemptsOf, countPhotos, lastAnswer } from './attempt-store.ts';
import { type BoundReached, whyNoMoreAnswers } from './bounds.ts';
import { type ChangeParts, changeLoaded } from './change-verification.ts';
import { processedBy } from './deadlines.ts';
import { addLook } from './look-store.ts';
import { policyOf } from './policy-of.ts';
import { scheduleRedaction } from './schedule-redaction.ts';
import { type StepName, stepsAfterConsent, stepsLeft } from './step.ts';
import { loadVerification, type NotLoaded } from './store.ts';
import type { StoredVerification } from './stored-verification.ts';
import { startRedaction } from './sweep.ts';
import { turningAway } from './turn-away.ts';
import { type Command, hasRunOut, type TransitionRefused } from './verification.ts';
import { type NoPicture, whyNoPicture } from './why-no-picture.ts';

export type ApplicantParts = ChangeParts &
  AttemptParts &
  CodeParts & {
    readonly jobs: Jobs;
    readonly pages: PageAddress;
  };

export type StepRefused =
  | NotLoaded
  | BoundReached
  | TransitionRefused
  | NoPicture
  /** The link has run out; resuming keeps the finished steps. */
  | { readonly code: 'verification.session-expired'; readonly expiredAt: string }
  | { readonly code: 'verification.too-many-photographs'; readonly most: number }
  /** A photograph is taken from whoever agreed, and agrees still. */
  | { readonly code: 'verification.consent-missing' }
  /** Approved or declined, once: what that rests on is not the applicant's to erase. */
  | { readonly code: 'verification.decided-already'; readonly redactAt: string | null };

type Of = { readonly verificationId: string; readonly actor: Actor; readonly now: Date };
type Tried = Result<{ readonly attemptId: string }, StepRefused>;

const CLOCK: Actor = { kind: 'system', name: 'clock' };
/** How long a resumed link works. */
const RESUMED_FOR_MS = 7 * 24 * 60 * 60 * 1000;

/** Of one verification: five tries at two sides, each taken four times. At 15 MB each a link keeps 600 MB at most. */
const MOST_PHOTOGRAPHS = 40;

/** Whatever is taken of a person; what they say of their document says nothing of them yet. */
const NEEDS_CONSENT = /^(document|contact)_/;

/** Documents whose back is needed, too. */
const TWO_SIDED: ReadonlySet<DocumentType> = new Set<DocumentType>([
  'identity_card',
  'driving_licence',
  'residence_permit',
]);

/** Yes or no to what is done with the data. After a no nothing else is asked: it can be handed in as it is, and taken back. */
export async function answerConsent(
  parts: ApplicantParts,
  trx: DatabaseTransaction,
  of: Of,
  answer: ConsentAnswer,
): Promise<Tried> {
  return inStep(parts, trx, of, 'consent', async (stored) => {
    const after = stepsAfterConsent(await policyOf(trx, stored));
    const plan: Command = answer.document
      ? { do: 'plan', need: after, drop: [] }
      : { do: 'plan', need: [], drop: [...after, 'document_back'] };
    await carryOut(parts, trx, of, plan);
    return addAnswer(parts, trx, place(stored, 'consent'), answer, of.now);
  });
}

/** Which document, and what it should say. A country that is not served is told now: nothing has been photographed yet. */
export async function answerDetails(
  parts: ApplicantParts,
  trx: DatabaseTransaction,
  of: Of,
  answer: DetailsAnswer,
): Promise<Tried> {
  return inStep(parts, trx, of, 'details', async (stored) => {
    const policy = await policyOf(trx, stored);
    const back: readonly StepName[] = ['document_back'];
    const isTwoSided = policy.require_both_sides && TWO_SIDED.has(answer.document_type);
    await carryOut(parts, trx, of, { do: 'plan', need: isTwoSided ? back : [], drop: isTwoSided ? [] : back });
    const attemptId = await addAnswer(parts, trx, place(stored, 'details'), answer, of.now);
    const residence = stored.residence ?? answer.residence;
    const away = residence === undefined ? undefined : turningAway(policy, stored.policy, residence, of.now);
    if (away !== undefined) await carryOut(parts, trx, of, away);
    return attemptId;
  });
}

/** A photograph of one side; a later one before handing in takes its place. Without consent nothing is kept. */
export async function photographSide(
  parts: ApplicantParts,
  trx: DatabaseTransaction,
  of: Of,
  step: 'document_front' | 'document_back',
  photo: { readonly bytes: Buffer; readonly mediaType: string },
): Promise<Tried> {
  if ((await countPhotos(trx, of.verificationId)) >= MOST_PHOTOGRAPHS) {
    return { ok: false, error: { code: 'verification.too-many-photographs', most: MOST_PHOTOGRAPHS } };
  }
  const refused = whyNoPicture(photo.bytes);
  if (refused !== undefined) return { ok: false, error: refused };
  return inStep(parts, trx, of, step, async (stored) => {
    const { attemptId } = await addPhoto(parts, trx, place(stored, step), photo, of.now);
    const { organizationId, verificationId } = place(stored, step);
    await addLook(trx, { organizationId, verificationId }, attemptId, of.now);
    await parts.jobs.enqueue(trx, 'look-at-photograph', { organizationId, verificationId, attemptId });
    return attemptId;
  });
}

/** Hands in the latest attempt of every step that is asked, and has it judged. */
export async function handIn(
  parts: ApplicantParts,
  trx: DatabaseTransaction,
  of: Of,
): Promise<Result<undefined, StepRefused>> {
  const loaded = await loadUsable(parts, trx, of);
  if (!loaded.ok) return loaded;
  const { verification, organizationId } = loaded.value;
  const handedIn = new Set(verification.steps.flatMap(({ attempts }) => attempts));
  const attempts = await attemptsOf(trx, verification.id);
  const latest = stepsLeft(verification.steps).flatMap((step) => {
    // The very latest: one that was replaced before an earlier handing in was never meant to be judged.
    const attempt = attempts.findLast((each) => each.step === step);
    return attempt === undefined || handedIn.has(attempt.id) ? [] : [[step, attempt.id] as const];
  });
  const command: Command = { do: 'submit', attempts: Object.fromEntries(latest), expectedBy: processedBy(of.now) };
  const changed = await changeLoaded(parts, trx, loaded.value, command, of.actor, of.now);
  if (!changed.ok) return changed;
  await parts.jobs.enqueue(trx, 'judge-verification', { organizationId, verificationId: verification.id });
  return { ok: true, value: undefined };
}

/** Goes on after the link ran out, also where nobody has noticed yet that it did. Finished steps are kept. */
export async function resumeVerification(
  parts: ApplicantParts,
  trx: DatabaseTransaction,
  of: Of,
): Promise<Result<undefined, StepRefused>> {
  const loaded = await loadVerification(parts.vault, trx, of.verificationId, 'change');
  if (!loaded.ok) return loaded;
  const { state } = loaded.value.verification;
  if (state !== 'expired') {
    const command: Command = { do: 'expire', now: of.now.toISOString() };
    const expired = await changeLoaded(parts, trx, loaded.value, command, CLOCK, of.now);
    if (!expired.ok) return expired;
  }
  const expiresAt = new Date(of.now.getTime() + RESUMED_FOR_MS).toISOString();
  await carryOut(parts, trx, of, { do: 'resume', expiresAt });
  return { ok: true, value: undefined };
}

/** Stops, and has everything erased at once. What was decided is kept as long as the operator must keep it. */
export async function eraseOwn(
  parts: ApplicantParts,
  trx: DatabaseTransaction,
  of: Of,
): Promise<Result<undefined, StepRefused>> {
  const loaded = await loadVerification(parts.vault, trx, of.verificationId, 'change');
  if (!loaded.ok) return loaded;
  const { verification, organizationId, redactAt } = loaded.value;
  if (verification.decisions.some(({ outcome }) => outcome === 'approved' || outcome === 'declined')) {
    return { ok: false, error: { code: 'verification.decided-already', redactAt: redactAt?.toISOString() ?? null } };
  }
  if (verification.state !== 'cancelled') {
    const changed = await changeLoaded(parts, trx, loaded.value, { do: 'cancel' }, of.actor, of.now);
    if (!changed.ok) return changed;
  }
  await scheduleRedaction(trx, verification.id, of.now);
  await startRedaction(parts, trx, organizationId, verification.id);
  return { ok: true, value: undefined };
}

/** Opens what is to be opened, and refuses a step that is not asked, or that needs a consent that was not given. */
export async function openStep(
  parts: ApplicantParts,
  trx: DatabaseTransaction,
  of: Of,
  step: StepName,
): Promise<Result<StoredVerification, StepRefused>> {
  const opened = await openForStep(parts, trx, of);
  if (!opened.ok) return opened;
  const asked = stepsLeft(opened.value.verification.steps);
  const isExtra = step === 'document_back' && (await mayHaveBack(parts, trx, opened.value));
  const isSaidAgain = step === 'details' && maySayAgain(opened.value);
  if (NEEDS_CONSENT.test(step) && !(await hasAgreed(parts, trx, opened.value))) {
    return { ok: false, error: { code: 'verification.consent-missing' } };
  }
  if (!isExtra && !isSaidAgain && !asked.includes(step)) {
    return { ok: false, error: { code: 'verification.step-not-asked', step, asked } };
  }
  if (isExtra) await carryOut(parts, trx, of, { do: 'plan', need: [step], drop: [] });
  if (isSaidAgain) await carryOut(parts, trx, of, { do: 'plan', need: [], drop: [], again: [step] });
  return opened;
}

async function inStep(
  parts: ApplicantParts,
  trx: DatabaseTransaction,
  of: Of,
  step: StepName,
  add: (stored: StoredVerification) => Promise<string>,
): Promise<Tried> {
  const opened = await openStep(parts, trx, of, step);
  if (!opened.ok) return opened;
  const full = step.startsWith('document_') ? undefined : await whyNoMoreAnswers(trx, of.verificationId, step);
  if (full !== undefined) return { ok: false, error: full };
  return { ok: true, value: { attemptId: await add(opened.value) } };
}

/** A card's back may be photographed before the details have said that there is one; not after they said that there is none. */
async function mayHaveBack(
  parts: ApplicantParts,
  trx: DatabaseTransaction,
  stored: StoredVerification,
): Promise<boolean> {
  if (stored.verification.steps.some(({ name }) => name === 'document_back')) return false;
  const details = await lastAnswer(parts, trx, place(stored, 'details'), detailsAnswerSchema);
  return details === undefined || TWO_SIDED.has(details.document_type);
}

/** What is photographed again is read again, and what is read may be wrong: it can be corrected, though that was not asked for. */
function maySayAgain({ verification: { steps } }: StoredVerification): boolean {
  const isSettled = steps.some(({ name, state }) => name === 'details' && state === 'finished');
  return isSettled && stepsLeft(steps).some((name) => name.startsWith('document_'));
}

/** The latest word counts: consent may be taken back until it is handed in. */
async function hasAgreed(
  parts: ApplicantParts,
  trx: DatabaseTransaction,
  stored: StoredVerification,
): Promise<boolean> {
  const consent = await lastAnswer(parts, trx, place(stored, 'consent'), consentAnswerSchema);
  return consent?.document === true;
}

/** The verification, open: a link that is used for the first time, or after something was asked again, opens it. */
async function openForStep(
  parts: ApplicantParts,
  trx: DatabaseTransaction,
  of: Of,
): Promise<Result<StoredVerification, StepRefused>> {
  const loaded = await loadUsable(parts, trx, of);
  if (!loaded.ok) return loaded;
  const { verification } = loaded.value;
  if (verification.state === 'open') return loaded;
  const command: Command = verification.state === 'action_required' ? { do: 'return' } : { do: 'open' };
  const changed = await changeLoaded(parts, trx, loaded.value, command, of.actor, of.now);
  if (!changed.ok) return changed;
  return { ok: true, value: { ...loaded.value, verification: changed.value.after } };
}

/** The verification, unless its link has run out. */
async function loadUsable(
  parts: ApplicantParts,
  trx: DatabaseTransaction,
  of: Of,
): Promise<Result<StoredVerification, StepRefused>> {
  const loaded = await loadVerification(parts.vault, trx, of.verificationId, 'change');
  if (!loaded.ok || !hasRunOut(loaded.value.verification, of.now.toISOString())) return loaded;
  const { expiresAt } = loaded.value.verification;
  return { ok: false, error: { code: 'verification.session-expired', expiredAt: expiresAt } };
}

async function carryOut(parts: ApplicantParts, trx: DatabaseTransaction, of: Of, command: Command): Promise<void> {
  const loaded = await loadVerification(parts.vault, trx, of.verificationId, 'change');
  if (!loaded.ok) throw new Error(loaded.error.code);
  const changed = await changeLoaded(parts, trx, loaded.value, command, of.actor, of.now);
  if (!changed.ok) throw new Error(`${command.do} of ${of.verificationId}: ${changed.error.code}`);
}

function place(stored: StoredVerification, step: StepName) {
  return { organizationId: stored.organizationId, verificationId: stored.verification.id, step };
}
