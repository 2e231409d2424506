import type { PhotoReport, Region } from '@vidimus/vocabulary';
import { expect, test } from 'vitest';
import { REPORT_ON_FILE } from '../policies/report-on-file.fixture.ts';
import { frameOf } from './picture-figure.ts';

const WHOLE = { x: 0, y: 0, width: 1000, height: 800 };
const box = (left: number, top: number, right: number, bottom: number): Region => ({
  corners: [
    [left, top],
    [right, top],
    [right, bottom],
    [left, bottom],
  ],
});
const pages = (...outlines: readonly (Region | null)[]): PhotoReport['pages'] =>
  REPORT_ON_FILE.photos.flatMap(({ pages: [page] }) =>
    page === undefined ? [] : outlines.map((outline) => ({ ...page, outline })),
  );

test.each<readonly [string, PhotoReport['pages'], readonly Region[], object]>([
  ['its document, with a margin', pages(box(200, 300, 600, 500)), [], { x: 170, y: 270, width: 460, height: 260 }],
  ['all of them', pages(box(200, 300, 300, 400), box(500, 300, 600, 500)), [], { x: 170, width: 460, height: 260 }],
  ['what lies outside of it and was found', pages(box(200, 300, 600, 500)), [box(700, 300, 800, 400)], { width: 660 }],
  ['no more than there is', pages(box(-20, 5, 990, 790)), [], WHOLE],
  ['the whole, where no outline was seen', pages(null), [], WHOLE],
  ['the whole, where one of two was not', pages(box(200, 300, 300, 400), null), [], WHOLE],
  ['the whole, where no document was seen', [], [], WHOLE],
])('a photograph is cut to %s', (_, seen, regions, frame) => {
  expect(frameOf(WHOLE, seen, regions)).toMatchObject(frame);
});
