/** Facts for the numbers, which outlive erasure; the brand of an organization; the mode of what an entry of the record is about. */
import { type Kysely, sql } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of STATEMENTS.split(';\n')) {
    if (statement.trim() !== '') await sql.raw(statement).execute(db);
  }
}

const STATEMENTS = `
create table verification_fact (
  verification_id text primary key references verification, organization_id text not null references organization,
  mode text not null check (mode in ('live', 'test')), started_at timestamptz not null, opened_at timestamptz,
  handed_in_at timestamptz, expired_at timestamptz, photographs int not null default 0,
  document_type text, issuing_state text, script text, browser text);
create index verification_fact_started on verification_fact (organization_id, mode, started_at);
create index verification_fact_expired on verification_fact (organization_id, mode, expired_at) where expired_at is not null;
create index decision_made on decision (organization_id, created_at);
alter table verification_fact enable row level security;
create policy own_organization on verification_fact to vidimus_tenant
  using (organization_id = current_organization()) with check (organization_id = current_organization());
grant select, insert, update on verification_fact to vidimus_tenant;
insert into verification_fact (verification_id, organization_id, mode, started_at, photographs)
  select v.id, v.organization_id, v.mode, v.created_at, (select count(*) from media m where m.verification_id = v.id)
  from verification v;
alter table organization add column brand_name text, add column brand_colour text check (brand_colour ~ '^#[0-9a-f]{6}$'),
  add column logo_key text, add column logo_width int, add column logo_height int,
  add constraint a_logo_has_a_size check ((logo_key is null) = (logo_width is null) and (logo_key is null) = (logo_height is null));
alter table audit_entry add column mode text check (mode in ('live', 'test'));
update audit_entry e set mode = coalesce(
  (select mode from verification where id = e.entry->>'object'),
  (select v.mode from media m join verification v on v.id = m.verification_id where m.id = e.entry->>'object'),
  (select mode from review where id = e.entry->>'object'),
  (select mode from api_key where id = e.entry->>'object'),
  (select mode from webhook_endpoint where id = e.entry->>'object'),
  (select w.mode from webhook_delivery d join webhook_endpoint w on w.id = d.endpoint_id where d.id = e.entry->>'object'));
create index audit_entry_object on audit_entry (organization_id, (entry->>'object'), position);
create index audit_entry_time on audit_entry (organization_id, created_at);
`;
