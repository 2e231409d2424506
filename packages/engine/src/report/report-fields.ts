import { type CheckResult, type Evidence, FIELD_NAMES, type FieldName, type FieldReport } from '@vidimus/vocabulary';
import type { FieldReading } from '../reading/index.ts';
import { regionOf } from './report-photos.ts';

type Reading = FieldReading & { readonly mediaId: string };

/** Every field that was read, with its witnesses side by side, the surest first; whether they agree is what the checks found. */
export function reportFields(readings: readonly Reading[], results: readonly CheckResult[] = []): FieldReport[] {
  return FIELD_NAMES.flatMap((field) => {
    const found = readings.filter((reading) => reading.field === field);
    const bySureness = found.toSorted((one, other) => other.confidence - one.confidence);
    const [surest] = bySureness;
    if (surest === undefined) return [];
    return [
      {
        field,
        value: surest.value,
        agreement: agreementOf(field, found, results),
        witnesses: bySureness.map(witnessOf),
      },
    ];
  });
}

function witnessOf(reading: Reading): FieldReport['witnesses'][number] {
  return {
    witness: reading.witness,
    value: reading.value,
    printed: reading.printed,
    confidence: Math.min(1, Math.max(0, reading.confidence)),
    media_id: reading.mediaId,
    ...(reading.region === undefined ? {} : { region: regionOf(reading.region) }),
    ...(reading.original === undefined ? {} : { original: { ...reading.original } }),
  };
}

function agreementOf(
  field: FieldName,
  readings: readonly Reading[],
  results: readonly CheckResult[],
): FieldReport['agreement'] {
  if (readings.length < 2) return 'one_witness';
  if (results.some((one) => one.outcome === 'failed' && comparesWitnesses(one.evidence, field))) return 'differ';
  if (results.some((one) => one.outcome === 'inconclusive' && comparesWitnesses(one.evidence, field))) return 'unclear';
  if (results.some((one) => one.outcome === 'passed' && comparesWitnesses(one.evidence, field))) return 'agree';
  if (results.some((one) => one.outcome === 'passed' && isLeftOpen(one.evidence, field))) return 'unclear';
  return new Set(readings.map((reading) => folded(reading.value))).size === 1 ? 'agree' : 'unclear';
}

/** An evidence about this field that sets at least two sources beside one another. */
function comparesWitnesses(evidence: readonly Evidence[], field: FieldName): boolean {
  return evidence.some(
    (one) =>
      one.field === field &&
      one.facts?.not_compared === undefined &&
      (one.sources ?? []).filter(({ witness }) => witness !== 'claim').length >= 2,
  );
}

/** The check passed on other fields and tells why this one was not compared. */
function isLeftOpen(evidence: readonly Evidence[], field: FieldName): boolean {
  return evidence.some((one) => one.field === field && one.facts?.not_compared !== undefined);
}

/** Only what no one would call a difference: case, spaces, signs. Spelling is for the checks. */
function folded(value: string): string {
  return value
    .normalize('NFC')
    .toUpperCase()
    .replace(/[\s<.,'’-]+/g, '');
}
