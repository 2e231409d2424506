/** `vidimus report verify FILE`: is it as it was signed, far from the server that signed it. */
import { verifyReport } from '../reports/sign-report.ts';
import type { Tell } from '../tell.ts';
import { readGiven } from './given-file.ts';
import { said } from './refusals.ts';

/** 0 it holds, 1 it does not, 2 could not run. */
export async function verifyReportFile(
  file: string,
  options: { readonly key?: string },
  tell: Tell,
): Promise<0 | 1 | 2> {
  const bytes = await readGiven(file, options.key, tell);
  if (bytes === undefined) return 2;
  const verdict = verifyReport(bytes, options.key);
  if (!verdict.ok) {
    if (verdict.isForeign) {
      tell.err(said(`"${file}": ${verdict.why}.`));
      return 2;
    }
    tell.out(`It does not hold: ${verdict.why}.\n`);
    return 1;
  }
  const { about, report, publicKey } = verdict;
  tell.out('The signature holds: nothing was changed since it was signed.\n');
  if (about !== undefined) tell.out(`The report of ${about.id}: ${about.state.replaceAll('_', ' ')}.\n`);
  if (report !== undefined) tell.out(`By ${report.organization.name}; issued ${report.issued_at}.\n`);
  if (options.key === undefined) {
    tell.out(
      `Signed by the key ${publicKey}.\nWhose key that is, the file cannot prove: compare it, and give it with --key.\n`,
    );
  }
  return 0;
}
