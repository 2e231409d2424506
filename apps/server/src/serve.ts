/** The life of a server process: everything is opened in order, and closed in the opposite one. */
import type { Result } from '@vidimus/engine/standards';
import type { Clock } from './clock.ts';
import type { Configuration } from './configuration.ts';
import { type DataDirectoryRefused, dataDirectoryCandidates, openDataDirectory } from './data-directory.ts';
import type { DirectoryTaken } from './db/directory-lock.ts';
import { migrate } from './db/migrate.ts';
import { type OpenDatabase, openDatabase } from './db/open-database.ts';
import { type DatabaseUnreachable, reachDatabase } from './db/reach-database.ts';
import { DeliveryWatch, type DeliveryWatchParts, type DeliveryWatchTrouble } from './deliverability/delivery-watch.ts';
import { type Answer, type CannotListen, type Listening, listenHttp } from './http-listener.ts';
import { Housekeeping, type HousekeepingTrouble } from './jobs/housekeeping.ts';
import type { JobHandlers } from './jobs/jobs.ts';
import { type JobTrouble, OpenJobs } from './jobs/open-jobs.ts';
import { Sweep, type SweepHandlers, type SweepTrouble } from './jobs/sweep.ts';
import { Reader } from './reader/reader.ts';
import { readTls, type TlsRefused } from './tls-files.ts';
import type { SweptBlobs } from './vault/sweep-blobs.ts';

/** What is open by the time the domains are wired. `Safe` is the vault and the photographs, as `openSafe` gave them. */
export type Opened<Safe> = {
  readonly configuration: Configuration;
  readonly dataDirectory: string;
  readonly database: OpenDatabase;
  readonly safe: Safe;
  readonly jobs: OpenJobs;
  readonly reader: Reader;
  /** Undefined until it listens. */
  readonly listensAt?: () => string | undefined;
};

export type Furnished = {
  readonly answer: Answer;
  readonly jobHandlers: JobHandlers;
  readonly sweepHandlers: SweepHandlers;
  /** Signs the audit log of one organization; without it nothing is signed by itself. */
  readonly signLog?: (organizationId: string) => Promise<void>;
  /** Looks at what became of one organization's messages; without it nobody does. */
  readonly watchDeliveries?: DeliveryWatchParts['look'];
  /** Ends answers that would go on for as long as somebody listens. */
  readonly endStreams?: () => void;
  /** Removes the blobs that nothing names. */
  readonly sweepBlobs?: (signal: AbortSignal) => Promise<SweptBlobs>;
  /** Ends what the domains keep open: connections to carriers. */
  readonly close?: () => Promise<void>;
};

/** What differs between the server and a test of its skeleton. */
export type ServeParts<Safe, SafeRefused> = {
  readonly openSafe: (
    opened: Pick<Opened<Safe>, 'configuration' | 'dataDirectory' | 'database'>,
  ) => Promise<Result<Safe, SafeRefused>>;
  readonly furnish: (opened: Opened<Safe>) => Promise<Furnished>;
  readonly clock: Clock;
  readonly workingDirectory: string;
  readonly environment: { readonly XDG_DATA_HOME?: string | undefined };
  readonly onNotice: (notice: ServeNotice) => void;
  readonly sweepEveryMs?: number;
};

/** For the log. */
export type ServeNotice =
  | { readonly code: 'serve.migrated'; readonly migrations: readonly string[] }
  | {
      readonly code: 'serve.ready';
      readonly url: string | undefined;
      readonly dataDirectory: string;
      readonly tookMs: number;
    }
  | JobTrouble
  | SweepTrouble
  | HousekeepingTrouble
  | DeliveryWatchTrouble;

export type ServeRefused = DataDirectoryRefused | DirectoryTaken | DatabaseUnreachable | CannotListen | TlsRefused;

export type Running = {
  readonly url: string | undefined;
  /** Takes nothing new, finishes what is quick, hands back what is not, and closes everything. */
  readonly close: () => Promise<void>;
};

/** Starts a process. Where one part refuses, those that are open already are closed again. */
export async function serve<Safe, SafeRefused>(
  configuration: Configuration,
  parts: ServeParts<Safe, SafeRefused>,
): Promise<Result<Running, ServeRefused | SafeRefused>> {
  const startedAt = performance.now();
  const closing: (() => Promise<void>)[] = [];
  const close = async () => {
    for (let last = closing.pop(); last; last = closing.pop()) await last();
  };
  try {
    const started = await start(configuration, parts, closing);
    if (!started.ok) {
      await close();
      return started;
    }
    const { url, dataDirectory } = started.value;
    const tookMs = Math.round(performance.now() - startedAt);
    parts.onNotice({ code: 'serve.ready', url, dataDirectory, tookMs });
    return { ok: true, value: { url, close } };
  } catch (error) {
    await close();
    throw error;
  }
}

