import { join } from 'node:path';
import { expect, test } from 'vitest';
import { filesInOwnProcess, needsOwnProcess } from './own-process.ts';

test.each([
  ["import { expect, test } from 'vitest';", false],
  ['vi.setConfig({ testTimeout: 60_000 });', false],
  ["import { chromium } from 'playwright-core';", true],
  ["import { MortalServer } from './mortal-server.fixture.ts';", true],
  ["import { spawn } from 'node:child_process';", true],
  ['process.env.VIDIMUS_DATA = data;', true],
  ['process.chdir(folder);', true],
  ['vi.useFakeTimers();', true],
  ['const before = process.memoryUsage();', true],
])('%s: a process of its own %s', (text, own) => expect(needsOwnProcess(text)).toBe(own));

test('files are found by their patterns, and those of other packages are not looked at', () => {
  const root = join(import.meta.dirname, '..');
  const found = filesInOwnProcess(root, ['apps/server/src/*.test.ts', 'packages/vocabulary/src/**/*.test.ts']);
  expect(found).toContain('apps/server/src/crashes.test.ts');
  expect(found).not.toContain('apps/server/src/ids.test.ts');
  expect(found.filter((file) => file.includes('node_modules'))).toEqual([]);
});
