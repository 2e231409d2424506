import { expect, test } from 'vitest';
import { documentTypeOf } from './mrz-reading.ts';

test.each([
  { code: 'P<', format: 'TD3', type: 'passport' },
  { code: 'A<', format: 'TD3', type: 'passport' },
  { code: 'VB', format: 'MRV-A', type: 'visa' },
  { code: 'P<', format: 'MRV-B', type: 'visa' },
  { code: 'I<', format: 'TD1', type: 'identity_card' },
  { code: 'ID', format: 'FRA-ID', type: 'identity_card' },
  { code: 'AR', format: 'TD1', type: 'residence_permit' },
  { code: 'IR', format: 'TD2', type: 'residence_permit' },
  { code: 'C<', format: 'TD2', type: 'identity_card' },
  { code: 'X<', format: 'TD2', type: null },
] as const)('$code in a zone of format $format is of type $type', ({ code, format, type }) => {
  expect(documentTypeOf(code, format)).toBe(type);
});
