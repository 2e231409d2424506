/**
 * Receipts that were opened with a birth date, links for another device that the first one lets in, what failed to be proven, where
 * applicants may be led back to, and which blobs a row needs.
 */
import { type Kysely, sql } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of STATEMENTS.split(';\n')) {
    if (statement.trim() !== '') await sql.raw(statement).execute(db);
  }
}

const STATEMENTS = `
alter table verification_link add column proven_until timestamptz, add column hand_off bytea, add column number int,
  add column numbers int[],
  add constraint receipts_are_proven check (proven_until is null or kind = 'receipt'),
  add constraint a_device_has_a_number check ((hand_off is null) = (number is null)),
  add constraint numbers_are_for_devices check (numbers is null or open_until is not null);
update verification_link set open_until = least(open_until, now()) where open_until is not null and opened_at is null;
create index verification_link_of_verification on verification_link (verification_id, created_at);
alter table verification add column proof_failures int not null default 0, add column proof_failed_at timestamptz;
alter table member add column password_failures int not null default 0;
grant update (password_failures) on member to vidimus_gate;
create policy gate_counts on member for update to vidimus_gate using (true);
alter table organization add column return_hosts text[] not null default '{}';
grant select (blob_key, preview_key, erased_at) on media to vidimus_clock;
create policy clock on media for select to vidimus_clock using (true);
create index media_preview on media (preview_key) where preview_key is not null;
`;
