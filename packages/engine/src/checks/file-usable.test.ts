import { expect, test } from 'vitest';
import { fileUsable } from './file-usable.ts';
import { buildSubject } from './testing/build-subject.ts';
import { describeCheck } from './testing/describe-check.ts';
import { NOT_USABLE } from './testing/subject-parts.ts';

describeCheck(fileUsable, [
  ['a file that opens', {}, 'passed'],
  ['an empty file', { photos: [{ unusable: NOT_USABLE }] }, 'failed', 'file_not_usable'],
  ['no photo at all', { photos: [] }, 'not_performed'],
]);

test('a file that is too large is told with its size and the most that is taken', () => {
  const error = {
    code: 'file.not-usable',
    why: 'too_large',
    observed: '26.1 MB',
    limit: { value: 25, unit: 'MB' },
  } as const;
  const result = fileUsable.run(buildSubject({ photos: [{ unusable: error }] }));
  const [evidence] = 'evidence' in result ? result.evidence : [];
  expect(evidence).toMatchObject({ observed: '26.1 MB', threshold: 25, unit: 'MB', facts: { max: '25 MB' } });
});
