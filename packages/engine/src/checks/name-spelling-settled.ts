import type { CheckResult } from '@vidimus/vocabulary';
import { transliterationsOf } from '../standards/index.ts';
import type { Check } from './check.ts';
import { failed, notApplicable, notPerformed, passed } from './check-outcome.ts';
import { documentNames } from './document-names.ts';
import { placeOf, sourceOf } from './field-evidence.ts';
import { whyNoPage } from './located-pages.ts';

const NAME = 'name-spelling-settled';
/** So many spellings are shown; more would not help anybody to choose. */
const MOST_VARIANTS = 4;

/**
 * The document, or the applicant, says how the name is written in Latin letters: of a name in another script ICAO Doc 9303-3 §6 and
 * national tables allow several spellings, and records are searched by one.
 */
export const nameSpellingSettled: Check = {
  name: NAME,
  run(subject): CheckResult {
    const why = whyNoPage(subject);
    if (why) return notPerformed(NAME, why);
    const names = documentNames(subject);
    const first = names[0];
    if (!first) return notPerformed(NAME, 'no name was read');
    if (names.some(({ text }) => isLatin(text))) return notApplicable(NAME, 'the document shows a Latin spelling');
    const spellings = transliterationsOf(first.text);
    if (!spellings.ok) return notPerformed(NAME, 'the script of the name is not read');
    const { name, primary_identifier, secondary_identifier } = subject.request.claims;
    const claimed = name ?? `${secondary_identifier ?? ''} ${primary_identifier ?? ''}`.trim();
    if (isLatin(claimed) && spellings.value.has(claimed)) {
      return passed(NAME, { measure: 'chosen spelling', observed: claimed });
    }

    const variants = [...spellings.value.spellings(MOST_VARIANTS)];
    if (variants.length <= 1) return passed(NAME, { measure: 'legal spellings', observed: variants.length });
    return failed(NAME, 'name_spelling_unconfirmed', [
      {
        measure: 'legal spellings',
        observed: variants.length,
        threshold: 1,
        field: 'primary_identifier',
        sources: [sourceOf(first.reading)],
        ...placeOf(first.reading),
        detector: 'transliteration',
        facts: { variants },
      },
    ]);
  },
};

/** Whether a text has Latin letters and none of another script. */
function isLatin(text: string): boolean {
  return /\p{Script=Latin}/u.test(text) && !/[^\p{Script=Latin}\p{Script=Common}\p{Script=Inherited}]/u.test(text);
}
