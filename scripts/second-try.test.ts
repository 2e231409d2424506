import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { failuresOf, filesToTryAgain, readResults, writeSecondTry } from './second-try.ts';

const BROWSER = "import { openPagesUnderTest } from '../pages-under-test.fixture.ts';";
const PLAIN = "import { expect } from 'vitest';";

type End = 'passed' | 'failed' | 'pending' | 'skipped';
const file = (name: string, ...ends: readonly End[]) => ({
  name,
  status: ends.includes('failed') || ends.includes('pending') || ends.length === 0 ? 'failed' : 'passed',
  assertionResults: ends.map((status, i) => ({
    fullName: `test ${i + 1}`,
    status,
    failureMessages: status === 'failed' ? ['Error: too late\n at line 1'] : [],
  })),
});
const notLoaded = (name: string, message: string) => ({ ...file(name), message });
const results = (...testResults: readonly ReturnType<typeof file>[]) => ({ testResults: [...testResults] });

test.each([
  ['nothing failed', ['passed'], [BROWSER], []],
  ['one in a browser failed', ['failed', 'passed'], [BROWSER, PLAIN], ['/r/0.test.ts']],
  ['one without a browser failed, too', ['failed', 'failed'], [BROWSER, PLAIN], []],
  ['so many failed that it is no chance', Array(4).fill('failed'), Array(4).fill(BROWSER), []],
  ["one's process broke off", ['pending', 'passed'], [PLAIN, PLAIN], ['/r/0.test.ts']],
  [
    'one broke off, and one failed in a browser',
    ['pending', 'failed'],
    [PLAIN, BROWSER],
    ['/r/0.test.ts', '/r/1.test.ts'],
  ],
  ['one broke off, and another failed', ['pending', 'failed'], [PLAIN, PLAIN], []],
] as const)('%s: what is tried again', (_, ends, texts, again) => {
  const all = ends.map((end: End, i: number) => file(`/r/${i}.test.ts`, end));
  const textOf = (path: string) => texts[Number(/\d/.exec(path)?.[0])] ?? '';
  expect(filesToTryAgain(results(...all), textOf)).toEqual(again);
});

test.each([
  ['no word', '', ['/r/a.test.ts']],
  ['an error', 'Cannot find module', []],
])('a file that left %s before its first test', (_, message, again) => {
  expect(filesToTryAgain(results(notLoaded('/r/a.test.ts', message)), () => PLAIN)).toEqual(again);
});

test('where what stands around the tests failed that is no chance', () => {
  const broken = { ...file('/r/a.test.ts', 'passed', 'skipped'), status: 'failed' };
  expect(filesToTryAgain(results(broken), () => PLAIN)).toEqual([]);
  expect(failuresOf(results(broken), '/r')).toEqual(['a.test.ts (outside its tests)']);
});

test('where one had failed before its process broke off that is no chance', () => {
  expect(filesToTryAgain(results(file('/r/a.test.ts', 'failed', 'pending')), () => PLAIN)).toEqual([]);
});

test('every test that failed is told with its file and its reason, and a file that could not begin', () => {
  expect(
    failuresOf(results(file('/r/a.test.ts', 'passed', 'failed'), notLoaded('/r/b.test.ts', 'Error')), '/r'),
  ).toEqual(['a.test.ts > test 2: Error: too late', 'b.test.ts (before its first test)']);
  expect(failuresOf(results(file('/r/c.test.ts', 'passed', 'pending', 'pending')), '/r')).toEqual([
    'c.test.ts (its process ended before its tests did)',
  ]);
});

test('the second try of a file stands in the place of its first, and is counted', () => {
  const folder = mkdtempSync(join(tmpdir(), 'vidimus-second-try-'));
  const path = join(folder, 'results.json');
  const first = {
    ...results(file('/r/a.test.ts', 'failed', 'pending'), file('/r/b.test.ts', 'passed', 'skipped')),
    success: false,
    numPendingTests: 2,
  };
  writeSecondTry(path, first, results(file('/r/a.test.ts', 'passed', 'passed')));
  expect(readResults(path)?.testResults.map(({ status }) => status)).toEqual(['passed', 'passed']);
  expect(JSON.parse(readFileSync(path, 'utf8'))).toMatchObject({
    numTotalTests: 4,
    numPassedTests: 3,
    numFailedTests: 0,
    numPendingTests: 1,
    success: true,
  });
  rmSync(folder, { recursive: true });
});

test('where no results were written there are none', () => {
  expect(readResults(join(tmpdir(), 'no-such-results.json'))).toBeUndefined();
});
