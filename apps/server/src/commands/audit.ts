/** `vidimus audit export` and `vidimus audit verify`. */
import { type FileHandle, open, unlink } from 'node:fs/promises';
import { exportAudit, verifyAudit } from '../audit/audit-file.ts';
import { createAuditLog } from '../audit/store.ts';
import { inTransaction } from '../db/transaction.ts';
import type { Tell } from '../tell.ts';
import { fileTroubleInWords, readGiven } from './given-file.ts';
import { said } from './refusals.ts';
import { withSafe } from './with-safe.ts';

/**
 * Writes the log of one organization, signed, and logs that it was taken away; refuses to write over a file. 0 done, 2 could not run,
 * and then no file is left.
 */
export async function exportAuditFile(organizationId: string, file: string, tell: Tell): Promise<0 | 1 | 2> {
  return withSafe(
    tell,
    async ({ database, safe, dataDirectory }) => {
      const handle = await openNew(file, tell);
      if (handle === undefined) return 2;
      const clock = () => new Date();
      const lines = await inTransaction(database.db, { role: 'tenant', organizationId }, async (trx) => {
        const known = await trx
          .selectFrom('organization')
          .select('id')
          .where('id', '=', organizationId)
          .executeTakeFirst();
        if (known === undefined) return 0;
        const actor = { kind: 'system', name: 'command line' } as const;
        const entry = { organizationId, actor, action: 'audit.exported', objectId: organizationId };
        await createAuditLog(clock).append(trx, entry);
        let written = 0;
        for await (const line of exportAudit(trx, organizationId, safe.signingKey, clock())) {
          await handle.write(`${line}\n`);
          written += 1;
        }
        // On the disk before it is logged that it was taken away.
        await handle.sync();
        return written;
      }).finally(() => handle.close());
      if (lines === 0) {
        await unlink(file);
        tell.err(said(`There is no organization ${organizationId} in ${dataDirectory}. Ids begin with org_.`));
        return 2;
      }
      tell.out(`${lines} lines written to ${file}. Verify it anywhere: npx vidimus audit verify ${file}\n`);
      return 0;
    },
    WHILE_SERVED,
  );
}

const WHILE_SERVED =
  'Or ask that server itself: GET /v1/audit-export, with a key or as a member with the right audit:read.';

/** 0 it holds, 1 it does not, 2 could not run. Needs neither database nor keys. */
export async function verifyAuditFile(
  file: string,
  options: { readonly key?: string },
  tell: Tell,
): Promise<0 | 1 | 2> {
  const bytes = await readGiven(file, options.key, tell);
  if (bytes === undefined) return 2;
  const verdict = verifyAudit(bytes.toString('utf8'), options.key);
  if (!verdict.ok) {
    tell.out(`It does not hold: line ${verdict.line}: ${verdict.why}.\n`);
    return 1;
  }
  tell.out(
    `The record holds: ${verdict.entries} entries of ${verdict.origin}, each in its place, under ${verdict.checkpoints} signed checkpoints.\n`,
  );
  if (options.key === undefined)
    tell.out('Whose key signed it, the file cannot prove: give the one that you know with --key.\n');
  return 0;
}

/** A file that was not there, or a word on why it cannot be written. */
async function openNew(file: string, tell: Tell): Promise<FileHandle | undefined> {
  try {
    return await open(file, 'wx', 0o600);
  } catch (error) {
    tell.err(said(fileTroubleInWords(error, file)));
    return undefined;
  }
}
