/** The list of events: what happened, for those who missed a webhook or want none. */
import { eventListSchema, eventQuerySchema, eventSchema } from '@vidimus/protocol';
import { z } from 'zod';
import { pageOf, readCursor } from '../http/page.ts';
import { type Route, route } from '../http/route.ts';
import { eventOnTheWire } from './event-row.ts';
import { findEvent, listEvents } from './store.ts';

const TAG = 'events';
const CALLERS = ['api_key', 'member'] as const;

/** `GET /v1/events` and `GET /v1/events/{id}`. */
export function eventRoutes(): readonly Route[] {
  return [listRoute, readRoute];
}

const listRoute = route({
  method: 'get',
  path: '/v1/events',
  tag: TAG,
  operationId: 'listEvents',
  summary: 'What happened, newest first',
  callers: CALLERS,
  right: 'events:read',
  query: eventQuerySchema,
  answers: { 200: eventListSchema },
  problems: [],
  handle: async ({ trx, caller, query: { limit, cursor, type, object_id } }) => {
    const after = readCursor(cursor);
    if (!after.ok) return after;
    const rows = await listEvents(trx, caller, { limit: limit + 1, after: after.value, type, objectId: object_id });
    return { ok: true, value: { status: 200, body: pageOf(rows, limit, eventOnTheWire) } };
  },
});

const readRoute = route({
  method: 'get',
  path: '/v1/events/{id}',
  tag: TAG,
  operationId: 'getEvent',
  summary: 'One event',
  callers: CALLERS,
  right: 'events:read',
  params: z.object({ id: z.string() }),
  answers: { 200: eventSchema },
  problems: [{ status: 404, code: 'event.not-found' }],
  handle: async ({ trx, caller, params }) => {
    const row = await findEvent(trx, caller, params.id);
    if (row !== undefined) return { ok: true, value: { status: 200, body: eventOnTheWire(row) } };
    const detail = 'There is no such event here. Live and test mode each have their own.';
    return { ok: false, error: { status: 404, code: 'event.not-found', detail } };
  },
});
