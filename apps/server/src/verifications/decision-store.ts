/** Decisions in the database: only ever added. Their reasons and grounds are sealed. */
import type { NonEmpty, Reason } from '@vidimus/vocabulary';
import type { Selectable } from 'kysely';
import type { z } from 'zod';
import type { Database } from '../db/schema.ts';
import type { DatabaseTransaction } from '../db/transaction.ts';
import { newId } from '../ids.ts';
import { openJson, sealJson } from '../vault/sealed-json.ts';
import type { Vault } from '../vault/vault.ts';
import type { Decision } from './decision.ts';
import { contextOf } from './seal-context.ts';
import { sealedDecisionSchema } from './stored-verification.ts';

type Row = Selectable<Database['decision']>;

/** Writes one down, and returns its id. */
export async function addDecision(
  vault: Vault,
  trx: DatabaseTransaction,
  organizationId: string,
  verificationId: string,
  decision: Decision,
  now: Date,
): Promise<string> {
  const id = newId('decision', now.getTime());
  const reasons = decision.outcome === 'approved' ? [] : decision.reasons;
  const context = contextOf(organizationId, verificationId, id);
  await trx
    .insertInto('decision')
    .values({
      id,
      organization_id: organizationId,
      verification_id: verificationId,
      key: decision.key,
      decided_by: JSON.stringify(withoutWords(decision.by)),
      outcome: decision.outcome,
      reason_codes: reasons.map(({ code }) => code),
      policy_id: decision.basis.policy.id,
      policy_version: decision.basis.policy.version,
      detectors: JSON.stringify(decision.basis.detectors),
      inputs: [...decision.basis.inputs],
      sealed: await sealJson(vault, trx, context('decision'), {
        reasons,
        notes: decision.notes,
        ...(decision.by.kind === 'person' ? { grounds: decision.by.grounds } : {}),
      }),
      created_at: now,
    })
    .execute();
  return id;
}

/** The decisions of these rows, in their order; nothing when what they rest on was erased. */
export async function openDecisions(
  vault: Vault,
  trx: DatabaseTransaction,
  rows: readonly Row[],
): Promise<readonly Decision[] | undefined> {
  const decisions: Decision[] = [];
  for (const row of rows) {
    if (row.sealed === null) return undefined;
    const context = contextOf(row.organization_id, row.verification_id, row.id)('decision');
    const sealed = await openJson(vault, trx, context, row.sealed, sealedDecisionSchema);
    if (sealed === undefined) return undefined;
    decisions.push(decisionOf(row, sealed));
  }
  return decisions;
}

/** What was refused has a reason; that it has none is damage, and throws. `id` says of what. */
export function nonEmpty(reasons: readonly Reason[], id: string): NonEmpty<Reason> {
  const [first, ...rest] = reasons;
  if (first === undefined) throw new Error(`${id} was refused without a reason`);
  return [first, ...rest];
}

/** A person's groundsare free text, and so may name somebody: they are sealed among the reasons. */
function withoutWords(by: Decision['by']): Decision['by'] {
  return by.kind === 'person' ? { ...by, grounds: '' } : by;
}

function decisionOf(row: Row, sealed: z.output<typeof sealedDecisionSchema>): Decision {
  const by = row.decided_by.kind === 'person' ? { ...row.decided_by, grounds: sealed.grounds ?? '' } : row.decided_by;
  const basis = {
    policy: { id: row.policy_id, version: row.policy_version },
    detectors: row.detectors,
    inputs: row.inputs,
  };
  const common = { key: row.key, by, basis, notes: sealed.notes };
  if (row.outcome === 'approved') return { ...common, outcome: row.outcome };
  return { ...common, outcome: row.outcome, reasons: nonEmpty(sealed.reasons, row.id) };
}
