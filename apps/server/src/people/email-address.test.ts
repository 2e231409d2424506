import fc from 'fast-check';
import { expect, test } from 'vitest';
import { normaliseEmail } from './email-address.ts';

test.each([
  [' Ada.Lovelace@Example.ORG ', 'ada.lovelace@example.org'],
  ['ada+desk@example.org', 'ada+desk@example.org'],
  ['ada@Bücher.example', 'ada@xn--bcher-kva.example'],
  ['ada@bu\u0308cher.example', 'ada@xn--bcher-kva.example'],
  ['no address', 'no address'],
])('%j is %s', (typed, expected) => {
  expect(normaliseEmail(typed)).toBe(expected);
});

test('spelt once, it stays as it is', () => {
  fc.assert(
    fc.property(fc.emailAddress(), (email) => {
      expect(normaliseEmail(normaliseEmail(email))).toBe(normaliseEmail(email));
    }),
  );
});
