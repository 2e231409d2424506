import { type CheckResult, type Evidence, fieldNameSchema } from '@vidimus/vocabulary';
import type { CheckDigitFinding } from '../reading/index.ts';
import type { Check, CheckSubject, SubjectReading } from './check.ts';
import { failed, inconclusive, notApplicable, notPerformed, passed } from './check-outcome.ts';
import { type LocatedPage, locatedPages, mrzOf, whyNoPage } from './located-pages.ts';
import { charactersOfDigit, naming, placeOfDigit } from './named-characters.ts';
import { pageRegion, regionOf } from './photo-region.ts';
import { SURE, weightOf } from './reading-weight.ts';

const NAME = 'check-digits-hold';

/** Every check digit of the zone fits its field (ICAO Doc 9303-3 §4.9). None covers a name, so that none vouches for one. */
export const checkDigitsHold: Check = {
  name: NAME,
  run(subject): CheckResult {
    const why = whyNoPage(subject);
    if (why) return notPerformed(NAME, why);
    const zones = locatedPages(subject).filter((page) => mrzOf(page) !== null);
    const digits = zones.flatMap((page) => (mrzOf(page)?.checkDigits ?? []).map((digit) => ({ page, digit })));
    if (digits.length === 0) return notApplicable(NAME, 'no machine-readable zone was read');

    const wrong = digits.filter(({ digit }) => digit.outcome === 'failed');
    const [first, ...rest] = wrong.map(({ page, digit }) => evidenceOf(page, digit));
    if (first === undefined) {
      if (digits.every(({ digit }) => digit.outcome === 'passed')) {
        return passed(NAME, { measure: 'check digits that hold', observed: digits.length });
      }
      return notPerformed(NAME, 'a character under a check digit could not be read');
    }
    const disturbed = wrong
      .map(({ page }) => weightOf(subject, zoneFields(subject, page)))
      .find(({ is }) => is === 'disturbed');
    if (disturbed?.is === 'disturbed') return notPerformed(NAME, disturbed.because);
    if (wrong.some(({ page }) => leastConfidence(page) < UNSURE_CHARACTER)) {
      return inconclusive(NAME, 'a character of the zone was not read with certainty', [first, ...rest]);
    }
    return failed(NAME, 'mrz_check_digit_failed', [first, ...rest]);
  },
};

/** A zone whose worst character lies far below `SURE` may simply be misread. */
const UNSURE_CHARACTER = SURE / 2;

function zoneFields(subject: CheckSubject, { mediaId }: LocatedPage): readonly SubjectReading[] {
  return subject.fields.filter((field) => field.mediaId === mediaId && field.witness === 'mrz');
}

function leastConfidence(page: LocatedPage): number {
  return Math.min(1, ...(mrzOf(page)?.characters ?? []).flat().map(({ confidence }) => confidence));
}

function evidenceOf(located: LocatedPage, digit: CheckDigitFinding): Evidence {
  const field = fieldNameSchema.safeParse(digit.of);
  const mrz = mrzOf(located);
  const place = mrz && placeOfDigit(mrz, digit);
  return {
    measure: `check digit of ${digit.of}`,
    observed: digit.observed ?? null,
    ...(digit.expected === undefined ? {} : { threshold: digit.expected }),
    ...(field.success ? { field: field.data } : {}),
    region: place ? regionOf(place) : pageRegion(located.page),
    ...naming(mrz ? charactersOfDigit(mrz, digit) : []),
    media_id: located.mediaId,
    detector: 'mrz',
  };
}
