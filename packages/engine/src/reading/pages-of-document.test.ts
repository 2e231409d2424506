import type { DocumentSide, FieldName } from '@vidimus/vocabulary';
import { expect, test } from 'vitest';
import type { PageEdge } from '../photo/page.ts';
import type { MrzFormat } from '../standards/index.ts';
import type { FieldReading, MrzReading, SideReading } from './document-reading.ts';
import { pagesOfDocument } from './pages-of-document.ts';

const NOT_READ = { tried: [], elapsedMs: 0 };

type Seen = { readonly cut?: readonly PageEdge[]; readonly zone?: MrzFormat };

function page(
  side: DocumentSide | 'unknown',
  fields: Partial<Record<FieldName, string>> = {},
  { cut = [], zone }: Seen = {},
) {
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
  const mrz = zone === undefined ? NOT_READ : zoneOf(zone);
  const reading: SideReading = { side, mrz, barcode: NOT_READ, visualZone };
  return { page: { quality: { cutOffEdges: cut } }, reading };
}

function zoneOf(format: MrzFormat): MrzReading {
  return { format, lines: [], characters: [], lineRegions: [], checkDigits: [], fields: [], nameTruncated: false };
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
  ["a passport's page beside the back of a card", [page('back'), page('front', {}, { zone: 'TD3' })], 1],
  ['two zones', [page('back', {}, { zone: 'TD1' }), page('front', {}, { zone: 'TD2' })], 1],
  ['the front of a card whose back has the zone', [page('front'), page('back', {}, { zone: 'TD1' })], 2],
  ['a front that the frame cuts, beside a whole back', [page('back'), page('front', {}, { cut: ['top'] })], 1],
  [
    'a front that the frame cuts and that names the same holder',
    [page('back', { document_number: 'U123' }), page('front', { document_number: 'U123' }, { cut: ['top'] })],
    2,
  ],
  ['two fronts', [page('front'), page('front')], 1],
  ['a page whose side is not known', [page('front'), page('unknown')], 1],
  ['front, back and a third', [page('front'), page('back'), page('back')], 1],
])('%s: %#', (_, pages, own) => {
  expect(pagesOfDocument(pages)).toEqual(pages.slice(0, own));
});
