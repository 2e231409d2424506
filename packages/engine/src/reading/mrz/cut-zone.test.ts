import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cutZone } from './cut-zone.ts';
import { toPicture, type ZoneFrame } from './zone-frame.ts';

/** A picture that grows lighter to the right and downwards, evenly, so that its grey tells the place. */
const [WIDTH, HEIGHT] = [300, 200];
const PER_PIXEL = 0.5;
const greyAt = (x: number, y: number): number => PER_PIXEL * (Math.floor(x) * 0.8 + Math.floor(y) * 0.8) + 10;
const grey = {
  width: WIDTH,
  height: HEIGHT,
  data: Uint8Array.from({ length: WIDTH * HEIGHT }, (_, i) => Math.round(greyAt(i % WIDTH, Math.floor(i / WIDTH)))),
};
const colour = {
  ...grey,
  data: Uint8Array.from({ length: WIDTH * HEIGHT * 3 }, (_, i) => grey.data[Math.floor(i / 3)] ?? 0),
};

const frames = fc
  .record({
    turn: fc.double({ min: -Math.PI, max: Math.PI, noNaN: true }),
    scale: fc.double({ min: 0.4, max: 4, noNaN: true }),
  })
  .map(({ turn, scale }): ZoneFrame => {
    const right = { x: Math.cos(turn), y: Math.sin(turn) };
    const [width, height] = [40, 16];
    const bend = (x: number): number => (x * x) / 400;
    const middle = toPicture(
      { width, height, scale, right, bend, origin: { x: 0, y: 0 } },
      { x: width / 2, y: height / 2 },
    );
    return { width, height, scale, right, bend, origin: { x: WIDTH / 2 - middle.x, y: HEIGHT / 2 - middle.y } };
  });

test('each pixel is what the picture shows at its place, whatever the turn, the scale and the bend', () => {
  fc.assert(
    fc.property(frames, fc.constantFrom(grey, colour), (frame, picture) => {
      const cut = cutZone(picture, frame);
      for (const [i, value] of cut.data.entries()) {
        const { x, y } = toPicture(frame, { x: (i % frame.width) + 0.5, y: Math.floor(i / frame.width) + 0.5 });
        // What lies outside repeats the border.
        const at = greyAt(Math.min(WIDTH - 1, Math.max(0, x)), Math.min(HEIGHT - 1, Math.max(0, y)));
        expect(Math.abs(value - at)).toBeLessThanOrEqual(3);
      }
    }),
    { numRuns: 60 },
  );
});

test('colour and its luma are cut out alike', () => {
  fc.assert(
    fc.property(frames, (frame) => {
      const [a, b] = [cutZone(grey, frame), cutZone(colour, frame)];
      for (const [i, value] of a.data.entries()) expect(Math.abs(value - (b.data[i] ?? 0))).toBeLessThanOrEqual(1);
    }),
    { numRuns: 60 },
  );
});
