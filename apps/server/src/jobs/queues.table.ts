/** How each kind of job is tried, and tried again. */
import type { JobName } from './jobs.ts';

export type QueueRow = {
  /** Tries after the first, before the job counts as dead. */
  readonly retryLimit: number;
  /** Seconds before the second try; doubled at every further one, with some chance, up to `retryDelayMax`. */
  readonly retryDelay: number;
  readonly retryDelayMax: number;
  /** Seconds that one try may take. */
  readonly expireInSeconds: number;
  /** Tries at a time in one process; `readers`: as many as there are processes that read. */
  readonly concurrency: number | 'readers';
  /** Seconds between looks for jobs that nobody in this process enqueued: by other processes, or to be done later. */
  readonly pollingIntervalSeconds: number;
};

const MINUTE = 60;
const HOUR = 60 * MINUTE;

/** Twenty tries at these distances take more than an hour: longer than a restart, an update, or freeing a full disk. */
const TRIES = 20;

export const QUEUES: Readonly<Record<JobName, QueueRow>> = {
  'judge-verification': {
    retryLimit: TRIES,
    retryDelay: 1,
    retryDelayMax: 5 * MINUTE,
    expireInSeconds: 5 * MINUTE,
    concurrency: 'readers',
    pollingIntervalSeconds: 0.5,
  },
  // Somebody waits for it with the camera in hand: what does not come soon is not worth coming.
  'look-at-photograph': {
    retryLimit: 2,
    retryDelay: 1,
    retryDelayMax: 5,
    expireInSeconds: MINUTE,
    concurrency: 'readers',
    pollingIntervalSeconds: 0.5,
  },
  // The distances between tries at a receiver that does not answer are the delivery's own affair; these are for our faults.
  'deliver-webhook': {
    retryLimit: TRIES,
    retryDelay: 2,
    retryDelayMax: 10 * MINUTE,
    expireInSeconds: 2 * MINUTE,
    concurrency: 8,
    pollingIntervalSeconds: 1,
  },
  'redact-verification': {
    retryLimit: TRIES,
    retryDelay: 5,
    retryDelayMax: HOUR,
    expireInSeconds: 10 * MINUTE,
    concurrency: 1,
    pollingIntervalSeconds: 5,
  },
  // As with webhooks: the distances between tries at a carrier are the message's own affair.
  'send-message': {
    retryLimit: TRIES,
    retryDelay: 1,
    retryDelayMax: 5 * MINUTE,
    expireInSeconds: 2 * MINUTE,
    concurrency: 8,
    // Whoever enqueues wakes a worker; what waits for a receipt, or for a busy carrier, may be looked at a little late.
    pollingIntervalSeconds: 2,
  },
  'tell-of-change': {
    retryLimit: TRIES,
    retryDelay: 5,
    retryDelayMax: HOUR,
    expireInSeconds: 10 * MINUTE,
    concurrency: 1,
    pollingIntervalSeconds: 5,
  },
};

/** Where the jobs come to lie that failed too often: nobody works them, somebody must look. */
export const DEAD_QUEUE = 'dead';
