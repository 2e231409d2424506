/**
 * `npm test`: gets what the tests need if it can, runs them, and says plainly what was skipped and why.
 * Arguments go to vitest. The results also stand in out/test-results.json (`.ci/run` counts there). Files of tests that drive a
 * browser and fail, and those whose process breaks off, are run once more, and every test that needed it is named at the end; not where
 * options were given.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { templateDirectory } from '../apps/server/src/db/test-database.fixture.ts';
import { buildPages } from './build-pages.ts';
import { findChromium } from './find-chromium.ts';
import { findPostgresql } from './find-postgresql.ts';
import { installChromium } from './install-chromium.ts';
import { installPostgresql } from './install-postgresql.ts';
import { placeForTestFiles } from './place-for-test-files.ts';
import { failuresOf, filesToTryAgain, readResults, writeSecondTry } from './second-try.ts';
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
process.env.VIDIMUS_TEST_TEMPLATES ??= tmpdir();
await templateDirectory();
const place = placeForTestFiles(say);
if (place !== undefined) process.env.TMPDIR = place.directory;
const postgresql = await startPostgresql();
const given = process.argv.slice(2);
let status = await runVitest(given, results);
const needed = status === 0 || given.some((one) => one.startsWith('-')) ? [] : await tryAgain();
await postgresql?.stop();
place?.remove();
for (const line of needed) say(`Needed a second try: ${line}`);
say(
  `Databases: embedded${postgresql === undefined ? ` alone; the tests on PostgreSQL ${withoutIt}` : `, PostgreSQL ${postgresql.version}`}.`,
);
process.exitCode = status;

/** Its exit status; the results as JSON in `file`. */
async function runVitest(args: readonly string[], file: string): Promise<number> {
  const program = join(root, 'node_modules', 'vitest', 'vitest.mjs');
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`];
  const vitest = spawn(process.execPath, [program, 'run', ...reporters, ...args], {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
    env: {
      ...process.env,
      NODE_COMPILE_CACHE: join(tmpdir(), 'vidimus-compiled'),
      ...(chromium === undefined ? {} : { VIDIMUS_CHROMIUM: chromium }),
      ...(postgresql === undefined ? {} : { VIDIMUS_TEST_POSTGRESQL: postgresql.url }),
    },
  });
  // This process stays until the tests have ended, and stops the server. An interrupt from the keyboard reaches vitest by itself.
  const stop = () => vitest.kill('SIGTERM');
  process.on('SIGINT', () => {});
  process.on('SIGTERM', stop);
  const [code] = await once(vitest, 'exit');
  process.off('SIGTERM', stop);
  return typeof code === 'number' ? code : 1;
}

/** What failed in a browser or broke off once more, where that is all that failed; a line for each test that needed it. */
async function tryAgain(): Promise<readonly string[]> {
  const first = readResults(results);
  const files = first === undefined ? [] : filesToTryAgain(first);
  if (first === undefined || files.length === 0) return [];
  say(`A second try, in new processes: ${files.map((file) => relative(root, file)).join(', ')}`);
  const ofSecond = join(root, 'out', 'second-try.json');
  rmSync(ofSecond, { force: true });
  status = await runVitest(files, ofSecond);
  const second = readResults(ofSecond);
  if (second !== undefined) writeSecondTry(results, first, second);
  return failuresOf(first, root);
}

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
