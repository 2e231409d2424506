/** What became of messages, counted by the hour so that it outlives them, and outages of carriers. */
import { type Kysely, sql } from 'kysely';

const OF_AN_ORGANIZATION = ['delivery_count', 'delivery_watch', 'outage'] as const;

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of TABLES.split(';\n')) {
    if (statement.trim() !== '') await sql.raw(statement).execute(db);
  }
  for (const table of OF_AN_ORGANIZATION) {
    await sql.raw(`alter table ${table} enable row level security`).execute(db);
    await sql
      .raw(
        `create policy own_organization on ${table} to vidimus_tenant
         using (organization_id = current_organization()) with check (organization_id = current_organization())`,
      )
      .execute(db);
    await sql.raw(`grant select, insert, update, delete on ${table} to vidimus_tenant`).execute(db);
  }
  // The clock finds where something changed since it was counted, and where an outage may have ended.
  for (const table of ['delivery_watch', 'outage']) {
    await sql.raw(`grant select on ${table} to vidimus_clock`).execute(db);
    await sql.raw(`create policy clock on ${table} for select to vidimus_clock using (true)`).execute(db);
  }
  await sql.raw('grant select (organization_id, updated_at) on message to vidimus_clock').execute(db);
  await sql.raw('create policy clock on message for select to vidimus_clock using (true)').execute(db);
}

const TABLES = `
alter table message add column address_index bytea;
create index message_changed on message (organization_id, updated_at);
alter table contact_code add column network_index bytea;
create table delivery_count (
  organization_id text not null references organization, mode text not null check (mode in ('live', 'test')),
  hour timestamptz not null, counted text not null check (counted in ('message', 'handover')), channel text not null,
  country text, prefix text, route text,
  outcome text not null check (outcome in ('delivered', 'undelivered', 'unconfirmed', 'pending', 'untold')),
  reason text, within_seconds int, count int not null check (count > 0), codes int not null, entered int not null,
  cost double precision not null,
  constraint a_handover_has_a_route check ((counted = 'handover') = (route is not null)),
  constraint undelivered_for_a_reason check (outcome <> 'undelivered' or reason is not null));
create index delivery_count_hour on delivery_count (organization_id, mode, hour);
create table delivery_watch (
  organization_id text primary key references organization, counted_until timestamptz not null);
create table outage (
  id text primary key, organization_id text not null references organization, mode text not null check (mode in ('live', 'test')),
  channel text not null check (channel in ('sms', 'call', 'whatsapp', 'email')), country text, prefix text, route text,
  begun_at timestamptz not null, seen_at timestamptz not null, ended_at timestamptz,
  ended_because text check (ended_because in ('arrives_again', 'quiet')),
  usual_share double precision not null check (usual_share between 0 and 1),
  settled int not null, failed int not null, last_settled_at timestamptz not null,
  constraint ends_for_a_reason check ((ended_at is null) = (ended_because is null)));
create unique index outage_open on outage
  (organization_id, mode, channel, coalesce(country, ''), coalesce(prefix, ''), coalesce(route, '')) where ended_at is null;
create index outage_times on outage (organization_id, mode, begun_at);
`;
