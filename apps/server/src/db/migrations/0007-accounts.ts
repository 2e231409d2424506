/** Accounts of applicants: ways in, sessions, what codes and challenges are for, and recovery by document. */
import { type Kysely, sql } from 'kysely';

const OF_AN_ORGANIZATION = [
  'account',
  'account_applicant',
  'account_way',
  'account_session',
  'account_ticket',
  'account_recovery',
  'account_setting',
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
    await sql.raw(`grant select, insert, update, delete on ${table} to vidimus_tenant`).execute(db);
  }
  // Whose a passkey, a session or a link is, is found before the organization is known.
  for (const table of ['account', 'account_way', 'account_session', 'account_recovery']) {
    await sql.raw(`grant select on ${table} to vidimus_gate`).execute(db);
    await sql.raw(`create policy gate on ${table} for select to vidimus_gate using (true)`).execute(db);
  }
  await sql.raw('grant update (last_used_at) on account_session to vidimus_gate').execute(db);
  await sql.raw('create policy gate_notes_use on account_session for update to vidimus_gate using (true)').execute(db);
  await sql.raw('create policy gate on account_ticket to vidimus_gate using (true) with check (true)').execute(db);
  await sql.raw('grant select, insert, update, delete on account_ticket to vidimus_gate').execute(db);
  // The clock finds recoveries whose time has come.
  await sql.raw('grant select on account_recovery to vidimus_clock').execute(db);
  await sql.raw('create policy clock on account_recovery for select to vidimus_clock using (true)').execute(db);
}

const TABLES = `
create table account (
  id text primary key, organization_id text not null references organization, mode text not null check (mode in ('live', 'test')),
  locale text not null, created_at timestamptz not null);
create table account_applicant (
  applicant_id text primary key references applicant, organization_id text not null references organization,
  account_id text not null references account on delete cascade, created_at timestamptz not null);
create index account_applicant_of on account_applicant (account_id);
create table account_way (
  id text primary key, organization_id text not null references organization,
  account_id text not null references account on delete cascade,
  kind text not null check (kind in ('passkey', 'totp', 'email', 'phone')),
  contact_index bytea, sealed bytea, credential_id text unique, public_key bytea, counter bigint, transports text[] not null default '{}',
  totp_used_step bigint, created_at timestamptz not null, confirmed_at timestamptz,
  constraint a_passkey_has_its_key check (kind <> 'passkey' or (credential_id is not null and public_key is not null and counter is not null)),
  constraint a_contact_is_found check (kind not in ('email', 'phone') or (contact_index is not null and sealed is not null)));
create unique index account_way_contact on account_way (organization_id, contact_index) where contact_index is not null;
create index account_way_of on account_way (account_id);
create table account_session (
  id text primary key, organization_id text not null references organization,
  account_id text not null references account on delete cascade, way_id text, way_kind text not null,
  token_hash bytea not null unique, created_at timestamptz not null, expires_at timestamptz not null, last_used_at timestamptz not null,
  ended_at timestamptz);
create index account_session_of on account_session (account_id, id desc);
create table account_ticket (
  token_hash bytea primary key, organization_id text references organization, mode text check (mode in ('live', 'test')),
  purpose text not null check (purpose in ('sign_in_code', 'keep_code', 'way_code', 'sign_in_passkey', 'keep_passkey', 'way_passkey')),
  account_id text, applicant_id text, code_id text, is_known_device boolean not null default false,
  expires_at timestamptz not null, used_at timestamptz, created_at timestamptz not null);
create index account_ticket_age on account_ticket (expires_at);
create table account_recovery (
  id text primary key, organization_id text not null references organization, mode text not null check (mode in ('live', 'test')),
  account_id text references account on delete cascade, verification_id text not null references verification,
  state text not null check (state in ('asked', 'in_review', 'waiting', 'ready', 'done', 'stopped', 'refused', 'expired')),
  refusal text, readings jsonb, sealed_contact bytea, locale text not null, token_hash bytea not null unique, stop_hash bytea not null unique,
  finish_hash bytea unique, wait_until timestamptz, due_at timestamptz, created_at timestamptz not null, ended_at timestamptz,
  constraint refused_for_a_reason check (state <> 'refused' or refusal is not null),
  constraint nothing_without_the_wait check (state not in ('waiting', 'ready', 'done') or wait_until is not null));
create index account_recovery_due on account_recovery (due_at) where due_at is not null;
create index account_recovery_of on account_recovery (account_id, id desc);
create table account_setting (
  organization_id text primary key references organization,
  recovery_wait_hours int not null check (recovery_wait_hours between 1 and 720));
`;
