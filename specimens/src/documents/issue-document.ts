import type { MrzFormat } from '@vidimus/engine/standards';
import type { SpecimenKind } from '../flat-document.ts';
import { drawHolder, type Holder } from '../holders/draw-holder.ts';
import { zoneDate } from './date-styles.ts';
import { machineZoneLines } from './machine-zone.ts';
import type { SeededRandom } from './seeded-random.ts';
import type { IssuingState } from './states.table.ts';

/** Everything that is written on a document, before it is laid out. Dates are `YYYY-MM-DD`. */
export type DocumentRecord = {
  readonly kind: SpecimenKind;
  readonly state: IssuingState;
  readonly holder: Holder;
  readonly documentNumber: string;
  readonly personalNumber?: string;
  readonly birthDate: string;
  readonly issueDate: string;
  readonly expiryDate: string;
};

/** Issues a document of the kind to a drawn holder, valid on the day `asOf`. */
export function issueDocument(
  kind: SpecimenKind,
  state: IssuingState,
  asOf: string,
  random: SeededRandom,
): DocumentRecord {
  const holder = drawHolder(random.pick(state.traditions), random);
  const validYears = 10;
  const issueDate = addDays(asOf, -random.whole(120, 365 * (validYears - 2)));
  const expiryDate = addDays(
    `${Number(issueDate.slice(0, 4)) + validYears}${issueDate.slice(4)}`.replace('-02-29', '-02-28'),
    -1,
  );
  const birthDate = addDays(asOf, -random.whole(365 * 19, 365 * 78));
  return {
    kind,
    state,
    holder,
    documentNumber: fromPattern(state.numberPattern, random),
    ...(state.personalNumberPattern === undefined
      ? {}
      : { personalNumber: fromPattern(state.personalNumberPattern, random) }),
    birthDate,
    issueDate,
    expiryDate,
  };
}

/** The zone of the record's kind. */
export function recordZone(record: DocumentRecord): { readonly format: MrzFormat; readonly lines: readonly string[] } {
  const { holder, state } = record;
  const format: MrzFormat = 'TD3';
  const code = state.zoneCode ?? state.code;
  return {
    format,
    lines: machineZoneLines({
      format,
      documentCode: 'P',
      issuingState: code,
      primary: holder.primary.mrz,
      secondary: holder.secondary?.mrz ?? '',
      documentNumber: record.documentNumber,
      nationality: code,
      birth: zoneDate(record.birthDate),
      sex: holder.sex,
      expiry: zoneDate(record.expiryDate),
      optional: record.personalNumber ?? '',
    }),
  };
}

const MS_A_DAY = 86_400_000;

/** The ISO date so many days later. */
export function addDays(iso: string, days: number): string {
  return new Date(Date.parse(`${iso}T00:00:00Z`) + days * MS_A_DAY).toISOString().slice(0, 10);
}

/** Letters that no reader takes for digits are not left out: real numbers use them all but O and I. */
function fromPattern(pattern: string, random: SeededRandom): string {
  return [...pattern]
    .map((mark) =>
      mark === 'A' ? random.pick([...'ABCDEFGHJKLMNPQRSTUVWXYZ']) : mark === '9' ? String(random.whole(0, 9)) : mark,
    )
    .join('');
}
