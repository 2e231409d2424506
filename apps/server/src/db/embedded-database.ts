/** PostgreSQL inside this process's own data directory, for machines that have nothing else. */
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Result } from '@vidimus/engine/standards';
import { type DirectoryTaken, lockDirectory } from './directory-lock.ts';
import { EmbeddedThread } from './embedded-thread.ts';
import type { EmbeddedWorkerData } from './embedded-worker.ts';

/** A running embedded database, to be reached by one connection at a time. */
export type EmbeddedDatabase = {
  readonly connection: {
    readonly host: string;
    readonly port: number;
    readonly user: string;
    readonly database: string;
  };
  /** Ends the session in order; the lock goes last. */
  readonly close: () => Promise<void>;
};

/** `pg` looks for `HOST/.s.PGSQL.PORT`. */
const PORT = 5432;

/**
 * Opens the database in `directory`, which is made if missing, in a thread of its own. The first time takes some seconds (initdb),
 * later half a second; some 300 MB resident. When PostgreSQL panics, on a full disk above all, it is opened again from its log as soon as
 * that goes; meanwhile connections are refused.
 */
export async function openEmbeddedDatabase(directory: string): Promise<Result<EmbeddedDatabase, DirectoryTaken>> {
  mkdirSync(directory, { recursive: true, mode: 0o700 });
  const lock = await lockDirectory(directory);
  if (!lock.ok) return lock;
  const socketFolder = mkdtempSync(join(tmpdir(), 'vidimus-db-'));
  const workerData: EmbeddedWorkerData = {
    directory: join(directory, 'postgresql'),
    socketPath: join(socketFolder, `.s.PGSQL.${PORT}`),
  };
  const leave = () => {
    rmSync(socketFolder, { recursive: true, force: true });
    lock.value.release();
  };
  const thread = await EmbeddedThread.start(workerData).catch((cause: unknown) => {
    leave();
    throw new Error(`the embedded database in ${directory} does not open`, { cause });
  });
  const close = async () => {
    await thread.close();
    leave();
  };
  return {
    ok: true,
    value: { connection: { host: socketFolder, port: PORT, user: 'postgres', database: 'postgres' }, close },
  };
}
