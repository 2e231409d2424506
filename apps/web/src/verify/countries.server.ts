/** Countries by their names in a language, in its order. */
import { ALPHA2_BY_ALPHA3, catalogueOf, formatCountry, type Locale } from '@vidimus/vocabulary';

export type CountryOption = { readonly value: string; readonly label: string };

/** ICAO's code for specimens (Doc 9303-3 §5). */
const UTOPIA = 'UTO';

const lists = new Map<string, readonly CountryOption[]>();

/** Every country once; Utopia, which issues the drawn documents, stands first where those are taken. */
export function countriesIn(locale: Locale, withUtopia: boolean): readonly CountryOption[] {
  const known = lists.get(locale) ?? listed(locale);
  lists.set(locale, known);
  return withUtopia ? [{ value: UTOPIA, label: countryName(UTOPIA, locale) }, ...known] : known;
}

/** Of an ISO 3166-1 alpha-3 code, or one of ICAO's own. */
export function countryName(code: string, locale: Locale): string {
  return formatCountry(code, catalogueOf(locale));
}

function listed(locale: Locale): readonly CountryOption[] {
  const byAlpha2 = new Map<string, string>();
  // The first code of a country is ISO's; ICAO's variants of the United Kingdom come after it.
  for (const [code, alpha2] of ALPHA2_BY_ALPHA3) if (!byAlpha2.has(alpha2)) byAlpha2.set(alpha2, code);
  const { compare } = new Intl.Collator(locale);
  return [...byAlpha2.values()]
    .map((value) => ({ value, label: countryName(value, locale) }))
    .toSorted((a, b) => compare(a.label, b.label));
}
