/** Whole seconds from one moment (milliseconds) to another (RFC 3339), never below zero. */
export function secondsUntil(instant: string, nowMs: number): number {
  return Math.max(0, Math.ceil((Date.parse(instant) - nowMs) / 1000));
}

/** The other way round: whole seconds that went by since. */
export function secondsSince(instant: string, nowMs: number): number {
  return Math.max(0, Math.floor((nowMs - Date.parse(instant)) / 1000));
}
