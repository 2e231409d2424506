import type { CheckResult, Evidence } from '@vidimus/vocabulary';
import type { Check } from './check.ts';
import { failedIfAny, notPerformed } from './check-outcome.ts';

const NAME = 'file-usable';

/** Every file could be opened and holds a picture. */
export const fileUsable: Check = {
  name: NAME,
  run({ photos }): CheckResult {
    if (photos.length === 0) return notPerformed(NAME, 'no photo was given');
    const found = photos.flatMap(({ mediaId, content }): readonly Evidence[] => {
      if (content.kind !== 'file_not_usable') return [];
      const { why, observed, limit } = content.error;
      return [
        {
          measure: 'file',
          observed,
          ...(limit === undefined ? {} : { threshold: limit.value, unit: limit.unit }),
          media_id: mediaId,
          detector: 'decoder',
          facts: limit === undefined ? { why } : { why, max: `${limit.value} ${limit.unit}` },
        },
      ];
    });
    return failedIfAny(NAME, 'file_not_usable', found, [{ measure: 'files opened', observed: photos.length }]);
  },
};
