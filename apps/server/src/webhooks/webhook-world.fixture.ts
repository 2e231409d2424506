/**
 * Two organizations with a database and a vault, a clock that is set by hand, and jobs that are done when a test says so: 72 hours
 * are no time here. `deliver-webhook-queue.test.ts` delivers through the real queue.
 */
import { randomBytes } from 'node:crypto';
import type { Result } from '@vidimus/engine/standards';
import { createAuditLog } from '../audit/store.ts';
import type { OpenDatabase } from '../db/open-database.ts';
import type { Mode } from '../db/schema.ts';
import { type DatabaseTransaction, inTransaction } from '../db/transaction.ts';
import { eventRecorder } from '../events/record-event.ts';
import { eventRoutes } from '../events/routes.ts';
import type { Caller } from '../http/caller.ts';
import type { Problem } from '../http/problem.ts';
import type { Reply, Route, RouteRequest } from '../http/route.ts';
import type { EnqueueOptions, JobName, JobPayloads, Jobs } from '../jobs/jobs.ts';
import type { Right } from '../people/right.ts';
import { masterKeys, openOrganizations, vaultUnder } from '../vault/test-vault.fixture.ts';
import { allowNetworks } from './allow-networks.fixture.ts';
import { deliverWebhookJob } from './deliver-webhook-job.ts';
import { webhookRoutes } from './routes.ts';
import { webhookSender } from './send-webhook.ts';

export type Asked = {
  readonly params?: Readonly<Record<string, string>>;
  readonly query?: Readonly<Record<string, unknown>>;
  readonly body?: unknown;
  readonly organizationId?: string;
  readonly mode?: Mode;
};
export type WebhookWorld = Awaited<ReturnType<typeof openWebhookWorld>>;
type WaitingJob = { readonly payload: JobPayloads['deliver-webhook']; readonly key: string; readonly due: Date };

/** Whether a caller may is decided before a route is asked. */
const NO_RIGHTS: ReadonlySet<Right> = new Set();
/** Of a whole try: short, so that a receiver that never answers costs a test little. */
const WHOLE_TIMEOUT_MS = 500;

export async function openWebhookWorld(kind: OpenDatabase['kind']) {
  const opened = await openOrganizations(kind);
  let now = new Date();
  const clock = () => now;
  const queue = waitingJobs(clock);
  const allowed = allowNetworks('127.0.0.0/8');
  const resolve = async () => [];
  const send = webhookSender({ allowed, resolve, wholeTimeoutMs: WHOLE_TIMEOUT_MS });
  const vault = vaultUnder(masterKeys(1));
  const parts = { vault, jobs: queue.jobs, audit: createAuditLog(clock), allowed, clock, randomBytes };
  const deliver = deliverWebhookJob({ ...parts, db: opened.db, send, random: () => 0.5 });
  const routes = [...webhookRoutes(parts), ...eventRoutes()];
  const asTenant = <T>(work: (trx: DatabaseTransaction) => Promise<T>, organizationId = 'org_a') =>
    inTransaction(opened.db, { role: 'tenant', organizationId }, work);
  return {
    close: opened.close,
    routes,
    events: eventRecorder(parts),
    asTenant,
    deliver,
    /** Waiting jobs, those not due yet included. */
    waiting: queue.waiting,
    advance: (ms: number) => {
      now = new Date(now.getTime() + ms);
    },
    /** Back to the real time, and no job waits. */
    reset: () => {
      now = new Date();
      queue.clear();
    },
    /** Does every job that is due once. */
    runDue: async () => {
      for (const job of queue.take()) await deliver(job.payload, new AbortController().signal);
    },
    /** The body of the answer, checked against the contract; throws the code of a problem. */
    ask: async (operationId: string, asked: Asked = {}): Promise<unknown> => {
      const route = routes.find((one) => one.operationId === operationId);
      if (route === undefined) throw new Error(`no route ${operationId}`);
      const organizationId = asked.organizationId ?? 'org_a';
      const caller = {
        kind: 'api_key',
        id: 'key_1',
        organizationId,
        mode: asked.mode ?? 'live',
        rights: NO_RIGHTS,
      } as const;
      const result = await asTenant((trx) => answer(route, trx, caller, asked), organizationId);
      if (!result.ok) throw new Error(result.error.code);
      return bodyOf(route, result.value);
    },
  };
}

function answer(
  route: Route,
  trx: DatabaseTransaction,
  caller: Caller,
  { params, query, body }: Asked,
): Promise<Result<Reply, Problem>> {
  const request = {
    trx,
    caller,
    params: route.params?.parse(params ?? {}),
    query: route.query?.parse(query ?? {}),
    body: route.body?.parse(body ?? {}),
    bytes: Buffer.alloc(0),
    mediaType: '',
    now: new Date(0),
    address: undefined,
    requestId: 'req_1',
    signal: new AbortController().signal,
  };
  assertParsed(request);
  return route.handle(request);
}

function assertParsed(
  _request: RouteRequest<unknown, unknown, unknown>,
): asserts _request is RouteRequest<never, never, never> {}

function bodyOf(route: Route, reply: Reply): unknown {
  if (!('body' in reply)) return undefined;
  const promised = route.answers[reply.status];
  if (promised === undefined || typeof promised === 'string') throw new Error(`status ${reply.status}`);
  return promised.parse(reply.body);
}

/** Holds to the contract of `Jobs`: of the jobs that wait, one a name and key. */
function waitingJobs(clock: () => Date) {
  const jobs: WaitingJob[] = [];
  const enqueue = async <Name extends JobName>(
    _trx: DatabaseTransaction,
    _name: Name,
    payload: JobPayloads[Name],
    options: EnqueueOptions = {},
  ) => {
    if (!('deliveryId' in payload)) throw new Error('only webhooks are delivered here');
    const key = options.key ?? randomBytes(8).toString('hex');
    if (!jobs.some((job) => job.key === key)) jobs.push({ payload, key, due: options.startAfter ?? clock() });
  };
  const facade: Jobs = { enqueue };
  return {
    jobs: facade,
    waiting: () => jobs.map(({ payload, due }) => ({ ...payload, due })),
    clear: () => jobs.splice(0),
    take: () => {
      const due = jobs.filter((job) => job.due <= clock());
      for (const job of due) jobs.splice(jobs.indexOf(job), 1);
      return due;
    },
  };
}
