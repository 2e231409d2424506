/** From the re-blur estimate (σ over line height) to the true σ over the height of a capital letter. */
export function calibratedBlur(estimate: number): number {
  return Math.max(0, estimate * GAIN - OFFSET);
}

/** A line's box as the detector gives it is about 1.5 capitals high. */
const GAIN = 1.5;
const OFFSET = 0;
