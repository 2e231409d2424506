import { TRY_OUT_POLICY } from '@vidimus/vocabulary';
import { expect, test } from 'vitest';
import { REPORT_ON_FILE } from '../policies/report-on-file.fixture.ts';
import type { ReadAnswer, ReadRequest } from './read-request.ts';
import { shareReads } from './share-reads.ts';

type Outcome = { ok: true; value: ReadAnswer } | { ok: false; error: 'died' };
const REQUEST: ReadRequest = { files: [], policy: TRY_OUT_POLICY, asOf: '2026-03-01', claims: {}, locale: 'en' };
const READ: Outcome = { ok: true, value: { report: REPORT_ON_FILE, previews: [] } };
const DIED: Outcome = { ok: false, error: 'died' };
const { signal } = new AbortController();

/** Readings that end when the test says so. */
function desk() {
  const open: ((outcome: Outcome) => void)[] = [];
  const read = shareReads<'died'>(() => new Promise((resolve) => open.push(resolve)));
  return { open, read: (sameAs: string) => read(REQUEST, signal, sameAs) };
}

test('two that ask the same at the same time are one', async () => {
  const { open, read } = desk();
  const both = Promise.all([read('a'), read('a')]);
  await Promise.resolve();
  expect(open).toHaveLength(1);
  open[0]?.(READ);
  expect(await both).toEqual([READ, READ]);
});

test('two that ask otherwise are two, and so is one that comes later', async () => {
  const { open, read } = desk();
  const both = [read('a'), read('b')];
  await Promise.resolve();
  expect(open).toHaveLength(2);
  for (const end of open) end(READ);
  await Promise.all(both);
  void read('a');
  await Promise.resolve();
  expect(open).toHaveLength(3);
});

test('where the first could not answer, the second asks for itself', async () => {
  const { open, read } = desk();
  const [first, second] = [read('a'), read('a')];
  await Promise.resolve();
  open[0]?.(DIED);
  expect(await first).toEqual(DIED);
  await expect.poll(() => open.length).toBe(2);
  open[1]?.(READ);
  expect(await second).toEqual(READ);
});
