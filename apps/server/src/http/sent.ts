/** An answer, ready to be sent: what a route replied or refused with, in bytes. */

import { ACCOUNT_COOKIE, SESSION_COOKIE } from './credential.ts';
import { type Problem, problemDocument } from './problem.ts';
import type { Reply, SessionChange } from './route.ts';

export type Sent = {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | Uint8Array<ArrayBuffer> | ReadableStream<Uint8Array> | null;
};

const JSON_TYPE = 'application/json';
export const PROBLEM_TYPE = 'application/problem+json';

/** What a route replied. */
export function sentReply(reply: Reply): Sent {
  if ('file' in reply) {
    const disposition =
      reply.name === undefined ? 'attachment' : `attachment; filename*=UTF-8''${extValue(reply.name)}`;
    return {
      status: reply.status,
      headers: { 'Content-Type': reply.mediaType, 'Content-Disposition': disposition },
      body: new Uint8Array(reply.file),
    };
  }
  if ('stream' in reply) {
    // Proxies that gather an answer before they hand it on are told not to.
    return {
      status: 200,
      headers: { 'Content-Type': 'text/event-stream', 'X-Accel-Buffering': 'no' },
      body: reply.stream,
    };
  }
  const cookie =
    'session' in reply && reply.session !== undefined ? { 'Set-Cookie': sessionCookie(reply.session) } : {};
  if (!('body' in reply)) return { status: reply.status, headers: cookie, body: null };
  return {
    status: reply.status,
    headers: { 'Content-Type': JSON_TYPE, ...cookie },
    body: JSON.stringify(reply.body),
  };
}

/** What a request was refused with. */
export function sentProblem(refused: Problem, requestId: string, headers: Readonly<Record<string, string>> = {}): Sent {
  return {
    status: refused.status,
    headers: {
      'Content-Type': PROBLEM_TYPE,
      ...(refused.status === 401 ? { 'WWW-Authenticate': 'Bearer' } : {}),
      ...(refused.retryAfter === undefined ? {} : { 'Retry-After': String(refused.retryAfter) }),
      ...headers,
    },
    body: JSON.stringify(problemDocument(refused, requestId)),
  };
}

/** Characters beside those that `encodeURIComponent` escapes (RFC 8187 §3.2.1). */
function extValue(name: string): string {
  return encodeURIComponent(name).replaceAll(/['()*!]/g, (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`);
}

function sessionCookie(session: SessionChange): string {
  const name = isOfAccount(session) ? ACCOUNT_COOKIE : SESSION_COOKIE;
  const [token, maxAge] = typeof session === 'string' ? ['', 0] : [session.token, session.maxAgeSeconds];
  return `${name}=${token}; Path=/; Secure; HttpOnly; SameSite=Strict; Max-Age=${maxAge}`;
}

function isOfAccount(session: SessionChange): boolean {
  return typeof session === 'string' ? session === 'account-ended' : session.holder === 'account';
}
