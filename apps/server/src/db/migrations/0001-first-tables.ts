/** The first tables, their roles and the row-level security of organizations. Once released, fixed: changes go into the next file. */
import { type Kysely, sql } from 'kysely';

/** Tables whose rows belong to one organization. */
const OF_AN_ORGANIZATION = [
  'data_key',
  'member',
  'passkey',
  'session',
  'api_key',
  'policy',
  'policy_version',
  'applicant',
  'verification',
  'verification_link',
  'step',
  'attempt',
  'media',
  'decision',
  'report',
  'review',
  'appeal',
  'event',
  'webhook_endpoint',
  'webhook_delivery',
  'webhook_try',
  'idempotency',
  'audit_log',
  'audit_entry',
  'audit_checkpoint',
  'test_clock',
] as const;

/** Rows that nobody changes: what was done stays done. Redaction empties their `sealed` column, where they have one. */
const APPEND_ONLY: Readonly<Record<string, readonly string[]>> = {
  attempt: ['sealed_answer'],
  decision: ['sealed'],
  report: ['sealed'],
  event: [],
  audit_entry: [],
  audit_checkpoint: [],
};

/** What tells who somebody is, before the organization is known. */
const GATE_READS = ['api_key', 'session', 'member', 'passkey', 'verification_link', 'organization'] as const;

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const role of ['vidimus_tenant', 'vidimus_gate', 'vidimus_clock', 'vidimus_keeper']) {
    // Roles belong to the whole server: another database of it may have made them.
    await sql
      .raw(
        `do $$ begin create role ${role} nologin; exception when duplicate_object or unique_violation then null; end $$`,
      )
      .execute(db);
    await sql.raw(`grant ${role} to current_user`).execute(db);
  }
  for (const statement of TABLES.split(';\n')) {
    if (statement.trim() !== '') await sql.raw(statement).execute(db);
  }
  await sql
    .raw(
      `create function current_organization() returns text language sql stable as
       $$ select nullif(current_setting('vidimus.organization', true), '') $$`,
    )
    .execute(db);
  await sql.raw(PUBLISHED_STAYS).execute(db);
  await sql
    .raw(
      `create trigger published_stays before update on policy_version
       for each row when (old.state <> 'draft') execute function published_stays()`,
    )
    .execute(db);
  for (const table of OF_AN_ORGANIZATION) {
    await sql.raw(`alter table ${table} enable row level security`).execute(db);
    await sql
      .raw(
        `create policy own_organization on ${table} to vidimus_tenant
         using (organization_id = current_organization()) with check (organization_id = current_organization())`,
      )
      .execute(db);
    const emptied = APPEND_ONLY[table];
    const rights = emptied === undefined ? 'select, insert, update, delete' : 'select, insert';
    await sql.raw(`grant ${rights} on ${table} to vidimus_tenant`).execute(db);
    if (emptied !== undefined && emptied.length > 0) {
      await sql.raw(`grant update (${emptied.join(', ')}) on ${table} to vidimus_tenant`).execute(db);
    }
  }
  await sql.raw('alter table organization enable row level security').execute(db);
  await sql
    .raw('create policy own_organization on organization to vidimus_tenant using (id = current_organization())')
    .execute(db);
  await sql.raw('grant select, update on organization to vidimus_tenant').execute(db);
  // Challenges of a sign-in belong to nobody yet; those of a member are seen by its organization alone.
  await sql.raw('alter table challenge enable row level security').execute(db);
  await sql
    .raw(
      `create policy own_organization on challenge to vidimus_tenant
       using (organization_id = current_organization()) with check (organization_id = current_organization())`,
    )
    .execute(db);
  await sql.raw('create policy gate on challenge to vidimus_gate using (true) with check (true)').execute(db);
  await sql.raw('grant select, insert, update, delete on challenge to vidimus_gate, vidimus_tenant').execute(db);
  await sql.raw('grant select, insert, update, delete on sign_in_throttle to vidimus_gate').execute(db);
  for (const table of GATE_READS) {
    await sql.raw(`grant select on ${table} to vidimus_gate`).execute(db);
    await sql.raw(`create policy gate on ${table} for select to vidimus_gate using (true)`).execute(db);
  }
  // The gate notes that a credential was used, and writes nothing else of it.
  for (const table of ['api_key', 'session']) {
    await sql.raw(`grant update (last_used_at) on ${table} to vidimus_gate`).execute(db);
    await sql.raw(`create policy gate_notes_use on ${table} for update to vidimus_gate using (true)`).execute(db);
  }
  // The clock finds what is due, in every organization; what it does then, it does as a tenant.
  for (const table of ['verification', 'organization', 'webhook_delivery', 'idempotency', 'test_clock']) {
    await sql.raw(`grant select on ${table} to vidimus_clock`).execute(db);
    await sql.raw(`create policy clock on ${table} for select to vidimus_clock using (true)`).execute(db);
  }
  await sql.raw('grant delete on idempotency to vidimus_clock').execute(db);
  await sql.raw('create policy clock_sweeps on idempotency for delete to vidimus_clock using (true)').execute(db);
  // The keeper wraps data keys anew, in every organization; a destroyed one is nothing to it.
  await sql.raw('grant select, update (key_version, wrapped) on data_key to vidimus_keeper').execute(db);
  await sql.raw('create policy keeper on data_key to vidimus_keeper using (destroyed_at is null)').execute(db);
}

