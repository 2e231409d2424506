import { type CheckReport, catalogueOf, type Evidence, fieldLabel, formatFieldValue } from '@vidimus/vocabulary';

/** An evidence in words for people who read figures; English. */
export type EvidenceWords = {
  readonly measure: string;
  readonly observed: string;
  /** Undefined where nothing is compared with a limit. */
  readonly limit?: string;
  /** Undefined where the finding is about the whole. */
  readonly place?: string;
  /** Why nothing could be said, or not compared; undefined where it could. */
  readonly unclear?: string;
};

/** The measure, the value seen, the limit, and where: `photo_1`, `Date of birth`. */
export function describeEvidence(evidence: Evidence): EvidenceWords {
  const field = evidence.field === undefined ? [] : [fieldLabel(evidence.field, catalogueOf('en'))];
  const media = evidence.media_id === undefined ? [] : [photoName(evidence.media_id)];
  const place = [...field, ...media].join(', ');
  const unclear = evidence.facts?.because ?? evidence.facts?.not_compared;
  return {
    measure: plain(evidence.measure),
    observed: observedOf(evidence),
    ...(evidence.threshold === undefined || toldBySource(evidence.threshold, evidence)
      ? {}
      : { limit: withUnit(evidence.threshold, evidence.unit, evidence.observed) }),
    ...(typeof unclear === 'string' ? { unclear: plain(unclear) } : {}),
    ...(place === '' ? {} : { place }),
  };
}

/** `photo_1_page_2` as people say it: "photo 1, page 2". */
export function photoName(mediaId: string): string {
  return mediaId.replace(/^photo_(\d+)/, 'photo $1').replace(/_page_(\d+)$/, ', page $1');
}

/** The first letter as a capital. */
export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** A key of the wire as words: `visual_zone` is "visual zone". */
export function plain(key: string): string {
  return key.replaceAll('_', ' ');
}

/** What people call a witness. */
export const WITNESS_NAMES: Readonly<
  Record<CheckReport['document']['fields'][number]['witnesses'][number]['witness'], string>
> = {
  mrz: 'Code lines (MRZ)',
  barcode: 'Bar code',
  visual_zone: 'Printed text',
  claim: 'Claimed',
};

/** Where two readings are compared, each is told once, beside its witness. */
function toldBySource(value: string | number | boolean, evidence: Evidence): boolean {
  return (evidence.sources ?? []).some((source) => source.value === value);
}

function observedOf(evidence: Evidence): string {
  const said = (evidence.sources ?? []).map(({ witness, value }) => {
    const shown = value === null ? 'nothing' : formatFieldValue(value, evidence.field, catalogueOf('en'));
    return `${WITNESS_NAMES[witness]}: ${shown}`;
  });
  const own =
    evidence.observed === null || toldBySource(evidence.observed, evidence)
      ? []
      : [withUnit(evidence.observed, evidence.unit, evidence.threshold)];
  const words = [...own, ...said];
  return words.length === 0 ? 'not shown' : words.join(' · ');
}

/** Units as people say them; `share` becomes per cent. */
const UNIT_WORDS: Readonly<Record<string, string>> = {
  '0–255': 'of 255',
  '0–1': 'of 1',
  'blur sigma / text height': 'of the letters’ height',
};

/** Figures that people read at a glance, and those that tell a value from a limit close to it. */
const FEW_FIGURES = 2;
const MORE_FIGURES = 4;

/** A value with its unit; `against` is what it is set beside, so that the two never look equal unless they are. */
function withUnit(
  value: string | number | boolean,
  unit: string | undefined,
  against?: string | number | boolean | null,
): string {
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (typeof value === 'string') return unit === undefined ? value : `${value} ${unit}`;
  const short = figures(value, unit, FEW_FIGURES);
  const isAmbiguous = typeof against === 'number' && against !== value && figures(against, unit, FEW_FIGURES) === short;
  return isAmbiguous ? figures(value, unit, MORE_FIGURES) : short;
}

function figures(value: number, unit: string | undefined, digits: number): string {
  const options = { maximumSignificantDigits: Math.max(digits, wholeDigits(unit === 'share' ? value * 100 : value)) };
  if (unit === 'share') return new Intl.NumberFormat('en', { style: 'percent', ...options }).format(value);
  const figure = Number.isInteger(value) ? String(value) : new Intl.NumberFormat('en', options).format(value);
  return unit === undefined ? figure : `${figure} ${UNIT_WORDS[unit] ?? unit}`;
}

/** Digits before the decimal point, which are never rounded away. */
function wholeDigits(value: number): number {
  return String(Math.trunc(Math.abs(value))).length;
}
