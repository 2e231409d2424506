import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Sheet, toSheet, toTable } from './sheet.ts';
import { viewFrom } from './view.ts';

const number = (min: number, max: number) => fc.double({ min, max, noNaN: true });

test('photo and table undo one another', () => {
  const pose = fc.record({
    widthPx: fc.constant(4032),
    heightPx: fc.constant(3024),
    rotationDegrees: number(0, 360),
    tiltDegrees: number(0, 25),
    tiltDirectionDegrees: number(0, 360),
    pixelsPerMm: number(8, 40),
    offsetPx: fc.tuple(number(-800, 800), number(-600, 600)),
    distortion: number(-0.03, 0.03),
  });
  fc.assert(
    fc.property(pose, number(0, 4032), number(0, 3024), (each, x, y) => {
      const view = viewFrom(each);
      const [bx, by] = view.toPhoto(view.toTable([x, y]));
      expect(Math.hypot(bx - x, by - y)).toBeLessThan(0.05);
    }),
  );
});

test('sheet and table undo one another, bent pages too', () => {
  const sheet: Sheet = {
    picture: { width: 8, height: 8, data: new Uint8ClampedArray(192) },
    widthMm: 125,
    heightMm: 88,
    centreMm: [12, -7],
    rotationDegrees: 33,
    cornerRadiusMm: 3,
    bendMm: 1.5,
    thicknessMm: 3,
  };
  fc.assert(
    fc.property(number(0, 125), number(0, 88), (u, v) => {
      const [bu, bv] = toSheet(sheet, toTable(sheet, [u, v]));
      expect(Math.hypot(bu - u, bv - v)).toBeLessThan(1e-9);
    }),
  );
});
