import { expect, test } from 'vitest';
import type { FieldReading, SideReading } from './document-reading.ts';
import { leaveOutSheets } from './leave-out-sheets.ts';

const NOT_READ = { tried: [], elapsedMs: 0 };
const NUMBER: FieldReading = {
  field: 'document_number',
  witness: 'visual_zone',
  value: 'U123',
  printed: 'U123',
  confidence: 0.9,
};

const CORNER = { x: 0, y: 0 };
const LINES = ['JANE', 'ROE', 'U123'].map((text) => ({
  text,
  confidence: 0.9,
  region: [CORNER, CORNER, CORNER, CORNER] as const,
}));

function page(
  name: string,
  widthPx: number,
  fields: readonly FieldReading[] = [],
  lines: SideReading['visualZone']['lines'] = [],
) {
  const visualZone = { lines, fields, labelsWithoutValue: [], unreadScripts: [], marks: [] };
  const reading: SideReading = { side: 'unknown', mrz: NOT_READ, barcode: NOT_READ, visualZone };
  return { name, page: { quality: { widthPx } }, reading };
}

test.each([
  ['no page', [], []],
  ['one that says nothing, alone', [page('sheet', 400)], ['sheet']],
  ['a small sheet beside a document', [page('sheet', 400), page('card', 400, [NUMBER])], ['card']],
  ['whichever was found first', [page('card', 400, [NUMBER]), page('sheet', 400)], ['card']],
  [
    'another document that is large enough to be read, and was not',
    [page('card', 900, [NUMBER]), page('other', 900)],
    ['card', 'other'],
  ],
  ['two small documents', [page('card', 400, [NUMBER]), page('other', 400, [NUMBER])], ['card', 'other']],
  [
    'a pattern of the table beside lines that say nothing',
    [page('squares', 340), page('card', 380, [], LINES)],
    ['card'],
  ],
  ['two pages with few lines', [page('one', 340, [], LINES.slice(1)), page('other', 380)], ['one', 'other']],
  ['nothing that says anything', [page('one', 400), page('other', 400)], ['one', 'other']],
] as const)('%s', (_, pages, kept) => {
  expect(leaveOutSheets(pages).map(({ name }) => name)).toEqual(kept);
});
