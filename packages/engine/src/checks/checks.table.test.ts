import { readdirSync } from 'node:fs';
import { expect, test } from 'vitest';
import { CHECKS } from './checks.table.ts';

const names = CHECKS.map(({ name }) => name);

test('each check is listed once', () => {
  expect(new Set(names).size).toBe(names.length);
});

test('each check has its rows in a test beside it', () => {
  const files = new Set(readdirSync(import.meta.dirname));
  expect(names.filter((name) => !files.has(`${name}.ts`) || !files.has(`${name}.test.ts`))).toEqual([]);
});
