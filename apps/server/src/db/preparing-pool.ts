/** Connections that have the database keep the plans of what they are asked again and again. */
import type { PostgresCursor, PostgresPool, PostgresPoolClient, PostgresQueryResult } from 'kysely';
import type pg from 'pg';

/** A kept plan takes some ten kilobytes of the session. What is asked beyond these is planned every time. */
const MOST_KEPT = 500;

/**
 * For the embedded database, where planning a statement takes longer than running it (bench/RESULTS-SERVER.md). PostgreSQL plans anew
 * by itself where the role, a table or a policy changed, so that row-level security holds as without it. Not for a server that may
 * stand behind a pooler: there the next statement may meet another session.
 */
export function preparingPool(pool: pg.Pool): PostgresPool {
  // Kysely keeps what it knows of a connection by the object that stands for it.
  const known = new WeakMap<pg.PoolClient, PostgresPoolClient>();
  return {
    connect: async () => {
      const client = await pool.connect();
      const preparing = known.get(client) ?? preparingClient(client);
      known.set(client, preparing);
      return preparing;
    },
    end: () => pool.end(),
    options: pool.options,
  };
}

function preparingClient(client: pg.PoolClient): PostgresPoolClient {
  const names = new Map<string, string>();
  const nameOf = (text: string): string | undefined => {
    if (!names.has(text) && names.size < MOST_KEPT) names.set(text, `kept_${names.size}`);
    return names.get(text);
  };
  function query<R>(text: string, parameters: readonly unknown[]): Promise<PostgresQueryResult<R>>;
  function query<R>(cursor: PostgresCursor<R>): PostgresCursor<R>;
  function query(asked: string | PostgresCursor<unknown>, parameters: readonly unknown[] = []): unknown {
    if (typeof asked !== 'string') throw new Error('nothing of ours reads by cursor');
    // Without values it may be several statements, which have no plan in common.
    const name = parameters.length === 0 ? undefined : nameOf(asked);
    return client.query({ text: asked, values: [...parameters], ...(name === undefined ? {} : { name }) });
  }
  return { query, release: (destroy) => client.release(destroy) };
}
