/** What somebody says against how it is, sealed: appeals, and "this was not me". */
import { z } from 'zod';
import type { DatabaseTransaction } from '../db/transaction.ts';
import { newId } from '../ids.ts';
import { openJson, sealJson } from '../vault/sealed-json.ts';
import type { Vault } from '../vault/vault.ts';
import { contextOf } from './seal-context.ts';
import type { StoredVerification } from './stored-verification.ts';

export type Statement = {
  readonly kind: 'appeal' | 'disowned';
  readonly at: Date;
  /** Null where nothing was said. */
  readonly statement: string | null;
};

/** Keeps it, and says under which id. An appeal belongs to a review. */
export async function addStatement(
  vault: Vault,
  trx: DatabaseTransaction,
  { organizationId, verification }: Pick<StoredVerification, 'organizationId' | 'verification'>,
  said: {
    readonly kind: Statement['kind'];
    readonly statement: string | undefined;
    readonly reviewId: string | undefined;
  },
  now: Date,
): Promise<string> {
  const id = newId('appeal', now.getTime());
  const context = contextOf(organizationId, verification.id, id)('statement');
  await trx
    .insertInto('appeal')
    .values({
      id,
      organization_id: organizationId,
      verification_id: verification.id,
      kind: said.kind,
      review_id: said.reviewId ?? null,
      sealed_statement: said.statement === undefined ? null : await sealJson(vault, trx, context, said.statement),
      created_at: now,
    })
    .execute();
  return id;
}

/** The oldest first. */
export async function statementsOf(
  vault: Vault,
  trx: DatabaseTransaction,
  verificationId: string,
): Promise<readonly Statement[]> {
  const rows = await trx
    .selectFrom('appeal')
    .selectAll()
    .where('verification_id', '=', verificationId)
    .orderBy('id')
    .execute();
  const statements: Statement[] = [];
  for (const { id, organization_id, kind, created_at, sealed_statement } of rows) {
    const context = contextOf(organization_id, verificationId, id)('statement');
    const statement =
      sealed_statement === null ? undefined : await openJson(vault, trx, context, sealed_statement, z.string());
    statements.push({ kind, at: created_at, statement: statement ?? null });
  }
  return statements;
}
