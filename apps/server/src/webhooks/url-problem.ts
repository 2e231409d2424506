/** Why a URL is not taken, in a sentence with the way out. */
import type { Problem } from '../http/problem.ts';
import type { UrlRefused } from './webhook-url.ts';

const WAYS_OUT: Readonly<Record<UrlRefused['code'], string>> = {
  'webhook-url.malformed':
    'The URL does not read as one without being mended. Write it as `https://host/path`, without spaces, backslashes or a dot after the host, in at most 2048 characters.',
  'webhook-url.not-https': 'Events are sent over https alone.',
  'webhook-url.has-credentials':
    'A URL with a user or an `@` before the host is not taken. Trust the signature instead of a password.',
  'webhook-url.has-fragment': 'The part from `#` on never reaches a server. Leave it out.',
  'webhook-url.port-not-allowed': 'Use port 443, or one from 1024 up: the others belong to services of another kind.',
  'webhook-url.address-in-disguise':
    'Write an address in its usual form (203.0.113.7, [2001:db8::7]), or better, use a name.',
  'webhook-url.local-name': 'That name means something inside of one network only. Use one of the public internet.',
  'webhook-address.not-global':
    'That address is not one of the public internet. Whoever runs this server can allow networks of their own.',
};

/** 422, with the URL's own place in the body. */
export function urlProblem(refused: UrlRefused): Problem {
  const detail = WAYS_OUT[refused.code];
  return { status: 422, code: refused.code, detail, errors: [{ pointer: '/url', detail: factOf(refused) }] };
}

/** What the routes that take a URL say in their contract. */
export const URL_PROBLEMS = Object.keys(WAYS_OUT).map((code) => ({ status: 422, code }) as const);

function factOf(refused: UrlRefused): string {
  if ('range' in refused) return `in the range ${refused.range}`;
  if ('port' in refused) return `port ${refused.port}`;
  return 'scheme' in refused ? `scheme ${refused.scheme}` : 'not taken';
}
