/**
 * `npm test`: gets what the tests need if it can, runs them, and says plainly what was skipped and why.
 * Arguments go to vitest. The results also stand in out/test-results.json (`.ci/run` counts there).
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { findChromium } from './find-chromium.ts';
import { installChromium } from './install-chromium.ts';

const root = join(import.meta.dirname, '..');
const results = join(root, 'out', 'test-results.json');
mkdirSync(join(root, 'out'), { recursive: true });
rmSync(results, { force: true });

const inCi = process.env.CI === 'true' || process.env.CI === '1';
const chromium = findChromium(process.env) ?? installChromium((line) => process.stderr.write(`${line}\n`));
if (chromium === undefined) {
  process.stderr.write(
    `Chromium is not installed, and cannot be installed from here. The tests of pages ${inCi ? 'FAIL in CI' : 'are SKIPPED'}.\n` +
      'To run them: apt-get install chromium, or set VIDIMUS_CHROMIUM to the browser of your machine.\n',
  );
}

const outcome = spawnSync(
  process.execPath,
  [
    join(root, 'node_modules', 'vitest', 'vitest.mjs'),
    'run',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${results}`,
    ...process.argv.slice(2),
  ],
  {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, ...(chromium === undefined ? {} : { VIDIMUS_CHROMIUM: chromium }) },
  },
);
process.exitCode = outcome.status ?? 1;
