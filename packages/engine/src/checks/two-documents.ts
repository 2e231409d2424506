import type { FieldName } from '@vidimus/vocabulary';
import type { CheckSubject } from './check.ts';
import { ANCHORS, type WitnessPair, witnessPairs } from './witness-pairs.ts';

/**
 * Two fields differ between photos, and no fewer than agree: the backs of two documents of one person share little but a state. Where a
 * number, a name or a birth date is all that both sides show of the holder, it decides alone, unless print and code of one side contradict
 * each other as well: many people share a sex, a state and an expiry date.
 */
export function areOfTwoDocuments(subject: CheckSubject): boolean {
  const all = witnessPairs(subject);
  const pairs = all.filter(({ sameMedia }) => !sameMedia);
  const fieldsThat = (verdict: WitnessPair['verdict']) =>
    new Set(pairs.filter((one) => one.verdict === verdict).map(({ field }) => field));
  const [differing, agreeing] = [fieldsThat('differ'), fieldsThat('agree')];
  if (differing.size >= 2) return differing.size >= agreeing.size;
  const contradicted = all.some(({ sameMedia, verdict }) => sameMedia && verdict === 'differ');
  const tells = (fields: ReadonlySet<FieldName>) => [...fields].some((field) => ANCHORS.has(field));
  return tells(differing) && !tells(agreeing) && !contradicted;
}
