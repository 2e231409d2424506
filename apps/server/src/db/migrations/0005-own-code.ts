/** What the page of a one-time code needs: its token, where it leads afterwards, another contact, and corrections. */
import { type Kysely, sql } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of STATEMENTS.split(';\n')) {
    if (statement.trim() !== '') await sql.raw(statement).execute(db);
  }
}

// The gate looks up whose a token is, and reads nothing else of a code.
const STATEMENTS = `
alter table contact_code add column token_hash bytea unique, add column return_url text,
  add column sealed_alternative bytea, add column alternative_verifier bytea,
  add column correctable boolean not null default false,
  add column corrected int not null default 0 check (corrected between 0 and 3), add column corrected_at timestamptz,
  add column reached text check (reached in ('phone', 'email')),
  add constraint corrected_where_it_may check (corrected = 0 or (correctable and purpose = 'confirm'));
grant select (id, organization_id, mode, token_hash) on contact_code to vidimus_gate;
create policy gate on contact_code for select to vidimus_gate using (true);
`;
