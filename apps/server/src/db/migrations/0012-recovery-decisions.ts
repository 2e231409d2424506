/** Who decided a recovery by document, when, and on what grounds. */
import { type Kysely, sql } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    alter table account_recovery
      add column decided_by text, add column decided_at timestamptz, add column sealed_grounds bytea,
      add constraint decided_on_grounds check ((decided_by is null) = (sealed_grounds is null) and (decided_by is null) = (decided_at is null))
  `.execute(db);
}
