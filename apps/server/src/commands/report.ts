/** `vidimus report verify FILE`: is it as it was signed, far from the server that signed it. */
import { readFile } from 'node:fs/promises';
import { verifyReport } from '../reports/sign-report.ts';
import type { Tell } from '../tell.ts';
import { said } from './refusals.ts';

/** 0 it holds, 1 it does not, 2 could not run. */
export async function verifyReportFile(
  file: string,
  options: { readonly key?: string },
  tell: Tell,
): Promise<0 | 1 | 2> {
  const bytes = await readGiven(file, tell);
  if (bytes === undefined) return 2;
  const verdict = verifyReport(bytes, options.key);
  if (!verdict.ok) {
    tell.out(`Not as it was signed: ${verdict.why}.\n`);
    return 1;
  }
  const { report, publicKey } = verdict;
  tell.out('The signature holds: nothing was changed since it was signed.\n');
  if (report !== undefined) {
    const { verification, organization, issued_at } = report;
    tell.out(
      `${organization.name}, ${verification.id}, ${verification.state.replaceAll('_', ' ')}; issued ${issued_at}.\n`,
    );
  }
  if (options.key === undefined) {
    tell.out(
      `Signed by the key ${publicKey}.\nWhose key that is, the file cannot prove: compare it, and give it with --key.\n`,
    );
  }
  return 0;
}

/** The file, or a word on why it cannot be read. */
export async function readGiven(file: string, tell: Tell): Promise<Buffer | undefined> {
  try {
    return await readFile(file);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error)) throw error;
    tell.err(said(`${file} cannot be read (${String(error.code)}).`));
    return undefined;
  }
}
