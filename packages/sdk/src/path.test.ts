import fc from 'fast-check';
import { expect, test } from 'vitest';
import { path } from './path.ts';

test('a path leads to its own route, whatever a parameter says', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', minLength: 1 }), (id) => {
      fc.pre(!/^\.{0,2}$/.test(id));
      const { pathname } = new URL(path`/v1/verifications/${id}/cancel`, 'http://a');
      const [, , , segment = '', last] = pathname.split('/');
      expect([decodeURIComponent(segment), last]).toEqual([id, 'cancel']);
    }),
  );
});

test.each(['', '.', '..'])('%j leads elsewhere, and is refused', (id) => {
  expect(() => path`/v1/verifications/${id}`).toThrow(TypeError);
});
