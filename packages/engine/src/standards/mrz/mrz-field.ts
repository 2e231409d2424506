import type { MrzSpan } from './mrz-formats.table.ts';

/** A field of the zone. `value` is normalised: dates EDTF, states alpha-3, names with spaces; empty fields are left out. */
export type MrzField = {
  readonly value: string;
  readonly printed: string;
  /** Where it stands; a long document number has two places. */
  readonly spans: readonly MrzSpan[];
};
