import type { Thresholds } from '@vidimus/vocabulary';
import { leastConfidence } from './align-readings.ts';
import type { CheckSubject, SubjectReading } from './check.ts';
import { locatedPages, mrzOf } from './located-pages.ts';
import { blurUnder, hitShare } from './photo-region.ts';

/** How much a finding that rests on some readings is worth: `disturbed` by the picture, `unsure` of the characters, or `sure`. */
export type ReadingWeight = { readonly is: 'sure' | 'unsure' } | { readonly is: 'disturbed'; readonly because: string };

/**
 * From this confidence on a reading may carry a finding against the document. Below it a difference is as likely a misreading:
 * the recogniser's wrong characters lie mostly under it.
 */
export const SURE = 0.85;

/** Every character of a printed reading must reach this; the least of ten lies far below their mean. */
const SURE_LEAST = 0.75;

/** The weight of the weakest of some readings of a subject. */
export function weightOf(subject: CheckSubject, readings: readonly SubjectReading[]): ReadingWeight {
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

/** Whether a code vouches for a reading letter by letter: the bar code's own correction, or a check digit of the zone. */
export function isSettled(subject: CheckSubject, reading: SubjectReading): boolean {
  return reading.witness === 'barcode' || isConfirmed(subject, reading);
}

/** Whether a share of a field, 0–1, is large enough to count as hit. */
export function isHit(share: number, thresholds: Thresholds): boolean {
  return share >= thresholds.field_hit_share_max;
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

/** Whether a check digit of its zone covers this field and holds. Never true of names: no check digit covers them. */
function isConfirmed(subject: CheckSubject, reading: SubjectReading): boolean {
  if (reading.witness !== 'mrz' || isOfBrokenZone(subject, reading)) return false;
  return digitsBeside(subject, reading).some(({ of, outcome }) => of === reading.field && outcome === 'passed');
}

/** A zone whose check digits do not hold was read in the wrong place or the wrong format: its other fields prove nothing either. */
function isOfBrokenZone(subject: CheckSubject, reading: SubjectReading): boolean {
  return digitsBeside(subject, reading).some(({ outcome }) => outcome === 'failed');
}

/** The check digits of every zone on the photo of a reading. */
function digitsBeside(subject: CheckSubject, { mediaId }: SubjectReading) {
  return locatedPages(subject).flatMap((page) => (page.mediaId === mediaId ? (mrzOf(page)?.checkDigits ?? []) : []));
}
