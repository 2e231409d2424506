import { PROBLEMS } from '@vidimus/protocol';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import type { OpenDatabase } from '../../db/open-database.ts';
import { openTestDatabase, TEST_DATABASES } from '../../db/test-database.fixture.ts';
import { type Route, route } from '../route.ts';
import { CREDENTIALS, openTestApp, sampleRoutes, TEST_ORGANIZATION, type TestApp } from '../test-app.fixture.ts';
import { parserOf } from './contract-parser.fixture.ts';
import { exampleOf } from './example-of.ts';
import type { Schema } from './open-api.ts';
import { openApiDocument } from './openapi-document.ts';

const ROUTES = sampleRoutes({ fail: () => new Error('fail'), wait: async () => {} });
const SAMPLE = 'pol_01JZZZZZZZZZZZZZZZZZZZZZZZ';

/** OpenAPI 3.1.1, the objects that we use, strictly: an unknown key or a missing one is a fault. */
const schemaObject = z.custom<Schema>((value) => typeof value === 'object' && value !== null);
const content = z.record(z.string(), z.strictObject({ schema: schemaObject.optional() }));
const operationObject = z.strictObject({
  operationId: z.string().regex(/^[a-z][A-Za-z]+$/),
  tags: z.array(z.string()).length(1),
  summary: z.string().min(1),
  description: z.string().optional(),
  'x-right': z.string().optional(),
  security: z.array(
    z
      .record(z.enum(['api_key', 'member', 'applicant']), z.array(z.never()))
      .or(z.record(z.string(), z.array(z.never()))),
  ),
  parameters: z.array(
    z.strictObject({
      name: z.string(),
      in: z.enum(['path', 'query', 'header']),
      required: z.boolean(),
      description: z.string().optional(),
      schema: schemaObject,
    }),
  ),
  requestBody: z.strictObject({ required: z.boolean(), content }).optional(),
  responses: z.record(
    z.string().regex(/^[1-5]\d\d$/),
    z.strictObject({
      description: z.string().min(1),
      content: content.optional(),
      'x-codes': z.array(z.string()).optional(),
    }),
  ),
});
const documentObject = z.strictObject({
  openapi: z.literal('3.1.1'),
  info: z.strictObject({ title: z.string(), version: z.string(), description: z.string() }),
  servers: z.array(z.strictObject({ url: z.string() })),
  tags: z.array(z.strictObject({ name: z.string() })),
  paths: z.record(
    z.string().startsWith('/'),
    z.partialRecord(z.enum(['get', 'post', 'put', 'patch', 'delete']), operationObject),
  ),
  components: z.strictObject({
    schemas: z.record(z.string().regex(/^[\w.-]+$/), schemaObject),
    securitySchemes: z.record(
      z.string(),
      z.strictObject({
        type: z.enum(['http', 'apiKey']),
        scheme: z.string().optional(),
        in: z.string().optional(),
        name: z.string().optional(),
        description: z.string(),
      }),
    ),
  }),
});

const contract = openApiDocument(ROUTES, { version: '1.2.3' });

test('the document is OpenAPI 3.1', () => {
  expect(z.prettifyError(documentObject.safeParse(contract).error ?? new z.ZodError([]))).toBe('');
});

test('every reference leads somewhere', () => {
  const references = [...JSON.stringify(contract).matchAll(/"\$ref":"([^"]+)"/g)].map(([, ref]) => ref ?? '');
  expect(references.length).toBeGreaterThan(0);
  const known = Object.keys(contract.components.schemas).map((name) => `#/components/schemas/${name}`);
  expect(references.filter((ref) => !known.includes(ref))).toEqual([]);
});

test('what is sent and what is answered under one id are two schemas', () => {
  const one = z.object({ at: z.string().default('now') }).meta({ id: 'One' });
  const both: Route = route({
    method: 'post',
    path: '/v1/ones',
    tag: 'ones',
    operationId: 'makeOne',
    summary: 's',
    callers: [],
    body: one,
    answers: { 200: one, 201: z.object({ one }) },
    problems: [],
    handle: async ({ body }) => ({ ok: true, value: { status: 200, body } }),
  });
  const { schemas } = openApiDocument([both], { version: '1' }).components;
  expect(schemas.OneInput?.required).toBeUndefined();
  expect(schemas.One?.required).toEqual(['at']);
  expect(schemas.MakeOneAnswer?.properties).toEqual({ one: { $ref: '#/components/schemas/One' } });
});

test('a route whose path and parameters do not agree is a bug', () => {
  const wrong = ROUTES.filter(({ operationId }) => operationId === 'getSample').map((one) => ({
    ...one,
    path: '/v1/samples/{ID}',
  }));
  expect(() => openApiDocument(wrong, { version: '1' })).toThrow(/getSample/);
});

