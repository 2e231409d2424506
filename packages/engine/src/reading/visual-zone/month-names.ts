import { foldText } from './fold-text.ts';

/** Languages that documents print months in, besides English and French which ICAO Doc 9303-3 §4.8 asks for. */
const LANGUAGES = ['en-GB', 'fr', 'es', 'de', 'it', 'pt', 'nl', 'pl', 'da', 'tr', 'hr'];
const MONTHS = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12] as const;
/** Letters of the shortest abbreviation; and of the longest that is looked for where two languages run together. */
const SHORTEST = 3;
const LONGEST_FUSED = 5;

const WRITTEN = LANGUAGES.flatMap((language) =>
  writersIn(language).flatMap((writer) => MONTHS.map((month) => [foldText(writer(month)), month] as const)),
).filter(([name]) => name.length >= SHORTEST);
/** Without those that mean two months: LISTOPAD is November in Polish and October in Croatian. */
const NAMES: ReadonlyMap<string, number> = new Map(
  WRITTEN.filter(([name, month]) => WRITTEN.every(([other, meant]) => other !== name || meant === month)),
);

/** In full and short, alone and within a date: Polish has `maj` and `12 maja`. A format is dear, and writes all twelve. */
function writersIn(language: string): readonly ((month: number) => string)[] {
  return (['long', 'short'] as const).flatMap((width) =>
    [{ month: width }, { month: width, day: 'numeric' as const }].map((parts) => {
      const format = new Intl.DateTimeFormat(language, { ...parts, timeZone: 'UTC' });
      return (month: number) =>
        format.formatToParts(Date.UTC(2001, month - 1, 12)).find(({ type }) => type === 'month')?.value ?? '';
    }),
  );
}

/** 1–12 for a month's name or its abbreviation in any of the languages, or null. */
export function monthNamed(word: string): number | null {
  const folded = foldText(word);
  if (folded.length < SHORTEST) return null;
  const exact = NAMES.get(folded);
  if (exact !== undefined) return exact;
  // JANV, SEPT, MRZ and others that are cut elsewhere: a beginning that only one month has.
  const months = new Set([...NAMES].filter(([name]) => name.startsWith(folded)).map(([, month]) => month));
  const [only] = months;
  if (months.size === 1 && only !== undefined) return only;
  // JUNJUIN: two languages run together.
  const fused = [LONGEST_FUSED, LONGEST_FUSED - 1, SHORTEST].flatMap(
    (length) => NAMES.get(folded.slice(0, length)) ?? [],
  );
  return folded.length > SHORTEST + 1 ? (fused[0] ?? null) : null;
}
