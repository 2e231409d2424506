/** Whether the database that was named answers. */
import type { Result } from '@vidimus/engine/standards';
import type { OpenDatabase } from './open-database.ts';

/** `observed`: what the system or the database said, a code without address. */
export type DatabaseUnreachable = { readonly code: 'serve.database-unreachable'; readonly observed: string };

/** A database that does not answer is for the operator to mend; one that answers with nonsense is our bug. */
export async function reachDatabase({ pool }: OpenDatabase): Promise<Result<null, DatabaseUnreachable>> {
  try {
    const client = await pool.connect();
    client.release();
    return { ok: true, value: null };
  } catch (error) {
    if (!(error instanceof Error && 'code' in error)) throw error;
    return { ok: false, error: { code: 'serve.database-unreachable', observed: String(error.code) } };
  }
}
