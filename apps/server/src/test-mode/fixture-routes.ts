/** What provokes each reason, and the photographs for it. */
import { fixtureQuerySchema, testFixtureListSchema } from '@vidimus/protocol';
import { z } from 'zod';
import { type Route, route } from '../http/route.ts';
import { type TestFixtures, tellFixture } from './test-fixture.ts';
import { TEST_ROUTE, whyNoTestKey } from './test-key.ts';

const NO_FIXTURE = { status: 404, code: 'test-mode.no-such-fixture' } as const;

/** `GET /v1/test/fixtures` and its photographs. */
export function fixtureRoutes(parts: { readonly fixtures: TestFixtures }): readonly Route[] {
  return [
    route({
      ...TEST_ROUTE,
      method: 'get',
      path: '/v1/test/fixtures',
      operationId: 'listTestFixtures',
      summary: 'How to provoke every reason there is',
      answers: { 200: testFixtureListSchema },
      handle: async ({ caller }) => {
        const refused = whyNoTestKey(caller);
        if (refused !== undefined) return { ok: false, error: refused };
        const { all, mediaTypeOf } = parts.fixtures;
        const data = all.map((fixture) => tellFixture(fixture, mediaTypeOf(fixture)));
        return { ok: true, value: { status: 200, body: { data } } };
      },
    }),
    route({
      ...TEST_ROUTE,
      method: 'get',
      path: '/v1/test/fixtures/{code}/{side}',
      operationId: 'getTestFixture',
      summary: 'A photograph that provokes a reason',
      description:
        'Of a drawn document of nobody; dates on it count from the month of test mode’s clock. The first time it takes some seconds.',
      transactions: 'own',
      params: z.strictObject({ code: z.string(), side: z.enum(['front', 'back']) }),
      query: fixtureQuerySchema,
      answers: { 200: 'file' },
      problems: [...TEST_ROUTE.problems, NO_FIXTURE],
      handle: async ({ caller, params, query, now }) => {
        const refused = whyNoTestKey(caller);
        if (refused !== undefined) return { ok: false, error: refused };
        const { all, file } = parts.fixtures;
        const fixture = all.find(({ code }) => code === params.code);
        const found = fixture && (await file(fixture, params.side, now.toISOString().slice(0, 10), query.better));
        if (found === undefined) {
          const detail = 'No such photograph is sent for this code. See `/v1/test/fixtures`.';
          return { ok: false, error: { ...NO_FIXTURE, detail } };
        }
        return { ok: true, value: { status: 200, file: found.bytes, mediaType: found.mediaType } };
      },
    }),
  ];
}
