import type { PagePoint, Quad } from '../../photo/index.ts';
import type { RecognisedCharacter } from '../recognise-text.ts';

/** A part of a line, and where it begins and ends along it (0–1). */
export type LinePart = { readonly part: string; readonly from: number; readonly to: number };

/** A number of ISO/IEC 18013-1 in the middle of a line, behind a value: `10 MAR 2030 4d`, `14 OCT 2031 4a ISS`. */
const NUMBER_BEHIND = /^(.*\S)\s+(4[a-d](?:[\s.].*|[A-Z0-9]{0,4})?)$/i;

/** Detectors join columns that stand close; a licence's number tells where the next begins. */
export function splitAtNumber(characters: readonly RecognisedCharacter[], text: string): readonly LinePart[] {
  const match = NUMBER_BEHIND.exec(text);
  const [, before = '', behind = ''] = match ?? [];
  const first = characters[text.length - behind.length];
  const last = characters[before.length - 1];
  if (!match || !first || !last) return [{ part: text, from: 0, to: 1 }];
  const cut = (first.at + last.at) / 2;
  return [
    { part: before, from: 0, to: cut },
    { part: behind, from: cut, to: 1 },
  ];
}

/** The part of a line's quad between two places along it. */
export function sliceQuad([a, b, c, d]: Quad<PagePoint>, from: number, to: number): Quad<PagePoint> {
  const between = (p: PagePoint, q: PagePoint, t: number): PagePoint => ({
    x: p.x + (q.x - p.x) * t,
    y: p.y + (q.y - p.y) * t,
  });
  return [between(a, b, from), between(a, b, to), between(d, c, to), between(d, c, from)];
}
