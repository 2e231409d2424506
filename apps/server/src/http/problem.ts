/** A refusal on the wire (RFC 9457 problem details). A verification's outcome is never one. */

export type Problem = {
  readonly status: 400 | 401 | 403 | 404 | 409 | 413 | 415 | 422 | 429 | 503 | 507;
  /** Stable, dotted: `verification.not-found`. */
  readonly code: string;
  /** One plain sentence: what is wrong, and the way out. Never personal data. */
  readonly detail: string;
  /** Which parts of the request; JSON Pointers (RFC 6901) into the body, or `?name` for a query parameter. */
  readonly errors?: readonly { readonly pointer: string; readonly detail: string }[];
  /** Seconds after which the same request may do better. */
  readonly retryAfter?: number;
};
