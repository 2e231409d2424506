/** Which policy is used where none is named, and which one a recovery by document uses. */
import { type Kysely, sql } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  // No reference: policies refer to the organization already, and none is ever removed.
  await sql`alter table organization add column default_policy text`.execute(db);
  await sql`alter table account_setting add column recovery_policy text references policy`.execute(db);
}
