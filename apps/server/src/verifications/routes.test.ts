import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { TEST_DATABASES } from '../db/test-database.fixture.ts';
import type { Caller } from '../http/caller.ts';
import { REPORT_ON_FILE } from '../policies/report-on-file.fixture.ts';
import { makeDefault } from '../policies/store.ts';
import { answered, type Desk, ORGANIZATION, openDesk, somePhoto } from './verification-desk.fixture.ts';

const pageSchema = z.object({
  data: z.array(z.object({ id: z.string(), state: z.string() })),
  has_more: z.boolean(),
  next_cursor: z.string().nullable(),
});
const NO_SUCH_POLICY = 'pol_01J9ZKQW4E0000000000000009';
const DRAFT_POLICY = 'pol_01J9ZKQW4E0000000000000001';

describe.each(TEST_DATABASES)('on the %s database', (kind) => {
  let desk: Desk;
  beforeAll(async () => {
    desk = await openDesk(kind);
    desk.says(answered(REPORT_ON_FILE));
  });
  afterAll(() => desk.close());

  const list = async (query: object, caller = desk.key) =>
    pageSchema.parse(await desk.whole(caller, 'listVerifications', { query }));

  test('verifications are listed page by page, the newest first', async () => {
    const made = [await desk.create(), await desk.create(), await desk.create()].map(({ id }) => id);
    const first = await list({ limit: '2' });
    expect(first.data.map(({ id }) => id)).toEqual([made[2], made[1]]);
    expect(first.has_more).toBe(true);
    const rest = await list({ limit: '2', cursor: first.next_cursor });
    expect(rest.data[0]?.id).toBe(made[0]);
  });

  test('the applicant’s link is its token, and the page that it opens', async () => {
    const created = z
      .object({ link: z.object({ token: z.string(), url: z.string() }) })
      .parse(await desk.whole(desk.key, 'createVerification', { body: {} }));
    expect(created.link).toEqual({
      token: expect.stringMatching(/^vat_/),
      url: `https://verify.example/verify/${created.link.token}`,
    });
  });

  test('they are found by state and by the operator’s own word', async () => {
    const { id } = await desk.create({ applicant: { reference: 'customer-7' } });
    expect((await list({ reference: 'customer-7' })).data.map((each) => each.id)).toEqual([id]);
    expect((await list({ reference: 'customer' })).data).toEqual([]);
    await desk.whole(desk.key, 'cancelVerification', { params: { id } });
    expect((await list({ state: 'cancelled' })).data).toEqual([{ id, state: 'cancelled' }]);
    expect((await list({ state: 'approved' })).data).toEqual([]);
  });

  test('they are found by a reason that they have or had, and by when they were created', async () => {
    const body = { applicant: { reference: 'from-costa-rica' }, residence: 'CRI' };
    const away = await desk.create(body);
    const reference = { reference: 'from-costa-rica' };
    const reason = 'residence_country_not_supported';
    expect((await list({ ...reference, reason })).data).toEqual([{ id: away.id, state: 'declined' }]);
    expect((await list({ ...reference, reason: 'image_glare' })).data).toEqual([]);
    await desk.whole(away.applicant, 'appealDecline', { body: { statement: 'I moved.' } });
    expect((await list({ ...reference, reason })).data).toEqual([{ id: away.id, state: 'in_review' }]);
    const created = '2026-03-02T09:00:00Z';
    expect((await list({ ...reference, created_from: created })).data).toHaveLength(1);
    expect((await list({ ...reference, created_before: created })).data).toEqual([]);
  });

  test('the other mode and the other organization list none of them', async () => {
    await desk.create();
    expect((await list({}, { ...desk.key, mode: 'live' })).data).toEqual([]);
    expect((await list({}, { ...desk.key, organizationId: 'org_b' })).data).toEqual([]);
  });

  describe('nobody else’s key reaches evidence', () => {
    const strangers: readonly (readonly [string, (key: Caller) => Caller])[] = [
      ['another organization', (key) => ({ ...key, organizationId: 'org_b' })],
      ['the other mode', (key) => ({ ...key, mode: 'live' })],
    ];
    test.each(strangers)('of %s', async (_, strangerOf) => {
      const { id, applicant } = await judged();
      const mediaId = (await desk.seen(applicant)).attempts.findLast(({ media_id }) => media_id !== null)?.media_id;
      const stranger = strangerOf(desk.key);
      for (const operation of ['getReport', 'getReportPdf', 'getMedia']) {
        const params = operation === 'getMedia' ? { id, media_id: mediaId } : { id };
        expect(await desk.ask(desk.key, operation, { params })).toMatchObject({ ok: true });
        expect(await desk.ask(stranger, operation, { params })).toMatchObject({
          ok: false,
          error: { status: 404, code: 'verification.not-found' },
        });
      }
    });

    test('nor another verification’s own photograph', async () => {
      const [one, other] = [await judged(), await judged()];
      const mediaId = (await desk.seen(one.applicant)).attempts.findLast(({ media_id }) => media_id !== null)?.media_id;
      const refused = { ok: false, error: { status: 404, code: 'media.not-found' } };
      const params = { id: other.id, media_id: mediaId };
      expect(await desk.ask(desk.key, 'getMedia', { params })).toMatchObject(refused);
      expect(await desk.ask(other.applicant, 'getOwnMedia', { params: { media_id: mediaId } })).toMatchObject(refused);
    });
  });

  test('every look at evidence is in the record, and without ids of people or values', async () => {
    const { id } = await judged();
    await desk.whole(desk.key, 'getReport', { params: { id } });
    const entries = await desk.asTenant((trx) => trx.selectFrom('audit_entry').select('entry').execute());
    const looked = entries.map(({ entry }) => entry).filter((entry) => JSON.stringify(entry).includes(id));
    expect(looked).toContainEqual(
      expect.objectContaining({ actor: 'api_key:key_1', action: 'report.viewed', object: id, facts: {} }),
    );
  });

  test.each<readonly [string, string | undefined, object]>([
    ['a policy that is not there', NO_SUCH_POLICY, { status: 404, code: 'policy.not-found' }],
    ['a policy that was never published', DRAFT_POLICY, { status: 409, code: 'policy.not-published' }],
  ])('%s starts nothing', async (_, policy, error) => {
    await addPolicy(desk, DRAFT_POLICY, 'draft');
    const before = await list({});
    expect(await desk.ask(desk.key, 'createVerification', { body: { policy } })).toMatchObject({ ok: false, error });
    expect(await list({})).toEqual(before);
  });

  test('without a policy’s name there must be one that is published alone, or the default', async () => {
    const nobody: Caller = { ...desk.key, organizationId: 'org_b' };
    expect(await desk.ask(nobody, 'createVerification')).toMatchObject({
      ok: false,
      error: { status: 422, code: 'policy.not-named', detail: expect.stringContaining('No policy is published') },
    });
    await addPolicy(desk, 'pol_01J9ZKQW4E0000000000000002', 'published');
    expect(await desk.ask(desk.key, 'createVerification')).toMatchObject({
      ok: false,
      error: {
        status: 422,
        code: 'policy.not-named',
        detail: expect.stringMatching(/pol_01J9ZKQW4E0000000000000000, .*0002.*GET \/v1\/policies/),
      },
    });
    // One of them is the default: then nothing is to be chosen.
    const policy = 'pol_01J9ZKQW4E0000000000000002';
    await desk.asTenant((trx) => makeDefault(trx, ORGANIZATION, policy));
    const usual = await desk.whole(desk.key, 'createVerification', { body: {} });
    expect(usual).toMatchObject({ policy: { id: policy } });
  });

  async function judged() {
    const made = await desk.create();
    await desk.whole(made.applicant, 'answerConsent', { body: { document: true } });
    await desk.whole(made.applicant, 'answerDetails', { body: { document_type: 'passport' } });
    await desk.whole(made.applicant, 'photographDocument', { params: { side: 'front' }, bytes: somePhoto(99) });
    await desk.whole(made.applicant, 'submitVerification');
    await desk.work();
    return made;
  }
});

async function addPolicy(desk: Desk, id: string, state: 'draft' | 'published'): Promise<void> {
  const now = new Date('2026-03-02T09:00:00Z');
  await desk.asTenant(async (trx) => {
    const common = { organization_id: ORGANIZATION, created_at: now };
    const known = await trx.selectFrom('policy').select('id').where('id', '=', id).executeTakeFirst();
    if (known !== undefined) return;
    await trx
      .insertInto('policy')
      .values({ ...common, id, name: 'another' })
      .execute();
    const { document } = await trx.selectFrom('policy_version').select('document').limit(1).executeTakeFirstOrThrow();
    const published_at = state === 'published' ? now : null;
    await trx
      .insertInto('policy_version')
      .values({ ...common, policy_id: id, version: 1, state, document: JSON.stringify(document), published_at })
      .execute();
  });
}
