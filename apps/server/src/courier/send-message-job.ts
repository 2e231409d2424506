/**
 * What is due of one message: handing it over, or noticing that no receipt came. That it is being handed over is committed first, the
 * carrier is spoken to outside of any transaction, and the answer is written in another. A process that dies in between leaves a
 * message that is taken up once more: one duplicate at most, and the history says so.
 */
import type { Kysely } from 'kysely';
import type { Clock } from '../clock.ts';
import type { Database } from '../db/schema.ts';
import { type DatabaseTransaction, inTransaction } from '../db/transaction.ts';
import { routesOutFor } from '../deliverability/outage-for.ts';
import type { JobHandlers, Jobs } from '../jobs/jobs.ts';
import type { Vault } from '../vault/vault.ts';
import type { Carrier, HandedOver, Handover } from './carrier.ts';
import type { Courier } from './courier.ts';
import { answerHandover, endHandover, openHandover, routeHealth } from './handover-store.ts';
import { changeMessage, type Message, type MessageCommand } from './message.ts';
import { type MessageRoute, type RouteHealth, rankRoutes } from './message-route.ts';
import { REASONS } from './reasons.table.ts';
import { lockMessage, type MessageRow, messageOf, openMessage, saveMessage } from './store.ts';

export type SendParts = {
  readonly db: Kysely<Database>;
  readonly vault: Vault;
  readonly jobs: Jobs;
  readonly courier: Courier;
  readonly clock: Clock;
  /** What is known of the routes' health is as old as this at most. */
  readonly healthForMs?: number;
};

type ToSend = {
  readonly row: MessageRow;
  readonly number: number;
  readonly route: MessageRoute;
  readonly carrier: Carrier;
  readonly handover: Handover;
};

/** A job may come a little before its time: clocks of two machines differ. */
const EARLY_MS = 1000;
/** Before the second try on a carrier that is busy or away; doubled at each further one. */
const FIRST_WAIT_MS = 2000;
const LONGEST_WAIT_MS = 60_000;
const HEALTH_FOR_MS = 1000;

/** Right when it is run again at any time. */
export function sendMessageJob(parts: SendParts): JobHandlers['send-message'] {
  const healthNow = healthWatch(parts);
  return async ({ organizationId, messageId }, signal) => {
    const health = await healthNow();
    const scope = { role: 'tenant', organizationId } as const;
    const ready = await inTransaction(parts.db, scope, (trx) => prepare(parts, trx, messageId, health));
    if (ready === undefined) return;
    const answer = await ready.carrier.handOver(ready.handover, signal);
    await inTransaction(parts.db, scope, (trx) => record(parts, trx, ready, answer));
  };
}

/** One look for all messages of a moment. */
function healthWatch({ db, courier, clock, healthForMs = HEALTH_FOR_MS }: SendParts): () => Promise<RouteHealth> {
  const names = courier.routes.map(({ name }) => name);
  let known: { readonly health: Promise<RouteHealth>; readonly untilMs: number } | undefined;
  return () => {
    if (known !== undefined && performance.now() < known.untilMs) return known.health;
    const health = inTransaction(db, { role: 'clock' }, (trx) => routeHealth(trx, names, clock()));
    // A look that failed is no knowledge.
    health.catch(() => {
      known = undefined;
    });
    known = { health, untilMs: performance.now() + healthForMs };
    return health;
  };
}

/** Undefined where nothing is to be handed over now. */
async function prepare(
  parts: SendParts,
  trx: DatabaseTransaction,
  messageId: string,
  health: RouteHealth,
): Promise<ToSend | undefined> {
  const now = parts.clock();
  const row = await lockMessage(trx, messageId);
  if (row === undefined) return undefined;
  const message = messageOf(row);
  if (message.dueAt === null) return undefined;
  if (message.dueAt.getTime() > now.getTime() + EARLY_MS) {
    await lookAgain(parts, trx, row, message.dueAt);
    return undefined;
  }
  const opened = await openMessage(trx, parts.vault, row);
  const { organization_id: organizationId, mode, channel, country, prefix } = row;
  const out = await routesOutFor(trx, { organizationId, mode, channel, country, prefix });
  const told: RouteHealth = new Map([...health, ...out.map((name) => [name, 'out'] as const)]);
  const ranked = (without: readonly string[]) =>
    opened === undefined
      ? []
      : rankRoutes(
          parts.courier.routesOf(row.mode),
          { channel: row.channel, to: opened.to },
          { health: told, without, avoid: row.avoid },
        );
  const queued = await untilQueued(
    trx,
    row,
    message,
    ranked([...message.givenUp, message.route ?? '']).length > 0,
    now,
  );
  if (queued === undefined) return undefined;
  if (now >= queued.expiresAt) return settle(trx, row, queued, { do: 'expire', now }, now);
  const route = ranked(queued.givenUp)[0];
  if (opened === undefined || route === undefined) {
    return settle(trx, row, queued, { do: 'give_up', reason: queued.reason ?? 'no_route' }, now);
  }
  const sent = changeMessage(queued, { do: 'hand_over', route: route.name, now });
  if (!sent.ok) throw new Error(`${messageId}: ${sent.error.code}`);
  await saveMessage(trx, row, sent.value, { now });
  const number = sent.value.message.handovers;
  await openHandover(trx, row, { number, route: route.name, now });
  const handover = { reference: row.id, to: opened.to, body: opened.body };
  return { row, number, route, carrier: parts.courier.carrierOf(route.name), handover };
}

