/** The routes of deliveries: seen, asked for again, and tried out with an event that means nothing. */

import type { Result } from '@vidimus/engine/standards';
import {
  listWebhookDeliveriesSchema,
  redeliveredWebhooksSchema,
  redeliverWebhooksSchema,
  TEST_EVENT_TYPE,
  webhookDeliveryListSchema,
  webhookDeliverySchema,
} from '@vidimus/protocol';
import { z } from 'zod';
import type { DatabaseTransaction } from '../db/transaction.ts';
import { insertEvent, type Owner } from '../events/store.ts';
import { pageOf, readCursor } from '../http/page.ts';
import type { Problem } from '../http/problem.ts';
import { type Reply, type Route, route } from '../http/route.ts';
import { newId } from '../ids.ts';
import { deadEvents, findDelivery, lastRedelivery, listDeliveries } from './delivery-store.ts';
import { deliveryOnTheWire } from './on-the-wire.ts';
import { queueDelivery } from './queue-delivery.ts';
import { audited, CALLERS, NO_ENDPOINT, noEndpoint, TAG, type WebhookParts } from './route-parts.ts';
import { type EndpointRow, findEndpoint, lockEndpoint } from './store.ts';

const NO_DELIVERY = { status: 404, code: 'webhook-delivery.not-found' } as const;
const STILL_PENDING = { status: 409, code: 'webhook-delivery.still-pending' } as const;
const DISABLED = { status: 409, code: 'webhook-endpoint.disabled' } as const;
const ID = z.object({ id: z.string() });

/** Handed on by `webhookRoutes`. */
export function deliveryRoutes(parts: WebhookParts): readonly Route[] {
  return [listRoute, readRoute, testRoute(parts), redeliverRoute(parts), redeliverAllRoute(parts)];
}

const listRoute = route({
  method: 'get',
  path: '/v1/webhook-endpoints/{id}/deliveries',
  tag: TAG,
  operationId: 'listWebhookDeliveries',
  summary: 'What was sent to an endpoint, newest first, with every try',
  callers: CALLERS,
  right: 'webhooks:read',
  params: ID,
  query: listWebhookDeliveriesSchema,
  answers: { 200: webhookDeliveryListSchema },
  problems: [NO_ENDPOINT],
  handle: async ({ trx, caller, params, query: { limit, cursor, state } }) => {
    const after = readCursor(cursor);
    if (!after.ok) return after;
    const endpoint = await findEndpoint(trx, caller, params.id);
    if (endpoint === undefined) return noEndpoint();
    const wanted = { endpointId: endpoint.id, state, limit: limit + 1, after: after.value };
    const rows = await listDeliveries(trx, caller, wanted);
    return { ok: true, value: { status: 200, body: pageOf(rows, limit, deliveryOnTheWire) } };
  },
});

const readRoute = route({
  method: 'get',
  path: '/v1/webhook-deliveries/{id}',
  tag: TAG,
  operationId: 'getWebhookDelivery',
  summary: 'One delivery with every try',
  callers: CALLERS,
  right: 'webhooks:read',
  params: ID,
  answers: { 200: webhookDeliverySchema },
  problems: [NO_DELIVERY],
  handle: async ({ trx, caller, params }) => {
    const row = await findDelivery(trx, caller, params.id);
    return row === undefined ? noDelivery() : { ok: true, value: { status: 200, body: deliveryOnTheWire(row) } };
  },
});

function testRoute(parts: WebhookParts): Route {
  return route({
    method: 'post',
    path: '/v1/webhook-endpoints/{id}/test',
    tag: TAG,
    operationId: 'testWebhookEndpoint',
    summary: 'Send a test event',
    description: `Sends \`${TEST_EVENT_TYPE}\` to this endpoint, whatever it asked for. The delivery shows what came of it.`,
    callers: CALLERS,
    right: 'webhooks:write',
    params: ID,
    answers: { 202: webhookDeliverySchema },
    problems: [NO_ENDPOINT, DISABLED],
    handle: async ({ trx, caller, params }) => {
      const endpoint = await findEndpoint(trx, caller, params.id);
      if (endpoint === undefined) return noEndpoint();
      if (endpoint.disabled_at !== null) return disabled();
      const now = parts.clock();
      const eventId = newId('event', now.getTime());
      await insertEvent(trx, {
        id: eventId,
        owner: caller,
        type: TEST_EVENT_TYPE,
        objectId: endpoint.id,
        payload: {},
        at: now,
      });
      await audited(trx, parts, caller, 'webhook_endpoint.tested', endpoint.id, { event: eventId });
      return queued(trx, parts, caller, { endpoint, eventId, redelivery: 0 });
    },
  });
}

