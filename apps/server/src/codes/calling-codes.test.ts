import { CALLING_CODE_BY_ALPHA2 } from '@vidimus/vocabulary';
import { getCountries, getCountryCallingCode } from 'libphonenumber-js/max';
import { expect, test } from 'vitest';

test('the calling codes that people choose from are those by which numbers are read', () => {
  const read = getCountries().map((alpha2): [string, string] => [alpha2, getCountryCallingCode(alpha2)]);
  expect(Object.fromEntries(CALLING_CODE_BY_ALPHA2)).toEqual(Object.fromEntries(read));
});
