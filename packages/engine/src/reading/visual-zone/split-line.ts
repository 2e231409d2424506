import type { RecognisedCharacter } from '../recognised-line.ts';
import { findLabel } from './find-label.ts';
import { OTHER_SCRIPT } from './foreign-letters.ts';
import type { LabelTarget } from './labels.table.ts';

/** A part of a line, and where it begins and ends along it (0–1). */
export type LinePart = { readonly part: string; readonly from: number; readonly to: number };

/** A number of ISO/IEC 18013-1 in the middle of a line, behind a value: `10 MAR 2030 4d`, `14 OCT 2031 4a ISS`, `B12345 9CLASS`. */
const NUMBER_BEHIND = /^(.*\S)\s+((?:4[a-d](?:[\s.].*|[A-Z0-9]{0,4})?|9\s?CLASS|15\s?SEX|3\s?DOB))$/i;
/** Of the usual distance between letters; a space in print is up to twice as wide. */
const COLUMN_GAP = 2.4;
/** Letters that were not understood stand anywhere. */
const LEAST_SURE = 0.88;
/** `07 AUG/AUG 2029 08 AUG/AUG 2024` */
const SECOND_DATE = /^(.*(?:19|20)\d\d)\s+(\d\d.*(?:19|20)\d\d)$/;
const ONE_DATE = /^\d{1,2}[^\d]{1,12}\d{0,2}[^\d]?(?:19|20)\d\d$/;
/** `20 MAR/MARS 1977 LY476952U` */
const NUMBER_BEHIND_DATE = /^(\d{1,2}[^\d]{1,12}(?:19|20)\d\d)\s+((?=.*\d)[A-Z0-9]{6,})$/;
/** `30 JUL/JUIL 1962M` */
const SEX_BEHIND = /^(.*(?:19|20)\d\d)\s*([MFX])$/;
/** Shorter lines do not tell how far apart letters stand. */
const LEAST_LETTERS = 4;
const LEAST_CERTAINTY = 0.8;
/** A label of one language may be as short as `Sex`. */
const SHORTEST_LABEL = 3;

/** Detectors join columns that stand close: a wide gap, a licence's number or a second label tells where the next begins. */
export function splitLine(characters: readonly RecognisedCharacter[], text: string): readonly LinePart[] {
  const labels = beforeLabel(text);
  const gaps = labels.length > 0 || findLabel(text)?.rest === '' || ONE_DATE.test(text) ? [] : atGaps(characters);
  const cuts = [...new Set([...gaps, ...beforeNumber(text), ...labels])].sort((a, b) => a - b);
  const bounds = [0, ...cuts, text.length];
  return bounds.slice(1).flatMap((end, i) => {
    const start = bounds[i] ?? 0;
    const part = text.slice(start, end).trim();
    return part === '' ? [] : [{ part, from: placeOf(characters, start, 0), to: placeOf(characters, end, 1) }];
  });
}

function atGaps(characters: readonly RecognisedCharacter[]): readonly number[] {
  const seen = characters.flatMap(({ character, at }, index) => (character.trim() === '' ? [] : [{ index, at }]));
  const sure = characters.reduce((sum, { confidence }) => sum + confidence, 0) / Math.max(1, characters.length);
  if (seen.length < LEAST_LETTERS || sure < LEAST_SURE) return [];
  const gaps = seen.slice(1).map(({ at }, i) => at - (seen[i]?.at ?? 0));
  const usual = gaps.toSorted((a, b) => a - b)[Math.floor(gaps.length / 2)] ?? 0;
  // A word of another script is one sign in its middle: the gaps beside it are its own width.
  const isSign = (index: number) => characters[index]?.character === OTHER_SCRIPT;
  return gaps.flatMap((gap, i) => {
    const [before, here] = [seen[i]?.index ?? 0, seen[i + 1]?.index ?? 0];
    return gap > COLUMN_GAP * usual && !isSign(before) && !isSign(here) ? [here] : [];
  });
}

function beforeNumber(text: string): readonly number[] {
  const behind = [NUMBER_BEHIND, SECOND_DATE, NUMBER_BEHIND_DATE, SEX_BEHIND]
    .map((one) => one.exec(text)?.[2])
    .find((one) => one !== undefined);
  return behind === undefined ? [] : [text.length - behind.length];
}

/** `Cinsiyeti/Sex Uyruğu/Nationality`: a label whose beginning and end belong to two fields is two labels. */
function beforeLabel(text: string): readonly number[] {
  for (const { index } of text.matchAll(/(?<=[\s/])[\p{L}\uFFFD]/gu)) {
    const [head, tail] = [text.slice(0, index).replace(/[\s/]+$/, ''), text.slice(index)];
    if (head.length < SHORTEST_LABEL || tail.length < SHORTEST_LABEL) continue;
    const [first, second] = [labelAlone(head), labelAlone(tail)];
    if (first !== null && second !== null && first !== second && labelAlone(text) !== second) return [index];
  }
  return [];
}

function labelAlone(text: string): LabelTarget | null {
  const found = findLabel(text);
  return found && found.rest === '' && found.certainty >= LEAST_CERTAINTY && found.target !== 'other'
    ? found.target
    : null;
}

/** Halfway between the characters before and at the index. */
function placeOf(characters: readonly RecognisedCharacter[], index: number, end: 0 | 1): number {
  const [before, here] = [characters[index - 1], characters[index]];
  return before && here ? (before.at + here.at) / 2 : end;
}
