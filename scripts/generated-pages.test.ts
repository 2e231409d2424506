import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { REASON_CODES } from '../packages/vocabulary/src/index.ts';
import { GENERATED_PAGES } from './generated-pages.ts';
import { reasonCodesPage } from './reason-codes-page.ts';

test.each([...GENERATED_PAGES])('%s is what the code says (npm run docs)', async (path, write) => {
  expect(await readFile(new URL(`../${path}`, import.meta.url), 'utf8')).toBe(write());
});

test('the page of reason codes has a row for every code', () => {
  const page = reasonCodesPage();
  for (const code of REASON_CODES) expect(page).toContain(`| \`${code}\` |`);
});
