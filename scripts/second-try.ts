/**
 * Tests in a browser that failed get a second try, and it is said which: on a machine with other work a page may be later than
 * anybody foresees. So do those whose process was ended by a signal: one did so in some twenty runs of all files, with SIGSEGV, and
 * opening its database a thousand times more did not bring it back. The whole file is run again, from a new process, server and browser, so that no
 * test meets what its first try left. What a file that passes leaves behind as an unhandled error is not seen once another is tried again.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { relative } from 'node:path';
import { z } from 'zod';

/** Of more than these, what fails is no chance. */
const MOST_FILES = 3;
/** What a file of tests says that drives a browser. */
const IN_BROWSER = /'playwright-core'|pages-under-test\.fixture/;
/** Of a failure, one line is told. */
const MOST_TOLD = 200;

const resultsSchema = z.looseObject({
  testResults: z.array(
    z.looseObject({
      name: z.string(),
      status: z.string(),
      message: z.string().nullish(),
      assertionResults: z.array(
        z.looseObject({ fullName: z.string(), status: z.string(), failureMessages: z.array(z.string()).nullish() }),
      ),
    }),
  ),
});

/** What vitest writes as JSON: of each file (by its whole path) how its tests ended. */
type TestResults = z.infer<typeof resultsSchema>;
type FileResults = TestResults['testResults'][number];

/** Of the file that vitest wrote; undefined where it wrote none. */
export function readResults(path: string): TestResults | undefined {
  try {
    return resultsSchema.parse(JSON.parse(readFileSync(path, 'utf8')));
  } catch {
    return undefined;
  }
}

/** The files to run once more: those that failed, when each of them drives a browser or broke off and they are few; otherwise none. */
export function filesToTryAgain(results: TestResults, textOf = (path: string) => readFileSync(path, 'utf8')) {
  const failed = results.testResults.filter(({ status }) => status === 'failed');
  const mayBeChance = (file: FileResults) => brokeOff(file) || IN_BROWSER.test(textOf(file.name));
  const isChance = failed.length <= MOST_FILES && failed.every(mayBeChance);
  return isChance ? failed.map(({ name }) => name) : [];
}

/** Its process ended before its tests did, or before they were known, and none of them had failed. */
function brokeOff({ status, message, assertionResults }: FileResults): boolean {
  if (status !== 'failed') return false;
  if (assertionResults.length === 0) return (message ?? '') === ''; // one that cannot be loaded says why
  const ends = new Set(assertionResults.map((test) => test.status));
  return ends.has('pending') && !ends.has('failed');
}

/** One line for each test that failed at the first try, and for each file that broke off: where it stands, and why. */
export function failuresOf(results: TestResults, root: string): readonly string[] {
  return results.testResults.flatMap((file) => {
    const { name, status, assertionResults } = file;
    if (status !== 'failed') return [];
    const failed = assertionResults.filter((test) => test.status === 'failed');
    const path = relative(root, name);
    if (brokeOff(file)) return [`${path} (its process ended before its tests did)`];
    if (failed.length === 0)
      return [`${path} (${assertionResults.length === 0 ? 'before its first test' : 'outside its tests'})`];
    return failed.map(({ fullName, failureMessages }) => {
      const [why = ''] = (failureMessages?.[0] ?? '').split('\n');
      return `${path} > ${fullName}: ${why.slice(0, MOST_TOLD)}`;
    });
  });
}

/** Puts the second try of some files in the place of their first, in the file of the first run. */
export function writeSecondTry(path: string, first: TestResults, second: TestResults): void {
  const again = new Map(second.testResults.map((file) => [file.name, file]));
  const testResults = first.testResults.map((file) => again.get(file.name) ?? file);
  const ended = testResults.flatMap(({ assertionResults }) => assertionResults);
  const count = (status: string) => ended.filter((test) => test.status === status).length;
  const success = testResults.every(({ status }) => status !== 'failed');
  const counts = {
    numTotalTests: ended.length,
    numPassedTests: count('passed'),
    numFailedTests: count('failed'),
    numPendingTests: count('skipped') + count('pending'),
  };
  writeFileSync(path, JSON.stringify({ ...first, ...counts, success, testResults }));
}
