import fc from 'fast-check';
import { expect, test } from 'vitest';
import { nameMedia } from './name-media.ts';

test.each<readonly [string, unknown, unknown]>([
  ['a photograph', { media_id: 'photo_1' }, { media_id: 'med_a' }],
  ['a page of one', { media_id: 'photo_2_page_3' }, { media_id: 'med_b_page_3' }],
  ['one that was not sent', { media_id: 'photo_3' }, { media_id: 'photo_3' }],
  [
    'a word that only looks like one',
    { value: 'photo_1', media_id: 'photo_1x' },
    { value: 'photo_1', media_id: 'photo_1x' },
  ],
  ['however deep', [{ a: [{ media_id: 'photo_2' }] }, null], [{ a: [{ media_id: 'med_b' }] }, null]],
])('%s is named', (_, value, named) => {
  expect(nameMedia(value, ['med_a', 'med_b'])).toEqual(named);
});

test('nothing else is changed', () => {
  fc.assert(
    fc.property(
      fc.jsonValue().filter((value) => !JSON.stringify(value).includes('media_id')),
      (value) => {
        // Written out, since __proto__ as a key is no member of a copy.
        fc.pre(!JSON.stringify(value).includes('__proto__'));
        expect(nameMedia(value, ['med_a'])).toEqual(value);
      },
    ),
  );
});
