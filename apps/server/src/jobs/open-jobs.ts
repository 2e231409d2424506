/** The queue: pg-boss in the same database, so that a job and the change that asks for it are one transaction. */
import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { fromKysely, type Job, PgBoss } from 'pg-boss';
import type { OpenDatabase } from '../db/open-database.ts';
import { afterCommit, type DatabaseTransaction } from '../db/transaction.ts';
import { bossDatabase } from './boss-database.ts';
import { grantEnqueueing } from './enqueue-rights.ts';
import { JOB_PAYLOADS } from './job-payload.ts';
import type { EnqueueOptions, JobHandlers, JobName, JobPayloads, Jobs } from './jobs.ts';
import { DEAD_QUEUE, QUEUES } from './queues.table.ts';

/** What the queue tells whoever keeps the log. `error` is for that log alone: it may quote what it was working on. */
export type JobTrouble =
  | { readonly code: 'jobs.try-failed'; readonly name: JobName; readonly jobId: string; readonly error: unknown }
  | { readonly code: 'jobs.queue-trouble'; readonly error: unknown };

export type JobsOptions = {
  readonly database: Pick<OpenDatabase, 'db' | 'pool' | 'kind'>;
  readonly onTrouble: (trouble: JobTrouble) => void;
};

/** How many jobs of a kind wait, are being done, and failed for good. */
export type JobCount = {
  readonly name: JobName;
  readonly waiting: number;
  readonly active: number;
  readonly dead: number;
};

/** A started queue. Whoever only enqueues never calls `work`. */
export class OpenJobs implements Jobs {
  readonly #boss: PgBoss;
  readonly #options: JobsOptions;
  readonly #stopping = new AbortController();
  /** Workers that are not in a handler, by the ids that pg-boss gave them; the one that was woken last stands last. */
  readonly #idle = new Map<JobName, Set<string>>();

  static async start(options: JobsOptions, { supervises }: { readonly supervises: boolean }): Promise<OpenJobs> {
    const boss = new PgBoss({
      ...SETTINGS,
      db: bossDatabase(options.database.pool),
      supervise: supervises,
      monitorVacuum: options.database.kind === 'postgresql',
      reindex: options.database.kind === 'postgresql',
    });
    boss.on('error', (error) => options.onTrouble({ code: 'jobs.queue-trouble', error }));
    boss.on('warning', (warning) => options.onTrouble({ code: 'jobs.queue-trouble', error: warning }));
    await boss.start();
    await makeQueues(boss);
    await grantEnqueueing(options.database.db);
    const jobs = new OpenJobs(boss, options);
    if (options.database.kind === 'embedded') await jobs.#takeUpAbandoned();
    return jobs;
  }

  private constructor(boss: PgBoss, options: JobsOptions) {
    this.#boss = boss;
    this.#options = options;
  }

