/** The contract: OpenAPI 3.1 of the very schemas that validate. */
import { type KnownProblemCode, PROBLEMS, problemSchema, problemTitle } from '@vidimus/protocol';
import { ACCOUNT_COOKIE, MODE_HEADER, SESSION_COOKIE } from '../credential.ts';
import { IDEMPOTENCY_HEADER } from '../idempotency.ts';
import { isKeyed } from '../keyed-route.ts';
import type { Route } from '../route.ts';
import type { Content, OpenApiDocument, Operation, Parameter, Response, SecurityScheme } from './open-api.ts';
import { type SchemaComponents, schemaComponents } from './schema-components.ts';

const SECURITY_SCHEMES: Readonly<Record<Route['callers'][number], SecurityScheme>> = {
  api_key: { type: 'http', scheme: 'bearer', description: 'An API key, `sk_live_…` or `sk_test_…`: for your servers.' },
  applicant: {
    type: 'http',
    scheme: 'bearer',
    description: 'The token of an applicant’s link, `vat_…`: for one verification.',
  },
  recipient: {
    type: 'http',
    scheme: 'bearer',
    description: 'The token of a one-time code’s page, `vcp_…`: for one code.',
  },
  member: {
    type: 'apiKey',
    in: 'cookie',
    name: SESSION_COOKIE,
    description: 'A member who signed in. What changes something has to come from a page of this server (`Origin`).',
  },
  account: {
    type: 'apiKey',
    in: 'cookie',
    name: ACCOUNT_COOKIE,
    description:
      'An applicant signed in to their account. What changes something has to come from a page of this server.',
  },
};

/** What every route may refuse with, and when. */
const ALWAYS: readonly KnownProblemCode[] = [
  'request.parameters-invalid',
  'request.header-invalid',
  'request.rate-limited',
  'server.failed',
  'server.busy',
  'server.database-unavailable',
];
const WITH_CALLER: readonly KnownProblemCode[] = [
  'auth.credential-missing',
  'auth.credential-unknown',
  'auth.caller-not-served',
];
const WITH_BODY: readonly KnownProblemCode[] = [
  'request.body-too-slow',
  'request.body-too-large',
  'request.media-type-unknown',
];
const WITH_JSON: readonly KnownProblemCode[] = ['request.json-malformed', 'request.body-invalid'];

/** `version` is the product's. Throws for a route whose path and parameters do not agree: that is a bug. */
export function openApiDocument(routes: readonly Route[], about: { readonly version: string }): OpenApiDocument {
  const components = schemaComponents();
  components.refer(problemSchema, 'output', 'Problem');
  const paths: Record<string, Record<string, Operation>> = {};
  for (const route of routes) {
    paths[route.path] = { ...paths[route.path], [route.method]: operationOf(route, components) };
  }
  return {
    openapi: '3.1.1',
    info: {
      title: 'Vidimus',
      version: about.version,
      description:
        'Identity verification that always says why. A refused request is a problem document (RFC 9457); what a verification ended with never is one.',
    },
    servers: [{ url: '/' }],
    tags: tagsOf(routes).map((name) => ({ name })),
    paths,
    components: { schemas: components.all(), securitySchemes: SECURITY_SCHEMES },
  };
}

/** As a reader begins: the life of a verification, what surrounds it, and who may ask. */
const TAGS = [
  'verifications',
  'applicant',
  'reviews',
  'reports',
  'policies',
  'events',
  'webhooks',
  'test mode',
  'reason codes',
  'audit',
  'api keys',
  'members',
  'session',
];

function tagsOf(routes: readonly Route[]): readonly string[] {
  const used = new Set(routes.map(({ tag }) => tag));
  return [...TAGS.filter((tag) => used.has(tag)), ...[...used].filter((tag) => !TAGS.includes(tag)).toSorted()];
}

function operationOf(route: Route, components: SchemaComponents): Operation {
  const { operationId, tag, summary, description, right, callers } = route;
  const body = requestBodyOf(route, components);
  return {
    operationId,
    tags: [tag],
    summary,
    ...(description === undefined ? {} : { description }),
    ...(right === undefined ? {} : { 'x-right': right }),
    security: callers.map((kind) => ({ [kind]: [] })),
    parameters: [
      ...parametersOf(route, 'path', components),
      ...parametersOf(route, 'query', components),
      ...headersOf(route),
    ],
    ...(body === undefined ? {} : { requestBody: body }),
    responses: { ...answersOf(route, components), ...problemsOf(route) },
  };
}

