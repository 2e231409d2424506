/** A listening server with a few routes, on a real database, for the tests of this folder. */
import { randomUUID } from 'node:crypto';
import { Writable } from 'node:stream';
import type { Result } from '@vidimus/engine/standards';
import { idSchema, pageQuerySchema, pageSchema } from '@vidimus/protocol';
import { z } from 'zod';
import type { OpenDatabase } from '../db/open-database.ts';
import { type Listening, listenHttp } from '../http-listener.ts';
import { newId } from '../ids.ts';
import { openLog } from '../log.ts';
import { openMetrics } from '../metrics.ts';
import type { Right } from '../people/right.ts';
import { bodyBudget } from './body-budget.ts';
import type { Caller } from './caller.ts';
import { type AppParts, createApp } from './create-app.ts';
import type { Identify } from './identify-caller.ts';
import { pageOf, readCursor } from './page.ts';
import type { Problem } from './problem.ts';
import { rateLimiter, USUAL_RATE_LIMITS } from './rate-limit.ts';
import { type Route, route } from './route.ts';
import { testSealing } from './sealing.fixture.ts';
import { openTurns } from './turns.ts';

export const TEST_ORGANIZATION = 'org_http';
export const TEST_ORIGIN = 'https://verify.example';
export const UPLOAD_LIMIT = 64 * 1024;
export const TEST_BUDGET = 256 * 1024;

/** Bearer tokens and cookies that the test's `identify` knows, and the rights of each. */
export const CREDENTIALS = {
  reader: 'sk_test_reader',
  writer: 'sk_live_writer',
  link: 'vat_link',
  memberReader: 'member-reader',
  memberWriter: 'member-writer',
} as const;

const policySchema = z.strictObject({ id: idSchema('pol'), name: z.string() }).meta({ id: 'SamplePolicy' });
const id = z.strictObject({ id: idSchema('pol') });
const makeSchema = z.strictObject({
  name: z
    .string()
    .min(1)
    .max(40)
    .meta({ examples: ['Adults'] }),
  tags: z
    .array(z.strictObject({ word: z.string() }))
    .max(3)
    .default([]),
});

type Answer = Result<{ readonly status: 200; readonly body: { readonly id: string; readonly name: string } }, Problem>;
const NOT_FOUND = { status: 404, code: 'sample.not-found', detail: 'There is no such sample.' } as const;

/** `fail` is thrown by `failSample`; `wait` holds `waitSample` until it resolves. */
export function sampleRoutes(hooks: {
  readonly fail: () => Error;
  readonly wait: () => Promise<void>;
}): readonly Route[] {
  const both = ['api_key', 'member'] as const;
  const sample = { tag: 'samples', problems: [] } as const;
  const write = { ...sample, callers: both, right: 'policies:write' } as const;
  return [
    route({
      ...sample,
      method: 'get',
      path: '/v1/samples/{id}',
      operationId: 'getSample',
      summary: 'Look up a sample',
      callers: both,
      right: 'policies:read',
      params: id,
      answers: { 200: policySchema },
      problems: [NOT_FOUND],
      handle: async ({ trx, params }): Promise<Answer> => {
        const row = await trx
          .selectFrom('policy')
          .select(['id', 'name'])
          .where('id', '=', params.id)
          .executeTakeFirst();
        return row === undefined ? { ok: false, error: NOT_FOUND } : { ok: true, value: { status: 200, body: row } };
      },
    }),
    route({
      ...sample,
      method: 'get',
      path: '/v1/samples',
      operationId: 'listSamples',
      summary: 'List samples',
      callers: both,
      right: 'policies:read',
      query: pageQuerySchema,
      answers: { 200: pageSchema(policySchema) },
      handle: async ({ trx, query }) => {
        const after = readCursor(query.cursor);
        if (!after.ok) return after;
        let asked = trx
          .selectFrom('policy')
          .select(['id', 'name'])
          .orderBy('id', 'desc')
          .limit(query.limit + 1);
        if (after.value !== undefined) asked = asked.where('id', '<', after.value);
        return { ok: true, value: { status: 200, body: pageOf(await asked.execute(), query.limit, (row) => row) } };
      },
    }),
    route({
      ...write,
      method: 'post',
      path: '/v1/samples',
      operationId: 'makeSample',
      summary: 'Make a sample',
      description: 'Refuses the names `refuse-409`, `refuse-404` and `refuse-503` after it has written.',
      body: makeSchema,
      answers: { 201: policySchema },
      problems: [NOT_FOUND, { status: 409, code: 'sample.taken' }],
      handle: async ({ trx, caller, body, now }) => {
        const row = { id: newId('policy', now.getTime()), name: body.name };
        await trx
          .insertInto('policy')
          .values({ ...row, organization_id: caller.organizationId, created_at: now })
          .execute();
        const detail = 'The test asked for it.';
        if (body.name === 'refuse-409') return { ok: false, error: { status: 409, code: 'sample.taken', detail } };
        if (body.name === 'refuse-503') return { ok: false, error: { status: 503, code: 'server.busy', detail } };
        if (body.name === 'refuse-404') return { ok: false, error: NOT_FOUND };
        return { ok: true, value: { status: 201, body: row } };
      },
    }),
    route({
      ...write,
      method: 'post',
      path: '/v1/samples/fail',
      operationId: 'failSample',
      summary: 'Fail',
      answers: { 204: 'none' },
      handle: async () => {
        throw hooks.fail();
      },
    }),
    route({
      ...write,
      method: 'post',
      path: '/v1/samples/wait',
      operationId: 'waitSample',
      summary: 'Wait',
      transactions: 'own',
      answers: { 204: 'none' },
      handle: async () => {
        await hooks.wait();
        return { ok: true, value: { status: 204 } };
      },
    }),
    route({
      ...write,
      method: 'post',
      path: '/v1/samples/stray',
      operationId: 'strayFromContract',
      summary: 'Answer what was not promised',
      answers: { 200: policySchema },
      handle: async () => ({ ok: true, value: { status: 200, body: { id: 'Jörg Götz', name: 3 } } }),
    }),
    route({
      ...sample,
      method: 'put',
      path: '/v1/samples/{id}/photo',
      operationId: 'uploadPhoto',
      summary: 'Hand in a photo',
      callers: ['applicant'],
      // Many of them wait at once, and the embedded database has one connection.
      transactions: 'own',
      params: id,
      upload: { mediaTypes: ['image/jpeg', 'image/png'], maxBytes: UPLOAD_LIMIT },
      answers: { 200: z.strictObject({ bytes: z.int(), media_type: z.string() }) },
      handle: async ({ bytes, mediaType }) => {
        await hooks.wait();
        return { ok: true, value: { status: 200, body: { bytes: bytes.byteLength, media_type: mediaType } } };
      },
    }),
    route({
      ...sample,
      method: 'get',
      path: '/v1/samples/{id}/file',
      operationId: 'getFile',
      summary: 'Take the file',
      callers: ['applicant'],
      params: id,
      answers: { 200: 'file' },
      handle: async () => ({
        ok: true,
        value: { status: 200, file: Buffer.from('%PDF'), mediaType: 'application/pdf', name: "report's copy.pdf" },
      }),
    }),
    route({
      ...sample,
      method: 'post',
      path: '/v1/sign-in',
      operationId: 'signIn',
      summary: 'Sign in',
      callers: [],
      body: z.strictObject({ token: z.string() }),
      answers: { 204: 'none' },
      handle: async ({ body }) => ({
        ok: true,
        value: { status: 204, session: { token: body.token, maxAgeSeconds: 3600 } },
      }),
    }),
  ];
}