/** What people were judged under is never changed, whatever the code above it does. */
const PUBLISHED_STAYS = `
create function published_stays() returns trigger language plpgsql as $$ begin
  if new.document is distinct from old.document or new.published_at is distinct from old.published_at
    or new.state = 'draft' or old.state = 'archived'
  then raise exception 'a published version of a policy never changes'; end if;
  return new;
end $$`;

const TABLES = `
create table organization (id text primary key, name text not null, created_at timestamptz not null);
create table installation (name text primary key, value text not null);
create table data_key (
  id text primary key, organization_id text not null references organization, subject text not null, purpose text not null,
  key_version int not null, wrapped bytea not null, created_at timestamptz not null, destroyed_at timestamptz,
  constraint a_destroyed_key_is_gone check ((destroyed_at is not null) = (length(wrapped) = 0)));
create unique index data_key_of_subject on data_key (organization_id, subject, purpose);
create index data_key_version on data_key (key_version, id) where destroyed_at is null;
create table member (
  id text primary key, organization_id text not null references organization, roles text[] not null,
  email_index bytea unique, sealed_person bytea not null, password_hash text, sealed_totp bytea, sealed_new_totp bytea,
  totp_used_step int, totp_failures int not null default 0,
  created_at timestamptz not null, disabled_at timestamptz, removed_at timestamptz,
  constraint removed_is_forgotten check (removed_at is null or (disabled_at is not null and email_index is null
    and password_hash is null and sealed_totp is null and sealed_new_totp is null)),
  constraint known_roles check (roles <@ array['owner', 'compliance', 'reviewer', 'support', 'auditor', 'developer'] and cardinality(roles) > 0));
create table passkey (
  id text primary key, organization_id text not null references organization, member_id text not null references member,
  credential_id text not null unique, public_key bytea not null, counter bigint not null, transports text[] not null,
  created_at timestamptz not null);
create table challenge (
  id text primary key, organization_id text references organization, member_id text references member,
  purpose text not null check (purpose in ('invitation', 'passkey_sign_in', 'passkey_registration', 'passkey_step_up')),
  challenge text not null unique, expires_at timestamptz not null, used_at timestamptz,
  constraint of_a_member_of_an_organization check ((organization_id is null) = (member_id is null)));
create index challenge_age on challenge (expires_at);
create table sign_in_throttle (
  key bytea primary key, failures int not null, last_failed_at timestamptz not null, familiar_until timestamptz);
create index sign_in_throttle_age on sign_in_throttle (last_failed_at);
create table session (
  id text primary key, organization_id text not null references organization, member_id text not null references member,
  kind text not null check (kind in ('enrolment', 'full')), token_hash bytea not null unique, created_at timestamptz not null,
  expires_at timestamptz not null, last_used_at timestamptz not null, stepped_up_at timestamptz, ended_at timestamptz);
create index session_of_member on session (member_id) where ended_at is null;
create table api_key (
  id text primary key, organization_id text not null references organization, name text not null,
  mode text not null check (mode in ('live', 'test')), scopes text[] not null, secret_hash bytea not null unique,
  hint text not null, created_at timestamptz not null, last_used_at timestamptz, revoked_at timestamptz);
create table policy (
  id text primary key, organization_id text not null references organization, name text not null, created_at timestamptz not null);
create table policy_version (
  policy_id text not null references policy, organization_id text not null references organization, version int not null,
  state text not null check (state in ('draft', 'published', 'archived')), document jsonb not null,
  created_at timestamptz not null, published_at timestamptz, archived_at timestamptz,
  primary key (policy_id, version),
  constraint dates_of_its_state check ((state = 'draft') = (published_at is null) and (state = 'archived') = (archived_at is not null)));
create unique index one_draft on policy_version (policy_id) where state = 'draft';
create unique index one_published on policy_version (policy_id) where state = 'published';
create table applicant (
  id text primary key, organization_id text not null references organization, mode text not null check (mode in ('live', 'test')),
  reference text, created_at timestamptz not null);
create index applicant_reference on applicant (organization_id, reference) where reference is not null;
create table verification (
  id text primary key, organization_id text not null references organization, applicant_id text not null references applicant,
  mode text not null check (mode in ('live', 'test')), policy_id text not null, policy_version int not null,
  state text not null check (state in ('created', 'open', 'processing', 'delayed', 'in_review', 'action_required', 'approved', 'declined', 'expired', 'cancelled')),
  reason_codes text[] not null default '{}', sealed_reasons bytea, sealed_claims bytea, residence text, locale text not null,
  return_url text, expected_by timestamptz, overdue_told_at timestamptz, appeal_path text, appeal_last_day text,
  expires_at timestamptz not null,
  redaction text not null default 'none' check (redaction in ('none', 'scheduled', 'running', 'done')), redact_at timestamptz,
  test_scenario text, created_at timestamptz not null, updated_at timestamptz not null, decided_at timestamptz,
  foreign key (policy_id, policy_version) references policy_version,
  constraint scenarios_are_for_test_mode check (test_scenario is null or mode = 'test'),
  constraint refusal_has_reasons check (
    state not in ('declined', 'action_required', 'in_review', 'delayed')
    or (cardinality(reason_codes) > 0 and (sealed_reasons is not null or redaction in ('running', 'done')))),
  constraint declined_can_be_appealed check (state <> 'declined' or (appeal_path is not null and appeal_last_day is not null)),
  constraint waiting_has_a_date check (state not in ('processing', 'delayed', 'in_review') or expected_by is not null));
create index verification_list on verification (organization_id, mode, id desc);
create index verification_waiting on verification (expected_by) where state in ('processing', 'delayed', 'in_review') and overdue_told_at is null;
create index verification_running_out on verification (expires_at) where state in ('created', 'open', 'action_required');
create index verification_to_redact on verification (redact_at) where redaction = 'scheduled';
create table verification_link (
  token_hash bytea primary key, organization_id text not null references organization, verification_id text not null references verification,
  mode text not null check (mode in ('live', 'test')), kind text not null check (kind in ('apply', 'receipt')), created_at timestamptz not null);
create table step (
  verification_id text not null references verification, organization_id text not null references organization, name text not null,
  position int not null, state text not null check (state in ('asked', 'submitted', 'finished')), attempts text[] not null default '{}',
  used int not null check (used >= 0),
  primary key (verification_id, name));
create table media (
  id text primary key, organization_id text not null references organization, verification_id text not null references verification,
  blob_key text not null unique, media_type text not null, byte_length int not null, fingerprint text not null, preview_key text,
  created_at timestamptz not null, erased_at timestamptz);
create index media_of_verification on media (verification_id);
create table attempt (
  id text primary key, organization_id text not null references organization, verification_id text not null references verification,
  step text not null, media_id text references media, sealed_answer bytea, created_at timestamptz not null);
create index attempt_of_verification on attempt (verification_id, id);
create table decision (
  id text primary key, organization_id text not null references organization, verification_id text not null references verification,
  key text not null, decided_by jsonb not null, outcome text not null check (outcome in ('approved', 'action_required', 'in_review', 'declined')),
  reason_codes text[] not null, policy_id text not null, policy_version int not null, detectors jsonb not null, inputs text[] not null,
  sealed bytea, created_at timestamptz not null,
  unique (verification_id, key),
  constraint refusal_has_reasons check ((outcome = 'approved') = (cardinality(reason_codes) = 0)));
create table report (
  id text primary key, organization_id text not null references organization, verification_id text not null references verification,
  decision_id text not null unique references decision, sealed bytea, created_at timestamptz not null);
create table review (
  id text primary key, organization_id text not null references organization, mode text not null check (mode in ('live', 'test')),
  verification_id text not null references verification,
  cause text not null check (cause in ('decision', 'appeal', 'new_evidence', 'attempt_limit')),
  state text not null check (state in ('open', 'claimed', 'second_opinion', 'decided')), reason_codes text[] not null,
  opened_at timestamptz not null, expected_by timestamptz not null, claimed_by text, claimed_at timestamptz,
  first_member text, sealed_first_opinion bytea, decided_at timestamptz,
  constraint claimed_by_somebody check (state <> 'claimed' or claimed_by is not null));
create unique index one_review_at_a_time on review (verification_id) where state <> 'decided';
create index review_queue on review (organization_id, expected_by) where state <> 'decided';
create table appeal (
  id text primary key, organization_id text not null references organization, verification_id text not null references verification,
  review_id text not null references review, sealed_statement bytea, created_at timestamptz not null);
create table event (
  id text primary key, organization_id text not null references organization, mode text not null check (mode in ('live', 'test')),
  type text not null, object_id text not null, payload jsonb not null, created_at timestamptz not null);
create index event_list on event (organization_id, mode, id desc);
create table webhook_endpoint (
  id text primary key, organization_id text not null references organization, mode text not null check (mode in ('live', 'test')),
  url text not null, events text[] not null, sealed_secret bytea not null, sealed_old_secret bytea, old_secret_until timestamptz,
  created_at timestamptz not null, disabled_at timestamptz, disabled_because text check (disabled_because in ('gone', 'request')),
  constraint disabled_for_a_reason check ((disabled_at is null) = (disabled_because is null)));
create index webhook_endpoint_list on webhook_endpoint (organization_id, mode, id desc);
create table webhook_delivery (
  id text primary key, organization_id text not null references organization, endpoint_id text not null references webhook_endpoint,
  event_id text not null references event, redelivery int not null default 0,
  state text not null check (state in ('pending', 'delivered', 'failed')), tries int not null, last_answer text, next_try_at timestamptz,
  created_at timestamptz not null, ended_at timestamptz,
  unique (endpoint_id, event_id, redelivery),
  constraint ended_or_tried_again check ((state = 'pending') = (ended_at is null) and (state = 'pending') = (next_try_at is not null)));
create index webhook_delivery_list on webhook_delivery (endpoint_id, id desc);
create table webhook_try (
  delivery_id text not null references webhook_delivery on delete cascade, organization_id text not null references organization,
  number int not null check (number > 0), at timestamptz not null, answer text not null, duration_ms int not null,
  primary key (delivery_id, number));
create table idempotency (
  organization_id text not null references organization, credential text not null, key text not null, request_hash bytea not null,
  status int, sealed_response bytea, created_at timestamptz not null,
  primary key (organization_id, credential, key));
create index idempotency_age on idempotency (created_at);
create table audit_log (organization_id text primary key references organization, size int not null, frontier bytea[] not null);
create table audit_entry (
  organization_id text not null references organization, position int not null, entry jsonb not null, leaf_hash bytea not null,
  created_at timestamptz not null, primary key (organization_id, position));
create table audit_checkpoint (
  organization_id text not null references organization, size int not null, note text not null, created_at timestamptz not null,
  primary key (organization_id, size));
create table test_clock (organization_id text primary key references organization, now timestamptz not null);
`;
