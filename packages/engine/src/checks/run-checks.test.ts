import { expect, test } from 'vitest';
import { runChecks } from './run-checks.ts';
import { buildSubject } from './testing/build-subject.ts';

test('a clear photo of a good document raises nothing', () => {
  const outcomes = runChecks(buildSubject()).map(({ check, outcome }) => [check, outcome]);
  expect(outcomes.filter(([, outcome]) => outcome !== 'passed' && outcome !== 'not_applicable')).toEqual([]);
});

test('without a document nothing that depends on one fails', () => {
  const failed = runChecks(buildSubject({ photos: [{ documents: 0 }] })).filter(({ outcome }) => outcome === 'failed');
  expect(failed.map(({ check }) => check)).toEqual(['document-found']);
});
