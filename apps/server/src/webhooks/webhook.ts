/** The life of a delivery: tried until a 2xx comes, for 72 hours. Drawn in `webhook.mermaid`. */
import type { Result } from '@vidimus/engine/standards';

/** What a try brought: an HTTP status, or why none came. */
export type Answer =
  | { readonly kind: 'status'; readonly status: number }
  | { readonly kind: 'none'; readonly code: string };

export type Delivery = {
  readonly tries: number;
  /** The 72 hours run from here, so that our own standstill costs the receiver nothing. */
  readonly firstTryAt: Date | null;
} & (
  | { readonly state: 'pending'; readonly nextTryAt: Date }
  | { readonly state: 'delivered' | 'failed'; readonly endedAt: Date }
);

export type AfterTry = {
  readonly delivery: Delivery;
  /** The receiver answered 410: it wants no more of any event. */
  readonly endpointGone: boolean;
};

export type DeliveryEnded = { readonly code: 'webhook-delivery.ended'; readonly state: 'delivered' | 'failed' };

const SECOND_MS = 1000;
const MINUTE_MS = 60 * SECOND_MS;
const HOUR_MS = 60 * MINUTE_MS;
/** From the first try on. */
const GIVE_UP_AFTER_MS = 72 * HOUR_MS;
/** After each try; the last of them is cut so that the last try falls on the 72nd hour. */
const WAITS_MS = [
  5 * SECOND_MS,
  5 * MINUTE_MS,
  30 * MINUTE_MS,
  2 * HOUR_MS,
  5 * HOUR_MS,
  10 * HOUR_MS,
  14 * HOUR_MS,
  20 * HOUR_MS,
  24 * HOUR_MS,
] as const;
/** How far a wait is moved either way, so that what failed together is not tried together. */
const JITTER_SHARE = 0.1;
const GONE = 410;

/** A delivery that waits for its first try. */
export function newDelivery(now: Date): Delivery {
  return { state: 'pending', tries: 0, firstTryAt: null, nextTryAt: now };
}

/** The delivery after a try at `at` was answered so; `jitter` from 0 to below 1. Refused when it had ended. */
export function afterTry(
  delivery: Delivery,
  answer: Answer,
  at: Date,
  jitter: number,
): Result<AfterTry, DeliveryEnded> {
  if (delivery.state !== 'pending')
    return { ok: false, error: { code: 'webhook-delivery.ended', state: delivery.state } };
  const tried = { tries: delivery.tries + 1, firstTryAt: delivery.firstTryAt ?? at };
  const endpointGone = answer.kind === 'status' && answer.status === GONE;
  if (isReceived(answer)) return became({ ...tried, state: 'delivered', endedAt: at });
  const nextTryAt = endpointGone ? undefined : nextTry(tried, at, jitter);
  if (nextTryAt === undefined) return became({ ...tried, state: 'failed', endedAt: at }, endpointGone);
  return became({ ...tried, state: 'pending', nextTryAt });
}

/** A delivery to an endpoint that takes no more. */
export function callOff(delivery: Delivery, at: Date): Result<AfterTry, DeliveryEnded> {
  if (delivery.state !== 'pending')
    return { ok: false, error: { code: 'webhook-delivery.ended', state: delivery.state } };
  const { tries, firstTryAt } = delivery;
  return became({ tries, firstTryAt, state: 'failed', endedAt: at });
}

/** Only 2xx counts: a redirect was not followed, and whoever redirects has not taken the message. */
function isReceived(answer: Answer): boolean {
  return answer.kind === 'status' && answer.status >= 200 && answer.status < 300;
}

/** Undefined when the 72 hours are over. */
function nextTry(tried: { tries: number; firstTryAt: Date }, at: Date, jitter: number): Date | undefined {
  const last = tried.firstTryAt.getTime() + GIVE_UP_AFTER_MS;
  if (at.getTime() >= last) return undefined;
  const wait = WAITS_MS[tried.tries - 1] ?? WAITS_MS[WAITS_MS.length - 1] ?? 0;
  const moved = wait * (1 - JITTER_SHARE + 2 * JITTER_SHARE * jitter);
  return new Date(Math.min(last, Math.round(at.getTime() + moved)));
}

function became(delivery: Delivery, endpointGone = false): Result<AfterTry, never> {
  return { ok: true, value: { delivery, endpointGone } };
}
