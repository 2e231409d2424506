import { createVerificationSchema, reviewDecisionSchema } from '@vidimus/protocol';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { tellIssue } from './tell-issue.ts';

const told = (schema: z.ZodType, value: unknown) =>
  schema.safeParse(value).error?.issues.map((issue) => tellIssue(issue, value)) ?? [];

test.each<readonly [string, z.ZodType, unknown, string]>([
  ['what is missing', z.object({ name: z.string() }), {}, 'expected text, found nothing'],
  ['what is empty', z.string().min(1), '', 'expected some text, found an empty text'],
  [
    'too short a text',
    z.string().min(8),
    'abc',
    'expected text of at least 8 characters, found a text of 3 characters',
  ],
  ['too long a text', z.string().max(2), 'abc', 'expected text of at most 2 characters, found a text of 3 characters'],
  ['too small a number', z.int().min(1), 0, 'expected a number of at least 1, found a number'],
  ['a broken number', z.int(), 1.5, 'expected a whole number, found a number'],
  ['an empty list', z.array(z.string()).min(1), [], 'expected a list with at least 1 entry, found an empty list'],
  ['another word', z.enum(['a', 'b']), 'c', 'expected one of "a", "b", found a text of 1 characters'],
  ['a list for keys', z.object({}), [1], 'expected keys with values, found a list of 1'],
  ['null', z.string(), null, 'expected text, found null'],
  [
    'no address',
    z.url(),
    'shop',
    'expected an address that begins with http:// or https://, found a text of 4 characters',
  ],
  [
    'an outcome that there is not',
    reviewDecisionSchema,
    { outcome: 'refused' },
    'expected one of "approved", "action_required", "declined", found a text of 7 characters',
  ],
  [
    'a country by its name',
    createVerificationSchema,
    { residence: 'Costa Rica' },
    'expected three capital letters, e.g. CRI (ISO 3166-1 alpha-3), found a text of 10 characters',
  ],
])('%s is told in plain words', (_, schema, value, expected) => {
  expect(told(schema, value)).toEqual([expected]);
});

test('whatever is sent, no text of it comes back, and nothing that only zod would say', () => {
  fc.assert(
    fc.property(fc.jsonValue(), fc.string({ minLength: 12 }), (some, secret) => {
      const value = { residence: secret, claims: { name: { secret } }, policy: secret, locale: some };
      const sentences = told(createVerificationSchema, value).join(' ');
      expect(sentences).not.toMatch(/Invalid|Too (small|big)/);
      expect(sentences.includes(JSON.stringify(secret))).toBe(false);
    }),
  );
});
