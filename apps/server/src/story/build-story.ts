/** A verification's whole story: everything that is on file about it, opened, side by side. */
import type { Result } from '@vidimus/engine/standards';
import { consentAnswerSchema, detailsAnswerSchema, type Story } from '@vidimus/protocol';
import { type CheckReport, practiceStatement } from '@vidimus/vocabulary';
import { z } from 'zod';
import type { DatabaseTransaction } from '../db/transaction.ts';
import type { NameMember } from '../people/member-names.ts';
import { openJson } from '../vault/sealed-json.ts';
import type { Vault } from '../vault/vault.ts';
import { attemptsOf, lastAnswer } from '../verifications/attempt-store.ts';
import { troublesOf } from '../verifications/device-trouble.ts';
import { type Look, looksOf } from '../verifications/look-store.ts';
import { policyOf } from '../verifications/policy-of.ts';
import { presentVerification } from '../verifications/present.ts';
import { presentReview } from '../verifications/present-review.ts';
import { inOrder, insteadByPhotograph } from '../verifications/readings-so-far.ts';
import { reportsOf } from '../verifications/report-store.ts';
import { type ReviewRow, reviewsOf } from '../verifications/review-store.ts';
import { contextOf } from '../verifications/seal-context.ts';
import type { ShownInstead } from '../verifications/shown-document.ts';
import { loadVerification, type NotLoaded } from '../verifications/store.ts';
import type { StoredAttempt, StoredVerification } from '../verifications/stored-verification.ts';
import { isOf, type ReasonTeller, reasonsOn, tellReason } from './story-reason.ts';
import { tellChecks, tellFields } from './tell-reading.ts';
import { timelineOf } from './timeline.ts';

/** The name of a member; null where it is not to be told, or the member was removed. */
type Parts = { readonly vault: Vault; readonly nameMember: NameMember };

/** In any state, also before anything was judged. */
export async function buildStory(
  { vault, nameMember }: Parts,
  trx: DatabaseTransaction,
  id: string,
  now: Date,
): Promise<Result<Story, NotLoaded>> {
  const loaded = await loadVerification(vault, trx, id, 'reading');
  if (!loaded.ok) return loaded;
  const stored = loaded.value;
  const policy = await policyOf(trx, stored);
  const teller = { locale: stored.locale, operator: policy.operator, rules: practiceStatement(policy).rules };
  const attempts = await attemptsOf(trx, id);
  const reports = await reportsOf(vault, trx, id);
  const media = await trx.selectFrom('media').selectAll().where('verification_id', '=', id).execute();
  const { looks, last: looked, reads } = await looksOf(vault, trx, id);
  const instead = insteadByPhotograph(inOrder(reads, reports));
  // Until something is decided, what was seen while it was photographed.
  const last = reports.at(-1) ?? looked?.report;
  const document = last === undefined ? null : { type: last.document.type, issuing_state: last.document.issuing_state };
  const reviews = await reviewsOf(trx, id);
  return {
    ok: true,
    value: {
      object: 'verification_story',
      verification: presentVerification(stored, policy, true),
      simulated: stored.mode === 'test',
      policy: { ...stored.policy, name: policy.name, operator: policy.operator },
      document,
      photographs: photographsOf(stored, attempts, media, looked === undefined ? reports : [...reports, looked.report]),
      attempts: tellAttempts(stored, attempts, { media, looks, instead }, teller),
      fields: last === undefined ? [] : tellFields(last),
      checks: last === undefined ? [] : tellChecks(last),
      claims: await claimsOf(vault, trx, stored),
      decisions: await tellDecisions(stored, teller, nameMember),
      reviews: await tellReviews(reviews, { document, nameMember, now }),
      appeals: await appealsOf(vault, trx, stored),
      timeline: [
        ...(await timelineOf(trx, {
          verificationId: id,
          attempts,
          reviews,
          instead,
          troubles: await troublesOf(trx, id),
        })),
      ],
    },
  };
}

type MediaRow = {
  readonly id: string;
  readonly fingerprint: string;
  readonly preview_key: string | null;
  readonly erased_at: Date | null;
};

function photographsOf(
  { verification }: StoredVerification,
  attempts: readonly StoredAttempt[],
  media: readonly MediaRow[],
  reports: readonly CheckReport[],
): Story['photographs'] {
  const submitted = new Set(verification.steps.flatMap((step) => step.attempts));
  const seen = reports.flatMap(({ photos }) => photos);
  return attempts.flatMap(({ id, step, mediaId, createdAt }) => {
    const row = media.find((each) => each.id === mediaId);
    if (mediaId === null || row === undefined) return [];
    const size = seen.find((photo) => isOf(photo.media_id, mediaId) && photo.width !== null);
    return [
      {
        media_id: mediaId,
        step,
        attempt_id: id,
        side: step === 'document_back' ? 'back' : 'front',
        width_px: size?.width ?? null,
        height_px: size?.height ?? null,
        submitted: submitted.has(id),
        has_preview: row.preview_key !== null && row.erased_at === null,
        created_at: createdAt.toISOString(),
        erased: row.erased_at !== null,
      },
    ];
  });
}