function redeliverRoute(parts: WebhookParts): Route {
  return route({
    method: 'post',
    path: '/v1/webhook-deliveries/{id}/redeliver',
    tag: TAG,
    operationId: 'redeliverWebhook',
    summary: 'Send an event to the same endpoint again',
    description:
      'A new delivery with its own tries, under the same `webhook-id`: a receiver that had it already drops it.',
    callers: CALLERS,
    right: 'webhooks:write',
    params: ID,
    answers: { 202: webhookDeliverySchema },
    problems: [NO_DELIVERY, STILL_PENDING, DISABLED],
    handle: async ({ trx, caller, params }) => {
      const before = await findDelivery(trx, caller, params.id);
      if (before === undefined) return noDelivery();
      if (before.state === 'pending') return stillPending();
      // Two who ask at once get one after the other, each with its own number.
      const endpoint = await lockEndpoint(trx, caller, before.endpoint_id);
      if (endpoint === undefined) return noDelivery();
      if (endpoint.disabled_at !== null) return disabled();
      const redelivery = (await lastRedelivery(trx, before)) + 1;
      await audited(trx, parts, caller, 'webhook_delivery.redelivered', before.id, { redelivery });
      return queued(trx, parts, caller, { endpoint, eventId: before.event_id, redelivery });
    },
  });
}

/** Each in the caller's transaction: a receiver that was away for a weekend has hundreds, and a second request takes the next. */
const MOST_AT_ONCE = 500;

function redeliverAllRoute(parts: WebhookParts): Route {
  return route({
    method: 'post',
    path: '/v1/webhook-endpoints/{id}/redeliver',
    tag: TAG,
    operationId: 'redeliverMissedEvents',
    summary: 'Send again whatever an endpoint was not told',
    description: `Every event whose deliveries to it were given up, of those made since then, the oldest first, at most ${MOST_AT_ONCE} at once. What was delivered in the meantime, or is on its way, is left alone.`,
    callers: CALLERS,
    right: 'webhooks:write',
    params: ID,
    body: redeliverWebhooksSchema,
    answers: { 202: redeliveredWebhooksSchema },
    problems: [NO_ENDPOINT, DISABLED],
    handle: async ({ trx, caller, params, body }) => {
      const endpoint = await lockEndpoint(trx, caller, params.id);
      if (endpoint === undefined) return noEndpoint();
      if (endpoint.disabled_at !== null) return disabled();
      const wanted = { endpointId: endpoint.id, since: new Date(body.since), limit: MOST_AT_ONCE + 1 };
      const dead = await deadEvents(trx, wanted);
      const now = parts.clock();
      const { organizationId } = caller;
      for (const { event_id, last } of dead.slice(0, MOST_AT_ONCE)) {
        const again = { organizationId, endpointId: endpoint.id, eventId: event_id, redelivery: last + 1, now };
        await queueDelivery(trx, parts.jobs, again);
      }
      const count = Math.min(dead.length, MOST_AT_ONCE);
      const facts = { since: body.since, events: count };
      await audited(trx, parts, caller, 'webhook_endpoint.redelivered', endpoint.id, facts);
      return { ok: true, value: { status: 202, body: { queued: count, has_more: dead.length > count } } };
    },
  });
}

async function queued(
  trx: DatabaseTransaction,
  parts: WebhookParts,
  owner: Owner,
  wanted: { readonly endpoint: EndpointRow; readonly eventId: string; readonly redelivery: number },
): Promise<Result<Reply, Problem>> {
  const { endpoint, eventId, redelivery } = wanted;
  const now = parts.clock();
  const { organizationId } = owner;
  const id = await queueDelivery(trx, parts.jobs, {
    organizationId,
    endpointId: endpoint.id,
    eventId,
    redelivery,
    now,
  });
  const row = await findDelivery(trx, owner, id);
  return row === undefined ? noDelivery() : { ok: true, value: { status: 202, body: deliveryOnTheWire(row) } };
}

function noDelivery(): Result<never, Problem> {
  const detail = 'There is no such delivery here. Live and test mode each have their own.';
  return { ok: false, error: { ...NO_DELIVERY, detail } };
}

function stillPending(): Result<never, Problem> {
  const detail =
    'This delivery is still being tried; `next_try_at` says when. Only one that ended can be asked for again.';
  return { ok: false, error: { ...STILL_PENDING, detail } };
}

function disabled(): Result<never, Problem> {
  const detail = 'The endpoint is disabled. Enable it first.';
  return { ok: false, error: { ...DISABLED, detail } };
}
