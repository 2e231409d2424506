import type { FindingKind } from './finding-mark.ts';

/** The number's badge: the same in the picture and in the list. */
export const BADGE_LOOKS: Readonly<Record<FindingKind, string>> = {
  bad: 'bg-bad text-surface',
  care: 'bg-care text-surface',
  good: 'bg-good text-surface',
  plain: 'bg-ink text-surface',
};

/** The outline in the picture. */
export const OUTLINE_LOOKS: Readonly<Record<FindingKind, string>> = {
  bad: 'stroke-bad fill-bad/10',
  care: 'stroke-care fill-care/10',
  good: 'stroke-good fill-good/10',
  plain: 'stroke-ink fill-ink/10',
};