function parametersOf(route: Route, where: 'path' | 'query', components: SchemaComponents): readonly Parameter[] {
  const schema = where === 'path' ? route.params : route.query;
  const { properties = {}, required = [] } = schema === undefined ? {} : components.inline(schema);
  if (where === 'path') {
    const inPath = [...route.path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name).toSorted();
    const declared = Object.keys(properties).toSorted();
    if (inPath.join() !== declared.join()) {
      throw new Error(`${route.operationId} declares the parameters ${declared.join()} for ${route.path}`);
    }
  }
  return Object.entries(properties).map(([name, { description, ...rest }]) => ({
    name,
    in: where,
    required: where === 'path' || required.includes(name),
    ...(description === undefined ? {} : { description }),
    schema: rest,
  }));
}

function headersOf(route: Route): readonly Parameter[] {
  const headers: Parameter[] = [];
  if (isKeyed(route)) {
    headers.push({
      name: IDEMPOTENCY_HEADER,
      in: 'header',
      required: false,
      description: 'Sent again with the same key within 24 hours, the request gets its first answer and does nothing.',
      schema: { type: 'string', minLength: 1, maxLength: 255 },
    });
  }
  if (route.callers.includes('member')) {
    headers.push({
      name: MODE_HEADER,
      in: 'header',
      required: false,
      description: 'What a member looks at. A key has its own mode.',
      schema: { type: 'string', enum: ['live', 'test'], default: 'live' },
    });
  }
  return headers;
}

function requestBodyOf(route: Route, components: SchemaComponents): Operation['requestBody'] {
  if (route.upload !== undefined) {
    return { required: true, content: Object.fromEntries(route.upload.mediaTypes.map((type) => [type, {}])) };
  }
  if (route.body === undefined) return undefined;
  const schema = components.refer(route.body, 'input', `${capital(route.operationId)}Body`);
  const required = !route.body.safeParse(undefined).success;
  return { required, content: { 'application/json': { schema } } };
}

function answersOf(route: Route, components: SchemaComponents): Readonly<Record<string, Response>> {
  return Object.fromEntries(
    Object.entries(route.answers).map(([status, answer]): [string, Response] => {
      if (answer === 'none') return [status, { description: 'Done; there is no body.' }];
      if (answer === 'stream')
        return [status, { description: 'Events, as they come.', content: { 'text/event-stream': {} } }];
      if (answer === 'file') return [status, { description: 'The file.', content: { '*/*': {} } }];
      const schema = components.refer(answer, 'output', `${capital(route.operationId)}Answer`);
      return [status, { description: 'Done.', content: { 'application/json': { schema } } }];
    }),
  );
}

/** By status, with the codes that come with it. */
function problemsOf(route: Route): Readonly<Record<string, Response>> {
  const content: Content = { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } };
  const codes = new Map<number, readonly string[]>();
  const known = knownCodesOf(route).map((code) => ({ status: PROBLEMS[code].status, code }));
  for (const { status, code } of [...route.problems, ...known]) {
    codes.set(status, [...new Set([...(codes.get(status) ?? []), code])]);
  }
  return Object.fromEntries(
    [...codes].map(([status, ofStatus]): [string, Response] => {
      const description = ofStatus.map((code) => `\`${code}\`: ${problemTitle(code)}.`).join('\n');
      return [String(status), { description, content, 'x-codes': ofStatus }];
    }),
  );
}

function knownCodesOf(route: Route): readonly KnownProblemCode[] {
  const changes = route.method !== 'get';
  return [
    ...ALWAYS,
    ...(route.callers.length > 0 ? WITH_CALLER : []),
    ...(route.right === undefined ? [] : (['auth.right-missing'] as const)),
    ...(changes && route.callers.includes('member') ? (['auth.origin-refused'] as const) : []),
    ...(changes ? (['request.malformed', ...WITH_BODY, 'storage.full'] as const) : []),
    ...(changes && route.upload === undefined ? WITH_JSON : []),
    ...(isKeyed(route) ? (['idempotency.key-reused'] as const) : []),
  ];
}

function capital(operationId: string): string {
  return operationId.charAt(0).toUpperCase() + operationId.slice(1);
}
