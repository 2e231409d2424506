/** Verifications in the database. What quotes a person or a document is sealed under the verification's own key. */
import type { Result } from '@vidimus/engine/standards';
import { LOCALES, type Locale, type NonEmpty, type Reason } from '@vidimus/vocabulary';
import type { Selectable } from 'kysely';
import type { Database } from '../db/schema.ts';
import type { DatabaseTransaction } from '../db/transaction.ts';
import { openJson, sealJson } from '../vault/sealed-json.ts';
import type { Vault } from '../vault/vault.ts';
import { contactsOf, sealedContactsSchema } from './contact-store.ts';
import { addDecision, nonEmpty, openDecisions } from './decision-store.ts';
import { contextOf } from './seal-context.ts';
import { STEP_NAMES, type Step } from './step.ts';
import { type StoredVerification, sealedClaimsSchema, sealedReasonsSchema } from './stored-verification.ts';
import type { Verification } from './verification.ts';

export type NotLoaded =
  | { readonly code: 'verification.not-found'; readonly id: string }
  /** What it held was erased; its states and codes remain, and can be shown, not continued. */
  | { readonly code: 'verification.erased'; readonly id: string };

type Row = Selectable<Database['verification']>;

/** The verification with its steps and decisions; `for: 'change'` keeps others from changing it until the transaction ends. */
export async function loadVerification(
  vault: Vault,
  trx: DatabaseTransaction,
  id: string,
  purpose: 'reading' | 'change',
): Promise<Result<StoredVerification, NotLoaded>> {
  const asked = trx.selectFrom('verification').selectAll().where('id', '=', id);
  const row = await (purpose === 'change' ? asked.forUpdate() : asked).executeTakeFirst();
  if (row === undefined) return { ok: false, error: { code: 'verification.not-found', id } };
  const [applicant, steps, decisions] = [
    await trx.selectFrom('applicant').selectAll().where('id', '=', row.applicant_id).executeTakeFirstOrThrow(),
    await trx.selectFrom('step').selectAll().where('verification_id', '=', id).orderBy('position').execute(),
    await trx.selectFrom('decision').selectAll().where('verification_id', '=', id).orderBy('id').execute(),
  ];
  const erased: Result<never, NotLoaded> = { ok: false, error: { code: 'verification.erased', id } };
  if (row.redaction === 'running' || row.redaction === 'done') return erased;
  const opened = await openSealed(vault, trx, row, decisions);
  if (opened === undefined) return erased;
  const [first, ...rest] = steps.map(({ name, state, attempts, used }): Step => ({ name, state, attempts, used }));
  if (first === undefined) throw new Error(`verification ${id} has no steps`);
  const inSteps: NonEmpty<Step> = [first, ...rest];
  const of = { organizationId: row.organization_id, verificationId: id, steps: inSteps };
  const contacts = await contactsOf(vault, trx, of);
  if (contacts === undefined) return erased;
  const facts = {
    id,
    steps: inSteps,
    decisions: opened.decisions,
    expiresAt: row.expires_at.toISOString(),
  };
  return {
    ok: true,
    value: {
      verification: { ...facts, ...stateOf(row, opened.reasons) },
      organizationId: row.organization_id,
      mode: row.mode,
      applicant: { id: applicant.id, reference: applicant.reference },
      policy: { id: row.policy_id, version: row.policy_version },
      residence: row.residence,
      locale: localeOf(row.locale),
      returnUrl: row.return_url,
      claims: opened.claims,
      knownContacts: opened.knownContacts,
      contacts,
      redaction: row.redaction,
      redactAt: row.redact_at,
      createdAt: row.created_at,
      updatedAt: row.updated_at,
      decidedAt: row.decided_at,
      decisionRows: decisions.map((decision) => ({ id: decision.id, createdAt: decision.created_at })),
    },
  };
}

