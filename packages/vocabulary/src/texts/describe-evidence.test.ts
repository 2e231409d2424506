import { expect, test } from 'vitest';
import type { Evidence } from '../evidence.ts';
import { describeEvidence } from './describe-evidence.ts';
import { reportLanguage } from './report-language.ts';

/** "expected the back", "limit 15%": what stands beside the value that was seen. */
test.each<[string, Evidence, string | undefined]>([
  ['a check digit', { measure: 'check digit of birth_date', observed: '3', threshold: '7' }, 'expected 7'],
  ['a side', { measure: 'side of the document', observed: 'front', threshold: 'back' }, 'expected the back'],
  ['a count', { measure: 'documents found', observed: 0, threshold: 1 }, 'expected 1'],
  ['a share', { measure: 'saturated share of the field', observed: 0.3, threshold: 0.15, unit: 'share' }, 'limit 15%'],
  [
    'a size',
    { measure: 'file', observed: '26.1 MB', threshold: 25, unit: 'MB', facts: { why: 'too_large' } },
    'limit 25 MB',
  ],
  ['whole days', { measure: 'days left', observed: 3, threshold: 30, unit: 'days' }, 'limit 30 days'],
  [
    'a day',
    { measure: 'date of expiry', observed: '2020-01-02', threshold: '2026-06-01', field: 'expiry_date' },
    'limit June 1, 2026',
  ],
  [
    'a day to keep',
    { measure: 'issue after birth', observed: '1970-01-01', threshold: 'not before 1974-08-12' },
    'limit not before August 12, 1974',
  ],
  ['nothing', { measure: 'mark across the document', observed: 'VOID' }, undefined],
])('%s is held against a limit or what is expected', (_what, evidence, said) => {
  const language = reportLanguage('en');
  const { limit } = describeEvidence(evidence, language);
  expect(limit && language.say(`${limit.name}_is`, { limit: limit.words })).toBe(said);
});
