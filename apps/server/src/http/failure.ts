/** What an exception means to the caller, and what of it may be logged. */
import { type Problem, problem } from './problem.ts';

/** Of one error: where it came from, never what it says, because a message may quote a document. */
export type FailureFacts = {
  readonly name: string;
  readonly code?: string;
  readonly frames: readonly string[];
  readonly cause?: FailureFacts;
};

const DISK_FULL_SECONDS = 60;
const BUSY_SECONDS = 2;
const MOST_FRAMES = 12;
const MOST_CAUSES = 5;

/** PostgreSQL appendix A; the last three are Node's. */
const AWAY = new Set([
  '57P01', // admin_shutdown
  '57P02', // crash_shutdown
  '57P03', // cannot_connect_now
  '53300', // too_many_connections
  '08000',
  '08003',
  '08006', // connection exceptions
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
]);
/** What pg 8.23 says without a code when the connection is lost under a query, or was before it. */
const LOST: ReadonlySet<string> = new Set([
  'Connection terminated',
  'Connection terminated unexpectedly',
  'Client has encountered a connection error and is not queryable',
]);
/** serialization_failure, deadlock_detected: the same request succeeds when it is sent again. */
const COLLIDED = new Set(['40001', '40P01']);
/** PostgreSQL's disk_full, Node's, and what our stores say. */
const FULL = new Set(['53100', 'ENOSPC', 'EDQUOT', 'storage.full']);

/** The problem that is answered for an exception. */
export function problemOfFailure(error: unknown): Problem {
  const codes = codesOf(error);
  if (codes.some((code) => FULL.has(code))) {
    const detail = 'Nothing of this request was stored. The operator was told; try again later.';
    return problem('storage.full', detail, { retryAfter: DISK_FULL_SECONDS });
  }
  if (codes.some((code) => AWAY.has(code)) || isLost(error)) {
    const detail = 'Nothing of this request was stored. Send it again.';
    return problem('server.database-unavailable', detail, { retryAfter: BUSY_SECONDS });
  }
  if (codes.some((code) => COLLIDED.has(code))) {
    const detail = 'Another request changed the same thing. Nothing of this one was stored; send it again.';
    return problem('server.busy', detail, { retryAfter: BUSY_SECONDS });
  }
  return problem('server.failed', 'Nothing of this request was stored. Our log has the reason under the request_id.');
}

/** Name, code and places of an exception and of its causes. */
export function failureFacts(error: unknown, depth = 0): FailureFacts {
  if (!(error instanceof Error)) return { name: typeof error, frames: [] };
  const code = codeOf(error);
  // The stack begins with the message, which may have several lines; frames begin with "at".
  const frames = (error.stack ?? '').split('\n').filter((line) => /^\s+at \S/.test(line) && /:\d+:\d+\)?$/.test(line));
  return {
    name: error.name,
    ...(code === undefined ? {} : { code }),
    frames: frames.slice(0, MOST_FRAMES).map((line) => line.trim()),
    ...(error.cause === undefined || depth >= MOST_CAUSES ? {} : { cause: failureFacts(error.cause, depth + 1) }),
  };
}

/** A socket of the embedded database is gone, not refused, while that is opened again. */
function isLost(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  return LOST.has(error.message) || ('syscall' in error && error.syscall === 'connect');
}

function codesOf(error: unknown, depth = 0): readonly string[] {
  if (!(error instanceof Error) || depth > MOST_CAUSES) return [];
  const code = codeOf(error);
  return [...(code === undefined ? [] : [code]), ...codesOf(error.cause, depth + 1)];
}

function codeOf(error: Error): string | undefined {
  return 'code' in error && typeof error.code === 'string' && /^[\w.-]{1,60}$/.test(error.code)
    ? error.code
    : undefined;
}