/** Writes what a command changed. Decisions are only ever added. Returns the ids of those that were. */
export async function saveVerification(
  vault: Vault,
  trx: DatabaseTransaction,
  before: StoredVerification,
  after: Verification,
  now: Date,
): Promise<readonly string[]> {
  const { organizationId } = before;
  const reasons = 'reasons' in after ? after.reasons : [];
  const context = contextOf(organizationId, after.id);
  const added = after.decisions.slice(before.verification.decisions.length);
  await trx
    .updateTable('verification')
    .set({
      state: after.state,
      reason_codes: reasons.map(({ code }) => code),
      sealed_reasons: reasons.length === 0 ? null : await sealJson(vault, trx, context('reasons'), reasons),
      expected_by: 'expectedBy' in after ? new Date(after.expectedBy) : null,
      overdue_told_at: null,
      appeal_path: after.state === 'declined' ? after.appeal.path : null,
      appeal_last_day: after.state === 'declined' ? after.appeal.lastDay : null,
      expires_at: new Date(after.expiresAt),
      updated_at: now,
      ...(added.length === 0 ? {} : { decided_at: now }),
    })
    .where('id', '=', after.id)
    .execute();
  await saveSteps(trx, organizationId, after);
  const ids: string[] = [];
  for (const decision of added) {
    ids.push(await addDecision(vault, trx, organizationId, after.id, decision, now));
  }
  return ids;
}

/** Rows of the steps as they are now. */
export async function saveSteps(trx: DatabaseTransaction, organizationId: string, after: Verification): Promise<void> {
  const kept = after.steps.map(({ name }) => name);
  await trx.deleteFrom('step').where('verification_id', '=', after.id).where('name', 'not in', kept).execute();
  await trx
    .insertInto('step')
    .values(
      after.steps.map(({ name, state, attempts, used }) => ({
        verification_id: after.id,
        organization_id: organizationId,
        name,
        position: STEP_NAMES.indexOf(name),
        state,
        attempts: [...attempts],
        used,
      })),
    )
    .onConflict((conflict) =>
      conflict.columns(['verification_id', 'name']).doUpdateSet((row) => ({
        state: row.ref('excluded.state'),
        attempts: row.ref('excluded.attempts'),
        used: row.ref('excluded.used'),
      })),
    )
    .execute();
}

async function openSealed(
  vault: Vault,
  trx: DatabaseTransaction,
  row: Row,
  rows: readonly Selectable<Database['decision']>[],
) {
  const context = contextOf(row.organization_id, row.id);
  const claims =
    row.sealed_claims === null
      ? {}
      : await openJson(vault, trx, context('claims'), row.sealed_claims, sealedClaimsSchema);
  const reasons =
    row.sealed_reasons === null
      ? []
      : await openJson(vault, trx, context('reasons'), row.sealed_reasons, sealedReasonsSchema);
  const decisions = await openDecisions(vault, trx, rows);
  const knownContacts =
    row.sealed_contacts === null
      ? {}
      : await openJson(vault, trx, context('contacts'), row.sealed_contacts, sealedContactsSchema);
  return claims === undefined || reasons === undefined || decisions === undefined || knownContacts === undefined
    ? undefined
    : { claims, reasons, decisions, knownContacts };
}

function stateOf(row: Row, reasons: readonly Reason[]) {
  const expectedBy = () => {
    if (row.expected_by === null) throw new Error(`verification ${row.id} waits without a date`);
    return row.expected_by.toISOString();
  };
  switch (row.state) {
    case 'processing':
      return { state: row.state, expectedBy: expectedBy() };
    case 'delayed':
    case 'in_review':
      return { state: row.state, expectedBy: expectedBy(), reasons: nonEmpty(reasons, row.id) };
    case 'action_required':
      return { state: row.state, reasons: nonEmpty(reasons, row.id) };
    case 'declined': {
      if (row.appeal_path === null || row.appeal_last_day === null) throw new Error(`${row.id} has no appeal`);
      const appeal = { path: row.appeal_path, lastDay: row.appeal_last_day };
      return { state: row.state, appeal, reasons: nonEmpty(reasons, row.id) };
    }
    default:
      return { state: row.state };
  }
}

function localeOf(word: string): Locale {
  return LOCALES.find((locale) => locale === word) ?? 'en';
}
