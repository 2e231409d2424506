/** "This was not me": everything stops; what was decided already, a person looks at. */
import type { Result } from '@vidimus/engine/standards';
import { type NonEmpty, type Reason, reasonEntry } from '@vidimus/vocabulary';
import type { DatabaseTransaction } from '../db/transaction.ts';
import type { Of } from './applicant-route.ts';
import { type ApplicantParts, eraseOwn, type StepRefused } from './applicant-steps.ts';
import { whyNoMoreStatements } from './bounds.ts';
import { changeLoaded } from './change-verification.ts';
import { reviewedBy } from './deadlines.ts';
import { openReviewOf } from './review-store.ts';
import { addStatement } from './statement-store.ts';
import { loadVerification } from './store.ts';
import type { StoredVerification } from './stored-verification.ts';

/** `recorded`: nothing was granted in that name, and nothing is to be stopped. */
export type Disowned = 'stopped' | 'in_review' | 'recorded';

/** In every case it is on record, and the operator is told. */
export async function disown(
  parts: ApplicantParts,
  trx: DatabaseTransaction,
  of: Of & {
    /** Whoever only holds a receipt may say it, and ends nothing by it. */
    readonly mayStop: boolean;
  },
  statement: string | undefined,
): Promise<Result<Disowned, StepRefused>> {
  const loaded = await loadVerification(parts.vault, trx, of.verificationId, 'change');
  if (!loaded.ok) return loaded;
  const { organizationId, mode, verification } = loaded.value;
  const full = await whyNoMoreStatements(trx, of.verificationId);
  if (full !== undefined) return { ok: false, error: full };
  const isDecided = verification.decisions.some(({ outcome }) => outcome === 'approved' || outcome === 'declined');
  const done =
    isDecided || !of.mayStop ? await keep(parts, trx, of, loaded.value, statement) : await stop(parts, trx, of);
  if (!done.ok) return done;
  await parts.audit.append(trx, {
    organizationId,
    actor: of.actor,
    action: 'verification.disowned',
    objectId: verification.id,
    facts: { state: verification.state, outcome: done.value },
  });
  await parts.events.record(trx, {
    organizationId,
    mode,
    type: 'verification.disowned',
    objectId: verification.id,
    payload: { state: verification.state, outcome: done.value },
  });
  return done;
}

async function stop(parts: ApplicantParts, trx: DatabaseTransaction, of: Of): Promise<Result<Disowned, StepRefused>> {
  const erased = await eraseOwn(parts, trx, of);
  return erased.ok ? { ok: true, value: 'stopped' } : erased;
}

async function keep(
  parts: ApplicantParts,
  trx: DatabaseTransaction,
  of: Of,
  stored: StoredVerification,
  statement: string | undefined,
): Promise<Result<Disowned, StepRefused>> {
  const { id, state } = stored.verification;
  if (state === 'approved') {
    const command = { do: 'look_again', reasons: [notMe()], expectedBy: reviewedBy(of.now) } as const;
    const changed = await changeLoaded(parts, trx, stored, command, of.actor, of.now);
    if (!changed.ok) return changed;
  }
  const review = await openReviewOf(trx, id);
  const said = { kind: 'disowned', statement, reviewId: review?.id } as const;
  await addStatement(parts.vault, trx, stored, said, of.now);
  return { ok: true, value: review === undefined ? 'recorded' : 'in_review' };
}

function notMe(): Reason {
  const { class: reasonClass, disclosure } = reasonEntry('review_required');
  const evidence: NonEmpty<Reason['evidence'][number]> = [
    {
      measure: 'word of the person',
      observed: true,
      facts: { step: 'records', because: 'the person says that it was not them' },
    },
  ];
  return { code: 'review_required', class: reasonClass, disclosure, check: 'disowned', evidence };
}
