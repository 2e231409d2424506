import type { Evidence } from '@vidimus/vocabulary';
import { isBadlyLit } from './badly-lit.ts';
import { dotsPerInch } from './dots-per-inch.ts';
import { fieldPlaces } from './field-places.ts';
import { blurUnder, pageRegion, regionOf } from './photo-region.ts';
import { pictureCheck } from './picture-check.ts';
import { rounded } from './rounded.ts';

/** A field is a few letters, a third as well measured as the page: it must be this much worse to stand for itself. */
const FIELD_EXCESS = 1.5;

/**
 * Focus and motion blur do not stop at one field: a single one that reads soft on a sharp page is one letter, or has a reflection's streak
 * across it. Of 458 drawn specimens 12 had just one, and none of those was blurred. Fields that read
 * the same to all digits count as one: they lie in the same cells of the map.
 */
const FEWEST_READINGS = 2;

/**
 * Letters of few pixels look soft however sharp the lens is: half a pixel more is a tenth of their height. Below the least
 * resolution blur is told only where it is this much over its limit.
 */
const SMALL_EXCESS = 2;

/** The text is sharp: all of it, and under every field. */
export const sharpEnough = pictureCheck('sharp-enough', 'image_blurry', (located, subject) => {
  const { page, mediaId } = located;
  const { thresholds } = subject.request.policy;
  const { blur_to_text_height_max, dpi_min } = thresholds;
  const isSmall = dotsPerInch(subject, located) < dpi_min;
  const limit = blur_to_text_height_max * (isSmall ? SMALL_EXCESS : 1);
  const common = {
    threshold: limit,
    unit: 'blur sigma / text height',
    media_id: mediaId,
    detector: 'sharpness',
  } as const;
  const whole: Evidence = {
    measure: 'blur of the document',
    observed: rounded(page.quality.blurToTextHeight),
    ...common,
    region: pageRegion(page),
  };
  const blurred = new Map<string, Evidence>();
  const readings = new Set<number>();
  // The few strokes of one field are eaten by too much light, and by noise in dusk.
  const places = isBadlyLit(page, thresholds) ? [] : fieldPlaces(subject, located);
  for (const { field, region } of places) {
    const blur = blurUnder(page, region);
    if (blur === null || blur <= limit * FIELD_EXCESS || blurred.has(field)) continue;
    readings.add(blur);
    blurred.set(field, {
      measure: 'blur of the field',
      observed: rounded(blur),
      ...common,
      threshold: rounded(limit * FIELD_EXCESS),
      field,
      region: regionOf(region),
    });
  }
  const isBlurred = page.quality.blurToTextHeight > limit;
  const fields = isBlurred || readings.size >= FEWEST_READINGS ? [...blurred.values()] : [];
  const found = [...fields, ...(isBlurred ? [whole] : [])];
  return { found, measured: [whole] };
});
