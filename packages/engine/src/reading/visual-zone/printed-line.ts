import type { PagePoint, Quad } from '../../photo/index.ts';
import type { ReadCharacter } from '../document-reading.ts';

/** A character of a printed line and how sure the recogniser is of it. */
export type PrintedCharacter = Pick<ReadCharacter, 'character' | 'confidence'>;

/** A recognised line with its box on the page, in pixels. */
export type PrintedLine = {
  readonly text: string;
  readonly confidence: number;
  /** One by one; none where only the whole line is known. */
  readonly characters?: readonly PrintedCharacter[];
  readonly quad: Quad<PagePoint>;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
};

/** A line with the upright box round its quad. `confidence` is its mean, 0–1. */
export function printedLine(
  text: string,
  confidence: number,
  quad: Quad<PagePoint>,
  characters: readonly PrintedCharacter[] = [],
): PrintedLine {
  const xs = quad.map(({ x }) => x);
  const ys = quad.map(({ y }) => y);
  return {
    text: text.trim(),
    confidence,
    ...(characters.length > 0 ? { characters } : {}),
    quad,
    left: Math.min(...xs),
    right: Math.max(...xs),
    top: Math.min(...ys),
    bottom: Math.max(...ys),
  };
}

/** The characters of a part of the line, where the line knows them: its first place in the text counts. */
export function charactersOf(line: PrintedLine, part: string): readonly PrintedCharacter[] | undefined {
  const known = line.characters ?? [];
  const at = known
    .map(({ character }) => character)
    .join('')
    .indexOf(part);
  return part === '' || at < 0 ? undefined : known.slice(at, at + part.length);
}
