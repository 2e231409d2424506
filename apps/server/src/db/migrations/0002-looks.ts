/** What the applicant's pages need: looks at photographs before they are handed in, links to go on with elsewhere, devices in trouble. */
import { type Kysely, sql } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of TABLES.split(';\n')) {
    if (statement.trim() !== '') await sql.raw(statement).execute(db);
  }
  for (const [table, rights] of RIGHTS) {
    await sql.raw(`alter table ${table} enable row level security`).execute(db);
    await sql
      .raw(
        `create policy own_organization on ${table} to vidimus_tenant
         using (organization_id = current_organization()) with check (organization_id = current_organization())`,
      )
      .execute(db);
    await sql.raw(`grant ${rights} on ${table} to vidimus_tenant`).execute(db);
  }
}

const RIGHTS = [
  ['look', 'select, insert, update'],
  // What happened stays so.
  ['device_trouble', 'select, insert'],
] as const;

const TABLES = `
create table look (
  attempt_id text primary key references attempt, organization_id text not null references organization,
  verification_id text not null references verification,
  state text not null check (state in ('reading', 'done', 'unavailable')), sealed bytea, newest_attempt text not null,
  created_at timestamptz not null,
  constraint only_what_was_read_is_told check (sealed is null or state = 'done'));
create index look_of_verification on look (verification_id, attempt_id desc);
create table device_trouble (
  id text primary key, organization_id text not null references organization, verification_id text not null references verification,
  code text not null check (code in ('camera_permission_denied', 'camera_unavailable', 'browser_not_supported')),
  browser text, detail text, created_at timestamptz not null);
create index device_trouble_of_verification on device_trouble (verification_id, id);
alter table media add column width_px int check (width_px > 0);
alter table media add column height_px int check (height_px > 0);
alter table appeal add column kind text not null default 'appeal' check (kind in ('appeal', 'disowned'));
alter table appeal alter column review_id drop not null;
alter table appeal add constraint an_appeal_is_reviewed check (kind = 'disowned' or review_id is not null);
alter table verification_link add column open_until timestamptz;
alter table verification_link add column opened_at timestamptz;
create index verification_link_handed_off on verification_link (verification_id) where open_until is not null;
`;
