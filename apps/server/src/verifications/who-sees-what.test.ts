/** Who sees what of a verification, and where what people say is kept. */
import type { Evidence } from '@vidimus/vocabulary';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { TEST_DATABASES } from '../db/test-database.fixture.ts';
import type { Caller } from '../http/caller.ts';
import { RIGHTS } from '../people/right.ts';
import { REPORT_ON_FILE } from '../policies/report-on-file.fixture.ts';
import { ownSteps } from './own-steps.fixture.ts';
import { answered, type Desk, ORGANIZATION, openDesk, PREVIEW, refusedFor } from './verification-desk.fixture.ts';

const CANARY = 'Kanarienvogelstein';
const GLARE: Evidence = {
  measure: 'saturated share',
  observed: 0.4,
  threshold: 0.15,
  field: 'expiry_date',
  media_id: 'photo_1',
};

describe.each(TEST_DATABASES)('on the %s database', (kind) => {
  let desk: Desk;
  beforeAll(async () => {
    desk = await openDesk(kind);
  });
  afterAll(() => desk.close());
  const { handIn } = ownSteps(() => desk);

  test('whoever holds only a receipt erases nothing', async () => {
    const { id, applicant } = await desk.create();
    expect(await desk.ask(await desk.receiptOf(applicant), 'eraseOwnData')).toMatchObject({
      ok: false,
      error: { status: 403, code: 'receipt.birth-date-needed' },
    });
    expect(await desk.get(id)).toMatchObject({ state: 'created', redaction: 'none' });
  });

  test('a receipt shows, and hands nothing in', async () => {
    const { id, applicant } = await desk.create();
    const receipt = await desk.receiptOf(applicant);
    expect(await desk.seen(receipt)).toMatchObject({ id, state: 'created' });
    for (const operation of ['submitVerification', 'makeReceipt']) {
      expect(await desk.ask(receipt, operation)).toMatchObject({ ok: false, error: { code: 'link.shows-only' } });
    }
  });

  test('the photograph that people see is the preview', async () => {
    desk.says(answered(REPORT_ON_FILE));
    const { applicant } = await desk.create();
    await handIn(applicant);
    const mediaId = (await desk.seen(applicant)).attempts.findLast(({ media_id }) => media_id !== null)?.media_id;
    const params = { media_id: mediaId };
    expect(await desk.ask(applicant, 'getOwnMedia', { params })).toMatchObject({
      ok: false,
      error: { code: 'media.no-preview' },
    });
    await desk.work();
    const shown = await desk.ask(applicant, 'getOwnMedia', { params });
    expect(shown).toMatchObject({ ok: true, value: { file: PREVIEW, mediaType: 'image/jpeg' } });
  });

  test('nobody is verified in earnest under a policy that takes specimens for documents', async () => {
    const live: Caller = {
      kind: 'api_key',
      id: 'key_3',
      organizationId: ORGANIZATION,
      mode: 'live',
      rights: new Set(RIGHTS),
    };
    expect(await desk.ask(live, 'createVerification', { body: {} })).toMatchObject({
      ok: false,
      error: { status: 409, code: 'policy.accepts-specimens' },
    });
  });

  test('another organization, the other mode and a stranger’s link see nothing', async () => {
    const { id } = await desk.create();
    const strangers: readonly Caller[] = [
      {
        kind: 'api_key',
        id: 'key_2',
        organizationId: 'org_b',
        mode: 'test',
        rights: new Set(['verifications:read', 'verifications:write']),
      },
      {
        kind: 'api_key',
        id: 'key_3',
        organizationId: ORGANIZATION,
        mode: 'live',
        rights: new Set(['verifications:read', 'verifications:write']),
      },
    ];
    for (const stranger of strangers) {
      for (const operation of ['getVerification', 'cancelVerification']) {
        const answer = await desk.ask(stranger, operation, { params: { id } });
        expect(answer).toMatchObject({ ok: false, error: { status: 404, code: 'verification.not-found' } });
      }
    }
  });

  test('without the right to evidence there is no sentence and no value', async () => {
    desk.says(answered(refusedFor('action_required', ['image_glare', GLARE])));
    const { id, applicant } = await desk.create();
    await handIn(applicant);
    await desk.work();
    const blind: Caller = {
      kind: 'api_key',
      id: 'key_4',
      organizationId: ORGANIZATION,
      mode: 'test',
      rights: new Set(['verifications:read']),
    };
    const view: unknown = await desk.whole(blind, 'getVerification', { params: { id } });
    expect(view).toMatchObject({ reasons: [{ code: 'image_glare', heading: expect.any(String) }] });
    expect(JSON.stringify(view)).not.toContain('evidence');
    expect(JSON.stringify(view)).not.toContain('message');
  });

  test('what a document and a person say is nowhere in the database; and gone when it is erased', async () => {
    desk.says(
      answered(
        refusedFor('action_required', [
          'name_mismatch',
          { measure: 'name', observed: CANARY, facts: { claimed: CANARY, read: CANARY } },
        ]),
      ),
    );
    const { id, applicant } = await desk.create({ claims: { name: CANARY } });
    await handIn(applicant);
    await desk.work();
    expect(JSON.stringify(await desk.get(id))).toContain(CANARY);
    expect(await dump()).not.toContain(CANARY);

    await desk.asTenant((trx) =>
      trx.updateTable('verification').set({ redaction: 'scheduled' }).where('id', '=', id).execute(),
    );
    desk.waiting.push({ name: 'redact-verification', payload: { organizationId: ORGANIZATION, verificationId: id } });
    await desk.work();
    const erased = await desk.get(id);
    expect(erased).toMatchObject({ state: 'action_required', redaction: 'done', reasons: [{ code: 'name_mismatch' }] });
    expect(JSON.stringify(erased)).not.toContain(CANARY);
    expect(await desk.ask(applicant, 'submitVerification')).toMatchObject({
      ok: false,
      error: { code: 'verification.erased' },
    });
    const media = await desk.asTenant((trx) =>
      trx.selectFrom('media').selectAll().where('verification_id', '=', id).execute(),
    );
    for (const { blob_key, erased_at } of media) {
      expect(await desk.parts.blobs.get(blob_key)).toBeUndefined();
      expect(erased_at).not.toBeNull();
    }
  });

  /** Every row of every table, as text; bytes as the letters that they would be. */
  async function dump(): Promise<string> {
    const { rows } = await sql<{
      name: string;
    }>`select tablename as name from pg_tables where schemaname = 'public'`.execute(desk.db);
    const texts: string[] = [];
    for (const { name } of rows) {
      const all = await sql`select * from ${sql.table(name)}`.execute(desk.db);
      texts.push(
        JSON.stringify(all.rows, (_, value: unknown) =>
          value instanceof Uint8Array ? Buffer.from(value).toString('latin1') : value,
        ),
      );
      for (const row of all.rows)
        if (typeof row === 'object' && row !== null)
          for (const value of Object.values(row))
            if (value instanceof Uint8Array) texts.push(Buffer.from(value).toString('latin1'));
    }
    return texts.join('\n');
  }
});
