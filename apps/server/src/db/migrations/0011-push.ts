/** Notifications of an operator's own app: a channel of messages and outages, and a contact of codes. */
import { type Kysely, sql } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of STATEMENTS.split(';\n')) {
    if (statement.trim() !== '') await sql.raw(statement).execute(db);
  }
}

// An alternative was always an e-mail address so far.
const STATEMENTS = `
alter table message drop constraint message_channel_check,
  add constraint message_channel_check check (channel in ('sms', 'call', 'whatsapp', 'email', 'push'));
alter table outage drop constraint outage_channel_check,
  add constraint outage_channel_check check (channel in ('sms', 'call', 'whatsapp', 'email', 'push'));
alter table contact_code drop constraint contact_code_reached_check,
  add constraint contact_code_reached_check check (reached in ('phone', 'email', 'push')),
  add column alternative_kind text check (alternative_kind in ('phone', 'email', 'push'));
update contact_code set alternative_kind = 'email' where sealed_alternative is not null;
alter table contact_code
  add constraint an_alternative_has_a_kind check ((sealed_alternative is null) = (alternative_kind is null));
`;
