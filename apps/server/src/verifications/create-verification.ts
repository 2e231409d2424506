/** A new verification: what the operator says of an applicant, and the link with which the applicant goes on. */
import type { Result } from '@vidimus/engine/standards';
import type { CreateVerification } from '@vidimus/protocol';
import { type Policy, policySchema, type Decision as WeighedDecision } from '@vidimus/vocabulary';
import type { Actor, AuditLog } from '../audit/audit.ts';
import type { Mode } from '../db/schema.ts';
import type { DatabaseTransaction } from '../db/transaction.ts';
import type { Events } from '../events/events.ts';
import { newId } from '../ids.ts';
import { sealJson } from '../vault/sealed-json.ts';
import type { Vault } from '../vault/vault.ts';
import { changeVerification } from './change-verification.ts';
import { lastDayOfAppeal } from './deadlines.ts';
import { takeDecision } from './decision.ts';
import { newLink } from './link-token.ts';
import { newStep } from './step.ts';
import { contextOf, saveSteps } from './store.ts';

export type CreateParts = {
  readonly vault: Vault;
  readonly events: Events;
  readonly audit: AuditLog;
  /** What the policy says before anything is taken; the reasons, or nothing that speaks against. */
  readonly preflight: (policy: Policy, asked: { readonly residence?: string }) => WeighedDecision;
};

export type Creator = {
  readonly organizationId: string;
  readonly mode: Mode;
  readonly actor: Actor;
};

export type CreateRefused =
  | { readonly code: 'policy.not-found'; readonly id: string }
  | { readonly code: 'policy.not-published'; readonly id: string }
  /** None was named, and the organization has several, or none. */
  | { readonly code: 'policy.not-named'; readonly published: number };

/** Makes the verification and its link. A country that is not served is turned away here: nothing is asked for then. */
export async function createVerification(
  parts: CreateParts,
  trx: DatabaseTransaction,
  by: Creator,
  asked: CreateVerification,
  now: Date,
): Promise<Result<{ readonly id: string; readonly token: string }, CreateRefused>> {
  const policy = await publishedPolicy(trx, asked.policy);
  if (!policy.ok) return policy;
  const { organizationId, mode } = by;
  const applicantId = newId('applicant', now.getTime());
  const id = newId('verification', now.getTime());
  await trx
    .insertInto('applicant')
    .values({
      id: applicantId,
      organization_id: organizationId,
      mode,
      reference: asked.applicant.reference ?? null,
      created_at: now,
    })
    .execute();
  const expiresAt = new Date(now.getTime() + asked.expires_in * 1000);
  const hasClaims = Object.keys(asked.claims).length > 0;
  const sealedClaims = hasClaims
    ? await sealJson(parts.vault, trx, contextOf(organizationId, id)('claims'), asked.claims)
    : null;
  await trx
    .insertInto('verification')
    .values({
      id,
      organization_id: organizationId,
      applicant_id: applicantId,
      mode,
      policy_id: policy.value.id,
      policy_version: policy.value.version,
      state: 'created',
      reason_codes: [],
      sealed_reasons: null,
      sealed_claims: sealedClaims,
      residence: asked.residence ?? null,
      locale: asked.locale,
      return_url: asked.return_url ?? null,
      expires_at: expiresAt,
      redaction: 'none',
      created_at: now,
      updated_at: now,
    })
    .execute();
  const steps = [newStep('consent'), newStep('details'), newStep('document_front')] as const;
  await saveSteps(trx, organizationId, {
    id,
    steps,
    decisions: [],
    expiresAt: expiresAt.toISOString(),
    state: 'created',
  });
  const link = newLink('apply');
  await trx
    .insertInto('verification_link')
    .values({
      token_hash: link.hash,
      organization_id: organizationId,
      verification_id: id,
      kind: 'apply',
      created_at: now,
    })
    .execute();
  await parts.audit.append(trx, {
    organizationId,
    actor: by.actor,
    action: 'verification.created',
    objectId: id,
    facts: { policy: policy.value.id, policy_version: policy.value.version, mode },
  });
  await parts.events.record(trx, {
    organizationId,
    mode,
    type: 'verification.created',
    objectId: id,
    payload: { state: 'created' },
  });
  if (asked.residence !== undefined) {
    await turnAway(parts, trx, id, policy.value, { residence: asked.residence }, now);
  }
  return { ok: true, value: { id, token: link.token } };
}

/** Declines by the rules that are known before capture, if one of them says no. */
async function turnAway(
  parts: CreateParts,
  trx: DatabaseTransaction,
  id: string,
  policy: { readonly id: string; readonly version: number; readonly document: Policy },
  asked: { readonly residence: string },
  now: Date,
): Promise<void> {
  const weighed = parts.preflight(policy.document, asked);
  if (weighed.outcome !== 'declined') return;
  const basis = { policy: { id: policy.id, version: policy.version }, detectors: {}, inputs: [] };
  const decision = takeDecision(weighed, { kind: 'rule' }, basis);
  if (!decision.ok) throw new Error(`the preflight of ${policy.id} may not decline: ${decision.error.code}`);
  const appeal = { path: '/v1/applicant/appeal', lastDay: lastDayOfAppeal(now) };
  const actor: Actor = { kind: 'system', name: 'preflight' };
  const changed = await changeVerification(
    parts,
    trx,
    id,
    { do: 'turn_away', decision: decision.value, appeal },
    actor,
    now,
  );
  if (!changed.ok) throw new Error(`${id} was not turned away: ${changed.error.code}`);
}

async function publishedPolicy(
  trx: DatabaseTransaction,
  id: string | undefined,
): Promise<Result<{ readonly id: string; readonly version: number; readonly document: Policy }, CreateRefused>> {
  if (id !== undefined) {
    const known = await trx.selectFrom('policy').select('id').where('id', '=', id).executeTakeFirst();
    if (known === undefined) return { ok: false, error: { code: 'policy.not-found', id } };
  }
  const published = trx.selectFrom('policy_version').selectAll().where('state', '=', 'published');
  const rows = await (id === undefined ? published : published.where('policy_id', '=', id)).limit(2).execute();
  const [row, another] = rows;
  if (row === undefined || another !== undefined) {
    return id === undefined
      ? { ok: false, error: { code: 'policy.not-named', published: rows.length } }
      : { ok: false, error: { code: 'policy.not-published', id } };
  }
  return { ok: true, value: { id: row.policy_id, version: row.version, document: policySchema.parse(row.document) } };
}
