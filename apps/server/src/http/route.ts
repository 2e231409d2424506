/** How a domain says what it answers to. The list of all routes is the interface: what serves, documents and tests them reads it. */
import type { Result } from '@vidimus/engine/standards';
import type { z } from 'zod';
import type { DatabaseTransaction } from '../db/transaction.ts';
import type { Right } from '../people/right.ts';
import type { Caller, CallerKind } from './caller.ts';
import type { Problem } from './problem.ts';

/** A request after its parts were parsed, inside a transaction with the caller's organization set. */
export type RouteRequest<Params, Query, Body> = {
  readonly trx: DatabaseTransaction;
  readonly caller: Caller;
  readonly params: Params;
  readonly query: Query;
  readonly body: Body;
  /** Of routes with `upload`: the whole body, bounded. */
  readonly bytes: Buffer;
  /** As the request declared it, e.g. `image/jpeg`. */
  readonly mediaType: string;
  /** The caller's clock: in test mode it can be set. */
  readonly now: Date;
  /** Network address of whoever asks, IPv6 cut to its /64; undefined for a request that was made in this process. */
  readonly address: string | undefined;
  /** What the client says it is. Never kept as it is: with an address it tells people apart. */
  readonly userAgent?: string | undefined;
  /** Of the cookie of an account, whoever asks: also one whose session is over tells a device that is known. */
  readonly accountToken?: string | undefined;
  /** What a stream of events had told last (`Last-Event-ID`). */
  readonly lastEventId?: string | undefined;
  readonly requestId: string;
  readonly signal: AbortSignal;
};

/** Signing in and out: the cookie's name and attributes are the http layer's. */
export type SessionChange =
  | { readonly token: string; readonly maxAgeSeconds: number; readonly holder?: 'account' }
  | 'ended'
  | 'account-ended';

export type Reply =
  | { readonly status: 200 | 201 | 202; readonly body: unknown; readonly session?: SessionChange }
  | { readonly status: 204; readonly session?: SessionChange }
  /** Server-sent events, for as long as it lasts. */
  | { readonly status: 200; readonly stream: ReadableStream<Uint8Array> }
  /** A file; `name` is offered for saving. */
  | { readonly status: 200; readonly file: Uint8Array; readonly mediaType: string; readonly name?: string };

export type RouteSpec<Params extends z.ZodType, Query extends z.ZodType, Body extends z.ZodType> = {
  readonly method: 'get' | 'post' | 'put' | 'patch' | 'delete';
  /** With `{name}` for parameters, as OpenAPI writes them: `/v1/verifications/{id}`. */
  readonly path: string;
  /** In the contract and its page: `verifications`. */
  readonly tag: string;
  /** Unique; the name of the method in the sdk: `createVerification`. */
  readonly operationId: string;
  readonly summary: string;
  readonly description?: string;
  /** Who may ask. Empty: everybody, without a transaction's organization, and `handle` must not use `trx`. */
  readonly callers: readonly CallerKind[];
  /**
   * `handle` opens its own transactions, through what its domain was handed, and must not use `trx`: for slow work between
   * two of them, or for what must stand although the answer is a refusal (a failed attempt that was counted).
   */
  readonly transactions?: 'own';
  /** What an API key or member must be allowed. */
  readonly right?: Right;
  /** Neither the request nor its answer may be stored, not even for a repetition under the same Idempotency-Key: it changes nothing. */
  readonly keepsNothing?: true;
  readonly params?: Params;
  readonly query?: Query;
  readonly body?: Body;
  /** Takes a raw body of one of these types instead of JSON. */
  readonly upload?: { readonly mediaTypes: readonly string[]; readonly maxBytes: number };
  /** By status, the schema of the body; `file` for one that is no JSON, `stream` for events. */
  readonly answers: Readonly<Record<number, z.ZodType | 'none' | 'file' | 'stream'>>;
  /** Codes of the refusals beside those that every route knows. */
  readonly problems: readonly { readonly status: Problem['status']; readonly code: string }[];
  readonly handle: (
    request: RouteRequest<z.output<Params>, z.output<Query>, z.output<Body>>,
  ) => Promise<Result<Reply, Problem>>;
};

/** A route whose own types are known to itself alone. */
export type Route = Omit<RouteSpec<z.ZodType, z.ZodType, z.ZodType>, 'handle'> & {
  readonly handle: (request: RouteRequest<never, never, never>) => Promise<Result<Reply, Problem>>;
};

/** A route, with the types of its parts checked here. */
export function route<Params extends z.ZodType, Query extends z.ZodType, Body extends z.ZodType>(
  spec: RouteSpec<Params, Query, Body>,
): Route {
  return spec;
}
