/**
 * One try of one delivery: read in a transaction, sent outside of any, recorded in another. A process that dies in between sends
 * again; the receiver knows it by its `webhook-id`.
 */
import type { Kysely } from 'kysely';
import type { AuditLog } from '../audit/audit.ts';
import type { Clock } from '../clock.ts';
import type { Database } from '../db/schema.ts';
import { type DatabaseTransaction, inTransaction } from '../db/transaction.ts';
import { webhookBody } from '../events/event-row.ts';
import { findEvent } from '../events/store.ts';
import type { JobHandlers, Jobs } from '../jobs/jobs.ts';
import type { Vault } from '../vault/vault.ts';
import { type DeliveryRow, deliveryState, findDelivery, type MadeTry, saveDelivery } from './delivery-store.ts';
import { validSecrets } from './endpoint-secret.ts';
import type { SendRefused, SendWebhook, WebhookRequest } from './send-webhook.ts';
import { signWebhook } from './sign-webhook.ts';
import { disableEndpoint, type EndpointRow, findEndpoint } from './store.ts';
import { type Answer, afterTry, callOff } from './webhook.ts';

export type DeliverParts = {
  readonly db: Kysely<Database>;
  readonly vault: Vault;
  readonly jobs: Jobs;
  readonly audit: AuditLog;
  readonly send: SendWebhook;
  /** The real one. */
  readonly clock: Clock;
  /** From 0 to below 1. */
  readonly random: () => number;
};

/** What is written where a try would be, when the endpoint was disabled before it. */
const CALLED_OFF = 'webhook-endpoint.disabled';
/** A job may come a little before its time: clocks of two machines differ. */
const EARLY_MS = 1000;

type ToSend = { readonly row: DeliveryRow; readonly endpoint: EndpointRow; readonly request: WebhookRequest };

/** Nothing happens for a delivery that has ended or is gone, so the job may be run again at any time. */
export function deliverWebhookJob(parts: DeliverParts): JobHandlers['deliver-webhook'] {
  return async ({ organizationId, deliveryId }, signal) => {
    const scope = { role: 'tenant', organizationId } as const;
    const ready = await inTransaction(parts.db, scope, (trx) => prepare(trx, parts, organizationId, deliveryId));
    if (ready === undefined) return;
    const at = parts.clock();
    const sent = await parts.send(ready.request, signal);
    const answer = sent.ok ? ({ kind: 'status', status: sent.value } as const) : refusedAs(sent.error);
    const durationMs = Math.max(0, parts.clock().getTime() - at.getTime());
    await inTransaction(parts.db, scope, (trx) => record(trx, parts, ready, answer, { at, durationMs }));
  };
}

/** Undefined where there is nothing to send: ended, disabled, or not due yet. */
async function prepare(
  trx: DatabaseTransaction,
  parts: DeliverParts,
  organizationId: string,
  deliveryId: string,
): Promise<ToSend | undefined> {
  const now = parts.clock();
  const row = await findDelivery(trx, { organizationId }, deliveryId);
  if (row?.state !== 'pending') return undefined;
  const endpoint = await findEndpoint(trx, { organizationId }, row.endpoint_id);
  const event = await findEvent(trx, { organizationId }, row.event_id);
  if (endpoint === undefined || event === undefined) return undefined;
  const delivery = deliveryState(row);
  if (endpoint.disabled_at !== null) {
    const ended = callOff(delivery, now);
    if (ended.ok) await saveDelivery(trx, row, ended.value.delivery, { answer: CALLED_OFF });
    return undefined;
  }
  if (delivery.state === 'pending' && delivery.nextTryAt.getTime() > now.getTime() + EARLY_MS) {
    await enqueueAgain(trx, parts.jobs, row, delivery.nextTryAt);
    return undefined;
  }
  const body = JSON.stringify(webhookBody(event));
  const signed = signWebhook({ id: event.id, at: now, body }, await validSecrets(trx, parts.vault, endpoint, now));
  const headers = { 'content-type': 'application/json', ...signed };
  return { row, endpoint, request: { url: endpoint.url, headers, body } };
}

async function record(
  trx: DatabaseTransaction,
  parts: DeliverParts,
  { row, endpoint }: ToSend,
  answer: Answer,
  made: Omit<MadeTry, 'answer'>,
): Promise<void> {
  // Waits run from the end of a try: one that timed out would else be followed at once.
  const ended = new Date(made.at.getTime() + made.durationMs);
  const next = afterTry(deliveryState(row), answer, ended, parts.random());
  if (!next.ok) return;
  const { delivery, endpointGone } = next.value;
  const words = answer.kind === 'status' ? String(answer.status) : answer.code;
  const saved = await saveDelivery(trx, row, delivery, { ...made, answer: words });
  if (!saved) return;
  if (delivery.state === 'pending') await enqueueAgain(trx, parts.jobs, row, delivery.nextTryAt);
  if (!endpointGone || !(await disableEndpoint(trx, endpoint, 'gone', ended))) return;
  await parts.audit.append(trx, {
    organizationId: row.organization_id,
    actor: { kind: 'system', name: 'webhooks' },
    action: 'webhook_endpoint.disabled',
    objectId: endpoint.id,
    facts: { because: 'gone' },
  });
}

function enqueueAgain(trx: DatabaseTransaction, jobs: Jobs, row: DeliveryRow, startAfter: Date): Promise<void> {
  const payload = { organizationId: row.organization_id, deliveryId: row.id };
  return jobs.enqueue(trx, 'deliver-webhook', payload, { key: row.id, startAfter });
}

/** The range of a refused address says why without saying which address. */
function refusedAs(error: SendRefused): Answer {
  return { kind: 'none', code: 'range' in error ? `${error.code}: ${error.range}` : error.code };
}
