/** Writes docs/reason-codes.md from the registry. `--check` writes nothing and fails when the page is stale. */
import { readFile, writeFile } from 'node:fs/promises';
import { reasonCodesPage } from './reason-codes-page.ts';

const page = new URL('../docs/reason-codes.md', import.meta.url);
const wanted = reasonCodesPage();

if (process.argv.includes('--check')) {
  const found = await readFile(page, 'utf8').catch(() => '');
  if (found !== wanted) {
    console.error('docs/reason-codes.md is stale: run `npx node scripts/generate-reason-codes-doc.ts`');
    process.exitCode = 1;
  }
} else {
  await writeFile(page, wanted);
}
