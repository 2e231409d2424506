import { Kysely, PostgresDialect, sql } from 'kysely';
import { describe, expect, test } from 'vitest';
import { NOW, openOrganizations } from '../vault/test-vault.fixture.ts';
import { up } from './migrations/0011-push.ts';
import { TEST_DATABASES } from './test-database.fixture.ts';

/** As the tables were before. */
const BEFORE = [
  sql`alter table contact_code drop constraint an_alternative_has_a_kind, drop column alternative_kind`,
  sql`alter table contact_code drop constraint contact_code_reached_check,
        add constraint contact_code_reached_check check (reached in ('phone', 'email'))`,
  sql`alter table message drop constraint message_channel_check,
        add constraint message_channel_check check (channel in ('sms', 'call', 'whatsapp', 'email'))`,
  sql`alter table outage drop constraint outage_channel_check,
        add constraint outage_channel_check check (channel in ('sms', 'call', 'whatsapp', 'email'))`,
];
const code = (id: string, alternative: Buffer | null) => sql`
  insert into contact_code (id, organization_id, mode, purpose, channel, locale, sealed_contact, verifier, expires_at, created_at,
    sealed_alternative)
  values (${id}, 'org_a', 'live', 'confirm', 'sms', 'en', ${Buffer.from('sealed')}, ${Buffer.from('verifier')}, ${NOW}, ${NOW},
    ${alternative})`;
const outage = (id: string, channel: string) => sql`
  insert into outage (id, organization_id, mode, channel, begun_at, seen_at, usual_share, settled, failed, last_settled_at)
  values (${id}, 'org_a', 'live', ${channel}, ${NOW}, ${NOW}, 0.1, 5, 5, ${NOW})`;

describe.each(TEST_DATABASES)('on the %s database', (kind) => {
  test('codes from before keep their address beside the number, and apps are taken from then on', async () => {
    const { db, pool, close } = await openOrganizations(kind);
    for (const statement of BEFORE) await statement.execute(db);
    await code('cod_with', Buffer.from('sealed')).execute(db);
    await code('cod_without', null).execute(db);
    await expect(outage('out_1', 'push').execute(db)).rejects.toThrow('outage_channel_check');

    const untyped = new Kysely<unknown>({ dialect: new PostgresDialect({ pool }) });
    await untyped.transaction().execute((trx) => up(trx));

    const kinds = await db.selectFrom('contact_code').select(['id', 'alternative_kind']).orderBy('id').execute();
    expect(kinds).toEqual([
      { id: 'cod_with', alternative_kind: 'email' },
      { id: 'cod_without', alternative_kind: null },
    ]);
    await outage('out_1', 'push').execute(db);
    await sql`update contact_code set reached = 'push', used_at = ${NOW} where id = 'cod_with'`.execute(db);
    await expect(outage('out_2', 'pigeon').execute(db)).rejects.toThrow('outage_channel_check');
    await expect(
      sql`update contact_code set alternative_kind = null where id = 'cod_with'`.execute(db),
    ).rejects.toThrow('an_alternative_has_a_kind');
    await close();
  });
});
