import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { REASON_CODES } from '../packages/vocabulary/src/index.ts';
import { reasonCodesPage } from './reason-codes-page.ts';

test('docs/reason-codes.md is what the registry says (npx node scripts/generate-reason-codes-doc.ts)', async () => {
  expect(await readFile(new URL('../docs/reason-codes.md', import.meta.url), 'utf8')).toBe(reasonCodesPage());
});

test('the page has a row for every code', () => {
  const page = reasonCodesPage();
  for (const code of REASON_CODES) expect(page).toContain(`| \`${code}\` |`);
});
