/** `vidimus audit export` and `vidimus audit verify`. */
import { open } from 'node:fs/promises';
import { exportAudit, verifyAudit } from '../audit/audit-file.ts';
import { inTransaction } from '../db/transaction.ts';
import type { Tell } from '../tell.ts';
import { said } from './refusals.ts';
import { readGiven } from './report.ts';
import { withSafe } from './with-safe.ts';

/** Writes the log of one organization, signed; refuses to write over a file. 0 done, 2 could not run. */
export async function exportAuditFile(organization: string, file: string, tell: Tell): Promise<0 | 1 | 2> {
  return withSafe(tell, async ({ database, safe }) => {
    const handle = await open(file, 'wx', 0o600).catch((error: NodeJS.ErrnoException) => error);
    if (handle instanceof Error) {
      tell.err(said(`${file} cannot be written (${handle.code ?? handle.message}).`));
      return 2;
    }
    let lines = 0;
    await inTransaction(database.db, { role: 'tenant', organizationId: organization }, async (trx) => {
      for await (const line of exportAudit(trx, organization, safe.signingKey, new Date())) {
        await handle.write(`${line}\n`);
        lines += 1;
      }
    });
    await handle.sync();
    await handle.close();
    tell.out(`${lines} lines written to ${file}. Verify it anywhere: npx vidimus audit verify ${file}\n`);
    return 0;
  });
}

/** 0 it holds, 1 it does not, 2 could not run. Needs neither database nor keys. */
export async function verifyAuditFile(
  file: string,
  options: { readonly key?: string },
  tell: Tell,
): Promise<0 | 1 | 2> {
  const bytes = await readGiven(file, tell);
  if (bytes === undefined) return 2;
  const verdict = verifyAudit(bytes.toString('utf8'), options.key);
  if (!verdict.ok) {
    tell.out(`Not as it was signed: line ${verdict.line}: ${verdict.why}.\n`);
    return 1;
  }
  tell.out(
    `The record holds: ${verdict.entries} entries of ${verdict.origin}, each in its place, under ${verdict.checkpoints} signed checkpoints.\n`,
  );
  if (options.key === undefined)
    tell.out('Whose key signed it, the file cannot prove: give the one that you know with --key.\n');
  return 0;
}
