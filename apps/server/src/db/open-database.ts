/** The database that the environment names, or the embedded one, ready to be asked. */
import type { Result } from '@vidimus/engine/standards';
import { Kysely, PostgresDialect } from 'kysely';
import pg from 'pg';
import type { DirectoryTaken } from './directory-lock.ts';
import { openEmbeddedDatabase } from './embedded-database.ts';
import { preparingPool } from './preparing-pool.ts';
import type { Database } from './schema.ts';

export type OpenDatabase = {
  readonly db: Kysely<Database>;
  readonly pool: pg.Pool;
  readonly kind: 'embedded' | 'postgresql';
  readonly close: () => Promise<void>;
};

export type DatabasePlace =
  | { readonly kind: 'embedded'; readonly directory: string }
  | { readonly kind: 'postgresql'; readonly url: string; readonly connections?: number };

const CONNECTIONS = 10;

/** Opens, and does not migrate. */
export async function openDatabase(place: DatabasePlace): Promise<Result<OpenDatabase, DirectoryTaken>> {
  if (place.kind === 'postgresql') {
    const pool = new pg.Pool({ connectionString: place.url, max: place.connections ?? CONNECTIONS });
    return { ok: true, value: opened(pool, 'postgresql', async () => {}) };
  }
  const embedded = await openEmbeddedDatabase(place.directory);
  if (!embedded.ok) return embedded;
  // One connection is one session: the embedded database has no more.
  const pool = new pg.Pool({ ...embedded.value.connection, max: 1, idleTimeoutMillis: 0 });
  return { ok: true, value: opened(pool, 'embedded', embedded.value.close) };
}

function opened(pool: pg.Pool, kind: OpenDatabase['kind'], after: () => Promise<void>): OpenDatabase {
  // A connection that the server ends while nobody uses it is replaced by the pool, and one that is in use tells at its next
  // query; without listeners either ends the process.
  pool.on('error', () => {});
  pool.on('connect', (client) => void client.on('error', () => {}));
  const asked = kind === 'embedded' ? preparingPool(pool) : pool;
  const db = new Kysely<Database>({ dialect: new PostgresDialect({ pool: asked }) });
  const close = async () => {
    await db.destroy();
    await after();
  };
  return { db, pool, kind, close };
}
