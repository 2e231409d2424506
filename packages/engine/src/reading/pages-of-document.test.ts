import type { DocumentSide, FieldName } from '@vidimus/vocabulary';
import { expect, test } from 'vitest';
import type { FieldReading, SideReading } from './document-reading.ts';
import { pagesOfDocument } from './pages-of-document.ts';

const NOT_READ = { tried: [], elapsedMs: 0 };

function page(side: DocumentSide | 'unknown', fields: Partial<Record<FieldName, string>> = {}) {
  const read = Object.entries(fields).map(
    ([field, value]): FieldReading => ({
      field: field as FieldName,
      witness: 'visual_zone',
      value,
      printed: value,
      confidence: 0.9,
    }),
  );
  const visualZone = { lines: [], fields: read, labelsWithoutValue: [], unreadScripts: [], marks: [] };
  return { reading: { side, mrz: NOT_READ, barcode: NOT_READ, visualZone } satisfies SideReading };
}

test.each([
  ['no page', [], 0],
  ['one page', [page('front')], 1],
  ['front and back of a card beside one another', [page('front'), page('back')], 2],
  [
    'front and back that agree',
    [page('front', { document_number: 'U123' }), page('back', { document_number: 'U123' })],
    2,
  ],
  ["somebody else's back", [page('front', { document_number: 'U123' }), page('back', { document_number: 'K987' })], 1],
  ['two fronts', [page('front'), page('front')], 1],
  ['a page whose side is not known', [page('front'), page('unknown')], 1],
  ['front, back and a third', [page('front'), page('back'), page('back')], 1],
])('%s: %#', (_, pages, own) => {
  expect(pagesOfDocument(pages)).toEqual(pages.slice(0, own));
});
