/** Every use of the database is a transaction that says for whom it is: row-level security holds the rest back. */
import { type Kysely, sql, type Transaction } from 'kysely';
import type { Database } from './schema.ts';

export type DatabaseTransaction = Transaction<Database>;

/**
 * `tenant`: the rows of one organization. `gate`: reads credentials of every organization, to tell whose they are.
 * `clock`: finds what is due in every organization, and changes nothing. `keeper`: wraps the data keys of every organization anew.
 */
export type Scope =
  | { readonly role: 'tenant'; readonly organizationId: string }
  | { readonly role: 'gate' }
  | { readonly role: 'clock' }
  | { readonly role: 'keeper' };

/**
 * Runs `work` in a transaction of that scope, and commits when it ends well. Inside, use the transaction alone: the embedded
 * database has one connection, and a second use of the pool would wait for ever.
 */
export async function inTransaction<T>(
  db: Kysely<Database>,
  scope: Scope,
  work: (trx: DatabaseTransaction) => Promise<T>,
): Promise<T> {
  let waiting: readonly (() => void)[] = [];
  const failure: { reason?: unknown } = {};
  const running = db.transaction().execute(async (trx) => {
    const organization = scope.role === 'tenant' ? scope.organizationId : '';
    await sql`select set_config('role', ${`vidimus_${scope.role}`}, true), set_config('vidimus.organization', ${organization}, true)`.execute(
      trx,
    );
    const done = await work(trx).catch((reason: unknown) => {
      failure.reason = reason;
      throw reason;
    });
    waiting = AFTER_COMMIT.get(trx) ?? [];
    return done;
  });
  // When the connection is lost, Kysely 0.29.9 throws what its ROLLBACK met and drops why there was one.
  const result = await running.catch((error: unknown) => {
    throw failure.reason ?? error;
  });
  for (const then of waiting) then();
  return result;
}

/**
 * Runs `then` once the transaction is committed, and never when it is rolled back. A process may die in between: what must
 * not be lost is written in the transaction, and this only hurries it along.
 */
export function afterCommit(trx: DatabaseTransaction, then: () => void): void {
  const waiting = AFTER_COMMIT.get(trx);
  if (waiting === undefined) AFTER_COMMIT.set(trx, [then]);
  else waiting.push(then);
}
const AFTER_COMMIT = new WeakMap<DatabaseTransaction, (() => void)[]>();
