/** The record that nobody can change unseen. What cannot be logged is not done: `append` throws, and the transaction with it. */
import type { Mode } from '../db/schema.ts';
import type { DatabaseTransaction } from '../db/transaction.ts';

export type Actor =
  | { readonly kind: 'member' | 'api_key' | 'applicant'; readonly id: string }
  | { readonly kind: 'system'; readonly name: string };

/** Who did what to which object. Ids, codes and counts; never what a document or a person says. */
export type AuditEntry = {
  readonly organizationId: string;
  readonly actor: Actor;
  /** E.g. `verification.decided`, `media.viewed`, `api_key.created`, `policy.published`. */
  readonly action: string;
  readonly objectId: string;
  /** Where the object does not say it: it is gone, or belongs to both. */
  readonly mode?: Mode;
  readonly facts?: Readonly<Record<string, string | number | boolean | readonly string[]>>;
};

export type AuditLog = { readonly append: (trx: DatabaseTransaction, entry: AuditEntry) => Promise<void> };
