/** The generated files of the sdk, made of the routes that the server serves. */
import { join } from 'node:path';
import type { Route } from '../../apps/server/src/http/route.ts';
import { allRoutes } from '../../apps/server/src/routes.ts';
import { type Client, clientSource } from './client-source.ts';
import { schemaNames } from './schema-names.ts';

export const GENERATED_FOLDER = join(import.meta.dirname, '..', '..', 'packages', 'sdk', 'src', 'generated');

/** Text by name of the file. Throws for a route whose schemas are not exported by `@vidimus/protocol`. */
export function generatedSdk(): ReadonlyMap<string, string> {
  // Routes are declared here and never asked, so that they need none of their parts.
  const routes = allRoutes(JSON.parse('{}')).filter(({ answers }) => !Object.values(answers).includes('stream'));
  const names = schemaNames();
  const files = CLIENTS.map((client): [string, string] => [
    `${client.name}-api.ts`,
    clientSource(client, routes.filter(client.serves), names),
  ]);
  return new Map([['types.ts', names.source()], ...files]);
}

const CLIENTS: readonly (Client & { readonly serves: (route: Route) => boolean })[] = [
  {
    name: 'operator',
    about: 'What an API key may ask.',
    serves: (route) => route.callers.includes('api_key') || isForAnybody(route),
  },
  {
    name: 'applicant',
    about: 'What the token of an applicant’s link may ask.',
    own: 'applicant',
    serves: (route) => route.callers.includes('applicant') || isForAnybody(route),
  },
  {
    name: 'account',
    about: 'What somebody signed in to their account may ask, and how they sign in.',
    own: 'account',
    serves: ({ callers, tag }) => callers.includes('account') || (callers.length === 0 && tag === 'account'),
  },
  {
    name: 'recipient',
    about: 'What the token of a one-time code’s page may ask.',
    own: 'ownCode',
    serves: ({ callers }) => callers.includes('recipient'),
  },
  {
    name: 'member',
    about: 'What a member may ask, and how they sign in.',
    serves: ({ callers, tag }) => callers.includes('member') || (callers.length === 0 && tag !== 'account'),
  },
];

/** What needs no account, and is not a step of signing in to one. */
function isForAnybody({ callers, method, tag }: Route): boolean {
  return callers.length === 0 && method === 'get' && tag !== 'account';
}
