/** Calls what a route does, in the caller's transaction, at most once per idempotency key. */
import type { Kysely } from 'kysely';
import type { Clock } from '../clock.ts';
import type { Database } from '../db/schema.ts';
import { type DatabaseTransaction, inTransaction } from '../db/transaction.ts';
import type { Caller } from './caller.ts';
import { answerOnce, type IdempotencyParts, isTransient } from './idempotency.ts';
import type { Route, RouteRequest } from './route.ts';
import { type Sent, sentProblem, sentReply } from './sent.ts';

export type CallParts = IdempotencyParts & {
  readonly db: Kysely<Database>;
  readonly clock: Clock;
  /** The caller's clock: in test mode it can be set. */
  readonly timeOf: (trx: DatabaseTransaction, caller: Caller) => Promise<Date>;
};

/** A request whose parts were parsed by the route's own schemas. */
export type ParsedRequest = Omit<RouteRequest<unknown, unknown, unknown>, 'trx' | 'caller' | 'now'>;

/** What the key of a request stands for: this method and address. */
export type Keyed = { readonly key: string; readonly method: string; readonly path: string };

const ROLL_BACK = new Error('an answer that leaves nothing behind');

/**
 * Commits what the route did, a refusal's traces too (a used-up try stays used up), but for refusals that say "send it again".
 * Throws what the route throws, and when a reply is not what the contract promises.
 */
export async function callRoute(
  parts: CallParts,
  route: Route,
  request: ParsedRequest,
  caller: Caller,
  keyed: Keyed | undefined,
): Promise<Sent> {
  if (route.transactions === 'own') return callWithoutTransaction(parts, route, request, caller);
  const { organizationId } = caller;
  const outcome: { sent?: Sent } = {};
  const work = async (trx: DatabaseTransaction) =>
    answered(route, { ...request, trx, caller, now: await parts.timeOf(trx, caller) });
  try {
    return await inTransaction(parts.db, { role: 'tenant', organizationId }, async (trx) => {
      if (keyed === undefined) outcome.sent = await work(trx);
      else {
        const { bytes, requestId } = request;
        const keyedRequest = { ...keyed, organizationId, credential: caller.id, bytes, now: parts.clock() };
        const once = await answerOnce(parts, trx, keyedRequest, () => work(trx));
        outcome.sent = once.ok ? once.value : sentProblem(once.error, requestId);
      }
      if (isTransient(outcome.sent.status)) throw ROLL_BACK;
      return outcome.sent;
    });
  } catch (error) {
    if (error === ROLL_BACK && outcome.sent !== undefined) return outcome.sent;
    throw error;
  }
}

/** For routes that serve everybody: there is no caller, and asking for one is a bug in the route. */
export async function callOpenRoute(
  parts: Pick<CallParts, 'clock'>,
  route: Route,
  request: ParsedRequest,
): Promise<Sent> {
  return answered(route, {
    ...request,
    now: parts.clock(),
    get trx() {
      return noTransaction(route);
    },
    get caller(): never {
      throw new Error(`${route.operationId} serves everybody: it has no caller`);
    },
  });
}

/** The route opens its own; the caller's clock is read in one before that. */
async function callWithoutTransaction(
  parts: CallParts,
  route: Route,
  request: ParsedRequest,
  caller: Caller,
): Promise<Sent> {
  const scope = { role: 'tenant', organizationId: caller.organizationId } as const;
  const now = await inTransaction(parts.db, scope, (trx) => parts.timeOf(trx, caller));
  return answered(route, {
    ...request,
    caller,
    now,
    get trx() {
      return noTransaction(route);
    },
  });
}

function noTransaction(route: Route): never {
  throw new Error(`${route.operationId} was given no transaction`);
}

async function answered(route: Route, request: RouteRequest<unknown, unknown, unknown>): Promise<Sent> {
  assertParsedBy(route, request);
  const result = await route.handle(request);
  if (!result.ok) return sentProblem(result.error, request.requestId);
  const reply = result.value;
  const promised = route.answers[reply.status];
  if (!('body' in reply)) {
    if (promised !== ('file' in reply ? 'file' : 'stream' in reply ? 'stream' : 'none'))
      throw offContract(route, reply.status);
    return sentReply(reply);
  }
  if (promised === undefined || typeof promised === 'string') throw offContract(route, reply.status);
  const body = promised.safeParse(reply.body);
  if (!body.success) throw offContract(route, reply.status, body.error.issues);
  return sentReply({ ...reply, body: body.data });
}

/** Tells the compiler what it cannot follow: these values came out of this very route's schemas. */
function assertParsedBy(
  _route: Route,
  _request: RouteRequest<unknown, unknown, unknown>,
): asserts _request is RouteRequest<never, never, never> {}

function offContract(
  route: Route,
  status: number,
  issues: readonly { readonly path: readonly PropertyKey[]; readonly code?: string | undefined }[] = [],
): Error {
  const places = issues.map(({ path, code }) => `/${path.join('/')} ${code}`).join(', ');
  return new Error(`${route.operationId} replied ${status} off its contract: ${places}`);
}