export type TestApp = {
  readonly server: Listening;
  readonly url: string;
  /** Asks in this process, as the loaders of pages do. */
  readonly request: (path: string, init?: RequestInit) => Response | Promise<Response>;
  readonly parts: AppParts;
  readonly routes: readonly Route[];
  /** Everything that was logged so far. */
  readonly logged: () => string;
  readonly close: () => Promise<void>;
};

/** Closing it leaves the database open. */
export async function openTestApp(
  opened: OpenDatabase,
  hooks: Partial<Parameters<typeof sampleRoutes>[0]> = {},
  more: Partial<AppParts> = {},
): Promise<TestApp> {
  const written: string[] = [];
  const destination = new Writable({
    write: (chunk, _encoding, done) => {
      written.push(String(chunk));
      done();
    },
  });
  const budget = bodyBudget(TEST_BUDGET);
  const parts: AppParts = {
    db: opened.db,
    vault: testSealing(),
    clock: () => new Date(),
    timeOf: async () => new Date(),
    identify: identifyTestCaller,
    ownOrigins: [TEST_ORIGIN],
    limiter: rateLimiter(USUAL_RATE_LIMITS, () => performance.now()),
    turns: openTurns({ atOnce: 64, waiting: 1000 }),
    budget,
    bodyTimeoutMs: 400,
    log: openLog(destination),
    metrics: openMetrics({ bodyBytesInUse: budget.inUse }),
    probes: [],
    newRequestId: () => `req_${randomUUID()}`,
    elapsedMs: () => performance.now(),
    trustedProxies: [],
    version: '0.0.0',
    pages: undefined,
    publicUrl: undefined,
    isDemonstration: false,
    ...more,
  };
  const routes = sampleRoutes({ fail: () => new Error('fail'), wait: async () => {}, ...hooks });
  const { fetch, request } = createApp(parts, routes);
  const listening = await listenHttp(fetch, { host: '127.0.0.1', port: 0 });
  if (!listening.ok) throw new Error(listening.error.code);
  const server = listening.value;
  return {
    server,
    url: server.url,
    request: (path, init) => request(path, init),
    parts,
    routes,
    logged: () => written.join(''),
    close: () => server.close(1000),
  };
}

const identifyTestCaller: Identify = async (trx, credential) => {
  // As the real one does, it asks the database, in the gate's role.
  await trx.selectFrom('api_key').select('id').where('secret_hash', '=', Buffer.alloc(32)).executeTakeFirst();
  const organizationId = TEST_ORGANIZATION;
  const rightsOf = (name: string) =>
    new Set<Right>(name.endsWith('riter') ? ['policies:read', 'policies:write'] : ['policies:read']);
  const known = Object.values<string>(CREDENTIALS);
  switch (credential.kind) {
    case 'api_key': {
      const { secret, mode } = credential;
      const key = { kind: 'api_key', id: `key_${secret}`, organizationId, mode, rights: rightsOf(secret) } as const;
      return known.includes(secret) ? key : undefined;
    }
    case 'applicant':
      return credential.token === CREDENTIALS.link
        ? { kind: 'applicant', id: 'lnk', organizationId, mode: 'test', verificationId: 'ver', link: 'apply' }
        : undefined;
    case 'recipient':
    case 'account':
      return undefined;
    case 'member': {
      const { token, mode } = credential;
      const member: Caller = {
        kind: 'member',
        id: `mem_${token}`,
        organizationId,
        mode,
        rights: rightsOf(token),
        sessionId: 'ses',
        steppedUp: false,
      };
      return known.includes(token) ? member : undefined;
    }
  }
};
