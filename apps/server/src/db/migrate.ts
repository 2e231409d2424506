/** Brings a database to the newest tables. */
import type { Kysely } from 'kysely';
import { type Migration, Migrator } from 'kysely/migration';
import { up as firstTables } from './migrations/0001-first-tables.ts';
import { up as looks } from './migrations/0002-looks.ts';
import { up as numbers } from './migrations/0003-numbers.ts';
import { up as courier } from './migrations/0004-courier.ts';
import { up as ownCode } from './migrations/0005-own-code.ts';
import { up as deliverability } from './migrations/0006-deliverability.ts';
import { up as accounts } from './migrations/0007-accounts.ts';
import { up as contacts } from './migrations/0008-contacts.ts';
import { up as closedDoors } from './migrations/0009-closed-doors.ts';
import { up as chosenPolicies } from './migrations/0010-chosen-policies.ts';
import { up as push } from './migrations/0011-push.ts';
import { up as recoveryDecisions } from './migrations/0012-recovery-decisions.ts';
import type { Database } from './schema.ts';

/** In order; a name is never reused. */
const MIGRATIONS: Readonly<Record<string, Migration>> = {
  '0001-first-tables': { up: firstTables },
  '0002-looks': { up: looks },
  '0003-numbers': { up: numbers },
  '0004-courier': { up: courier },
  '0005-own-code': { up: ownCode },
  '0006-deliverability': { up: deliverability },
  '0007-accounts': { up: accounts },
  '0008-contacts': { up: contacts },
  '0009-closed-doors': { up: closedDoors },
  '0010-chosen-policies': { up: chosenPolicies },
  '0011-push': { up: push },
  '0012-recovery-decisions': { up: recoveryDecisions },
};

/** Runs what was not run yet, in one transaction and under a lock; throws when a migration fails, and nothing has changed then. */
export async function migrate(db: Kysely<Database>): Promise<readonly string[]> {
  const migrator = new Migrator({ db, provider: { getMigrations: async () => ({ ...MIGRATIONS }) } });
  const { error, results } = await migrator.migrateToLatest();
  if (error !== undefined) {
    const failed = results?.find(({ status }) => status === 'Error')?.migrationName ?? 'unknown';
    throw new Error(`the migration ${failed} failed; the database is as it was before`, { cause: error });
  }
  return (results ?? []).map(({ migrationName }) => migrationName);
}