/** Long enough for an upload on a slow line; whoever stops containers often waits ten seconds before it kills. */
const GRACE_MS = 8000;

async function start<Safe, SafeRefused>(
  configuration: Configuration,
  parts: ServeParts<Safe, SafeRefused>,
  closing: (() => Promise<void>)[],
): Promise<Result<{ url: string | undefined; dataDirectory: string }, ServeRefused | SafeRefused>> {
  const { role } = configuration;
  const candidates = dataDirectoryCandidates(configuration.dataDirectory, parts.environment, parts.workingDirectory);
  const directory = openDataDirectory(candidates);
  if (!directory.ok) return directory;
  const dataDirectory = directory.value;

  const opening = await openDatabase(
    configuration.databaseUrl === undefined
      ? { kind: 'embedded', directory: dataDirectory }
      : { kind: 'postgresql', url: configuration.databaseUrl },
  );
  if (!opening.ok) return opening;
  const database = opening.value;
  closing.push(() => database.close());
  const reached = await reachDatabase(database);
  if (!reached.ok) return reached;
  const migrations = await migrate(database.db);
  if (migrations.length > 0) parts.onNotice({ code: 'serve.migrated', migrations });

  const safe = await parts.openSafe({ configuration, dataDirectory, database });
  if (!safe.ok) return safe;

  const reader = new Reader(configuration.readers === undefined ? {} : { processes: configuration.readers });
  closing.push(() => reader.close());
  const isWorking = role !== 'web';
  // Meanwhile the rest opens; a photograph that comes first waits for it.
  if (isWorking) void reader.warm();
  const jobs = await OpenJobs.start({ database, onTrouble: parts.onNotice }, { supervises: isWorking });
  closing.push(() => jobs.close(GRACE_MS));
  let url: string | undefined;
  const listensAt = () => url;
  const opened = { configuration, dataDirectory, database, safe: safe.value, jobs, reader, listensAt };
  const { answer, jobHandlers, sweepHandlers, signLog, watchDeliveries, sweepBlobs, close, endStreams } =
    await parts.furnish(opened);
  // What the jobs use is closed after them.
  if (close !== undefined) closing.push(() => jobs.close(GRACE_MS).then(close));

  if (isWorking) {
    await jobs.work(jobHandlers, { readers: reader.processes });
    const every = parts.sweepEveryMs === undefined ? {} : { everyMs: parts.sweepEveryMs };
    const { clock, onNotice } = parts;
    const sweep = new Sweep({ db: database.db, clock, handlers: sweepHandlers, onTrouble: onNotice, ...every });
    closing.push(() => sweep.close());
    sweep.start();
    if (watchDeliveries !== undefined) {
      const watch = new DeliveryWatch({ db: database.db, clock, look: watchDeliveries, onTrouble: onNotice, ...every });
      closing.push(() => watch.close());
      watch.start();
    }
    if (signLog !== undefined) {
      const housekeeping = new Housekeeping({
        database,
        signLog,
        onTrouble: onNotice,
        ...(sweepBlobs === undefined ? {} : { sweepBlobs }),
      });
      closing.push(() => housekeeping.close());
    }
  }
  const listening = await listen(configuration, answer);
  if (!listening.ok) return listening;
  const port = listening.value;
  url = port?.url;
  // Last opened, first closed. The jobs stop beside it: both may need the whole grace, and there is one.
  if (port) {
    closing.push(async () => {
      endStreams?.();
      await Promise.all([port.close(GRACE_MS), jobs.close(GRACE_MS)]);
    });
  }
  return { ok: true, value: { url, dataDirectory } };
}

async function listen(
  { address, tls }: Configuration,
  answer: Furnished['answer'],
): Promise<Result<Listening | undefined, CannotListen | TlsRefused>> {
  if (address === undefined) return { ok: true, value: undefined };
  if (tls === undefined) return listenHttp(answer, address);
  const pair = readTls(tls);
  return pair.ok ? listenHttp(answer, { ...address, tls: pair.value }) : pair;
}
