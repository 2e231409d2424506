import type { ReadReport } from '@vidimus/vocabulary';
import type { MrzReading } from '../reading/index.ts';
import { regionOf } from './report-photos.ts';

type Zone = NonNullable<ReadReport['mrz']>;

/** The zone as a report tells it, character by character. */
export function reportMrz(mediaId: string, mrz: MrzReading): Zone {
  return {
    media_id: mediaId,
    format: mrz.format,
    lines: [...mrz.lines],
    check_digits: mrz.checkDigits.map(({ at: _, covers: __, ...digit }) => digit),
    name_truncated: mrz.nameTruncated,
    line_regions: mrz.lineRegions.map(regionOf),
    characters: mrz.characters.map((line) =>
      line.map(({ character, confidence, alternatives, decidedBy, region }) => ({
        character,
        confidence: likelihood(confidence),
        alternatives: alternatives.map((one) => ({ ...one, confidence: likelihood(one.confidence) })),
        ...(decidedBy === undefined ? {} : { decided_by: [...decidedBy] }),
        region: regionOf(region),
      })),
    ),
  };
}

/** Four decimals, 0–1. */
function likelihood(confidence: number): number {
  return Math.round(Math.min(1, Math.max(0, confidence)) * DECIMALS) / DECIMALS;
}

const DECIMALS = 10_000;
