import fc from 'fast-check';
import { expect, test } from 'vitest';
import { newId } from '../ids.ts';
import { pageOf, readCursor } from './page.ts';

test('whatever is sent as a cursor, it is an id or a problem', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 64 }), (cursor) => {
      const read = readCursor(cursor);
      expect(read.ok ? read.value : read.error.status).toSatisfy(
        (value: unknown) => value === 400 || /^[a-z]{3}_[0-9A-Z]{26}$/.test(`${value}`),
      );
    }),
  );
});

test('the pages of any list, put together, are the list', () => {
  fc.assert(
    fc.property(fc.nat({ max: 40 }), fc.integer({ min: 1, max: 15 }), (count, limit) => {
      const rows = Array.from({ length: count }, (_, at) => ({ id: newId('event', 1_700_000_000_000 - at) }));
      const seen = [];
      let after: string | undefined;
      for (;;) {
        const rest = rows.filter(({ id }) => after === undefined || id < after);
        const page = pageOf(rest.slice(0, limit + 1), limit, ({ id }) => id);
        seen.push(...page.data);
        if (page.next_cursor === null) break;
        const read = readCursor(page.next_cursor);
        after = read.ok ? read.value : undefined;
      }
      expect(seen).toEqual(rows.map(({ id }) => id));
    }),
  );
});
