const STEPS = 4096;
const TABLE = Float32Array.from({ length: STEPS }, (_, i) => Math.sin((2 * Math.PI * i) / STEPS));
const STEPS_PER_RADIAN = STEPS / (2 * Math.PI);

/** The sine within two thousandths, several times as fast as `Math.sin`: for patterns, not for geometry. */
export function sine(radians: number): number {
  return TABLE[Math.floor(radians * STEPS_PER_RADIAN) & (STEPS - 1)] ?? 0;
}
