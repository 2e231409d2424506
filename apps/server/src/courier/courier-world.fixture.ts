/** A courier on a real database with a real vault: a clock that is set by hand, jobs that are done when a test says so. */
import { randomBytes } from 'node:crypto';
import type { OpenDatabase } from '../db/open-database.ts';
import { type DatabaseTransaction, inTransaction } from '../db/transaction.ts';
import type { EnqueueOptions, JobName, JobPayloads, Jobs } from '../jobs/jobs.ts';
import { masterKeys, openOrganizations, vaultUnder } from '../vault/test-vault.fixture.ts';
import type { Carrier, HandedOver, Handover, Receipt } from './carrier.ts';
import { type Courier, courierOf } from './courier.ts';
import type { MessageRoute } from './message-route.ts';
import { queueMessage } from './queue-message.ts';
import { receiptTaker } from './record-receipt.ts';
import { sendMessageJob } from './send-message-job.ts';
import { messagesAbout, type NewMessage } from './store.ts';

export type CourierWorld = Awaited<ReturnType<typeof openCourierWorld>>;
/** A carrier that says what a test has laid out, and keeps what it was handed. */
export type Scripted = {
  readonly route: MessageRoute;
  readonly carrier: Carrier;
  readonly taken: Handover[];
  readonly says: HandedOver[];
};

type Waiting = {
  readonly name: JobName;
  readonly payload: JobPayloads[JobName];
  readonly key: string;
  readonly due: Date;
};

export function scripted(name: string, more: Partial<MessageRoute> = {}): Scripted {
  const route: MessageRoute = { name, channel: 'sms', prefixes: [], order: 1, cost: 1, usualSeconds: 60, ...more };
  const taken: Handover[] = [];
  const says: HandedOver[] = [];
  const carrier: Carrier = {
    name,
    channel: route.channel,
    handOver: async (handover) => {
      taken.push(handover);
      return says.shift() ?? { kind: 'accepted', carrierIds: [`${name}-${taken.length}`], code: '0' };
    },
    close: async () => {},
  };
  return { route, carrier, taken, says };
}

export async function openCourierWorld(
  kind: OpenDatabase['kind'],
  carried: readonly Pick<Scripted, 'route' | 'carrier'>[],
) {
  const opened = await openOrganizations(kind);
  let now = new Date('2026-03-01T09:00:00Z');
  const clock = () => now;
  const vault = vaultUnder(masterKeys(1));
  const queue = waitingJobs(clock);
  const courier: Courier = courierOf({ live: carried, test: [] });
  const parts = { db: opened.db, vault, jobs: queue.jobs, courier, clock, healthForMs: 0 };
  const send = sendMessageJob(parts);
  const takeReceipt = receiptTaker(parts);
  const asTenant = <T>(work: (trx: DatabaseTransaction) => Promise<T>, organizationId = 'org_a') =>
    inTransaction(opened.db, { role: 'tenant', organizationId }, work);
  const sendOne = async ({ payload }: Waiting) => {
    if ('messageId' in payload) await send(payload, new AbortController().signal);
  };
  const runDue = async () => {
    for (const job of queue.take()) await sendOne(job);
  };
  return {
    parts,
    send,
    asTenant,
    waiting: queue.waiting,
    runDue,
    /** As several workers do. */
    runDueTogether: () => Promise.all(queue.take().map(sendOne)),
    clock,
    advance: (ms: number) => {
      now = new Date(now.getTime() + ms);
    },
    queue: (more: Partial<NewMessage> = {}) =>
      asTenant((trx) =>
        queueMessage(parts, trx, {
          organizationId: 'org_a',
          mode: 'live',
          purpose: 'code',
          objectId: `cod_${randomBytes(6).toString('hex')}`,
          channel: 'sms',
          locale: 'en',
          to: '+50688880001',
          body: { text: 'Your code is 123456' },
          expiresAt: new Date(now.getTime() + 600_000),
          ...more,
        }),
      ),
    row: (id: string) =>
      asTenant((trx) => trx.selectFrom('message').selectAll().where('id', '=', id).executeTakeFirstOrThrow()),
    history: async (id: string) => {
      const row = await asTenant((trx) =>
        trx.selectFrom('message').select('object_id').where('id', '=', id).executeTakeFirstOrThrow(),
      );
      const all = await asTenant((trx) => messagesAbout(trx, row.object_id));
      const events = all.find((one) => one.row.id === id)?.events ?? [];
      return events.map(({ state, route, reason }) => [state, route, reason].filter((word) => word !== null).join(' '));
    },
    receipt: (receipt: Receipt) => takeReceipt(receipt),
    close: opened.close,
  };
}

/** Holds to the contract of `Jobs`: of the jobs that wait, one a name and key. */
function waitingJobs(clock: () => Date) {
  const jobs: Waiting[] = [];
  const enqueue = async <Name extends JobName>(
    _trx: DatabaseTransaction,
    name: Name,
    payload: JobPayloads[Name],
    options: EnqueueOptions = {},
  ) => {
    const key = options.key ?? randomBytes(8).toString('hex');
    if (!jobs.some((job) => job.name === name && job.key === key)) {
      jobs.push({ name, payload, key, due: options.startAfter ?? clock() });
    }
  };
  const facade: Jobs = { enqueue };
  return {
    jobs: facade,
    waiting: (): readonly Waiting[] => jobs,
    take: () => {
      const due = jobs.filter((job) => job.due <= clock());
      for (const job of due) jobs.splice(jobs.indexOf(job), 1);
      return due;
    },
  };
}
