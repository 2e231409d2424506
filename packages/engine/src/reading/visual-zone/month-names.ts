import { da, de, enGB, es, fr, hr, it, nl, pl, pt, tr } from 'date-fns/locale';
import { foldText } from './fold-text.ts';

/** Languages that documents print months in, besides English and French which ICAO Doc 9303-3 §4.8 asks for. */
const LOCALES = [enGB, fr, es, de, it, pt, nl, pl, da, tr, hr];
const MONTHS = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11] as const;
const SHORTEST = 3;
const LONGEST_FUSED = 5;

const NAMES: ReadonlyMap<string, number> = new Map(
  LOCALES.flatMap((locale) =>
    MONTHS.flatMap((month) =>
      (['wide', 'abbreviated'] as const).flatMap((width) =>
        (['formatting', 'standalone'] as const).map(
          (context) => [foldText(locale.localize.month(month, { width, context })), month + 1] as const,
        ),
      ),
    ),
  ).filter(([name]) => name.length >= SHORTEST),
);

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
