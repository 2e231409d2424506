import type { FindingKind } from '@vidimus/ui';
import type { ReasonClass } from '@vidimus/vocabulary';

/** How grave it is for whoever reads it: something to mend, a rule that says no, or nothing of theirs. */
export const FINDING_KINDS: Readonly<Record<ReasonClass, FindingKind>> = {
  retake: 'care',
  supply: 'care',
  policy: 'bad',
  final: 'bad',
  ours: 'plain',
  human: 'plain',
};
