/** Facts for the numbers, noted in the transaction in which they happen. Times and kinds alone: erasure leaves them. */
import type { CheckReport } from '@vidimus/vocabulary';
import { sql } from 'kysely';
import type { Mode } from '../db/schema.ts';
import type { DatabaseTransaction } from '../db/transaction.ts';
import type { Command } from '../verifications/verification.ts';
import { browserFamily } from './browser-family.ts';
import { scriptOf } from './script-of.ts';

/** A verification began. */
export async function noteStart(
  trx: DatabaseTransaction,
  of: { readonly id: string; readonly organizationId: string; readonly mode: Mode },
  now: Date,
): Promise<void> {
  await trx
    .insertInto('verification_fact')
    .values({ verification_id: of.id, organization_id: of.organizationId, mode: of.mode, started_at: now })
    .execute();
}

/** The link was opened, something was handed in, the link ran out: of the first two the first time, of the last the last. */
export async function noteChange(
  trx: DatabaseTransaction,
  id: string,
  { do: what }: Pick<Command, 'do'>,
  now: Date,
): Promise<void> {
  const column = COLUMNS[what];
  if (column === undefined) return;
  const value = column === 'expired_at' ? now : sql<Date>`coalesce(${sql.ref(column)}, ${now})`;
  await trx
    .updateTable('verification_fact')
    .set({ [column]: value })
    .where('verification_id', '=', id)
    .execute();
}
const COLUMNS: Readonly<Partial<Record<Command['do'], 'opened_at' | 'handed_in_at' | 'expired_at'>>> = {
  open: 'opened_at',
  submit: 'handed_in_at',
  expire: 'expired_at',
};

/** A photograph came; of what sent it the family alone is kept. */
export async function notePhotograph(
  trx: DatabaseTransaction,
  id: string,
  userAgent: string | undefined,
): Promise<void> {
  await trx
    .updateTable('verification_fact')
    .set({ photographs: sql`photographs + 1`, browser: browserFamily(userAgent) })
    .where('verification_id', '=', id)
    .execute();
}

/** A report says which document it is; one that cannot tell leaves what an earlier one said. */
export async function noteDocument(trx: DatabaseTransaction, id: string, report: CheckReport): Promise<void> {
  const { type, issuing_state } = report.document;
  const known = Object.entries({ document_type: type, issuing_state, script: scriptOf(report) });
  const said = Object.fromEntries(known.filter(([, value]) => value !== null));
  if (Object.keys(said).length === 0) return;
  await trx.updateTable('verification_fact').set(said).where('verification_id', '=', id).execute();
}
