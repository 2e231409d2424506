/** What a request shows to say who asks, before anybody looked it up. */
import type { Result } from '@vidimus/engine/standards';
import type { Context } from 'hono';
import { getCookie } from 'hono/cookie';
import type { Mode } from '../db/schema.ts';
import type { CallerKind } from './caller.ts';
import { type Problem, problem } from './problem.ts';

export type Credential =
  | { readonly kind: 'api_key'; readonly secret: string; readonly mode: Mode }
  | { readonly kind: 'applicant'; readonly token: string }
  | { readonly kind: 'recipient'; readonly token: string }
  | { readonly kind: 'member'; readonly token: string; readonly mode: Mode }
  | { readonly kind: 'account'; readonly token: string };

/** `__Host-`: browsers take it over HTTPS only, for this host and every path (RFC 6265bis §4.1.3.2). */
export const SESSION_COOKIE = '__Host-vidimus_session';
/** Of an applicant's account; a browser may hold both. */
export const ACCOUNT_COOKIE = '__Host-vidimus_account';
/** Which of the two a member is looking at. Left out: live. */
export const MODE_HEADER = 'Vidimus-Mode';

/** Longer than any credential of ours; what is longer is not looked up. */
const LONGEST = 200;
const BEARER = /^Bearer +([\w.~+/-]+=*)$/i;
const SOME_BEARER = /^Bearer +\S/i;
const API_KEY = /^sk_(live|test)_/;
/** Of a link that applies, or of a receipt. */
const APPLICANT_TOKEN = /^v[ar]t_/;
/** Of the page of a one-time code. */
const RECIPIENT_TOKEN = /^vcp_/;

/**
 * The credential of a request. A bearer token goes before a cookie, which browsers send unasked; of two cookies, the one that
 * the route serves.
 * Problems: `auth.credential-missing`, `auth.credential-unknown`, `request.header-invalid`.
 */
export function readCredential(c: Context, callers: readonly CallerKind[]): Result<Credential, Problem> {
  const header = c.req.header('authorization');
  if (header !== undefined) return bearer(header);
  const account = readAccountToken(c);
  const token = getCookie(c, SESSION_COOKIE);
  if (account !== undefined && (callers.includes('account') || token === undefined)) {
    return { ok: true, value: { kind: 'account', token: account } };
  }
  if (token === undefined || token === '') {
    const detail = 'Send `Authorization: Bearer` with an API key or the token of a link, or sign in.';
    return { ok: false, error: problem('auth.credential-missing', detail) };
  }
  if (token.length > LONGEST) return { ok: false, error: unknownCredential() };
  const mode = c.req.header(MODE_HEADER) ?? 'live';
  if (mode !== 'live' && mode !== 'test') {
    return { ok: false, error: problem('request.header-invalid', `\`${MODE_HEADER}\` is \`live\` or \`test\`.`) };
  }
  return { ok: true, value: { kind: 'member', token, mode } };
}

/** The token of an account's session, whether it still counts or not. */
export function readAccountToken(c: Context): string | undefined {
  const token = getCookie(c, ACCOUNT_COOKIE);
  return token === undefined || token === '' || token.length > LONGEST ? undefined : token;
}

/** The same words for a wrong, an ended and a revoked credential: which one it is, is nobody's business. */
export function unknownCredential(): Problem {
  return problem('auth.credential-unknown', 'The key, token or session is not known, was revoked or has ended.');
}

function bearer(header: string): Result<Credential, Problem> {
  if (!SOME_BEARER.test(header)) {
    const detail = 'The header is `Authorization: Bearer`, a space, and the whole API key or the token of a link.';
    return { ok: false, error: problem('auth.credential-missing', detail) };
  }
  const secret = BEARER.exec(header)?.[1] ?? '';
  if (secret === '' || secret.length > LONGEST) return { ok: false, error: unknownCredential() };
  const mode = API_KEY.exec(secret)?.[1];
  if (mode === 'live' || mode === 'test') return { ok: true, value: { kind: 'api_key', secret, mode } };
  if (APPLICANT_TOKEN.test(secret)) return { ok: true, value: { kind: 'applicant', token: secret } };
  if (RECIPIENT_TOKEN.test(secret)) return { ok: true, value: { kind: 'recipient', token: secret } };
  return { ok: false, error: unknownCredential() };
}
