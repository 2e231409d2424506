/**
 * `npm test`: gets what the tests need if it can, runs them, and says plainly what was skipped and why.
 * Arguments go to vitest. The results also stand in out/test-results.json (`.ci/run` counts there).
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { buildPages } from './build-pages.ts';
import { findChromium } from './find-chromium.ts';
import { findPostgresql } from './find-postgresql.ts';
import { installChromium } from './install-chromium.ts';
import { installPostgresql } from './install-postgresql.ts';
import { startThrowAwayPostgresql, type ThrowAwayPostgresql } from './throw-away-postgresql.ts';

const root = join(import.meta.dirname, '..');
const results = join(root, 'out', 'test-results.json');
mkdirSync(join(root, 'out'), { recursive: true });
rmSync(results, { force: true });

const say = (line: string) => process.stderr.write(`${line}\n`);
say('Getting ready to test: a browser, PostgreSQL, then vitest, which is silent until its first files have ended …');
const inCi = process.env.CI === 'true' || process.env.CI === '1';
const withoutIt = inCi ? 'FAIL in CI' : 'are SKIPPED';
const chromium = findChromium(process.env) ?? installChromium(say);
if (chromium === undefined) {
  say(`Chromium is not installed, and cannot be installed from here. The tests of pages ${withoutIt}.`);
  say('To run them: apt-get install chromium, or set VIDIMUS_CHROMIUM to the browser of your machine.');
}
await buildPages(say);
const postgresql = await startPostgresql();
const vitest = spawn(
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
    env: {
      ...process.env,
      ...(chromium === undefined ? {} : { VIDIMUS_CHROMIUM: chromium }),
      ...(postgresql === undefined ? {} : { VIDIMUS_TEST_POSTGRESQL: postgresql.url }),
    },
  },
);
// This process stays until the tests have ended, and stops the server. An interrupt from the keyboard reaches vitest by itself.
process.on('SIGINT', () => {});
process.on('SIGTERM', () => vitest.kill('SIGTERM'));
const [status] = await once(vitest, 'exit');
await postgresql?.stop();
say(
  `Databases: embedded${postgresql === undefined ? ` alone; the tests on PostgreSQL ${withoutIt}` : `, PostgreSQL ${postgresql.version}`}.`,
);
process.exitCode = typeof status === 'number' ? status : 1;

async function startPostgresql(): Promise<ThrowAwayPostgresql | undefined> {
  const binaries = findPostgresql(process.env) ?? installPostgresql(say);
  if (binaries === undefined) {
    say(`PostgreSQL is not installed, and cannot be installed from here. The tests on it ${withoutIt}.`);
    say(
      'To run them: apt-get install postgresql, or set VIDIMUS_POSTGRESQL to the folder with its programs (initdb, postgres).',
    );
    return undefined;
  }
  try {
    return await startThrowAwayPostgresql(binaries);
  } catch (error) {
    say(`PostgreSQL does not start with the programs in ${binaries}. The tests on it ${withoutIt}.`);
    say(error instanceof Error ? error.message : String(error));
    return undefined;
  }
}