/** Brings what is due to `queued`, where it goes on; undefined where it ends, or waits. */
async function untilQueued(
  trx: DatabaseTransaction,
  row: MessageRow,
  message: Message,
  another: boolean,
  now: Date,
): Promise<Message | undefined> {
  if (message.state === 'queued') return message;
  const command: MessageCommand | undefined =
    message.state === 'sent'
      ? { do: 'take_up', now }
      : message.state === 'accepted'
        ? { do: 'miss_receipt', another, now }
        : undefined;
  if (command === undefined) return undefined;
  const changed = changeMessage(message, command);
  if (!changed.ok) throw new Error(`${row.id}: ${changed.error.code}`);
  await saveMessage(trx, row, changed.value, { now });
  if (command.do === 'take_up') {
    await answerHandover(trx, row.id, message.handovers, { outcome: 'interrupted', reason: 'interrupted', now });
  } else {
    await endHandover(trx, row.id, message.handovers, { outcome: 'unconfirmed', now });
  }
  return changed.value.message.state === 'queued' ? changed.value.message : undefined;
}

async function settle(
  trx: DatabaseTransaction,
  row: MessageRow,
  message: Message,
  command: MessageCommand,
  now: Date,
): Promise<undefined> {
  const changed = changeMessage(message, command);
  if (!changed.ok) throw new Error(`${row.id}: ${changed.error.code}`);
  await saveMessage(trx, row, changed.value, { now });
  return undefined;
}

async function record(parts: SendParts, trx: DatabaseTransaction, sent: ToSend, answer: HandedOver): Promise<void> {
  const now = parts.clock();
  const row = await lockMessage(trx, sent.row.id);
  if (row === undefined) return;
  if (answer.kind === 'unknown') {
    // As when this process had died: taken up once more when no answer can come any more.
    if (row.due_at !== null) await lookAgain(parts, trx, row, row.due_at);
    return;
  }
  await answerHandover(trx, row.id, sent.number, { ...handoverAnswer(answer), now });
  const message = messageOf(row);
  // Another took it up meanwhile, or a receipt was faster: what the carrier said stands with the handing over.
  if (message.state !== 'sent' || message.handovers !== sent.number) return;
  const changed = changeMessage(message, commandOf(parts, row, sent, answer, now));
  if (!changed.ok) throw new Error(`${row.id}: ${changed.error.code}`);
  await saveMessage(trx, row, changed.value, { now, carrierCode: answer.code });
  const { dueAt } = changed.value.message;
  if (dueAt !== null) await lookAgain(parts, trx, row, dueAt);
}

function handoverAnswer(answer: Exclude<HandedOver, { readonly kind: 'unknown' }>) {
  switch (answer.kind) {
    case 'accepted':
      return { outcome: 'accepted', carrierIds: answer.carrierIds } as const;
    case 'refused':
      return { outcome: 'refused', reason: answer.reason } as const;
    case 'later':
      return { outcome: 'postponed', reason: answer.reason } as const;
  }
}

function commandOf(
  parts: SendParts,
  row: MessageRow,
  { route, handover, number }: ToSend,
  answer: Exclude<HandedOver, { readonly kind: 'unknown' }>,
  now: Date,
): MessageCommand {
  const without = [...row.given_up, route.name];
  const others = rankRoutes(
    parts.courier.routesOf(row.mode),
    { channel: row.channel, to: handover.to },
    { health: new Map(), without, avoid: [] },
  );
  switch (answer.kind) {
    case 'accepted': {
      const { usualSeconds } = route;
      return { do: 'accept', confirmBy: usualSeconds === undefined ? null : later(now, usualSeconds * 1000) };
    }
    case 'refused': {
      const { reason } = answer;
      return { do: 'refuse', reason, another: REASONS[reason].anotherRouteHelps && others.length > 0, now };
    }
    case 'later': {
      // Where another route is there, nobody waits for one that cannot be reached.
      if (others.length > 0 && answer.reason === 'route_failed') {
        return { do: 'refuse', reason: answer.reason, another: true, now };
      }
      const waitMs = Math.min(LONGEST_WAIT_MS, answer.afterMs ?? FIRST_WAIT_MS * 2 ** (number - 1));
      return { do: 'postpone', reason: answer.reason, until: later(now, waitMs), now };
    }
  }
}

function lookAgain(parts: SendParts, trx: DatabaseTransaction, row: MessageRow, dueAt: Date): Promise<void> {
  const payload = { organizationId: row.organization_id, messageId: row.id };
  // Jobs of one key that wait are one, with the first's start: each moment has its own.
  return parts.jobs.enqueue(trx, 'send-message', payload, { key: `${row.id}/${dueAt.getTime()}`, startAfter: dueAt });
}

function later(now: Date, ms: number): Date {
  return new Date(now.getTime() + ms);
}
