/** A code as a step of a verification: whose step it is, and which channels are taken without asking. */
import { type Kysely, sql } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of STATEMENTS.split(';\n')) {
    if (statement.trim() !== '') await sql.raw(statement).execute(db);
  }
}

const STATEMENTS = `
alter table contact_code add column verification_id text references verification, add column kind text check (kind in ('phone', 'email')),
  add column channels text[],
  add column by_itself boolean not null default false,
  add constraint a_step_has_a_kind check ((verification_id is null) = (kind is null)),
  drop constraint contact_code_refused_check, add constraint contact_code_refused_check check (refused in ('country', 'policy'));
create index contact_code_of_verification on contact_code (verification_id, id desc) where verification_id is not null;
alter table verification add column sealed_contacts bytea;
`;
