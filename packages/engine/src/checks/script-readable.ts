import type { CheckResult, Evidence } from '@vidimus/vocabulary';
import type { Check } from './check.ts';
import { failedIfAny, notPerformed } from './check-outcome.ts';
import { readingsOf } from './field-evidence.ts';
import { locatedPages, whyNoPage } from './located-pages.ts';
import { pageRegion } from './photo-region.ts';

const NAME = 'script-readable';
/** ISO 15924: a script that could not be told, which says more of the picture than of the document. */
const UNKNOWN_SCRIPT = 'Zzzz';

/** The document shows its holder's name in a script that we read: Latin letters, or a spelling in the zone or the bar code. */
export const scriptReadable: Check = {
  name: NAME,
  run(subject): CheckResult {
    const why = whyNoPage(subject);
    if (why) return notPerformed(NAME, why);
    const latin = readingsOf(subject, 'primary_identifier').some(({ value }) => /\p{Script=Latin}/u.test(value));
    const found = locatedPages(subject).flatMap(({ mediaId, page, reading }) =>
      reading.visualZone.unreadScripts
        .filter((script) => script !== UNKNOWN_SCRIPT)
        .map(
          (script): Evidence => ({
            measure: 'script of the document',
            observed: script,
            region: pageRegion(page),
            media_id: mediaId,
            detector: 'visual_zone',
            facts: { script },
          }),
        ),
    );
    if (!latin && found.length === 0) return notPerformed(NAME, 'no name was read');
    return failedIfAny(NAME, 'script_not_readable', latin ? [] : found, [
      { measure: 'name in Latin letters', observed: latin },
    ]);
  },
};
