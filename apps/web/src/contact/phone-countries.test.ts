import { expect, test } from 'vitest';
import { phoneCountriesIn } from './phone-countries.server.ts';

const bare = (label: string | undefined) => label?.replaceAll(/[\u{2066}\u{2069}]/gu, '');

test.each([
  ['en', 'CRI', 'Costa Rica (+506)'],
  ['es', 'USA', 'Estados Unidos (+1)'],
  ['tr', 'DEU', 'Almanya (+49)'],
  ['uk', 'UKR', 'Україна (+380)'],
  ['ar', 'EGY', 'مصر (+20)'],
] as const)('in %s the number of %s is offered as %s', (locale, value, label) => {
  expect(bare(phoneCountriesIn(locale).find((one) => one.value === value)?.label)).toBe(label);
});

test('each country once, and none that has no numbers', () => {
  const values = phoneCountriesIn('en').map(({ value }) => value);
  expect(new Set(values).size).toBe(values.length);
  expect(values).not.toContain('ATA');
  expect(values.length).toBeGreaterThan(230);
});
