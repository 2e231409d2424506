import { defineConfig } from 'vitest/config';

const EVERY_TEST = [
  'packages/*/src/**/*.test.ts',
  'apps/*/src/**/*.test.{ts,tsx}',
  'packages/ui/src/**/*.test.tsx',
  'specimens/src/**/*.test.ts',
  'bench/src/**/*.test.ts',
  'scripts/**/*.test.ts',
  'examples/*/*.test.ts',
];

/**
 * One after another in the same processes: what they import is loaded once, and not for each of a hundred files, which took half a
 * second of a core each. Nothing of them stays behind: no singletons in our code, and none of these tests changes the environment.
 */
const TOGETHER = [
  'packages/{vocabulary,sdk}/src/**/*.test.ts',
  'packages/engine/src/{checks,decision,photo,rejudge,standards}/**/*.test.ts',
  'specimens/src/{camera,glyphs}/**/*.test.ts',
  'apps/server/src/{audit,http,numbers,people,policies,signing}/**/*.test.ts',
];

export default defineConfig({
  test: {
    testTimeout: 60_000,
    hookTimeout: 60_000,
    // A page on a busy machine may need more than the second that is usual.
    expect: { poll: { timeout: 15_000 } },
    pool: 'forks',
    maxWorkers: 2,
    projects: [
      { extends: true, test: { name: 'alone', include: EVERY_TEST, exclude: ['**/node_modules/**', ...TOGETHER] } },
      { extends: true, test: { name: 'together', include: TOGETHER, isolate: false } },
    ],
  },
});
