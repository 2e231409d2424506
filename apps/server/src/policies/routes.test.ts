import { policyVersionSchema } from '@vidimus/protocol';
import { PRODUCTION_POLICY, TRY_OUT_POLICY } from '@vidimus/vocabulary';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { TEST_DATABASES } from '../db/test-database.fixture.ts';
import { inTransaction } from '../db/transaction.ts';
import { keyOf, NOW, openPolicyDesk, type PolicyDesk } from './policy-desk.fixture.ts';

const idSchema = z.looseObject({ id: z.string() });
const listSchema = z.looseObject({
  data: z.array(z.looseObject({ id: z.string(), published_version: z.number().nullable() })),
  next_cursor: z.string().nullable(),
});

describe.each(TEST_DATABASES)('on the %s database', (kind) => {
  let desk: PolicyDesk;
  beforeAll(async () => {
    desk = await openPolicyDesk(kind);
  });
  afterAll(() => desk.close());

  test('a policy goes from draft to published to archived, and the next version takes its place', async () => {
    const id = await desk.published();
    const draft = await desk.ask('putPolicyDraft', {
      params: { id },
      body: { document: { ...TRY_OUT_POLICY, version: 77 } },
    });
    expect(draft.body).toMatchObject({ policy_id: id, version: 2, state: 'draft', document: { version: 2 } });
    expect((await desk.ask('getPolicy', { params: { id } })).body).toMatchObject({
      name: PRODUCTION_POLICY.name,
      published_version: 1,
      draft_version: 2,
    });
    const after = await desk.ask('publishPolicy', { params: { id } });
    expect(after.body).toMatchObject({
      name: TRY_OUT_POLICY.name,
      published_version: 2,
      draft_version: null,
      versions: [
        { version: 1, state: 'archived', archived_at: NOW.toISOString() },
        { version: 2, state: 'published', published_at: NOW.toISOString() },
      ],
    });
    expect((await desk.ask('archivePolicy', { params: { id } })).body).toMatchObject({ published_version: null });
    expect(await desk.ask('archivePolicy', { params: { id } })).toMatchObject({
      status: 409,
      code: 'policy.nothing-published',
    });
  });

  test('one is the default, the one before no longer is, and it is remembered', async () => {
    const [first, second] = [await desk.published(), await desk.published()];
    const isDefault = async (id: string) =>
      Reflect.get(Object((await desk.ask('getPolicy', { params: { id } })).body), 'is_default');
    expect([await isDefault(first), await isDefault(second)]).toEqual([false, false]);
    await desk.ask('makePolicyDefault', { params: { id: first } });
    const made = await desk.ask('makePolicyDefault', { params: { id: second } });
    expect(made.body).toMatchObject({ id: second, is_default: true });
    expect([await isDefault(first), await isDefault(second)]).toEqual([false, true]);
    const log = desk.logged.filter(({ action }) => action === 'policy.made_default');
    expect(log.map(({ objectId }) => objectId)).toEqual([first, second]);
    expect(await desk.ask('makePolicyDefault', { params: { id: await desk.newPolicy() } })).toMatchObject({
      status: 409,
      code: 'policy.nothing-published',
    });
  });

  test('publishing and archiving are remembered, each with its versions', async () => {
    const id = await desk.published();
    await desk.ask('putPolicyDraft', { params: { id }, body: { document: PRODUCTION_POLICY } });
    await desk.ask('publishPolicy', { params: { id } });
    await desk.ask('archivePolicy', { params: { id } });
    const own = desk.logged
      .filter(({ objectId }) => objectId === id)
      .map(({ action, facts, actor }) => ({ action, facts, actor }));
    const actor = { kind: 'api_key', id: 'key_1' };
    expect(own).toEqual([
      { action: 'policy.published', facts: { published_version: 1 }, actor },
      { action: 'policy.published', facts: { published_version: 2, replaced_version: 1 }, actor },
      { action: 'policy.archived', facts: { replaced_version: 2 }, actor },
    ]);
  });

  test('what cannot be remembered is not done', async () => {
    const id = await desk.newPolicy();
    desk.breakLog(new Error('the log is full'));
    await expect(desk.ask('publishPolicy', { params: { id } })).rejects.toThrow('the log is full');
    desk.breakLog(null);
    expect((await desk.ask('getPolicy', { params: { id } })).body).toMatchObject({ published_version: null });
  });

  test('publishing without a draft is refused, and nothing is remembered', async () => {
    const id = await desk.published();
    const before = desk.logged.length;
    expect(await desk.ask('publishPolicy', { params: { id } })).toMatchObject({ status: 409, code: 'policy.no-draft' });
    expect(desk.logged.length).toBe(before);
  });

  test('a document that is wrong is told place by place, with the key and what was expected', async () => {
    const document = { ...PRODUCTION_POLICY, minimun_age: 18, phone_countries: { refuse: ['CR'] } };
    const refused = await desk.ask('createPolicy', { body: { document } });
    expect(refused).toMatchObject({ status: 422, code: 'policy.not-valid' });
    expect(refused.problem?.errors).toEqual([
      {
        pointer: '/document/phone_countries/refuse/0',
        detail: expect.stringMatching(/three capital letters.*found "CR"/),
      },
      { pointer: '/document/minimun_age', detail: expect.stringContaining('"minimum_age", perhaps') },
    ]);
  });

  test('the database itself refuses to change what was published', async () => {
    const id = await desk.published();
    const changing = inTransaction(desk.db, { role: 'tenant', organizationId: 'org_a' }, (trx) =>
      sql`update policy_version set document = '{}' where policy_id = ${id}`.execute(trx),
    );
    await expect(changing).rejects.toThrow(/never changes/);
    const version = policyVersionSchema.parse(
      (await desk.ask('getPolicyVersion', { params: { id, version: '1' } })).body,
    );
    expect(version.document).toEqual({ ...PRODUCTION_POLICY, version: 1 });
  });

  test('the list is read page by page, the newest first, and each organization has its own', async () => {
    const other = keyOf('org_b');
    const made = [];
    for (let i = 0; i < 3; i++) {
      const { body } = await desk.ask('createPolicy', { body: { document: PRODUCTION_POLICY } }, other);
      made.push(idSchema.parse(body).id);
    }
    const first = listSchema.parse((await desk.ask('listPolicies', { query: { limit: '2' } }, other)).body);
    const rest = listSchema.parse(
      (await desk.ask('listPolicies', { query: { limit: '2', cursor: first.next_cursor } }, other)).body,
    );
    const seen = [...first.data, ...rest.data].map(({ id }) => id);
    expect(seen).toEqual(made.toSorted().toReversed());
    expect(rest.next_cursor).toBeNull();
    expect(await desk.ask('getPolicy', { params: { id: made[0] } })).toMatchObject({
      status: 404,
      code: 'policy.not-found',
    });
  });

  test('a version is told in words to applicants in their language, and to auditors rule by rule', async () => {
    const id = await desk.published();
    const params = { id, version: '1' };
    const applicant = await desk.ask('getPolicyWords', { params, query: { for: 'applicant', locale: 'ar' } });
    expect(applicant.body).toMatchObject({ for: 'applicant', locale: 'ar', direction: 'rtl' });
    const auditor = await desk.ask('getPolicyWords', { params, query: { for: 'auditor' } });
    expect(auditor.body).toMatchObject({
      for: 'auditor',
      version: 1,
      state: 'published',
      published_at: NOW.toISOString(),
    });
    expect(auditor.body).toMatchObject({
      rules: expect.arrayContaining([expect.objectContaining({ pointer: '/minimum_age' })]),
    });
  });
});
