/** The routes of endpoints: made, changed, removed, their secrets exchanged. Those of deliveries are in `delivery-routes.ts`. */
import {
  newWebhookEndpointSchema,
  webhookEndpointChangeSchema,
  webhookEndpointListSchema,
  webhookEndpointSchema,
  webhookEndpointWithSecretSchema,
} from '@vidimus/protocol';
import { z } from 'zod';
import { type Route, route } from '../http/route.ts';
import { newId } from '../ids.ts';
import { deliveryRoutes } from './delivery-routes.ts';
import { makeSecret, retireSecret } from './endpoint-secret.ts';
import { endpointOnTheWire } from './on-the-wire.ts';
import { audited, CALLERS, NO_ENDPOINT, noEndpoint, TAG, type WebhookParts } from './route-parts.ts';
import { deleteEndpoint, findEndpoint, insertEndpoint, listEndpoints, lockEndpoint, updateEndpoint } from './store.ts';
import { URL_PROBLEMS, urlProblem } from './url-problem.ts';
import { readWebhookUrl } from './webhook-url.ts';

/** Of one organization in one mode: each event is written once for every one that asked for it. */
const MOST_ENDPOINTS = 16;
const TOO_MANY = { status: 409, code: 'webhook-endpoint.too-many' } as const;
const ID = z.object({ id: z.string() });
const PATH = '/v1/webhook-endpoints';

/** Everything under `/v1/webhook-endpoints` and `/v1/webhook-deliveries`. */
export function webhookRoutes(parts: WebhookParts): readonly Route[] {
  return [
    createRoute(parts),
    listRoute(parts),
    readRoute(parts),
    changeRoute(parts),
    deleteRoute(parts),
    rotateRoute(parts),
    ...deliveryRoutes(parts),
  ];
}

function createRoute(parts: WebhookParts): Route {
  return route({
    method: 'post',
    path: PATH,
    tag: TAG,
    operationId: 'createWebhookEndpoint',
    summary: 'Be told of events at a URL',
    description: 'The answer holds the secret that signs the webhooks, this once.',
    callers: CALLERS,
    right: 'webhooks:write',
    body: newWebhookEndpointSchema,
    answers: { 201: webhookEndpointWithSecretSchema },
    problems: [...URL_PROBLEMS, TOO_MANY],
    handle: async ({ trx, caller, body }) => {
      const url = readWebhookUrl(body.url, parts.allowed);
      if (!url.ok) return { ok: false, error: urlProblem(url.error) };
      const others = await listEndpoints(trx, caller);
      if (others.length >= MOST_ENDPOINTS) {
        const detail = `There are ${MOST_ENDPOINTS} endpoints, the most there can be. Delete one first.`;
        return { ok: false, error: { ...TOO_MANY, detail } };
      }
      const now = parts.clock();
      const id = newId('webhook_endpoint', now.getTime());
      const made = await makeSecret(trx, parts, { id, organization_id: caller.organizationId });
      const { secret, sealed_secret } = made;
      const endpoint = { id, url: body.url, events: unique(body.events), sealed_secret, created_at: now };
      const row = await insertEndpoint(trx, caller, endpoint);
      await audited(trx, parts, caller, 'webhook_endpoint.created', id, { events: row.events });
      return { ok: true, value: { status: 201, body: { ...endpointOnTheWire(row, now), secret } } };
    },
  });
}

function listRoute(parts: WebhookParts): Route {
  return route({
    method: 'get',
    path: PATH,
    tag: TAG,
    operationId: 'listWebhookEndpoints',
    summary: 'Who is told of events',
    callers: CALLERS,
    right: 'webhooks:read',
    answers: { 200: webhookEndpointListSchema },
    problems: [],
    handle: async ({ trx, caller }) => {
      const data = (await listEndpoints(trx, caller)).map((row) => endpointOnTheWire(row, parts.clock()));
      return { ok: true, value: { status: 200, body: { data, has_more: false, next_cursor: null } } };
    },
  });
}

