import { isPossibleDate } from '../../standards/index.ts';
import type { LabelTarget } from './labels.table.ts';
import { normaliseValue, type ValueContext } from './normalise-value.ts';
import type { Placed } from './place-values.ts';
import type { PrintedLine } from './printed-line.ts';

/** A value without a label that was read is less sure. */
const CERTAINTY = 0.8;
const IN_ORDER = ['birth_date', 'issue_date', 'expiry_date'] as const;

/**
 * A document that prints three days prints, in the order of time, those of birth, issue and expiry. Gives the ones whose
 * labels were not read, where the labels that were read say nothing else.
 */
export function placeByDates(
  placed: readonly Placed[],
  values: readonly PrintedLine[],
  context: ValueContext,
): readonly Placed[] {
  const used = new Set(placed.map(({ line }) => line));
  const dated = placed.flatMap(({ label, line, value }) =>
    label.target.endsWith('_date') ? [{ line, value, label }] : [],
  );
  const free = values.flatMap((line) => {
    const value = used.has(line) ? null : normaliseValue('birth_date', line.text, context);
    return value !== null && isPossibleDate(value) ? [{ line, value, label: null }] : [];
  });
  const days = [...new Set([...dated, ...free].map(({ value }) => value))].sort();
  if (days.length !== IN_ORDER.length) return [];
  const meant = (value: string): LabelTarget => IN_ORDER[days.indexOf(value)] ?? 'other';
  if (dated.some(({ label, value }) => label.target !== meant(value))) return [];
  const known = new Set(dated.map(({ label }) => label.target));
  return free.flatMap(({ line, value }) => {
    const target = meant(value);
    if (known.has(target)) return [];
    known.add(target);
    return [{ label: { target, line, certainty: CERTAINTY, besideOnly: false }, line, value }];
  });
}
