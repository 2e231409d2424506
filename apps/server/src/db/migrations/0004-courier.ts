/** Messages and their histories, one-time codes, what bounds them, and who wants to be told when a country is served. */
import { type Kysely, sql } from 'kysely';

const OF_AN_ORGANIZATION = [
  'message',
  'message_event',
  'message_handover',
  'contact_code',
  'send_count',
  'change_notice',
] as const;

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
    // What happened to a message is added to, and goes with the message alone.
    const rights = table === 'message_event' ? 'select, insert' : 'select, insert, update, delete';
    await sql.raw(`grant ${rights} on ${table} to vidimus_tenant`).execute(db);
  }
  // A receipt names a message of some organization, and a route serves all of them: the clock finds whose it is.
  await sql.raw('grant select on message_handover to vidimus_clock').execute(db);
  await sql.raw('create policy clock on message_handover for select to vidimus_clock using (true)').execute(db);
  // Whoever wants to be forgotten holds a token, and no organization's key.
  await sql.raw('grant select on change_notice to vidimus_gate').execute(db);
  await sql.raw('create policy gate on change_notice for select to vidimus_gate using (true)').execute(db);
}

const TABLES = `
create table message (
  id text primary key, organization_id text not null references organization, mode text not null check (mode in ('live', 'test')),
  purpose text not null check (purpose in ('code', 'invitation', 'notice')), object_id text not null,
  channel text not null check (channel in ('sms', 'call', 'whatsapp', 'email')), locale text not null,
  sealed_address bytea, sealed_body bytea, country text, prefix text,
  state text not null check (state in ('queued', 'sent', 'accepted', 'delivered', 'undelivered', 'expired', 'unconfirmed')),
  reason text, route text, handovers int not null default 0, interrupted int not null default 0,
  due_at timestamptz, expires_at timestamptz not null, avoid text[] not null default '{}', given_up text[] not null default '{}',
  created_at timestamptz not null, updated_at timestamptz not null,
  constraint undelivered_for_a_reason check (state <> 'undelivered' or reason is not null),
  constraint body_until_it_ends check (state not in ('delivered', 'undelivered', 'expired', 'unconfirmed') or sealed_body is null));
create index message_of_object on message (organization_id, object_id, id desc);
create index message_age on message (organization_id, created_at);
create table message_event (
  message_id text not null references message on delete cascade, organization_id text not null references organization,
  number int not null check (number > 0), at timestamptz not null, state text not null, route text, carrier_code text, reason text,
  primary key (message_id, number));
create table message_handover (
  message_id text not null references message on delete cascade, organization_id text not null references organization,
  number int not null check (number > 0), route text not null, carrier_ids text[] not null default '{}',
  outcome text not null check (outcome in ('open', 'interrupted', 'postponed', 'refused', 'accepted', 'delivered', 'undelivered', 'unconfirmed')),
  reason text, at timestamptz not null, answered_at timestamptz, ended_at timestamptz,
  primary key (message_id, number));
create index message_handover_ids on message_handover using gin (carrier_ids);
create index message_handover_route on message_handover (route, at desc);
create table contact_code (
  id text primary key, organization_id text not null references organization, mode text not null check (mode in ('live', 'test')),
  purpose text not null check (purpose in ('sign_in', 'confirm')), channel text not null, locale text not null,
  sealed_contact bytea not null, country text, prefix text, verifier bytea not null,
  refused text check (refused in ('country')), tries int not null default 0 check (tries between 0 and 5),
  sends int not null default 0, last_sent_at timestamptz, expires_at timestamptz not null, used_at timestamptz,
  created_at timestamptz not null);
create index contact_code_prefix on contact_code (organization_id, mode, prefix, created_at);
create index contact_code_age on contact_code (organization_id, created_at);
create table send_count (
  organization_id text not null references organization, key bytea not null, window_ends timestamptz not null,
  sent int not null check (sent > 0), primary key (organization_id, key, window_ends));
create table change_notice (
  id text primary key, organization_id text not null references organization, mode text not null check (mode in ('live', 'test')),
  policy_id text not null references policy, residence text not null, locale text not null, email_index bytea not null,
  sealed_email bytea not null, token_hash bytea not null unique, created_at timestamptz not null, keep_until timestamptz not null, told_at timestamptz,
  check (told_at is null or told_at >= created_at));
create unique index change_notice_once on change_notice (organization_id, policy_id, residence, email_index, mode) where told_at is null;
`;