function readRoute(parts: WebhookParts): Route {
  return route({
    method: 'get',
    path: `${PATH}/{id}`,
    tag: TAG,
    operationId: 'getWebhookEndpoint',
    summary: 'One endpoint',
    callers: CALLERS,
    right: 'webhooks:read',
    params: ID,
    answers: { 200: webhookEndpointSchema },
    problems: [NO_ENDPOINT],
    handle: async ({ trx, caller, params }) => {
      const row = await findEndpoint(trx, caller, params.id);
      if (row === undefined) return noEndpoint();
      return { ok: true, value: { status: 200, body: endpointOnTheWire(row, parts.clock()) } };
    },
  });
}

function changeRoute(parts: WebhookParts): Route {
  return route({
    method: 'patch',
    path: `${PATH}/{id}`,
    tag: TAG,
    operationId: 'updateWebhookEndpoint',
    summary: 'Change where events go, which, and whether',
    description:
      'Deliveries that wait go to the new URL; those of a disabled endpoint are called off when their turn comes.',
    callers: CALLERS,
    right: 'webhooks:write',
    params: ID,
    body: webhookEndpointChangeSchema,
    answers: { 200: webhookEndpointSchema },
    problems: [...URL_PROBLEMS, NO_ENDPOINT],
    handle: async ({ trx, caller, params, body }) => {
      const url = body.url === undefined ? undefined : readWebhookUrl(body.url, parts.allowed);
      if (url?.ok === false) return { ok: false, error: urlProblem(url.error) };
      const now = parts.clock();
      const row = await lockEndpoint(trx, caller, params.id);
      if (row === undefined) return noEndpoint();
      const changed = await updateEndpoint(trx, row, {
        url: body.url ?? row.url,
        events: unique(body.events ?? row.events),
        ...(body.enabled === true ? { disabled_at: null, disabled_because: null } : {}),
        ...(body.enabled === false && row.disabled_at === null
          ? { disabled_at: now, disabled_because: 'request' }
          : {}),
      });
      await audited(trx, parts, caller, 'webhook_endpoint.changed', row.id, { changed: Object.keys(body) });
      return { ok: true, value: { status: 200, body: endpointOnTheWire(changed, now) } };
    },
  });
}

function deleteRoute(parts: WebhookParts): Route {
  return route({
    method: 'delete',
    path: `${PATH}/{id}`,
    tag: TAG,
    operationId: 'deleteWebhookEndpoint',
    summary: 'Remove an endpoint with its secret and its deliveries',
    description: 'The events stay. To keep the deliveries, disable the endpoint instead.',
    callers: CALLERS,
    right: 'webhooks:write',
    params: ID,
    answers: { 204: 'none' },
    problems: [NO_ENDPOINT],
    handle: async ({ trx, caller, params }) => {
      const row = await lockEndpoint(trx, caller, params.id);
      if (row === undefined) return noEndpoint();
      await deleteEndpoint(trx, row);
      await parts.vault.forget(trx, caller.organizationId, row.id);
      await audited(trx, parts, caller, 'webhook_endpoint.deleted', row.id, {});
      return { ok: true, value: { status: 204 } };
    },
  });
}

function rotateRoute(parts: WebhookParts): Route {
  return route({
    method: 'post',
    path: `${PATH}/{id}/rotate-secret`,
    tag: TAG,
    operationId: 'rotateWebhookSecret',
    summary: 'Exchange the secret',
    description:
      'The answer holds the new secret, this once. For 24 hours every webhook carries a signature of each of the two; a third one, from an exchange before, ends at once.',
    callers: CALLERS,
    right: 'webhooks:write',
    params: ID,
    answers: { 200: webhookEndpointWithSecretSchema },
    problems: [NO_ENDPOINT],
    handle: async ({ trx, caller, params }) => {
      const now = parts.clock();
      const row = await lockEndpoint(trx, caller, params.id);
      if (row === undefined) return noEndpoint();
      const retired = await retireSecret(trx, parts.vault, row, now);
      const { secret, sealed_secret } = await makeSecret(trx, parts, row);
      const changed = await updateEndpoint(trx, row, { ...retired, sealed_secret });
      await audited(trx, parts, caller, 'webhook_endpoint.secret_rotated', row.id, {});
      return { ok: true, value: { status: 200, body: { ...endpointOnTheWire(changed, now), secret } } };
    },
  });
}

function unique(events: readonly string[]): string[] {
  return [...new Set(events)];
}
