/** Work that is done after the answer: enqueued in the caller's transaction, so that it exists exactly when the change does. */
import type { DatabaseTransaction } from '../db/transaction.ts';

/** Ids alone: a queue is read by more eyes than the vault. */
export type JobPayloads = {
  /** Read the photographs of a submitted verification and decide. */
  readonly 'judge-verification': { readonly organizationId: string; readonly verificationId: string };
  /** Read a photograph on its own, before it is handed in. */
  readonly 'look-at-photograph': {
    readonly organizationId: string;
    readonly verificationId: string;
    readonly attemptId: string;
  };
  readonly 'deliver-webhook': { readonly organizationId: string; readonly deliveryId: string };
  /** Erase what a verification holds. */
  readonly 'redact-verification': { readonly organizationId: string; readonly verificationId: string };
  /** Hand a message over, or notice that no receipt came. */
  readonly 'send-message': { readonly organizationId: string; readonly messageId: string };
  /** Tell those who wait for a country that a policy serves now. */
  readonly 'tell-of-change': { readonly organizationId: string; readonly policyId: string };
};
export type JobName = keyof JobPayloads;

export type EnqueueOptions = {
  /** Two jobs of one name and key that both wait are one: the first, with its payload and start. */
  readonly key?: string;
  readonly startAfter?: Date;
};

export type Jobs = {
  readonly enqueue: <Name extends JobName>(
    trx: DatabaseTransaction,
    name: Name,
    payload: JobPayloads[Name],
    options?: EnqueueOptions,
  ) => Promise<void>;
};

/** Done at least once: a handler must be right when it is run again. `signal` aborts when the process is asked to stop. */
export type JobHandlers = {
  readonly [Name in JobName]: (payload: JobPayloads[Name], signal: AbortSignal) => Promise<void>;
};
