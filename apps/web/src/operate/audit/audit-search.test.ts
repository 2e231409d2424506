import { listAuditSchema } from '@vidimus/protocol';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { searchIn } from './audit-search.ts';

test.each([
  ['', { limit: 50 }],
  [
    'action=policy.published&actor=&cursor=ZW50cnlfMTI',
    { action: 'policy.published', cursor: 'ZW50cnlfMTI', limit: 50 },
  ],
  ['from=2026-03-01T10:30&to=nonsense', { from: '2026-03-01T10:30:00.000Z', limit: 50 }],
])('%j is asked as the interface takes it', (search, query) => {
  expect(searchIn(new URLSearchParams(search)).query).toEqual(query);
});

test('any address asks something that the interface takes', () => {
  const text = fc.oneof(
    fc.string(),
    fc.date({ noInvalidDate: true }).map((date) => date.toISOString().slice(0, 16)),
  );
  const keys = fc.constantFrom('action', 'actor', 'object', 'from', 'to', 'cursor');
  fc.assert(
    fc.property(fc.dictionary(keys, text), (search) => {
      expect(listAuditSchema.safeParse(searchIn(new URLSearchParams(search)).query)).toMatchObject({ success: true });
    }),
  );
});
