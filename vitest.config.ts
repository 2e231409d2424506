import { defineConfig } from 'vitest/config';
import { filesInOwnProcess } from './scripts/own-process.ts';

const EVERY_TEST = [
  'packages/*/src/**/*.test.{ts,tsx}',
  'apps/*/src/**/*.test.{ts,tsx}',
  'specimens/src/**/*.test.ts',
  'bench/src/**/*.test.ts',
  'scripts/**/*.test.ts',
  'examples/*/*.test.ts',
];

const ALONE = [...filesInOwnProcess(import.meta.dirname, EVERY_TEST)];

export default defineConfig({
  test: {
    testTimeout: 60_000,
    hookTimeout: 60_000,
    // A page on a busy machine may need more than the second that is usual.
    expect: { poll: { timeout: 15_000 } },
    pool: 'forks',
    maxWorkers: 2,
    projects: [
      { extends: true, test: { name: 'alone', include: ALONE } },
      // Nothing of them stays behind: no singletons in our code, and none of these changes what Node has once.
      {
        extends: true,
        test: { name: 'together', include: EVERY_TEST, exclude: ['**/node_modules/**', ...ALONE], isolate: false },
      },
    ],
  },
});