type PhotographFacts = {
  readonly media: readonly MediaRow[];
  readonly looks: ReadonlyMap<string, Look>;
  readonly instead: ReadonlyMap<string, ShownInstead>;
};

/** A photograph's findings are those of the last rule that judged it: what a person decides rests on the same. */
function tellAttempts(
  { verification }: StoredVerification,
  attempts: readonly StoredAttempt[],
  { media, looks, instead }: PhotographFacts,
  teller: ReasonTeller,
): Story['attempts'] {
  const fingerprints = new Map(media.map(({ id, fingerprint }) => [id, fingerprint]));
  const counts = new Map<string, number>();
  return attempts.map(({ id, step, mediaId, createdAt }) => {
    const number = (counts.get(step) ?? 0) + 1;
    counts.set(step, number);
    const own = verification.steps.find(({ name }) => name === step);
    const print = mediaId === null ? undefined : fingerprints.get(mediaId);
    const judged = verification.decisions.findLast(
      ({ by, basis }) => by.kind === 'rule' && print !== undefined && basis.inputs.includes(print),
    );
    const look = looks.get(id);
    const decided = judged === undefined || judged.outcome === 'approved' ? [] : judged.reasons;
    const found = mediaId === null ? [] : judged === undefined ? (look?.reasons ?? []) : reasonsOn(decided, mediaId);
    return {
      id,
      step,
      number,
      media_id: mediaId,
      submitted: own?.attempts.includes(id) === true,
      stands: own?.state !== 'asked' && own?.attempts.at(-1) === id,
      created_at: createdAt.toISOString(),
      look: look?.state ?? null,
      reasons: found.map((reason) => tellReason(reason, teller)),
      shows_other: (mediaId !== null && instead.get(mediaId)?.is) || null,
    };
  });
}

async function claimsOf(
  vault: Vault,
  trx: DatabaseTransaction,
  { organizationId, verification, claims }: StoredVerification,
): Promise<Story['claims']> {
  const place = { organizationId, verificationId: verification.id } as const;
  const details = await lastAnswer({ vault }, trx, { ...place, step: 'details' }, detailsAnswerSchema);
  const consent = await lastAnswer({ vault }, trx, { ...place, step: 'consent' }, consentAnswerSchema);
  return {
    operator: claims,
    applicant: details?.claims ?? {},
    details:
      details === undefined
        ? null
        : {
            document_type: details.document_type,
            issuing_state: details.issuing_state ?? null,
            residence: details.residence ?? null,
          },
    consent: consent?.document ?? null,
  };
}

async function tellReviews(
  reviews: readonly ReviewRow[],
  of: { readonly document: Story['document']; readonly nameMember: NameMember; readonly now: Date },
): Promise<Story['reviews']> {
  const told: Story['reviews'] = [];
  for (const row of reviews) {
    told.push({
      ...presentReview(row, of.now, of.document),
      claimed_by_name: row.claimed_by === null ? null : await of.nameMember(row.claimed_by),
      claimed_at: row.claimed_at?.toISOString() ?? null,
      first_member: row.first_member,
    });
  }
  return told;
}

async function tellDecisions(
  { verification, decisionRows }: StoredVerification,
  teller: ReasonTeller,
  nameMember: NameMember,
): Promise<Story['decisions']> {
  const told: Story['decisions'] = [];
  for (const [i, decision] of verification.decisions.entries()) {
    const row = decisionRows[i];
    if (row === undefined) throw new Error(`a decision of ${verification.id} has no row`);
    const { by, basis } = decision;
    const isPerson = by.kind === 'person';
    told.push({
      id: row.id,
      outcome: decision.outcome,
      decided_by: {
        kind: by.kind,
        id: isPerson ? by.memberId : by.kind === 'provider' ? by.name : null,
        name: isPerson ? await nameMember(by.memberId) : null,
        grounds: isPerson ? by.grounds : null,
      },
      policy: { ...basis.policy },
      detectors: { ...basis.detectors },
      inputs: [...basis.inputs],
      reasons: decision.outcome === 'approved' ? [] : decision.reasons.map((reason) => tellReason(reason, teller)),
      notes: decision.notes.map((reason) => tellReason(reason, teller)),
      created_at: row.createdAt.toISOString(),
    });
  }
  return told;
}

async function appealsOf(
  vault: Vault,
  trx: DatabaseTransaction,
  { organizationId, verification }: StoredVerification,
): Promise<Story['appeals']> {
  const rows = await trx
    .selectFrom('appeal')
    .selectAll()
    .where('verification_id', '=', verification.id)
    .orderBy('id')
    .execute();
  const appeals: Story['appeals'] = [];
  for (const { id, kind, review_id, sealed_statement, created_at } of rows) {
    const context = contextOf(organizationId, verification.id, id)('statement');
    const statement =
      sealed_statement === null ? undefined : await openJson(vault, trx, context, sealed_statement, z.string());
    const at = created_at.toISOString();
    appeals.push({ id, kind, review: review_id, statement: statement ?? '', created_at: at });
  }
  return appeals;
}
