import { alignTexts } from './edit-alignment.ts';

/** Characters read with a confidence between two tenths, and how many of them were right. */
export type ReliabilityBin = {
  readonly from: number;
  readonly to: number;
  readonly count: number;
  readonly meanConfidence: number | null;
  readonly rightShare: number | null;
};

export type ConfidentZone = {
  readonly printed: readonly string[];
  readonly read: readonly string[];
  /** As long as the lines. */
  readonly confidences: readonly (readonly number[])[];
};

const BINS = 10;

/** Ten bins of confidence. A character that was made up is wrong; one that was lost has no confidence to judge. */
export function reliabilityOf(zones: readonly ConfidentZone[]): readonly ReliabilityBin[] {
  const bins = Array.from({ length: BINS }, () => ({ count: 0, sum: 0, right: 0 }));
  for (const { printed, read, confidences } of zones) {
    const flat = confidences.flat();
    for (const pair of alignTexts(printed.join(''), read.join(''))) {
      if (pair.at === null) continue;
      const confidence = flat[pair.at] ?? 0;
      const bin = bins[Math.min(BINS - 1, Math.floor(confidence * BINS))];
      if (bin === undefined) continue;
      bin.count++;
      bin.sum += confidence;
      if (pair.printed === pair.read) bin.right++;
    }
  }
  return bins.map(({ count, sum, right }, i) => ({
    from: i / BINS,
    to: (i + 1) / BINS,
    count,
    meanConfidence: count === 0 ? null : sum / count,
    rightShare: count === 0 ? null : right / count,
  }));
}

/** Expected calibration error: how far confidence and truth lie apart, on the average of all characters. Null of none. */
export function calibrationError(bins: readonly ReliabilityBin[]): number | null {
  const all = bins.reduce((sum, { count }) => sum + count, 0);
  if (all === 0) return null;
  return bins.reduce(
    (sum, { count, meanConfidence, rightShare }) =>
      sum + (count / all) * Math.abs((meanConfidence ?? 0) - (rightShare ?? 0)),
    0,
  );
}