  async enqueue<Name extends JobName>(
    trx: DatabaseTransaction,
    name: Name,
    payload: JobPayloads[Name],
    options: EnqueueOptions = {},
  ): Promise<void> {
    await this.#boss.send(name, payload, {
      db: fromKysely(trx),
      // Without a key of its own every job of the queue would be the same one.
      singletonKey: options.key ?? randomUUID(),
      ...(options.startAfter === undefined ? {} : { startAfter: options.startAfter }),
    });
    afterCommit(trx, () => this.#wake(name));
  }

  /** Starts the workers. `readers`: how many photographs are read at a time. */
  async work(handlers: JobHandlers, { readers }: { readonly readers: number }): Promise<void> {
    await this.#workOn('judge-verification', handlers, readers);
    await this.#workOn('look-at-photograph', handlers, readers);
    await this.#workOn('deliver-webhook', handlers, readers);
    await this.#workOn('redact-verification', handlers, readers);
    await this.#workOn('send-message', handlers, readers);
    await this.#workOn('tell-of-change', handlers, readers);
  }

  async counts(): Promise<readonly JobCount[]> {
    const { rows } = await sql<{ name: string; waiting: string; active: string; dead: string }>`
      select case when name = ${DEAD_QUEUE} then source_name else name end as name,
        count(*) filter (where name <> ${DEAD_QUEUE} and state in ('created', 'retry')) as waiting,
        count(*) filter (where name <> ${DEAD_QUEUE} and state = 'active') as active,
        count(*) filter (where name = ${DEAD_QUEUE}) as dead
      from pgboss.job where state in ('created', 'retry', 'active') group by 1`.execute(this.#options.database.db);
    return JOB_NAMES.map((name) => {
      const row = rows.find((candidate) => candidate.name === name);
      return {
        name,
        waiting: Number(row?.waiting ?? 0),
        active: Number(row?.active ?? 0),
        dead: Number(row?.dead ?? 0),
      };
    });
  }

  /** Gives dead jobs all their tries again, the oldest first; answers with how many. Safe, since handlers are right when they are run again. */
  async retryDead({ name, most }: { readonly name?: JobName; readonly most: number }): Promise<number> {
    return this.#boss.redrive(DEAD_QUEUE, { limit: most, ...(name === undefined ? {} : { sourceName: name }) });
  }

  /** Takes no more jobs, asks the running handlers to stop and waits for them; what they did not finish is done again. */
  async close(graceMs: number): Promise<void> {
    this.#stopping.abort(new Error('the process is stopping'));
    // The pool is not pg-boss's to close.
    await this.#boss.stop({ graceful: true, timeout: graceMs, close: false });
  }

  async #workOn<Name extends JobName>(name: Name, handlers: JobHandlers, readers: number): Promise<void> {
    const { concurrency, pollingIntervalSeconds } = QUEUES[name];
    const idle = new Set<string>();
    this.#idle.set(name, idle);
    // One worker each, and not `localConcurrency`: pg-boss wakes the first of such a group alone.
    for (let worker = 0; worker < (concurrency === 'readers' ? readers : concurrency); worker += 1) {
      let own = '';
      const handle = async ([job]: Job<object>[]) => {
        if (job === undefined) return;
        idle.delete(own);
        try {
          await this.#try(name, handlers, job);
        } finally {
          idle.add(own);
          // Looks for the next job at once: a worker that slept first would do one job an interval.
          this.#boss.notifyWorker(own);
        }
      };
      own = await this.#boss.work<object>(name, { pollingIntervalSeconds }, handle);
      idle.add(own);
    }
  }

  async #try<Name extends JobName>(name: Name, handlers: JobHandlers, job: Job<object>): Promise<void> {
    try {
      const payload = JOB_PAYLOADS[name].parse(job.data);
      await handlers[name](payload, AbortSignal.any([job.signal, this.#stopping.signal]));
    } catch (error) {
      if (!this.#stopping.signal.aborted) {
        this.#options.onTrouble({ code: 'jobs.try-failed', name, jobId: job.id, error });
      }
      // pg-boss writes what was thrown into the job's row, where nothing of a document may stand: messages stay in the log.
      throw new Error(`the handler of ${name} failed; see jobs.try-failed in the log`);
    }
  }

  #wake(name: JobName): void {
    const idle = this.#idle.get(name);
    const [first] = idle ?? [];
    if (idle === undefined || first === undefined) return;
    idle.delete(first);
    idle.add(first);
    this.#boss.notifyWorker(first);
  }

  /** On the embedded database nobody else can be working: what counts as being done was left by a process that died. */
  async #takeUpAbandoned(): Promise<void> {
    for (const name of JOB_NAMES) {
      const { rows } = await sql<{ id: string }>`
        select id from pgboss.job where name = ${name} and state = 'active'`.execute(this.#options.database.db);
      const ids = rows.map(({ id }) => id);
      if (ids.length > 0) await this.#boss.fail(name, ids, { code: 'jobs.process-ended' });
    }
  }
}

/** Every kind of job. */
export const JOB_NAMES = [
  'judge-verification',
  'look-at-photograph',
  'deliver-webhook',
  'redact-verification',
  'send-message',
  'tell-of-change',
] as const satisfies readonly JobName[];

const MINUTE_SECONDS = 60;
const HOUR_SECONDS = 60 * MINUTE_SECONDS;
const YEAR_SECONDS = 365 * 24 * HOUR_SECONDS;
/** A worker whose process died is missed after this and one look of the supervisor: 45 s at most. */
const HEARTBEAT_SECONDS = 30;
const SUPERVISE_SECONDS = 15;

const SETTINGS = {
  schema: 'pgboss',
  superviseIntervalSeconds: SUPERVISE_SECONDS,
  monitorIntervalSeconds: SUPERVISE_SECONDS,
  maintenanceIntervalSeconds: HOUR_SECONDS,
  // What we do not use (schedules, flows, a register of processes) should not write to the disk every few seconds.
  schedule: false,
  registerInstance: false,
  flowIntervalSeconds: HOUR_SECONDS,
  bamIntervalSeconds: 10 * MINUTE_SECONDS,
} as const;

/** Makes the queues, or brings them to this version's settings. */
async function makeQueues(boss: PgBoss): Promise<void> {
  await boss.createQueue(DEAD_QUEUE, { retentionSeconds: YEAR_SECONDS });
  for (const name of JOB_NAMES) {
    const { retryLimit, retryDelay, retryDelayMax, expireInSeconds } = QUEUES[name];
    const settings = {
      retryLimit,
      retryDelay,
      retryDelayMax,
      retryBackoff: true,
      expireInSeconds,
      heartbeatSeconds: HEARTBEAT_SECONDS,
      // A job may wait as long as the installation stands still.
      retentionSeconds: YEAR_SECONDS,
      deleteAfterSeconds: HOUR_SECONDS,
      deadLetter: DEAD_QUEUE,
    };
    // `short`: of the jobs that wait, one a key.
    await boss.createQueue(name, { ...settings, policy: 'short' });
    await boss.updateQueue(name, settings);
  }
}
