/** Whether this caller may ask this route at all; what of the rows they may see, row-level security and the route say. */
import type { Caller } from './caller.ts';
import { type Problem, problem } from './problem.ts';
import type { Route } from './route.ts';

const CALLER_WORDS = {
  api_key: 'API keys',
  member: 'members who signed in',
  applicant: 'the token of an applicant’s link',
  account: 'people signed in to their account',
  recipient: 'the token of a code’s page',
} as const;

/** Undefined when they may. A right is asked of keys and members; a link and an account carry none: they open what is theirs. */
export function whyNotServed(route: Pick<Route, 'callers' | 'right'>, caller: Caller): Problem | undefined {
  if (!route.callers.includes(caller.kind)) {
    const served = route.callers.map((kind) => CALLER_WORDS[kind]).join(' and ');
    return problem('auth.caller-not-served', `This route serves ${served}.`);
  }
  if (route.right === undefined || !('rights' in caller) || caller.rights.has(route.right)) return undefined;
  const who = caller.kind === 'api_key' ? 'This key' : 'This member';
  return problem('auth.right-missing', `${who} lacks the right \`${route.right}\`.`);
}

/** Methods that change nothing (RFC 9110 §9.2.1). */
const SAFE = new Set(['GET', 'HEAD']);

/**
 * A browser sends the cookie for whoever asks it to: a request that changes something must come from a page of ours, and
 * says so by `Origin` (OWASP, cross-site request forgery). Undefined when it does.
 */
export function whyNotFromHere(
  method: string,
  origin: string | undefined,
  ownOrigins: readonly string[],
): Problem | undefined {
  if (origin === undefined ? SAFE.has(method) : ownOrigins.includes(origin)) return undefined;
  return problem(
    'auth.origin-refused',
    'A session is used from the pages of this server only. Elsewhere, use an API key.',
  );
}
