import type { PagePoint, Quad } from '../../photo/index.ts';

/** A recognised line with its box on the page, in pixels. */
export type PrintedLine = {
  readonly text: string;
  readonly confidence: number;
  readonly quad: Quad<PagePoint>;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
};

export function printedLine(text: string, confidence: number, quad: Quad<PagePoint>): PrintedLine {
  const xs = quad.map(({ x }) => x);
  const ys = quad.map(({ y }) => y);
  return {
    text: text.trim(),
    confidence,
    quad,
    left: Math.min(...xs),
    right: Math.max(...xs),
    top: Math.min(...ys),
    bottom: Math.max(...ys),
  };
}
