import type { FieldName } from '@vidimus/vocabulary';
import { expect, test } from 'vitest';
import { valuesAgree } from './compare-values.ts';

test.each<[FieldName, string, string, boolean]>([
  ['document_number', 'T-642 357.89', 'T64235789', true],
  ['document_number', 'T64235789', 'T64235788', false],
  ['address', '7 LANTERN QUAY, ZENITHUT10380', '7 Lantern Quay, Zenith, UT 10380', true],
  ['address', '7 LANTERN QUAY, ZENITH, UT, 10380', '9 LANTERN QUAY, ZENITH, UT, 10380', false],
  ['birth_place', 'SAINT-ÉTIENNE', 'Saint Etienne', true],
  ['licence_categories', 'AMB', 'AM B', true],
  ['birth_date', '1985-03-XX', '1985-03-07', true],
  ['birth_date', '1985-03-06', '1985-03-07', false],
  ['sex', 'M', 'F', false],
])('%s %s against %s: %s', (field, a, b, agree) => {
  expect(valuesAgree(field, a, b)).toBe(agree);
  expect(valuesAgree(field, b, a)).toBe(agree);
});
