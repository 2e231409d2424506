import type { Evidence, NamedCharacter } from '@vidimus/vocabulary';
import type { PhotoPoint, Quad } from '../photo/index.ts';
import { type CheckDigitFinding, type MrzReading, type PlacedCharacter, SURE_CHARACTER } from '../reading/index.ts';
import type { CheckSubject, SubjectReading } from './check.ts';
import { locatedPages, mrzOf } from './located-pages.ts';
import { regionOf } from './photo-region.ts';
import { rounded } from './rounded.ts';

type Span = CheckDigitFinding['covers'][number];

/** The check digit itself, and the characters under it that are in doubt: one of them is what does not fit. */
export function charactersOfDigit(mrz: MrzReading, { at, covers, expected }: CheckDigitFinding): NamedCharacter[] {
  const digit = mrz.characters[at.line]?.[at.column];
  const own = digit === undefined ? [] : [named(digit, at.line, at.column)];
  return [
    ...own.map((one) => (expected === undefined ? one : { ...one, expected })),
    ...covers.flatMap((span) => doubtfulIn(mrz, span)),
  ];
}

/** All characters of a zone that are in doubt. */
export function doubtfulCharacters(mrz: MrzReading): NamedCharacter[] {
  return mrz.characters.flatMap((line, index) => doubtfulIn(mrz, { line: index, start: 0, end: line.length }));
}

/** The characters of a field's reading that are in doubt; of print by their position in it, as it has no lines of its own. */
export function charactersOfReading(subject: CheckSubject, reading: SubjectReading): NamedCharacter[] {
  if (reading.witness !== 'mrz') {
    return (reading.characters ?? []).flatMap(({ character, confidence }, index) =>
      confidence < SURE_CHARACTER && character.trim() !== ''
        ? [{ character, confidence: rounded(confidence), position: index + 1, alternatives: [] }]
        : [],
    );
  }
  const page = locatedPages(subject).find((one) => one.mediaId === reading.mediaId && mrzOf(one) !== null);
  const mrz = page === undefined ? null : mrzOf(page);
  return mrz === null ? [] : (reading.spans ?? []).flatMap((span) => doubtfulIn(mrz, span));
}

/** For an evidence: `characters` where there are some. */
export function naming(characters: NamedCharacter[]): Pick<Evidence, 'characters'> {
  return characters.length === 0 ? {} : { characters };
}

/** The stretch of a check digit's line that holds it and what it covers there; null where its characters have no place. */
export function placeOfDigit(mrz: MrzReading, { at, covers }: CheckDigitFinding): Quad<PhotoPoint> | null {
  const columns = covers.filter(({ line }) => line === at.line).flatMap(({ start, end }) => [start, end - 1]);
  const line = mrz.characters[at.line] ?? [];
  const first = line[Math.min(at.column, ...columns)];
  const last = line[Math.max(at.column, ...columns)];
  return first && last ? stretch(first.region, last.region) : null;
}

/** From the first line of a zone to its last; null where it has none. */
export function placeOfZone({ lineRegions }: MrzReading): Quad<PhotoPoint> | null {
  const first = lineRegions[0];
  const last = lineRegions.at(-1);
  return first && last ? [first[0], first[1], last[2], last[3]] : null;
}

function stretch(first: Quad<PhotoPoint>, last: Quad<PhotoPoint>): Quad<PhotoPoint> {
  return [first[0], last[1], last[2], first[3]];
}

function doubtfulIn(mrz: MrzReading, { line, start, end }: Span): NamedCharacter[] {
  return (mrz.characters[line] ?? [])
    .slice(start, end)
    .flatMap((character, offset) =>
      character.confidence < SURE_CHARACTER ? [named(character, line, start + offset)] : [],
    );
}

function named(
  { character, confidence, alternatives, region }: PlacedCharacter,
  line: number,
  column: number,
): NamedCharacter {
  return {
    character,
    confidence: rounded(confidence),
    line: line + 1,
    position: column + 1,
    alternatives: alternatives.map((one) => ({ ...one, confidence: rounded(one.confidence) })),
    region: regionOf(region),
  };
}
