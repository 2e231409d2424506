/** The audit log as a file that anybody can verify, without this software's database and without trusting it. */
import type { DatabaseTransaction } from '../db/transaction.ts';
import type { SigningKey } from '../signing/signing-key.ts';
import { openCheckpoint } from './checkpoint.ts';
import { canonicalEntry, loggedEntrySchema } from './logged-entry.ts';
import { appended, type Frontier, leafHash, rootOf } from './merkle-tree.ts';
import { writeCheckpoint } from './store.ts';

/** One JSON object a line: what it is, the entries in order, and at last every checkpoint that was signed. */
const FORMAT = 1;
const ENTRIES_AT_ONCE = 500;

export type AuditVerdict =
  | { readonly ok: true; readonly entries: number; readonly checkpoints: number; readonly origin: string }
  /** `line` counts from 1. */
  | { readonly ok: false; readonly line: number; readonly why: string };

/** The lines of the file; signs where the log stands now. */
export async function* exportAudit(
  trx: DatabaseTransaction,
  organizationId: string,
  key: SigningKey,
  now: Date,
): AsyncGenerator<string> {
  const { size } = await writeCheckpoint(trx, organizationId, key, now);
  const publicKey = key.publicKey.toString('base64');
  yield JSON.stringify({ vidimus_audit: FORMAT, organization: organizationId, key: publicKey });
  // Others may log on meanwhile: what no checkpoint signs yet is left for the next time.
  for (let position = 0; position < size; position += ENTRIES_AT_ONCE) {
    const rows = await trx
      .selectFrom('audit_entry')
      .select('entry')
      .where('organization_id', '=', organizationId)
      .where('position', '>=', position)
      .where('position', '<', Math.min(size, position + ENTRIES_AT_ONCE))
      .orderBy('position')
      .execute();
    for (const { entry } of rows) yield canonicalEntry(loggedEntrySchema.parse(entry));
  }
  const checkpoints = await trx
    .selectFrom('audit_checkpoint')
    .select('note')
    .where('organization_id', '=', organizationId)
    .where('size', '<=', size)
    .orderBy('size')
    .execute();
  for (const { note } of checkpoints) yield JSON.stringify({ checkpoint: note });
}

/**
 * Whether the entries are those that were signed: each in its place, every checkpoint the root of the entries before it, and the
 * last one that of all. `trustedKey`, base64, is the key that the reader knows from elsewhere; without it the file's own is taken,
 * which shows that the file agrees with itself, not who wrote it.
 */
export function verifyAudit(text: string, trustedKey?: string): AuditVerdict {
  const lines = text.split('\n').filter((line) => line !== '');
  const refused = (index: number, why: string): AuditVerdict => ({ ok: false, line: index + 1, why });
  const [head = '', ...rest] = lines;
  const header = parseLine(head);
  if (header?.vidimus_audit !== FORMAT || typeof header.key !== 'string') return refused(0, 'this is no audit file');
  if (trustedKey !== undefined && trustedKey !== header.key) return refused(0, 'it is signed by another key');
  const publicKey = Buffer.from(header.key, 'base64');
  const roots: Buffer[] = [rootOf([])];
  let frontier: Frontier = [];
  let checkpoints = 0;
  let signed = { size: -1, origin: '' };
  for (const [i, line] of rest.entries()) {
    const value = parseLine(line);
    if (value === undefined) return refused(i + 1, 'this line is no JSON object');
    if (typeof value.checkpoint === 'string') {
      const opened = openCheckpoint(value.checkpoint, publicKey);
      if (typeof opened === 'string') return refused(i + 1, opened);
      const root = roots[opened.size];
      if (root === undefined)
        return refused(i + 1, `it signs ${opened.size} entries, and ${roots.length - 1} are here`);
      if (!root.equals(opened.root))
        return refused(i + 1, `the first ${opened.size} entries are not those that were signed`);
      checkpoints += 1;
      if (opened.size > signed.size) signed = { size: opened.size, origin: opened.origin };
      continue;
    }
    const entry = loggedEntrySchema.safeParse(value);
    if (!entry.success) return refused(i + 1, 'this line is no entry');
    const canonical = canonicalEntry(entry.data);
    // Read with what was signed, and shown to others as something else: a name that stands twice.
    if (line !== canonical) return refused(i + 1, 'this entry is not written as it was signed');
    if (entry.data.position !== roots.length - 1) return refused(i + 1, `entry ${roots.length - 1} was expected here`);
    frontier = appended(frontier, roots.length - 1, leafHash(Buffer.from(canonical)));
    roots.push(rootOf(frontier));
  }
  const entries = roots.length - 1;
  if (signed.size !== entries) return refused(lines.length - 1, `no checkpoint signs all ${entries} entries`);
  if (signed.origin !== `vidimus/audit/${String(header.organization)}`)
    return refused(0, 'the checkpoints are of another log');
  return { ok: true, entries, checkpoints, origin: signed.origin };
}

function parseLine(line: string): Readonly<Record<string, unknown>> | undefined {
  try {
    const value: unknown = JSON.parse(line);
    return typeof value === 'object' && value !== null ? { ...value } : undefined;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}
