import type { Evidence, Source } from '@vidimus/vocabulary';
import type { SubjectReading } from './check.ts';
import { regionOf } from './photo-region.ts';

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
