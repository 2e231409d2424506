import type { FieldName } from '@vidimus/vocabulary';

/** What two readings say of one field. `unclear` is neither agreement nor difference; `because` tells why nothing can be said. */
export type Verdict = {
  readonly verdict: 'agree' | 'differ' | 'unclear';
  readonly because?: string;
  /** Where names were compared, the part that the verdict is about. */
  readonly field?: FieldName;
};
