/** Holds the real imports against `.dependency-cruiser.mjs`; exit 1 with every finding, or with "too few modules". */
import { join } from 'node:path';
import { boundaryFindings } from './boundary-findings.ts';
import { cruiseTree, SOURCE_FOLDERS } from './cruise.ts';
import { listSourceFiles } from './source-files.ts';

/** The first commit already had more; fewer means that the folders moved away from under this check. */
const MODULES_AT_LEAST = 40;

const root = join(import.meta.dirname, '..');
const [cruised, files] = await Promise.all([cruiseTree(root), listSourceFiles(root, SOURCE_FOLDERS)]);
const findings = boundaryFindings(cruised, files);
for (const finding of findings) process.stdout.write(`${finding.rule}: ${finding.sentence}\n`);
if (files.length < MODULES_AT_LEAST) {
  process.stdout.write(`Only ${files.length} modules were seen, at least ${MODULES_AT_LEAST} were expected.\n`);
  process.exitCode = 1;
}
if (findings.length > 0) process.exitCode = 1;
process.stdout.write(`${files.length} files, ${findings.length} finding(s)\n`);
