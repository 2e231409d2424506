/** The audit log. */
import type { ColumnType } from 'kysely';
import type { Mode, Written } from './column-types.ts';

export type AuditLogTable = {
  readonly organization_id: string;
  size: number;
  /** Roots of the complete subtrees from the left, largest first (RFC 6962 §2.1). */
  frontier: Buffer[];
};

/** Append-only. */
export type AuditEntryTable = {
  readonly organization_id: string;
  /** From 0. */
  readonly position: number;
  readonly entry: ColumnType<Readonly<Record<string, unknown>>, string, never>;
  readonly leaf_hash: Buffer;
  /** Of what it is about; null where that belongs to both. Beside what is hashed. */
  readonly mode: Mode | null;
  readonly created_at: Written;
};

export type AuditCheckpointTable = {
  readonly organization_id: string;
  readonly size: number;
  /** A signed note (C2SP checkpoint). */
  readonly note: string;
  readonly created_at: Written;
};
