/** A refusal on the wire (RFC 9457 problem details). A verification's outcome is never one. */
import {
  type KnownProblemCode,
  PROBLEMS,
  type ProblemDocument,
  problemTitle,
  type ReasonView,
} from '@vidimus/protocol';

export type Problem = {
  readonly status: 400 | 401 | 403 | 404 | 405 | 408 | 409 | 413 | 415 | 422 | 429 | 500 | 503 | 507;
  /** Stable, dotted: `verification.not-found`. */
  readonly code: string;
  /** One plain sentence: what is wrong, and the way out. Never personal data. */
  readonly detail: string;
  /** Which parts of the request; JSON Pointers (RFC 6901) into the body, or `?name` for a query parameter. */
  readonly errors?: readonly { readonly pointer: string; readonly detail: string }[];
  /** Of the registry, in the applicant's language; its values are disclosed to the applicant alone. */
  readonly reason?: ReasonView;
  /** Seconds after which the same request may do better. */
  readonly retryAfter?: number;
};

/** Those of the table that are answered by a route; 431 is answered before there is one. */
type RouteProblemCode = Exclude<KnownProblemCode, 'request.headers-too-large'>;

/** A problem of the table, with its status. */
export function problem(
  code: RouteProblemCode,
  detail: string,
  more: Pick<Problem, 'errors' | 'retryAfter'> = {},
): Problem {
  return { status: PROBLEMS[code].status, code, detail, ...more };
}

/** As it is sent. `type` is a path on this server, where the code is explained. */
export function problemDocument(refused: Problem, requestId: string): ProblemDocument {
  return {
    type: `/docs/problems#${refused.code}`,
    title: problemTitle(refused.code),
    status: refused.status,
    detail: refused.detail,
    code: refused.code,
    ...(refused.errors === undefined ? {} : { errors: [...refused.errors] }),
    ...(refused.reason === undefined ? {} : { reason: refused.reason }),
    request_id: requestId,
  };
}
