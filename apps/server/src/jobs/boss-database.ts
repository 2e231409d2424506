/** pg-boss on the connections that the rest of the server uses. */
import type pg from 'pg';
import type { Db } from 'pg-boss';

/**
 * pg-boss's own adapter for PGlite rolls back whatever is open on the shared session when a statement of its own fails. Here
 * every statement has the connection to itself, and what it leaves open ends before anybody else gets it.
 */
export function bossDatabase(pool: pg.Pool): Db {
  return {
    async executeSql(text, values) {
      const client = await pool.connect();
      try {
        // Of several statements an array of results, which pg-boss knows how to read.
        const result = await client.query(text, values);
        client.release();
        return result;
      } catch (error) {
        await client.query('rollback').then(
          () => client.release(),
          () => client.release(true),
        );
        throw error;
      }
    },
  };
}
