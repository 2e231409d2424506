import type { CheckResult } from '@vidimus/vocabulary';
import { readingsOf } from './best-reading.ts';
import type { Check } from './check.ts';
import { failed, notPerformed, passed } from './check-outcome.ts';
import { whyNoPage } from './located-pages.ts';
import { pageRegion } from './photo-region.ts';
import { unreadScript } from './unread-script.ts';

const NAME = 'script-readable';

/** The document shows its holder's name in a script that we read: Latin letters, or a spelling in the zone or the bar code. */
export const scriptReadable: Check = {
  name: NAME,
  run(subject): CheckResult {
    const why = whyNoPage(subject);
    if (why) return notPerformed(NAME, why);
    const unread = unreadScript(subject);
    if (unread) {
      const { script, located } = unread;
      return failed(NAME, 'script_not_readable', [
        {
          measure: 'script of the name',
          observed: script,
          threshold: 'Latn',
          field: 'primary_identifier',
          region: pageRegion(located.page),
          media_id: located.mediaId,
          detector: 'visual_zone',
          facts: { script },
        },
      ]);
    }
    const latin = readingsOf(subject, 'primary_identifier').some(({ value }) => /\p{Script=Latin}/u.test(value));
    return latin
      ? passed(NAME, { measure: 'name in Latin letters', observed: true })
      : notPerformed(NAME, 'no name was read');
  },
};
