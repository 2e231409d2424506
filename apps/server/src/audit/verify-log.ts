/** Walks the log in the database: whether each entry is what was logged, in its place, and what was signed. */
import type { AuditVerdictView } from '@vidimus/protocol';
import type { DatabaseTransaction } from '../db/transaction.ts';
import { openCheckpoint } from './checkpoint.ts';
import { canonicalEntry, loggedEntrySchema } from './logged-entry.ts';
import { appended, type Frontier, leafHash, rootOf } from './merkle-tree.ts';
import { originOf } from './store.ts';

export type LogVerdict = Pick<AuditVerdictView, 'holds' | 'entries' | 'holds_to' | 'checkpoints' | 'why' | 'broken_at'>;

/**
 * `kept`: a signed note that somebody kept elsewhere; it finds out, too, whoever cut off the end of the log together with the
 * checkpoints that signed it.
 */
export async function verifyLog(
  trx: DatabaseTransaction,
  organizationId: string,
  publicKey: Uint8Array,
  kept?: string,
): Promise<LogVerdict> {
  const log = await trx
    .selectFrom('audit_log')
    .selectAll()
    .where('organization_id', '=', organizationId)
    .executeTakeFirst();
  const entries = log?.size ?? 0;
  const state = { matched: 0, holdsTo: 0 };
  const verdict = (why: string | null, brokenAt: number | null = null): LogVerdict => ({
    holds: why === null,
    entries,
    holds_to: state.holdsTo,
    checkpoints: state.matched,
    why,
    broken_at: brokenAt,
  });
  const signed = await signedRoots(trx, organizationId, publicKey, kept);
  if (typeof signed === 'string') return verdict(signed);
  let frontier: Frontier = [];
  const compare = (size: number): string | undefined => {
    for (const root of signed.get(size) ?? []) {
      if (!root.equals(rootOf(frontier))) return `the first ${size} entries are not those that were signed`;
      state.matched += 1;
      state.holdsTo = size;
    }
    return undefined;
  };
  const empty = compare(0);
  if (empty !== undefined) return verdict(empty);
  for (let from = 0; from < entries; from += ENTRIES_AT_ONCE) {
    const rows = await entriesFrom(trx, organizationId, from, Math.min(entries, from + ENTRIES_AT_ONCE));
    for (let position = from; position < Math.min(entries, from + ENTRIES_AT_ONCE); position += 1) {
      const row = rows[position - from];
      if (row?.position !== position) return verdict(`entry ${position} is missing`, position);
      const entry = loggedEntrySchema.safeParse(row.entry);
      if (!entry.success || entry.data.position !== position) {
        return verdict(`entry ${position} is not in its place`, position);
      }
      const leaf = leafHash(Buffer.from(canonicalEntry(entry.data)));
      if (!leaf.equals(row.leaf_hash)) return verdict(`entry ${position} is not what was logged`, position);
      frontier = appended(frontier, position, leaf);
      const differs = compare(position + 1);
      if (differs !== undefined) return verdict(differs);
    }
  }
  if (!rootOf(frontier).equals(rootOf(log?.frontier ?? []))) {
    return verdict('the entries are not those that the log counted');
  }
  const beyond = [...signed.keys()].find((size) => size > entries);
  return verdict(beyond === undefined ? null : `${beyond} entries were signed, and ${entries} are here`);
}

const ENTRIES_AT_ONCE = 500;

/** By size, every root that was signed; or what is wrong with a note. */
async function signedRoots(
  trx: DatabaseTransaction,
  organizationId: string,
  publicKey: Uint8Array,
  kept: string | undefined,
): Promise<ReadonlyMap<number, readonly Buffer[]> | string> {
  const rows = await trx
    .selectFrom('audit_checkpoint')
    .select('note')
    .where('organization_id', '=', organizationId)
    .orderBy('size')
    .execute();
  const roots = new Map<number, readonly Buffer[]>();
  for (const note of [...rows.map((row) => row.note), ...(kept === undefined ? [] : [kept])]) {
    const opened = openCheckpoint(note, publicKey);
    if (typeof opened === 'string')
      return note === kept ? `the note that was sent: ${opened}` : `a checkpoint: ${opened}`;
    if (opened.origin !== originOf(organizationId)) return `a checkpoint is of another log: ${opened.origin}`;
    roots.set(opened.size, [...(roots.get(opened.size) ?? []), opened.root]);
  }
  return roots;
}

function entriesFrom(trx: DatabaseTransaction, organizationId: string, from: number, to: number) {
  return trx
    .selectFrom('audit_entry')
    .select(['position', 'entry', 'leaf_hash'])
    .where('organization_id', '=', organizationId)
    .where('position', '>=', from)
    .where('position', '<', to)
    .orderBy('position')
    .execute();
}
