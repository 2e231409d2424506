import { preflightAnswerSchema } from '@vidimus/protocol';
import { PRODUCTION_POLICY } from '@vidimus/vocabulary';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { TEST_DATABASES } from '../db/test-database.fixture.ts';
import { applicantOf, NOW, openPolicyDesk, type PolicyDesk } from './policy-desk.fixture.ts';

describe.each(TEST_DATABASES)('on the %s database', (kind) => {
  let desk: PolicyDesk;
  beforeAll(async () => {
    desk = await openPolicyDesk(kind);
  });
  afterAll(() => desk.close());

  test('answers under the published version, with every reason in the language asked for', async () => {
    const policy = await desk.published({ ...PRODUCTION_POLICY, residence: { refuse: ['CRI'] } });
    const body = {
      policy,
      residence: 'CRI',
      document_type: 'passport',
      issuing_state: 'DEU',
      age: 12,
      locale: 'es',
    };
    const answer = preflightAnswerSchema.parse((await desk.ask('preflight', { body })).body);
    expect(answer).toMatchObject({ outcome: 'not_eligible', policy: { id: policy, version: 1 }, unanswered: [] });
    expect(answer.reasons.map(({ code, heading }) => `${code}: ${heading}`)).toEqual([
      'residence_country_not_supported: País no atendido',
      'age_below_minimum: Edad insuficiente',
    ]);
  });

  test.each<readonly [string, object, string]>([
    ['an age', { age: 10 }, 'You must be at least 18 years.'],
    [
      'a date of birth',
      { birth_date: '2020-05-01' },
      'You must be at least 18 years. You can apply from this day on: May 1, 2038.',
    ],
  ])('to %s it says what is known, and no more', async (_, birth, message) => {
    const body = { policy: await desk.published({ ...PRODUCTION_POLICY, minimum_age: 18 }), ...birth };
    const answer = preflightAnswerSchema.parse((await desk.ask('preflight', { body })).body);
    expect(answer.reasons.map((reason) => reason.message)).toEqual([message]);
  });

  test('keeps nothing: no table has a row more', async () => {
    const policy = await desk.published();
    const count = async () => {
      const { rows } = await sql<{ name: string }>`
        select tablename as name from pg_tables where schemaname = 'public'`.execute(desk.db);
      const counts = rows.map(({ name }) => sql`select count(*) as rows from ${sql.table(name)}`);
      const each = await Promise.all(counts.map((query) => query.execute(desk.db)));
      return each.map(({ rows: [row] }) => row);
    };
    const before = await count();
    await desk.ask('preflight', { body: { policy, residence: 'CRI', birth_date: '1990-01-01' } });
    expect(await count()).toEqual(before);
    expect(desk.routes.filter(({ keepsNothing }) => keepsNothing).map(({ operationId }) => operationId)).toEqual([
      'validatePolicy',
      'tellPolicyWords',
      'preflight',
      'simulatePolicy',
    ]);
  });

  test.each([
    ['no policy', {}, 422, 'preflight.policy-not-named'],
    ['a policy that is not there', { policy: 'pol_none' }, 404, 'policy.not-found'],
  ])('with %s is refused', async (_name, body, status, code) => {
    expect(await desk.ask('preflight', { body })).toMatchObject({ status, code });
  });

  test('of a policy of which nothing is published is refused', async () => {
    const body = { policy: await desk.newPolicy() };
    expect(await desk.ask('preflight', { body })).toMatchObject({ status: 409, code: 'policy.nothing-published' });
  });

  test('answers an applicant under the version of the verification, in its language, also once that is archived', async () => {
    const id = await desk.published();
    await newVerification('ver_1', id);
    await desk.ask('putPolicyDraft', { params: { id }, body: { document: { ...PRODUCTION_POLICY, minimum_age: 99 } } });
    await desk.ask('publishPolicy', { params: { id } });
    const body = { age: 17, document_type: 'passport' };
    const answer = preflightAnswerSchema.parse((await desk.ask('preflight', { body }, applicantOf('ver_1'))).body);
    expect(answer.policy).toEqual({ id, version: 1 });
    expect(answer.reasons[0]?.heading).toBe('Замало років');
    const named = { policy: id };
    expect(await desk.ask('preflight', { body: named }, applicantOf('ver_1'))).toMatchObject({
      code: 'preflight.policy-is-given',
    });
    const words = (version: string, reader: string) =>
      desk.ask('getPolicyWords', { params: { id, version }, query: { for: reader } }, applicantOf('ver_1'));
    expect(await words('1', 'applicant')).toMatchObject({ status: 200 });
    expect(await words('2', 'applicant')).toMatchObject({ status: 404 });
    expect(await words('1', 'auditor')).toMatchObject({ status: 404 });
  });

  async function newVerification(id: string, policyId: string): Promise<void> {
    const common = { organization_id: 'org_a', mode: 'test', created_at: NOW } as const;
    await desk.db
      .insertInto('applicant')
      .values({ id: 'app_1', reference: null, ...common })
      .execute();
    await desk.db
      .insertInto('verification')
      .values({
        id,
        ...common,
        applicant_id: 'app_1',
        policy_id: policyId,
        policy_version: 1,
        state: 'open',
        reason_codes: [],
        sealed_reasons: null,
        sealed_claims: null,
        residence: null,
        locale: 'uk',
        return_url: null,
        expected_by: null,
        overdue_told_at: null,
        appeal_path: null,
        appeal_last_day: null,
        expires_at: NOW,
        redaction: 'none',
        redact_at: null,
        updated_at: NOW,
        decided_at: null,
      })
      .execute();
  }
});
