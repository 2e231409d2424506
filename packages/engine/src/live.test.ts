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

/** The same card with a dark band of print across it, moved to the left until a part of it is beyond the frame. */
function moved(beyond: number) {
  const { data, ...size } = frame(0);
  const left = (WIDTH - LONG) / 2;
  const by = left + beyond;
  const shifted = new Uint8Array(data.length).fill(50);
  for (let y = 0; y < HEIGHT; y++) {
    for (let x = 0; x < WIDTH - by; x++) {
      const band = x + by > left + 150 && x + by < left + 162 && Math.abs(y - HEIGHT / 2) < SHORT / 2;
      for (let i = 0; i < 3; i++)
        shifted[(y * WIDTH + x) * 3 + i] = band ? 60 : (data[(y * WIDTH + x + by) * 3 + i] ?? 0);
    }
  }
  return { ...size, data: shifted };
}

test('of a whole card no edge goes on, and its proportions are its own', () => {
  const whole = previewPhoto(moved(-40));
  expect(whole.goesOn).toBeLessThan(0.15);
  expect(whole.aspect / (LONG / SHORT)).toBeGreaterThan(0.95);
  expect(whole.aspect / (LONG / SHORT)).toBeLessThan(1.05);
});

test('of a card that is cut off, an outline that ends at a band is told from a whole one', () => {
  const cut = previewPhoto(moved(60));
  const isLikeWhole = cut.outline !== null && cut.goesOn < 0.3 && Math.abs(cut.aspect / (LONG / SHORT) - 1) < 0.07;
  expect(isLikeWhole).toBe(false);
});

test('light is measured on the card, not on the table', () => {
  const { meanLuma } = previewPhoto(frame(12, 180));
  expect(meanLuma).toBeGreaterThan(120);
});

test('an empty table has no outline', () => {
  const table = { width: WIDTH, height: HEIGHT, data: new Uint8Array(WIDTH * HEIGHT * 3).fill(50) };
  expect(previewPhoto(table)).toMatchObject({ outline: null, widthPx: 0 });
});
