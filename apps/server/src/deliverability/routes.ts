/** What becomes of messages, and where they do not arrive. */
import {
  type Deliverability,
  type DeliverabilitySpan,
  deliverabilityQuerySchema,
  deliverabilitySchema,
  outageListSchema,
  outageQuerySchema,
} from '@vidimus/protocol';
import type { Clock } from '../clock.ts';
import { pageOf, readCursor } from '../http/page.ts';
import { type Route, route } from '../http/route.ts';
import { type AskedSpan, countedUntil, readCells, readTimes, type TimeCell } from './figures-store.ts';
import { foldedBefore } from './fold-days.ts';
import { listOutages, presentOutage } from './outage-store.ts';
import { tellDeliverability } from './tell-deliverability.ts';

export type DeliverabilityParts = {
  /** The real one: messages go by no other, in test mode, too. */
  readonly clock: Clock;
  /** Of the routes' cost. */
  readonly currency: string | undefined;
};

const HOUR_MS = 60 * 60 * 1000;
const DAY_MS = 24 * HOUR_MS;
const SPANS: Readonly<Record<DeliverabilitySpan, { readonly step: 'hour' | 'day'; readonly steps: number }>> = {
  '24h': { step: 'hour', steps: 24 },
  '7d': { step: 'day', steps: 7 },
  '30d': { step: 'day', steps: 30 },
};

export function deliverabilityRoutes({ clock, currency }: DeliverabilityParts): readonly Route[] {
  return [
    route({
      method: 'get',
      path: '/v1/deliverability',
      tag: 'deliverability',
      operationId: 'getDeliverability',
      summary: 'What became of messages, by country, prefix and route',
      description:
        'Counted hour by hour every few seconds from what carriers tell, and kept for 13 months, after a month day by day; of a number no more than calling code and three digits. Small counts are told as they are: who may ask this may see each code’s deliveries, and an outage of a small prefix has to be seen. A code that was entered counts as delivered, whatever the carrier says. Times are the real ones, in test mode, too.',
      callers: ['member', 'api_key'],
      right: 'verifications:read',
      query: deliverabilityQuerySchema,
      answers: { 200: deliverabilitySchema },
      problems: [],
      handle: async ({ trx, caller, query: { span, channel, until } }) => {
        const { step: usual, steps } = SPANS[span];
        const { from, to } = spanOf(usual, steps, until, clock());
        // Of a day that was folded nobody knows the hours.
        const step = from < foldedBefore(clock()) ? 'day' : usual;
        const { organizationId, mode } = caller;
        const asked: AskedSpan = { organizationId, mode, channel, from, to };
        const counted = await countedUntil(trx, organizationId);
        const body: Deliverability = {
          object: 'deliverability',
          mode,
          from: from.toISOString(),
          to: to.toISOString(),
          counted_until: counted?.toISOString() ?? null,
          currency: currency ?? null,
          ...tellDeliverability(await readCells(trx, asked)),
          times: everyStep(await readTimes(trx, asked, step), asked, step),
        };
        return { ok: true, value: { status: 200, body } };
      },
    }),
    route({
      method: 'get',
      path: '/v1/outages',
      tag: 'outages',
      operationId: 'listOutages',
      summary: 'Where messages do not arrive, or did not, newest first',
      description:
        'Recognised from different numbers that get nothing within 15 minutes: at least five, at least half, and more than chance and that carrier’s habit explain. Show the open ones without `route` to people before they ask for a code.',
      callers: ['member', 'api_key'],
      right: 'verifications:read',
      query: outageQuerySchema,
      answers: { 200: outageListSchema },
      problems: [],
      handle: async ({ trx, caller, query: { limit, cursor, state } }) => {
        const after = readCursor(cursor);
        if (!after.ok) return after;
        const wanted = { limit: limit + 1, after: after.value, isOpen: state === 'open' };
        const rows = await listOutages(trx, caller, wanted);
        return { ok: true, value: { status: 200, body: pageOf(rows, limit, presentOutage) } };
      },
    }),
  ];
}

/** Whole hours or days, the running one among them. */
function spanOf(step: 'hour' | 'day', steps: number, until: string | undefined, now: Date) {
  const stepMs = step === 'hour' ? HOUR_MS : DAY_MS;
  const end = until === undefined ? now.getTime() : Date.parse(`${until}T00:00:00Z`) + DAY_MS - 1;
  const to = (Math.floor(end / stepMs) + 1) * stepMs;
  return { from: new Date(to - steps * stepMs), to: new Date(to) };
}

function everyStep(cells: readonly TimeCell[], { from, to }: AskedSpan, step: 'hour' | 'day'): Deliverability['times'] {
  const stepMs = step === 'hour' ? HOUR_MS : DAY_MS;
  const count = Math.round((to.getTime() - from.getTime()) / stepMs);
  return Array.from({ length: count }, (_, index) => {
    const at = from.getTime() + index * stepMs;
    const cell = cells.find((one) => one.from.getTime() === at);
    const { sent = 0, delivered = 0, undelivered = 0, unconfirmed = 0 } = cell ?? {};
    return { from: new Date(at).toISOString(), sent, delivered, undelivered, unconfirmed };
  });
}
