import type { SimulationAnswer } from '@vidimus/protocol';
import type { Locale, Outcome } from '@vidimus/vocabulary';
import type { StackedRow } from '../charts/stacked-bar.tsx';
import { sayerOf, sayReason } from '../say.server.ts';

export type SimulatedRow = {
  readonly id: string;
  readonly had: string;
  readonly would: string;
  readonly differs: boolean;
  readonly added: readonly string[];
  readonly removed: readonly string[];
  /** What could not be judged again, in English; empty where `would` is certain. */
  readonly unsure: readonly string[];
};

export type SimulationView = {
  readonly version: number;
  readonly considered: number;
  readonly different: number;
  readonly uncertain: number;
  /** Before, and after. */
  readonly bars: readonly StackedRow[];
  readonly description: string;
  /** Of whom it would go differently, or might. */
  readonly rows: readonly SimulatedRow[];
};

/** Fillings stay with their outcome, here as on the page of numbers. */
const OUTCOMES = [
  { outcome: 'approved', filling: 'plain' },
  { outcome: 'in_review', filling: 'dots' },
  { outcome: 'action_required', filling: 'stripes' },
  { outcome: 'declined', filling: 'open' },
] as const satisfies readonly { outcome: Outcome; filling: string }[];

/** A simulation as it is shown: two bars, and whoever would have fared differently. */
export function simulationView(simulation: SimulationAnswer, locale: Locale): SimulationView {
  const say = sayerOf(locale);
  const { version, considered, different, uncertain, verifications } = simulation;
  const bar = (key: 'had' | 'would_have'): StackedRow => ({
    key,
    label: say(`simulation_${key}`),
    parts: OUTCOMES.map(({ outcome, filling }) => ({
      key: outcome,
      label: say(`outcome_${outcome}`),
      value: verifications.filter((one) => one[key].outcome === outcome).length,
      filling,
    })),
  });
  const bars = [bar('had'), bar('would_have')];
  return {
    version,
    considered,
    different,
    uncertain,
    bars,
    description: bars
      .map(({ label, parts }) => `${label}: ${parts.map((part) => `${part.label} ${part.value}`).join(', ')}`)
      .join('. '),
    rows: verifications
      .filter(({ differs, not_reevaluated, reasons_added, reasons_removed }) => {
        return differs || not_reevaluated.length + reasons_added.length + reasons_removed.length > 0;
      })
      .toSorted((one, other) => Number(other.differs) - Number(one.differs))
      .map((one) => ({
        id: one.verification_id,
        had: say(`outcome_${one.had.outcome}`),
        would: say(`outcome_${one.would_have.outcome}`),
        differs: one.differs,
        added: one.reasons_added.map((code) => sayReason(code, locale)),
        removed: one.reasons_removed.map((code) => sayReason(code, locale)),
        unsure: one.not_reevaluated.map(({ check, because }) => `${check}: ${because}`),
      })),
  };
}
