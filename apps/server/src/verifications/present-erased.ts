/** A verification whose data was erased: states, codes and times, which say of nobody who it was. */
import type { VerificationView } from '@vidimus/protocol';
import { LOCALES, type ReasonCode, reasonEntry, renderReason } from '@vidimus/vocabulary';
import type { DatabaseTransaction } from '../db/transaction.ts';
import { CONTACT_STEPS, type StepName } from './step.ts';

export async function presentErased(trx: DatabaseTransaction, id: string): Promise<VerificationView> {
  const row = await trx.selectFrom('verification').selectAll().where('id', '=', id).executeTakeFirstOrThrow();
  const applicant = await trx
    .selectFrom('applicant')
    .selectAll()
    .where('id', '=', row.applicant_id)
    .executeTakeFirstOrThrow();
  const steps = await trx
    .selectFrom('step')
    .selectAll()
    .where('verification_id', '=', id)
    .orderBy('position')
    .execute();
  const decisions = await trx
    .selectFrom('decision')
    .selectAll()
    .where('verification_id', '=', id)
    .orderBy('id')
    .execute();
  const locale = LOCALES.find((each) => each === row.locale) ?? 'en';
  return {
    object: 'verification',
    id,
    mode: row.mode,
    state: row.state,
    applicant: { id: applicant.id, reference: applicant.reference },
    policy: { id: row.policy_id, version: row.policy_version },
    residence: row.residence,
    locale,
    return_url: row.return_url,
    steps: steps.map(({ name, state, used, attempts }) => ({ name, state, used, attempts })),
    contacts: steps.flatMap((step) => erasedContact(step)),
    reasons: row.reason_codes.map((code) => bare(code, locale)),
    decisions: decisions.map((each) => ({
      id: each.id,
      outcome: each.outcome,
      decided_by: each.decided_by.kind,
      reason_codes: each.reason_codes,
      policy: { id: each.policy_id, version: each.policy_version },
      created_at: each.created_at.toISOString(),
    })),
    expected_by: row.expected_by?.toISOString() ?? null,
    appeal:
      row.appeal_path === null || row.appeal_last_day === null
        ? null
        : { path: row.appeal_path, last_day: row.appeal_last_day },
    expires_at: row.expires_at.toISOString(),
    redaction: row.redaction,
    created_at: row.created_at.toISOString(),
    updated_at: row.updated_at.toISOString(),
    decided_at: row.decided_at?.toISOString() ?? null,
  };
}

/** That one was asked for; whether it was confirmed is in its step. */
function erasedContact({ name, attempts }: { readonly name: StepName; readonly attempts: readonly string[] }) {
  const kind = name === CONTACT_STEPS.phone ? 'phone' : name === CONTACT_STEPS.email ? 'email' : undefined;
  if (kind === undefined) return [];
  const state = attempts.length === 0 ? ('asked' as const) : ('confirmed' as const);
  return [{ kind, state, hint: null, channel: null, confirmed_at: null, named_by: null, code: null } as const];
}

function bare(code: ReasonCode, locale: (typeof LOCALES)[number]) {
  const entry = reasonEntry(code);
  const { heading } = renderReason({ code, evidence: [{ measure: 'erased', observed: null }] }, locale);
  return { code, number: entry.number, class: entry.class, disclosure: entry.disclosure, heading };
}
