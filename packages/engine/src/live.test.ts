import { expect, test } from 'vitest';
import { previewPhoto } from './live.ts';

const WIDTH = 640;
const HEIGHT = 480;
const LONG = 400;
const SHORT = 252;

/** A light card with lines of print on a dark table, turned about the middle of the frame. */
function frame(degrees: number, paper = 200) {
  const data = new Uint8Array(WIDTH * HEIGHT * 3).fill(50);
  const cos = Math.cos((degrees * Math.PI) / 180);
  const sin = Math.sin((degrees * Math.PI) / 180);
  for (let y = 0; y < HEIGHT; y++) {
    for (let x = 0; x < WIDTH; x++) {
      const u = (x - WIDTH / 2) * cos + (y - HEIGHT / 2) * sin;
      const v = (y - HEIGHT / 2) * cos - (x - WIDTH / 2) * sin;
      if (Math.abs(u) > LONG / 2 || Math.abs(v) > SHORT / 2) continue;
      const isPrint = Math.abs(u) < LONG / 2 - 60 && Math.abs(v) < SHORT / 2 - 30 && (Math.floor(v) & 15) < 3;
      data.fill(isPrint ? 60 : paper, (y * WIDTH + x) * 3, (y * WIDTH + x) * 3 + 3);
    }
  }
  return { width: WIDTH, height: HEIGHT, data };
}

function cornersAt(degrees: number): readonly (readonly [number, number])[] {
  const cos = Math.cos((degrees * Math.PI) / 180);
  const sin = Math.sin((degrees * Math.PI) / 180);
  return [
    [-LONG / 2, -SHORT / 2],
    [LONG / 2, -SHORT / 2],
    [LONG / 2, SHORT / 2],
    [-LONG / 2, SHORT / 2],
  ].map(([u = 0, v = 0]) => [WIDTH / 2 + u * cos - v * sin, HEIGHT / 2 + u * sin + v * cos]);
}

test.each([0, 12, -30, 45, 80])('a card turned by %i° is outlined to within a few pixels', (degrees) => {
  const { outline, widthPx } = previewPhoto(frame(degrees));
  for (const [x, y] of cornersAt(degrees)) {
    const nearest = Math.min(...(outline ?? []).map((p) => Math.hypot(p.x - x, p.y - y)));
    expect(nearest).toBeLessThan(10);
  }
  expect(Math.abs(widthPx - LONG)).toBeLessThan(16);
});

test('light is measured on the card, not on the table', () => {
  const { meanLuma } = previewPhoto(frame(12, 180));
  expect(meanLuma).toBeGreaterThan(120);
});

test('an empty table has no outline', () => {
  const table = { width: WIDTH, height: HEIGHT, data: new Uint8Array(WIDTH * HEIGHT * 3).fill(50) };
  expect(previewPhoto(table)).toMatchObject({ outline: null, widthPx: 0 });
});
