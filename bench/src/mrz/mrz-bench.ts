import type { BenchOptions } from '../options.ts';

/** What every part of the bench of the zone works with. */
export type MrzBench = {
  readonly options: BenchOptions;
  /** Where drawn photographs lie. */
  readonly folder: string;
  /** Starts readers on one core; null where that cannot be done. */
  readonly starter: readonly [string, ...string[]] | null;
  /** Progress, away from the results. */
  readonly note: (text: string) => void;
};

/** Whether `--parts` leaves the part in. */
export function isWanted({ options }: MrzBench, part: 'peers' | 'drawn' | 'time'): boolean {
  return options.parts === null || options.parts.includes(part);
}

/** Seeds apart from one another, and from those of the other benches. */
export const SEED_OFFSETS = { zones: 20_000, zoneless: 40_000, timing: 60_000, gate: 80_000 } as const;
