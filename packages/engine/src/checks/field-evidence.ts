import type { Evidence, FieldName, Source, Thresholds } from '@vidimus/vocabulary';
import { leastConfidence } from './align-readings.ts';
import type { CheckSubject } from './check.ts';
import { locatedPages } from './located-pages.ts';
import { blurUnder, hitShare, regionOf } from './photo-region.ts';

/** One reading of one field, with the photo it came from. */
export type SubjectReading = CheckSubject['fields'][number];

/**
 * From this confidence on a reading may carry a finding against the document. Below it a difference is as likely a misreading:
 * the recogniser's wrong characters lie mostly under it.
 */
export const SURE = 0.85;

/** Every character of a printed reading must reach this; the least of ten lies far below their mean. */
const SURE_LEAST = 0.75;

/** What a reading says, for the evidence's `sources`. */
export function sourceOf(reading: SubjectReading): Source {
  return {
    witness: reading.witness,
    value: reading.value,
    confidence: Math.min(1, Math.max(0, reading.confidence)),
    ...(reading.region ? { region: regionOf(reading.region) } : {}),
    media_id: reading.mediaId,
  };
}

/** Place and photo of a reading. */
export function placeOf(reading: SubjectReading): Pick<Evidence, 'region' | 'media_id'> {
  return { ...(reading.region ? { region: regionOf(reading.region) } : {}), media_id: reading.mediaId };
}

/** All readings of a field, the most trustworthy first: bar code, then a zone whose check digit holds, then by confidence. */
export function readingsOf(subject: CheckSubject, field: FieldName): readonly SubjectReading[] {
  const rank = (reading: SubjectReading) =>
    reading.confidence + (reading.witness === 'barcode' || isConfirmed(subject, reading) ? 1 : 0);
  return subject.fields.filter((one) => one.field === field).toSorted((a, b) => rank(b) - rank(a));
}

/** The reading that counts; undefined where nobody read the field. */
export function bestReading(subject: CheckSubject, field: FieldName): SubjectReading | undefined {
  return readingsOf(subject, field)[0];
}

/** Whether a check digit of its zone covers this field and holds. Never true of names: no check digit covers them. */
function isConfirmed(subject: CheckSubject, reading: SubjectReading): boolean {
  if (reading.witness !== 'mrz' || isOfBrokenZone(subject, reading)) return false;
  return locatedPages(subject).some(
    ({ mediaId, reading: side }) =>
      mediaId === reading.mediaId &&
      'checkDigits' in side.mrz &&
      side.mrz.checkDigits.some((digit) => digit.of === reading.field && digit.outcome === 'passed'),
  );
}

/** What lies over a reading, so that it proves nothing against the document; null where the picture is clear there. */
function disturbanceOf(subject: CheckSubject, reading: SubjectReading): 'blur' | 'glare' | 'covering' | null {
  const { thresholds } = subject.request.policy;
  const { region } = reading;
  for (const { mediaId, page } of locatedPages(subject)) {
    if (mediaId !== reading.mediaId) continue;
    if (page.quality.blurToTextHeight > thresholds.blur_to_text_height_max) return 'blur';
    if (!region) continue;
    if (isHit(hitShare(page, region, page.quality.glare), thresholds)) return 'glare';
    if (isHit(hitShare(page, region, page.quality.covered), thresholds)) return 'covering';
    if ((blurUnder(page, region) ?? 0) > thresholds.blur_to_text_height_max) return 'blur';
  }
  return null;
}

/** How much a finding that rests on these readings is worth: `disturbed` by the picture, `unsure` of the characters, or `sure`. */
export function weightOf(
  subject: CheckSubject,
  readings: readonly SubjectReading[],
): { readonly is: 'sure' | 'unsure' } | { readonly is: 'disturbed'; readonly because: string } {
  for (const reading of readings) {
    const disturbance = disturbanceOf(subject, reading);
    if (disturbance) return { is: 'disturbed', because: `${disturbance} lies over ${reading.field}` };
  }
  return { is: readings.every((one) => isSure(subject, one)) ? 'sure' : 'unsure' };
}

/** Whether a reading may carry a finding: decoded, confirmed by a check digit, or no character of it in doubt. */
export function isSure(subject: CheckSubject, reading: SubjectReading): boolean {
  if (isSettled(subject, reading)) return true;
  if (reading.witness === 'mrz' && isOfBrokenZone(subject, reading)) return false;
  return reading.characters === undefined ? reading.confidence >= SURE : leastConfidence(reading) >= SURE_LEAST;
}

/** A zone whose check digits do not hold was read in the wrong place or the wrong format: its other fields prove nothing either. */
function isOfBrokenZone(subject: CheckSubject, { mediaId }: SubjectReading): boolean {
  return locatedPages(subject).some(
    (page) =>
      page.mediaId === mediaId &&
      'checkDigits' in page.reading.mrz &&
      page.reading.mrz.checkDigits.some(({ outcome }) => outcome === 'failed'),
  );
}

/** Whether a code vouches for a reading letter by letter: the bar code's own correction, or a check digit of the zone. */
export function isSettled(subject: CheckSubject, reading: SubjectReading): boolean {
  return reading.witness === 'barcode' || isConfirmed(subject, reading);
}

/** Whether a share is large enough to count as hit. */
export function isHit(share: number, thresholds: Thresholds): boolean {
  return share >= thresholds.field_hit_share_max;
}
