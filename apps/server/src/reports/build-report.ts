/** A verification's report: what it came to, on what, by whose rules. */
import type { Result } from '@vidimus/engine/standards';
import { VERIFICATION_REPORT_VERSION, type VerificationReport } from '@vidimus/protocol';
import { type Policy, type Reason, renderReason } from '@vidimus/vocabulary';
import type { DatabaseTransaction } from '../db/transaction.ts';
import type { Vault } from '../vault/vault.ts';
import { attemptsOf } from '../verifications/attempt-store.ts';
import { policyOf } from '../verifications/policy-of.ts';
import { lastReport } from '../verifications/report-store.ts';
import { loadVerification, type NotLoaded } from '../verifications/store.ts';
import type { StoredVerification } from '../verifications/stored-verification.ts';

/** Of a verification in any state: one that is not decided says what there is so far. */
export async function buildVerificationReport(
  vault: Vault,
  trx: DatabaseTransaction,
  id: string,
  now: Date,
): Promise<Result<VerificationReport, NotLoaded>> {
  const loaded = await loadVerification(vault, trx, id, 'reading');
  if (!loaded.ok) return loaded;
  const stored = loaded.value;
  const { verification } = stored;
  const policy = await policyOf(trx, stored);
  const { id: organizationId, name } = await trx
    .selectFrom('organization')
    .selectAll()
    .where('id', '=', stored.organizationId)
    .executeTakeFirstOrThrow();
  return {
    ok: true,
    value: {
      vidimus_verification_report: VERIFICATION_REPORT_VERSION,
      issued_at: now.toISOString(),
      organization: { id: organizationId, name },
      verification: {
        id,
        mode: stored.mode,
        state: verification.state,
        applicant_reference: stored.applicant.reference,
        residence: stored.residence,
        policy: { ...stored.policy, name: policy.name, operator: policy.operator },
        created_at: stored.createdAt.toISOString(),
        decided_at: stored.decidedAt?.toISOString() ?? null,
      },
      claims: { ...stored.claims },
      ...contactsInReport(stored),
      attempts: await attemptsInReport(trx, stored),
      decisions: decisionsInReport(stored, policy),
      reading: (await lastReport(vault, trx, id)) ?? null,
    },
  };
}

/** A report of before there were contacts has no such key. */
function contactsInReport({ contacts }: StoredVerification): Pick<VerificationReport, 'contacts'> {
  if (contacts.length === 0) return {};
  return {
    contacts: contacts.flatMap(({ kind, confirmed }) => {
      if (confirmed === undefined) return [];
      const { hint, channel, named_by, at } = confirmed;
      return [{ kind, hint, channel, named_by, confirmed_at: at.toISOString() }];
    }),
  };
}

async function attemptsInReport(
  trx: DatabaseTransaction,
  { verification }: StoredVerification,
): Promise<VerificationReport['attempts']> {
  const submitted = new Set(verification.steps.flatMap(({ attempts }) => attempts));
  const media = await trx
    .selectFrom('media')
    .select(['id', 'fingerprint'])
    .where('verification_id', '=', verification.id)
    .execute();
  const fingerprints = new Map(media.map(({ id, fingerprint }) => [id, fingerprint]));
  return (await attemptsOf(trx, verification.id)).map((attempt) => ({
    id: attempt.id,
    step: attempt.step,
    media_id: attempt.mediaId,
    fingerprint: attempt.mediaId === null ? null : (fingerprints.get(attempt.mediaId) ?? null),
    submitted: submitted.has(attempt.id),
    created_at: attempt.createdAt.toISOString(),
  }));
}

function decisionsInReport(
  { verification, decisionRows }: StoredVerification,
  { operator }: Policy,
): VerificationReport['decisions'] {
  return verification.decisions.flatMap((decision, i) => {
    const row = decisionRows[i];
    if (row === undefined) return [];
    const inWords = (reason: Reason) => {
      const words = renderReason(reason, 'en', { operator });
      return {
        code: reason.code,
        class: reason.class,
        check: reason.check,
        heading: words.heading,
        reviewer_message: words.reviewer,
        evidence: [...reason.evidence],
      };
    };
    const { by, basis } = decision;
    const who =
      by.kind === 'person'
        ? { kind: by.kind, id: by.memberId, grounds: by.grounds }
        : by.kind === 'provider'
          ? { kind: by.kind, id: by.name }
          : { kind: by.kind };
    return [
      {
        id: row.id,
        outcome: decision.outcome,
        decided_by: who,
        policy: { ...basis.policy },
        detectors: { ...basis.detectors },
        inputs: [...basis.inputs],
        reasons: decision.outcome === 'approved' ? [] : decision.reasons.map(inWords),
        notes: decision.notes.map(inWords),
        created_at: row.createdAt.toISOString(),
      },
    ];
  });
}
