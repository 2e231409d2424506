/** One request to one route, from the credential to the answer. */
import type { Result } from '@vidimus/engine/standards';
import type { AppContext } from './app-context.ts';
import type { BodyBudget } from './body-budget.ts';
import { type CallParts, callOpenRoute, callRoute } from './call-route.ts';
import { readAccountToken } from './credential.ts';
import { IDEMPOTENCY_HEADER, readIdempotencyKey } from './idempotency.ts';
import { type IdentifyParts, identifyCaller } from './identify-caller.ts';
import { isKeyed } from './keyed-route.ts';
import { mediaTypeOf, parseBody, parseParameters } from './parse-request.ts';
import { type Problem, problem } from './problem.ts';
import { type RateLimiter, rateLimitHeaders } from './rate-limit.ts';
import { type ReadBody, readBody } from './read-body.ts';
import type { Route } from './route.ts';
import { type Sent, sentProblem } from './sent.ts';
import type { Turns } from './turns.ts';

export type ServeParts = CallParts &
  IdentifyParts & {
    readonly limiter: RateLimiter;
    readonly budget: BodyBudget;
    readonly turns: Turns;
    /** For a whole body to arrive, in milliseconds. */
    readonly bodyTimeoutMs: number;
  };

/** Of a JSON body: a policy with every document of the world fits. */
const MOST_JSON_BYTES = 256 * 1024;

/**
 * Answers; throws what nobody foresaw. The body is read before the transaction begins, because a slow caller must not hold a
 * connection of the database.
 */
export async function serveRoute(parts: ServeParts, route: Route, c: AppContext): Promise<Sent> {
  const { requestId, address } = c.var;
  const identify = () => identifyCaller(parts, route, c);
  // What serves everybody asks no database who it is.
  const turn =
    route.callers.length === 0 ? { ok: true as const, value: await identify() } : await parts.turns.take(identify);
  const known = turn.ok ? turn.value : turn;
  if (!known.ok) return sentProblem(known.error, requestId, unreadBody(known.error));
  const caller = known.value;
  if (caller !== undefined) c.set('organizationId', caller.organizationId);

  const counted = caller === undefined ? address : caller.id;
  const taken = counted === undefined ? undefined : parts.limiter.take(caller?.kind ?? 'public', counted);
  const limits = taken === undefined ? {} : rateLimitHeaders(taken);
  const refuse = (refused: Problem, headers: Readonly<Record<string, string>> = {}) =>
    sentProblem(refused, requestId, { ...limits, ...headers });
  if (taken !== undefined && !taken.allowed) return refuse(rateLimited(taken.resetSeconds));

  const parameters = parseParameters(route, c.req.param(), c.req.queries());
  if (!parameters.ok) return refuse(parameters.error);
  const key = readIdempotencyKey(c.req.header(IDEMPOTENCY_HEADER));
  if (!key.ok) return refuse(key.error);
  const read = await readBodyOf(parts, route, c);
  // What is left of an unread body would be taken for the next request.
  if (!read.ok) return refuse(read.error, { Connection: 'close', ...acceptedTypes(route, read.error) });

  try {
    const { bytes } = read.value;
    const mediaType = mediaTypeOf(c.req.header('content-type'));
    const body = takesJson(route) ? parseBody(route, bytes, mediaType) : { ok: true as const, value: undefined };
    if (!body.ok) return refuse(body.error, acceptedTypes(route, body.error));
    const request = {
      ...parameters.value,
      body: body.value,
      bytes,
      mediaType,
      address,
      userAgent: c.req.header('user-agent'),
      accountToken: readAccountToken(c),
      lastEventId: c.req.header('last-event-id'),
      requestId,
      signal: c.req.raw.signal,
    };
    const { pathname, search } = new URL(c.req.url);
    const keyed =
      isKeyed(route) && key.value !== undefined
        ? { key: key.value, method: c.req.method, path: pathname + search }
        : undefined;
    const call = () =>
      caller === undefined ? callOpenRoute(parts, route, request) : callRoute(parts, route, request, caller, keyed);
    // What opens transactions of its own may do long work between them.
    const sent = await (caller === undefined || route.transactions === 'own' ? call() : parts.turns.takeAgain(call));
    return { ...sent, headers: { ...limits, ...sent.headers } };
  } finally {
    read.value.release();
  }
}

/** The problem of a spent bucket. */
export function rateLimited(seconds: number): Problem {
  const detail = 'Wait as many seconds as `Retry-After` says before the next request.';
  return problem('request.rate-limited', detail, { retryAfter: seconds });
}

/** Of a request that was not looked at. */
function unreadBody({ code }: Problem): Readonly<Record<string, string>> {
  return code === 'server.busy' ? { Connection: 'close' } : {};
}

function takesJson(route: Route): boolean {
  return route.method !== 'get' && route.upload === undefined;
}

async function readBodyOf(parts: ServeParts, route: Route, c: AppContext): Promise<Result<ReadBody, Problem>> {
  const { upload } = route;
  const encoding = c.req.header('content-encoding');
  if (encoding !== undefined && encoding.toLowerCase() !== 'identity') {
    return { ok: false, error: problem('request.media-type-unknown', 'Send the body without `Content-Encoding`.') };
  }
  if (upload !== undefined && !upload.mediaTypes.includes(mediaTypeOf(c.req.header('content-type')))) {
    const detail = `Send one of ${upload.mediaTypes.join(', ')} as \`Content-Type\`.`;
    return { ok: false, error: problem('request.media-type-unknown', detail) };
  }
  const { incoming, isFromPages } = c.env ?? {};
  const own = isFromPages === true ? undefined : incoming;
  // The body of a GET means nothing (RFC 9110 §9.3.1); node-server drains what may come.
  const stream = route.method === 'get' ? undefined : (own ?? c.req.raw.body ?? undefined);
  return readBody(
    { declaredLength: c.req.header('content-length'), stream },
    { maxBytes: upload?.maxBytes ?? MOST_JSON_BYTES, timeoutMs: parts.bodyTimeoutMs, budget: parts.budget },
  );
}

/** RFC 9110 §15.5.16: which types would have been taken. */
function acceptedTypes(route: Route, refused: Problem): Readonly<Record<string, string>> {
  return refused.status === 415 ? { Accept: (route.upload?.mediaTypes ?? ['application/json']).join(', ') } : {};
}
