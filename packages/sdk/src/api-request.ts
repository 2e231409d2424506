/** What the generated methods hand to whoever carries it: one request, and what may be done when it fails. */
import type { Photograph } from './photograph.ts';

export type ApiRequest = {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** With its parameters filled in: `/v1/verifications/ver_01J…`. */
  readonly path: string;
  /** Keys without a value are left out. */
  readonly query?: object | undefined;
  /** Sent as JSON. */
  readonly body?: unknown;
  /** Sent as it is, instead of JSON. */
  readonly upload?: { readonly photograph: Photograph; readonly mediaType: string | undefined };
  /**
   * Whether it may be sent twice: `safe`, because it changes nothing or sets the same again; `keyed`, because its
   * `Idempotency-Key` makes one effect of several; `never`.
   */
  readonly repeat: 'safe' | 'keyed' | 'never';
};

/** Of one call. */
export type CallOptions = {
  /** Ends the call, and every try after it. */
  readonly signal?: AbortSignal;
  /**
   * 1 to 255 visible ASCII characters, for calls that make something: the same key within 24 hours has the same answer and no
   * second effect. Left out, every call has one of its own, which holds for its tries. Give one that outlives your process, such
   * as the number of an order, where the call may be made again after a crash.
   */
  readonly idempotencyKey?: string;
};

/** By what comes back. Every one throws `VidimusProblem` for a refusal and `VidimusUnreachable` where no answer came. */
export type Transport = {
  readonly json: <Answer>(request: ApiRequest, options: CallOptions | undefined) => Promise<Answer>;
  readonly nothing: (request: ApiRequest, options: CallOptions | undefined) => Promise<void>;
  readonly file: (request: ApiRequest, options: CallOptions | undefined) => Promise<Blob>;
};
