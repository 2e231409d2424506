/** Timings of a report: whole milliseconds per stage, and their sum as `total` unless it was measured. */
export function roundTimings(timings: Readonly<Record<string, number>>): Record<string, number> {
  const rounded = Object.fromEntries(
    Object.entries(timings).map(([stage, ms]) => [stage, Math.max(0, Math.round(ms))]),
  );
  const sum = Object.values(timings).reduce((total, ms) => total + Math.max(0, ms), 0);
  return { ...rounded, total: rounded.total ?? Math.round(sum) };
}
