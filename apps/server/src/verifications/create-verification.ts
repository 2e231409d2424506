/** A new verification: what the operator says of an applicant, and the link with which the applicant goes on. */
import type { Result } from '@vidimus/engine/standards';
import type { CreateVerification } from '@vidimus/protocol';
import { type Policy, policySchema } from '@vidimus/vocabulary';
import { sql } from 'kysely';
import type { Actor, AuditLog } from '../audit/audit.ts';
import type { Mode } from '../db/schema.ts';
import type { DatabaseTransaction } from '../db/transaction.ts';
import type { Events } from '../events/events.ts';
import { newId } from '../ids.ts';
import { noteStart } from '../numbers/fact-store.ts';
import { sealJson } from '../vault/sealed-json.ts';
import type { Vault } from '../vault/vault.ts';
import { changeVerification } from './change-verification.ts';
import { type KnownContactRefused, readKnownContacts } from './known-contacts.ts';
import { addLink } from './link-store.ts';
import { type ReturnUrlRefused, returnHosts, whyNotReturnTo } from './return-url.ts';
import { contextOf } from './seal-context.ts';
import { newStep, stepsAfterConsent } from './step.ts';
import { saveSteps } from './store.ts';
import { turningAway } from './turn-away.ts';

export type CreateParts = {
  readonly vault: Vault;
  readonly events: Events;
  readonly audit: AuditLog;
};

export type Creator = {
  readonly organizationId: string;
  readonly mode: Mode;
  readonly actor: Actor;
};

export type CreateRefused =
  | KnownContactRefused
  | { readonly code: 'policy.not-found'; readonly id: string }
  | { readonly code: 'policy.not-published'; readonly id: string }
  /** Whoever verifies people must not take a drawn document for theirs. */
  | { readonly code: 'policy.accepts-specimens'; readonly id: string }
  | ReturnUrlRefused
  /** None was named, and the organization has several and no default among them, or none. */
  | { readonly code: 'policy.not-named'; readonly published: readonly string[] };

/** Policies that a refusal names; whoever has more finds them in the list. */
const MOST_NAMED = 5;

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
  const contacts = readKnownContacts(asked.contacts);
  if (!contacts.ok) return contacts;
  const hasContacts = Object.keys(contacts.value).length > 0;
  const { organizationId, mode } = by;
  if (mode === 'live' && policy.value.document.accept_specimens) {
    return { ok: false, error: { code: 'policy.accepts-specimens', id: policy.value.id } };
  }
  if (asked.return_url !== undefined) {
    const away = whyNotReturnTo(asked.return_url, await returnHosts(trx, organizationId));
    if (away !== undefined) return { ok: false, error: away };
  }
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
      sealed_contacts: hasContacts
        ? await sealJson(parts.vault, trx, contextOf(organizationId, id)('contacts'), contacts.value)
        : null,
      residence: asked.residence ?? null,
      locale: asked.locale,
      return_url: asked.return_url ?? null,
      expires_at: expiresAt,
      redaction: 'none',
      created_at: now,
      updated_at: now,
    })
    .execute();
  await noteStart(trx, { id, organizationId, mode }, now);
  const steps = [newStep('consent'), ...stepsAfterConsent(policy.value.document).map(newStep)] as const;
  await saveSteps(trx, organizationId, {
    id,
    steps,
    decisions: [],
    expiresAt: expiresAt.toISOString(),
    state: 'created',
  });
  const token = await addLink(trx, { organizationId, verificationId: id, mode, kind: 'apply' }, now);
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
  const { residence } = asked;
  const command =
    residence === undefined ? undefined : turningAway(policy.value.document, policy.value, residence, now);
  if (command !== undefined) {
    const changed = await changeVerification(parts, trx, id, command, { kind: 'system', name: 'preflight' }, now);
    if (!changed.ok) throw new Error(`${id} was not turned away: ${changed.error.code}`);
  }
  return { ok: true, value: { id, token } };
}

async function publishedPolicy(
  trx: DatabaseTransaction,
  id: string | undefined,
): Promise<Result<{ readonly id: string; readonly version: number; readonly document: Policy }, CreateRefused>> {
  if (id !== undefined) {
    const known = await trx.selectFrom('policy').select('id').where('id', '=', id).executeTakeFirst();
    if (known === undefined) return { ok: false, error: { code: 'policy.not-found', id } };
  }
  const published = trx.selectFrom('policy_version').where('state', '=', 'published');
  const asked = id === undefined ? published : published.where('policy_id', '=', id);
  // The default goes first; with it nothing has to be chosen.
  const rows = await asked
    .innerJoin('organization', 'organization.id', 'policy_version.organization_id')
    .selectAll('policy_version')
    .select(sql<boolean>`policy_id is not distinct from default_policy`.as('is_default'))
    .orderBy('is_default', 'desc')
    .orderBy('policy_id')
    .limit(MOST_NAMED)
    .execute();
  const [row, another] = rows;
  if (row === undefined || (another !== undefined && !row.is_default)) {
    return id === undefined
      ? { ok: false, error: { code: 'policy.not-named', published: rows.map((each) => each.policy_id) } }
      : { ok: false, error: { code: 'policy.not-published', id } };
  }
  return { ok: true, value: { id: row.policy_id, version: row.version, document: policySchema.parse(row.document) } };
}
