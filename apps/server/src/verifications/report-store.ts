/** What the engine reported, sealed beside the decision that rests on it. */
import { type CheckReport, checkReportSchema } from '@vidimus/vocabulary';
import type { Mode } from '../db/schema.ts';
import type { DatabaseTransaction } from '../db/transaction.ts';
import { newId } from '../ids.ts';
import type { StoredReport } from '../policies/simulate.ts';
import { openJson, sealJson } from '../vault/sealed-json.ts';
import type { Vault } from '../vault/vault.ts';
import { contextOf } from './seal-context.ts';
import type { StoredVerification } from './stored-verification.ts';

/** Keeps the report of a decision. */
export async function addReport(
  vault: Vault,
  trx: DatabaseTransaction,
  { organizationId, verification }: StoredVerification,
  decisionId: string,
  report: CheckReport,
  now: Date,
): Promise<void> {
  const id = newId('report', now.getTime());
  const context = contextOf(organizationId, verification.id, id)('report');
  await trx
    .insertInto('report')
    .values({
      id,
      organization_id: organizationId,
      verification_id: verification.id,
      decision_id: decisionId,
      sealed: await sealJson(vault, trx, context, report),
      created_at: now,
    })
    .execute();
}

/** The latest report; nothing where no decision rests on photographs, or it was erased. */
export async function lastReport(
  vault: Pick<Vault, 'open'>,
  trx: DatabaseTransaction,
  verificationId: string,
): Promise<CheckReport | undefined> {
  const row = await trx
    .selectFrom('report')
    .selectAll()
    .where('verification_id', '=', verificationId)
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst();
  if (row === undefined || row.sealed === null) return undefined;
  const context = contextOf(row.organization_id, verificationId, row.id)('report');
  return openJson(vault, trx, context, row.sealed, checkReportSchema);
}

/** Every report of a verification, the oldest first; those that were erased are left out. */
export async function reportsOf(
  vault: Pick<Vault, 'open'>,
  trx: DatabaseTransaction,
  verificationId: string,
): Promise<readonly CheckReport[]> {
  const rows = await trx
    .selectFrom('report')
    .selectAll()
    .where('verification_id', '=', verificationId)
    .orderBy('id')
    .execute();
  const reports: CheckReport[] = [];
  for (const { id, organization_id, sealed } of rows) {
    if (sealed === null) continue;
    const context = contextOf(organization_id, verificationId, id)('report');
    const report = await openJson(vault, trx, context, sealed, checkReportSchema);
    if (report !== undefined) reports.push(report);
  }
  return reports;
}

/** The reports of the last verifications, the newest first, for trying a policy on. What was erased cannot be tried. */
export async function readReports(
  vault: Pick<Vault, 'open'>,
  trx: DatabaseTransaction,
  asked: { readonly mode: Mode; readonly last: number },
): Promise<readonly StoredReport[]> {
  const rows = await trx
    .selectFrom('report')
    .innerJoin('decision', 'decision.id', 'report.decision_id')
    .innerJoin('verification', 'verification.id', 'report.verification_id')
    .select([
      'report.id',
      'report.organization_id',
      'report.verification_id',
      'report.sealed',
      'decision.outcome',
      'decision.decided_by',
      'decision.policy_id',
      'decision.policy_version',
      'verification.residence',
    ])
    .where('verification.mode', '=', asked.mode)
    .where('report.sealed', 'is not', null)
    .distinctOn('report.verification_id')
    .orderBy('report.verification_id', 'desc')
    .orderBy('report.id', 'desc')
    .limit(asked.last)
    .execute();
  const reports: StoredReport[] = [];
  for (const row of rows) {
    if (row.sealed === null) continue;
    const context = contextOf(row.organization_id, row.verification_id, row.id)('report');
    const report = await openJson(vault, trx, context, row.sealed, checkReportSchema);
    if (report === undefined) continue;
    reports.push({
      verificationId: row.verification_id,
      policy: { id: row.policy_id, version: row.policy_version },
      residence: row.residence ?? undefined,
      decided: { outcome: row.outcome, by: row.decided_by.kind },
      report,
    });
  }
  return reports;
}
