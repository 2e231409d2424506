import type { FieldName, Witness } from '@vidimus/vocabulary';
import type { PhotoPoint, Quad } from '../../photo/index.ts';
import type { FieldReading } from '../../reading/index.ts';
import { MRZ_LAYOUTS } from '../../standards/index.ts';

/** A reading in short: field, value, and what differs from a clear reading of the zone. */
export type ReadingSpec = {
  readonly field: FieldName;
  readonly value: string;
  readonly witness?: Witness;
  readonly confidence?: number;
  readonly region?: Quad<PhotoPoint>;
  readonly characters?: FieldReading['characters'];
  readonly spans?: FieldReading['spans'];
  readonly original?: FieldReading['original'];
};

/** The zone of that specimen. */
export const SPECIMEN_LINES = [
  'P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<',
  'L898902C36UTO7408122F1204159ZE184226B<<<<<10',
] as const;

/** Its check digits, all of which hold. */
export const SPECIMEN_DIGITS = MRZ_LAYOUTS.TD3.checkDigits.map((slot) => ({ ...slot, outcome: 'passed' as const }));

type Change = Partial<ReadingSpec> | null;
type SpecimenWitness = 'mrz' | 'visual_zone';

/** What zone and print of the Utopian specimen say (ICAO Doc 9303-4 Appendix B). */
export const SPECIMEN_FIELDS: readonly (ReadingSpec & { readonly witness: SpecimenWitness })[] = (
  ['mrz', 'visual_zone'] as const
).flatMap((witness) =>
  (
    [
      ['issuing_state', 'UTO'],
      ['document_number', 'L898902C3'],
      ['primary_identifier', 'ERIKSSON'],
      ['secondary_identifier', 'ANNA MARIA'],
      ['nationality', 'UTO'],
      ['birth_date', '1974-08-12'],
      ['sex', 'F'],
      ['expiry_date', '2012-04-15'],
    ] as const
  ).map(([field, value]) => ({ field, value, witness })),
);

/** The specimen's fields, changed or left out (null) for one witness (`mrz:birth_date`) or for both (`birth_date`). */
export function fieldsWith(
  changes: Readonly<Partial<Record<FieldName | `${SpecimenWitness}:${FieldName}`, Change>>>,
): readonly ReadingSpec[] {
  return SPECIMEN_FIELDS.flatMap((reading) => {
    const ofWitness = changes[`${reading.witness}:${reading.field}`];
    const change = ofWitness === undefined ? changes[reading.field] : ofWitness;
    return change === null ? [] : [{ ...reading, ...change }];
  });
}

/** The specimen's fields with another value in print alone. */
export function printedAs(field: FieldName, value: string, confidence = 0.98): readonly ReadingSpec[] {
  return fieldsWith({ [`visual_zone:${field}`]: { value, confidence } });
}

/** What the zone says, and nothing in print; and the other way round. */
export const ZONE_ALONE = SPECIMEN_FIELDS.filter(({ witness }) => witness === 'mrz');
export const PRINT_ALONE = SPECIMEN_FIELDS.filter(({ witness }) => witness === 'visual_zone');
