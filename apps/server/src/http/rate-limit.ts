/** Token buckets: each holds `burst` requests and fills by `perSecond`. In memory, per process, and bounded. */

export type BucketSize = { readonly perSecond: number; readonly burst: number };

export type Taken = {
  readonly allowed: boolean;
  readonly limit: number;
  readonly remaining: number;
  /** Until one more request is allowed (refused), or until the bucket is full again (allowed). */
  readonly resetSeconds: number;
};

export type RateLimits = {
  readonly [Kind in 'address' | 'public' | 'api_key' | 'member' | 'applicant' | 'account' | 'recipient']: BucketSize;
};

/**
 * `address`: everything that comes from one network address; `public`: routes that ask for no credential, per address, e.g.
 * signing in; the others per key, member and link.
 */
export const USUAL_RATE_LIMITS: RateLimits = {
  address: { perSecond: 400, burst: 2000 },
  public: { perSecond: 1, burst: 30 },
  api_key: { perSecond: 250, burst: 1000 },
  member: { perSecond: 20, burst: 200 },
  applicant: { perSecond: 5, burst: 60 },
  account: { perSecond: 5, burst: 60 },
  recipient: { perSecond: 5, burst: 60 },
};

export type RateLimiter = { readonly take: (kind: keyof RateLimits, id: string) => Taken };

type Bucket = { readonly tokens: number; readonly atMs: number };

/** About 150 bytes each. */
const MOST_BUCKETS = 50_000;

/** `nowMs` only ever grows. When there are too many buckets, the one that was not used for longest goes, and is full again. */
export function rateLimiter(limits: RateLimits, nowMs: () => number, most = MOST_BUCKETS): RateLimiter {
  const buckets = new Map<string, Bucket>();
  return {
    take: (kind, id) => {
      const size = limits[kind];
      const key = `${kind} ${id}`;
      const atMs = nowMs();
      const before = buckets.get(key);
      const filled = before === undefined ? size.burst : before.tokens + ((atMs - before.atMs) / 1000) * size.perSecond;
      const held = Math.min(size.burst, filled);
      const allowed = held >= 1;
      const tokens = allowed ? held - 1 : held;
      buckets.delete(key);
      buckets.set(key, { tokens, atMs });
      if (buckets.size > most) buckets.delete(buckets.keys().next().value ?? key);
      const missing = allowed ? size.burst - tokens : 1 - tokens;
      return {
        allowed,
        limit: size.burst,
        remaining: Math.floor(tokens),
        resetSeconds: Math.ceil(missing / size.perSecond),
      };
    },
  };
}

/** For the answer (draft-ietf-httpapi-ratelimit-headers-07 §3). */
export function rateLimitHeaders(taken: Taken): Readonly<Record<string, string>> {
  return {
    'RateLimit-Limit': String(taken.limit),
    'RateLimit-Remaining': String(taken.remaining),
    'RateLimit-Reset': String(taken.resetSeconds),
  };
}
