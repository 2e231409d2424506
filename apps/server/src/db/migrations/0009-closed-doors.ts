/** Receipts that were opened with a birth date, links for another device that the first one lets in, and what failed to be proven. */
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
alter table organization add column return_hosts text[] not null default '{}';
`;
