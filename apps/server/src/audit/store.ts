/** The audit log in the database: one tree for each organization, appended in the transaction of what is logged. */

import { sql } from 'kysely';
import type { Clock } from '../clock.ts';
import type { Mode } from '../db/schema.ts';
import type { DatabaseTransaction } from '../db/transaction.ts';
import type { SigningKey } from '../signing/signing-key.ts';
import type { AuditEntry, AuditLog } from './audit.ts';
import { type Checkpoint, signCheckpoint } from './checkpoint.ts';
import { canonicalEntry, type LoggedEntry, loggedEntrySchema } from './logged-entry.ts';
import { appended, leafHash, rootOf } from './merkle-tree.ts';
import { modeOf } from './mode-of.ts';

/** Appends. The log's row is held until the transaction ends, so that entries have one order; a log that cannot be written refuses the action. */
export function createAuditLog(clock: Clock): AuditLog {
  return { append: (trx, entry) => append(trx, entry, clock()) };
}

async function append(trx: DatabaseTransaction, entry: AuditEntry, at: Date): Promise<void> {
  const { organizationId } = entry;
  await trx
    .insertInto('audit_log')
    .values({ organization_id: organizationId, size: 0, frontier: [] })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  const log = await trx
    .selectFrom('audit_log')
    .selectAll()
    .where('organization_id', '=', organizationId)
    .forUpdate()
    .executeTakeFirstOrThrow();
  const logged: LoggedEntry = {
    position: log.size,
    at: at.toISOString(),
    actor: entry.actor.kind === 'system' ? `system:${entry.actor.name}` : `${entry.actor.kind}:${entry.actor.id}`,
    action: entry.action,
    object: entry.objectId,
    facts: copied(entry.facts ?? {}),
  };
  const leaf = leafHash(Buffer.from(canonicalEntry(logged)));
  await trx
    .insertInto('audit_entry')
    .values({
      organization_id: organizationId,
      position: log.size,
      entry: JSON.stringify(logged),
      leaf_hash: leaf,
      mode: entry.mode ?? (await modeOf(trx, entry.objectId)),
      created_at: at,
    })
    .execute();
  await trx
    .updateTable('audit_log')
    .set({ size: log.size + 1, frontier: [...appended(log.frontier, log.size, leaf)] })
    .where('organization_id', '=', organizationId)
    .execute();
}

function copied(facts: NonNullable<AuditEntry['facts']>): LoggedEntry['facts'] {
  return Object.fromEntries(
    Object.entries(facts).map(([name, value]) => [name, typeof value === 'object' ? [...value] : value]),
  );
}

/** Signs where the log of an organization stands, and tells where that is. The same size is signed once. */
export async function writeCheckpoint(
  trx: DatabaseTransaction,
  organizationId: string,
  key: SigningKey,
  now: Date,
): Promise<Checkpoint> {
  const log = await trx
    .selectFrom('audit_log')
    .selectAll()
    .where('organization_id', '=', organizationId)
    .executeTakeFirst();
  const checkpoint: Checkpoint = {
    origin: originOf(organizationId),
    size: log?.size ?? 0,
    root: rootOf(log?.frontier ?? []),
  };
  const note = signCheckpoint(checkpoint, key);
  await trx
    .insertInto('audit_checkpoint')
    .values({ organization_id: organizationId, size: checkpoint.size, note, created_at: now })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  return checkpoint;
}

/** The name under which an organization's log is signed. */
export function originOf(organizationId: string): string {
  return `vidimus/audit/${organizationId}`;
}

/** What a search of the record asks for; the newest first. */
export type EntriesAsked = {
  readonly action?: string | undefined;
  readonly actor?: string | undefined;
  readonly object?: string | undefined;
  readonly mode?: Mode | undefined;
  readonly from?: Date | undefined;
  /** Not itself. */
  readonly to?: Date | undefined;
  readonly limit: number;
  readonly before?: number | undefined;
};

export type ListedEntry = LoggedEntry & { readonly mode: Mode | null };

/** Entries of the organization of the transaction. */
export async function listEntries(trx: DatabaseTransaction, asked: EntriesAsked): Promise<readonly ListedEntry[]> {
  let query = trx.selectFrom('audit_entry').select(['entry', 'mode']).orderBy('position', 'desc').limit(asked.limit);
  if (asked.before !== undefined) query = query.where('position', '<', asked.before);
  if (asked.mode !== undefined) query = query.where('mode', '=', asked.mode);
  if (asked.from !== undefined) query = query.where('created_at', '>=', asked.from);
  if (asked.to !== undefined) query = query.where('created_at', '<', asked.to);
  for (const name of ['action', 'actor', 'object'] as const) {
    const wanted = asked[name];
    if (wanted !== undefined) query = query.where(sql<string>`entry->>${sql.lit(name)}`, '=', wanted);
  }
  return (await query.execute()).map(({ entry, mode }) => ({ ...loggedEntrySchema.parse(entry), mode }));
}

/** The newest that was signed. */
export async function lastCheckpoint(
  trx: DatabaseTransaction,
  organizationId: string,
): Promise<{ readonly note: string; readonly created_at: Date } | undefined> {
  return trx
    .selectFrom('audit_checkpoint')
    .select(['note', 'created_at'])
    .where('organization_id', '=', organizationId)
    .orderBy('size', 'desc')
    .limit(1)
    .executeTakeFirst();
}

/** Entries about any of these objects, the oldest first. */
export async function entriesAbout(
  trx: DatabaseTransaction,
  objects: readonly string[],
): Promise<readonly LoggedEntry[]> {
  const rows = await trx
    .selectFrom('audit_entry')
    .select('entry')
    .where(sql<string>`entry->>'object'`, 'in', objects)
    .orderBy('position')
    .execute();
  return rows.map(({ entry }) => loggedEntrySchema.parse(entry));
}
