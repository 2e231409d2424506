/** Countries with their calling codes, for whoever types a number without one. */
import { ALPHA2_BY_ALPHA3, CALLING_CODE_BY_ALPHA2, type Locale } from '@vidimus/vocabulary';
import { type CountryOption, countriesIn } from '../verify/countries.server.ts';

/** Those that have telephone numbers. The code is read from left to right in every language (Unicode UAX #9: an isolate). */
export function phoneCountriesIn(locale: Locale): readonly CountryOption[] {
  return countriesIn(locale, false).flatMap(({ value, label }) => {
    const code = CALLING_CODE_BY_ALPHA2.get(ALPHA2_BY_ALPHA3.get(value) ?? '');
    return code === undefined ? [] : [{ value, label: `${label} (\u{2066}+${code}\u{2069})` }];
  });
}
