/** The clock of test mode: set, it stands until it is set again; what is due by then happens at once. */
import type { Result } from '@vidimus/engine/standards';
import { testClockChangeSchema, testClockSchema } from '@vidimus/protocol';
import type { Kysely } from 'kysely';
import type { AuditLog } from '../audit/audit.ts';
import type { Clock } from '../clock.ts';
import type { Database } from '../db/schema.ts';
import { inTransaction } from '../db/transaction.ts';
import type { Problem } from '../http/problem.ts';
import { type Reply, type Route, type RouteRequest, route } from '../http/route.ts';
import { DUE_KINDS, findDue } from '../jobs/find-due.ts';
import type { SweepHandlers } from '../jobs/sweep.ts';
import { actorOf } from '../people/caller-actor.ts';
import { TEST_ROUTE, whyNoTestKey } from './test-key.ts';

export type ClockParts = {
  readonly db: Kysely<Database>;
  readonly clock: Clock;
  readonly audit: AuditLog;
  readonly sweepHandlers: SweepHandlers;
};

/** `PUT /v1/test/clock` and `DELETE /v1/test/clock`. */
export function clockRoutes(parts: ClockParts): readonly Route[] {
  const common = {
    ...TEST_ROUTE,
    path: '/v1/test/clock',
    transactions: 'own',
    answers: { 200: testClockSchema },
  } as const;
  return [
    route({
      ...common,
      method: 'put',
      operationId: 'setTestClock',
      summary: 'Say what time it is in test mode',
      description:
        'Of the whole organization, and of test mode alone. It stands still until it is set again. Links that run out, promises that pass and data whose time is over are dealt with before the answer.',
      body: testClockChangeSchema,
      handle: (request) => turn(parts, request, new Date(request.body.now)),
    }),
    route({
      ...common,
      method: 'delete',
      operationId: 'resetTestClock',
      summary: 'Go back to the real time',
      handle: (request) => turn(parts, request, undefined),
    }),
  ];
}

/** Sets the clock, and then, each in its own transaction, does what is due. */
async function turn(
  { db, clock, audit, sweepHandlers }: ClockParts,
  { caller, signal }: Pick<RouteRequest<unknown, unknown, unknown>, 'caller' | 'signal'>,
  now: Date | undefined,
): Promise<Result<Reply, Problem>> {
  const refused = whyNoTestKey(caller);
  if (refused !== undefined) return { ok: false, error: refused };
  const { organizationId } = caller;
  const scope = { role: 'tenant', organizationId } as const;
  const due = await inTransaction(db, scope, async (trx) => {
    await trx.deleteFrom('test_clock').where('organization_id', '=', organizationId).execute();
    if (now !== undefined)
      await trx.insertInto('test_clock').values({ organization_id: organizationId, now }).execute();
    await audit.append(trx, {
      organizationId,
      actor: actorOf(caller),
      action: now === undefined ? 'test_clock.reset' : 'test_clock.set',
      objectId: organizationId,
      mode: 'test',
      facts: now === undefined ? {} : { now: now.toISOString() },
    });
    return findDue(trx, clock());
  });
  const happened = { overdue: 0, expired: 0, redactable: 0, recovering: 0 };
  for (const kind of DUE_KINDS) {
    for (const one of due[kind].filter(({ mode }) => mode === 'test')) {
      await sweepHandlers[kind](one, signal);
      happened[kind] += 1;
    }
  }
  const body = {
    object: 'test_clock',
    now: (now ?? clock()).toISOString(),
    runs: now === undefined ? 'real' : 'set',
    happened,
  };
  return { ok: true, value: { status: 200, body } };
}