test.each(ROUTES.map((one) => [one.operationId, one] as const))(
  'the example of %s is one that its schemas take',
  (_, one) => {
    const { schemas } = contract.components;
    const operation = contract.paths[one.path]?.[one.method];
    const body = operation?.requestBody?.content['application/json']?.schema;
    if (body !== undefined) expect(one.body?.safeParse(exampleOf(body, schemas)).error).toBeUndefined();
    for (const [status, answer] of Object.entries(one.answers)) {
      const schema = operation?.responses[status]?.content?.['application/json']?.schema;
      if (schema !== undefined && typeof answer === 'object') {
        expect(answer.safeParse(exampleOf(schema, schemas)).error).toBeUndefined();
      }
    }
  },
);

describe.each(TEST_DATABASES)('on the %s database', (kind) => {
  let opened: OpenDatabase;
  let app: TestApp;
  beforeAll(async () => {
    opened = await openTestDatabase(kind);
    const created_at = new Date();
    await opened.db.insertInto('organization').values({ id: TEST_ORGANIZATION, name: 'o', created_at }).execute();
    await opened.db
      .insertInto('policy')
      .values({ id: SAMPLE, organization_id: TEST_ORGANIZATION, name: 'n', created_at })
      .execute();
    app = await openTestApp(opened);
  });
  afterAll(async () => {
    await app.close();
    await opened.close();
  });

  test('the served contract is that of the routes', async () => {
    const served = await fetch(`${app.url}/v1/openapi.json`);
    expect(await served.json()).toEqual(JSON.parse(JSON.stringify(openApiDocument(app.routes, { version: '0.0.0' }))));
  });

  const writer = CREDENTIALS.writer;
  test.each([
    ['getSample', 'get', '/v1/samples/{id}', writer, undefined, 200],
    ['listSamples', 'get', '/v1/samples', writer, undefined, 200],
    ['makeSample', 'post', '/v1/samples', writer, { name: 'n' }, 201],
    ['makeSample', 'post', '/v1/samples', writer, { name: 'refuse-409' }, 409],
    ['makeSample', 'post', '/v1/samples', writer, { name: 'refuse-404' }, 404],
    ['makeSample', 'post', '/v1/samples', writer, { name: 1 }, 422],
    ['makeSample', 'post', '/v1/samples', CREDENTIALS.reader, { name: 'n' }, 403],
    ['makeSample', 'post', '/v1/samples', 'x', { name: 'n' }, 401],
    ['failSample', 'post', '/v1/samples/fail', writer, {}, 500],
    ['waitSample', 'post', '/v1/samples/wait', writer, {}, 204],
    ['strayFromContract', 'post', '/v1/samples/stray', writer, {}, 500],
    ['getFile', 'get', '/v1/samples/{id}/file', CREDENTIALS.link, undefined, 200],
  ])('%s (%s %s as %s with %o): the answer %i is as published', async (_, method, path, token, body, status) => {
    const response = await fetch(app.url + path.replace('{id}', SAMPLE), {
      method,
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      body: body === undefined ? null : JSON.stringify(body),
    });
    expect(response.status).toBe(status);
    const published = contract.paths[path]?.[method]?.responses[status];
    expect(published).toBeDefined();
    const type = response.headers.get('content-type') ?? '';
    if (status === 204) expect(published?.content).toBeUndefined();
    else if (type === 'application/pdf') expect(published?.content).toHaveProperty(['*/*']);
    else {
      const parsed = parserOf(published?.content?.[type]?.schema ?? {}, contract).safeParse(await response.json());
      expect(parsed.error).toBeUndefined();
    }
  });

  test('a body that the published schema refuses is refused by the route, and the other way round', async () => {
    const published = contract.paths['/v1/samples']?.post?.requestBody?.content['application/json']?.schema ?? {};
    const parser = parserOf(published, contract);
    for (const body of [
      {},
      { name: '' },
      { name: 'n' },
      { name: 'n', tags: [{}] },
      { name: 'n', other: 1 },
      [],
      { name: 'a'.repeat(41) },
    ]) {
      const response = await fetch(`${app.url}/v1/samples`, {
        method: 'POST',
        headers: { authorization: `Bearer ${writer}`, 'content-type': 'application/json' },
        body: JSON.stringify(body),
      });
      expect([body, response.status]).toEqual([body, parser.safeParse(body).success ? 201 : 422]);
    }
  });
});

test('every code that the http layer answers is in the contract of some route, or comes before there is one', () => {
  const published = Object.values(contract.paths)
    .flatMap((methods) => Object.values(methods))
    .flatMap((operation) => Object.values(operation.responses))
    .flatMap((response) => response['x-codes'] ?? []);
  const before = ['route.unknown', 'route.method-unknown', 'request.headers-too-large'];
  expect(Object.keys(PROBLEMS).filter((code) => !published.includes(code) && !before.includes(code))).toEqual([]);
});
