/** When a request is sent again. */

/** The first wait is at most this long, and every other one at most twice the one before. */
const FIRST_WAIT_MS = 500;
const LONGEST_BACKOFF_MS = 8_000;
/** Longer than this nobody waits unasked: the refusal is thrown, and says how long. */
const LONGEST_RETRY_AFTER_SECONDS = 60;

/** Refusals that ask for the same request again (RFC 9110 §15.6.4, RFC 6585 §4). */
const ASK_AGAIN: ReadonlySet<number> = new Set([429, 503]);

/**
 * Milliseconds to wait before the next try; undefined: do not try again. `tried` counts from 1; `random` is in [0, 1). Half of the
 * wait is left to chance, so that many callers do not come back at once.
 */
export function waitBefore(
  failed: { readonly status: number; readonly retryAfter: number | undefined } | 'unreachable',
  tried: number,
  random: number,
): number | undefined {
  const backoff = Math.min(LONGEST_BACKOFF_MS, FIRST_WAIT_MS * 2 ** (tried - 1)) * (0.5 + random / 2);
  if (failed === 'unreachable') return backoff;
  if (!ASK_AGAIN.has(failed.status)) return undefined;
  if (failed.retryAfter === undefined) return backoff;
  if (failed.retryAfter > LONGEST_RETRY_AFTER_SECONDS) return undefined;
  return Math.max(failed.retryAfter * 1000, backoff);
}

/** Seconds of a `Retry-After`, which is a number or a date (RFC 9110 §10.2.3). */
export function retryAfterSeconds(header: string | null, nowMs: number): number | undefined {
  if (header === null) return undefined;
  if (/^\d{1,9}$/.test(header)) return Number(header);
  const atMs = Date.parse(header);
  return Number.isNaN(atMs) ? undefined : Math.max(0, Math.ceil((atMs - nowMs) / 1000));
}
