import { policyVersionSchema, preflightAnswerSchema, simulationSchema } from '@vidimus/protocol';
import { PRODUCTION_POLICY, TRY_OUT_POLICY } from '@vidimus/vocabulary';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import type { AuditEntry } from '../audit/audit.ts';
import type { OpenDatabase } from '../db/open-database.ts';
import { openTestDatabase, TEST_DATABASES } from '../db/test-database.fixture.ts';
import { inTransaction } from '../db/transaction.ts';
import type { Caller } from '../http/caller.ts';
import type { Route } from '../http/route.ts';
import { RIGHTS } from '../people/right.ts';
import { REPORT_ON_FILE } from './report-on-file.fixture.ts';
import { policyRoutes } from './routes.ts';
import type { StoredReport } from './simulate.ts';

const NOW = new Date('2026-03-01T09:00:00.000Z');

const keyOf = (organizationId: string): Caller => ({
  kind: 'api_key',
  id: 'key_1',
  organizationId,
  mode: 'test',
  rights: new Set(RIGHTS),
});
const applicantOf = (verificationId: string): Caller => ({
  kind: 'applicant',
  id: 'lnk_1',
  organizationId: 'org_a',
  mode: 'test',
  verificationId,
  link: 'apply',
});

const idSchema = z.looseObject({ id: z.string() });
const listSchema = z.looseObject({
  data: z.array(z.looseObject({ id: z.string(), published_version: z.number().nullable() })),
  next_cursor: z.string().nullable(),
});

describe.each(TEST_DATABASES)('on the %s database', (kind) => {
  let opened: OpenDatabase;
  const logged: AuditEntry[] = [];
  let onFile: readonly StoredReport[] = [];
  const routes = policyRoutes({
    audit: {
      append: async (_trx, entry) => {
        logged.push(entry);
      },
    },
    readReports: async (_trx, { last }) => onFile.slice(0, last),
  });

  beforeAll(async () => {
    opened = await openTestDatabase(kind);
    for (const id of ['org_a', 'org_b']) {
      await opened.db.insertInto('organization').values({ id, name: id, created_at: NOW }).execute();
    }
  });
  afterAll(() => opened.close());

  /** Asks a route as the server does: parts parsed, inside the caller's transaction; the answer is held to its schema. */
  async function ask(
    operationId: string,
    parts: { readonly params?: unknown; readonly query?: unknown; readonly body?: unknown } = {},
    caller: Caller = keyOf('org_a'),
  ) {
    const route = routes.find((one) => one.operationId === operationId);
    if (route === undefined) throw new Error(`no route ${operationId}`);
    const parsed = {
      params: (route.params ?? z.unknown()).parse(parts.params),
      query: (route.query ?? z.unknown()).parse(parts.query ?? {}),
      body: (route.body ?? z.unknown()).parse(parts.body),
    };
    const scope = { role: 'tenant', organizationId: caller.organizationId } as const;
    const rest = {
      caller,
      now: NOW,
      bytes: Buffer.alloc(0),
      mediaType: '',
      requestId: 'r',
      signal: new AbortController().signal,
    };
    const reply: Awaited<ReturnType<Route['handle']>> = await inTransaction(opened.db, scope, (trx) =>
      Reflect.apply(route.handle, undefined, [{ ...rest, ...parsed, trx }]),
    );
    if (!reply.ok) return { status: reply.error.status, code: reply.error.code, problem: reply.error };
    const schema = route.answers[reply.value.status];
    if (typeof schema !== 'object' || !('body' in reply.value)) throw new Error(`no schema for ${reply.value.status}`);
    return { status: reply.value.status, body: schema.parse(reply.value.body) };
  }

  async function newPolicy(document: unknown = PRODUCTION_POLICY): Promise<string> {
    const made = await ask('createPolicy', { body: { document } });
    return idSchema.parse(made.body).id;
  }

  async function published(document: unknown = PRODUCTION_POLICY): Promise<string> {
    const id = await newPolicy(document);
    await ask('publishPolicy', { params: { id } });
    return id;
  }

  test('a policy goes from draft to published to archived, and the next version takes its place', async () => {
    const id = await published();
    const draft = await ask('putPolicyDraft', {
      params: { id },
      body: { document: { ...TRY_OUT_POLICY, version: 77 } },
    });
    expect(draft.body).toMatchObject({ policy_id: id, version: 2, state: 'draft', document: { version: 2 } });
    expect((await ask('getPolicy', { params: { id } })).body).toMatchObject({
      name: PRODUCTION_POLICY.name,
      published_version: 1,
      draft_version: 2,
    });
    const after = await ask('publishPolicy', { params: { id } });
    expect(after.body).toMatchObject({
      name: TRY_OUT_POLICY.name,
      published_version: 2,
      draft_version: null,
      versions: [
        { version: 1, state: 'archived', archived_at: NOW.toISOString() },
        { version: 2, state: 'published', published_at: NOW.toISOString() },
      ],
    });
    expect((await ask('archivePolicy', { params: { id } })).body).toMatchObject({ published_version: null });
    expect(await ask('archivePolicy', { params: { id } })).toMatchObject({
      status: 409,
      code: 'policy.nothing-published',
    });
  });

  test('publishing and archiving are remembered, each with its versions', async () => {
    const id = await published();
    await ask('putPolicyDraft', { params: { id }, body: { document: PRODUCTION_POLICY } });
    await ask('publishPolicy', { params: { id } });
    await ask('archivePolicy', { params: { id } });
    const own = logged
      .filter(({ objectId }) => objectId === id)
      .map(({ action, facts, actor }) => ({ action, facts, actor }));
    const actor = { kind: 'api_key', id: 'key_1' };
    expect(own).toEqual([
      { action: 'policy.published', facts: { published_version: 1 }, actor },
      { action: 'policy.published', facts: { published_version: 2, replaced_version: 1 }, actor },
      { action: 'policy.archived', facts: { replaced_version: 2 }, actor },
    ]);
  });

  test('publishing without a draft is refused, and nothing is remembered', async () => {
    const id = await published();
    const before = logged.length;
    expect(await ask('publishPolicy', { params: { id } })).toMatchObject({ status: 409, code: 'policy.no-draft' });
    expect(logged.length).toBe(before);
  });

  test('a document that is wrong is told place by place, with the key and what was expected', async () => {
    const document = { ...PRODUCTION_POLICY, minimun_age: 18, phone_countries: { refuse: ['CR'] } };
    const refused = await ask('createPolicy', { body: { document } });
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
    const id = await published();
    const changing = inTransaction(opened.db, { role: 'tenant', organizationId: 'org_a' }, (trx) =>
      sql`update policy_version set document = '{}' where policy_id = ${id}`.execute(trx),
    );
    await expect(changing).rejects.toThrow(/never changes/);
    const version = policyVersionSchema.parse((await ask('getPolicyVersion', { params: { id, version: '1' } })).body);
    expect(version.document).toEqual({ ...PRODUCTION_POLICY, version: 1 });
  });

  test('the list is read page by page, the newest first, and each organization has its own', async () => {
    const other = keyOf('org_b');
    const made = [];
    for (let i = 0; i < 3; i++) {
      const { body } = await ask('createPolicy', { body: { document: PRODUCTION_POLICY } }, other);
      made.push(idSchema.parse(body).id);
    }
    const first = listSchema.parse((await ask('listPolicies', { query: { limit: '2' } }, other)).body);
    const rest = listSchema.parse(
      (await ask('listPolicies', { query: { limit: '2', cursor: first.next_cursor } }, other)).body,
    );
    const seen = [...first.data, ...rest.data].map(({ id }) => id);
    expect(seen).toEqual(made.toSorted().toReversed());
    expect(rest.next_cursor).toBeNull();
    expect(await ask('getPolicy', { params: { id: made[0] } })).toMatchObject({
      status: 404,
      code: 'policy.not-found',
    });
  });

  test('a version is told in words to applicants in their language, and to auditors rule by rule', async () => {
    const id = await published();
    const params = { id, version: '1' };
    const applicant = await ask('getPolicyWords', { params, query: { for: 'applicant', locale: 'ar' } });
    expect(applicant.body).toMatchObject({ for: 'applicant', locale: 'ar', direction: 'rtl' });
    const auditor = await ask('getPolicyWords', { params, query: { for: 'auditor' } });
    expect(auditor.body).toMatchObject({
      for: 'auditor',
      version: 1,
      state: 'published',
      published_at: NOW.toISOString(),
    });
    expect(auditor.body).toHaveProperty('rules.5.pointer', '/minimum_age');
  });

  describe('preflight', () => {
    test('answers under the published version, with every reason in the language asked for', async () => {
      const policy_id = await published({ ...PRODUCTION_POLICY, residence: { refuse: ['CRI'] } });
      const body = {
        policy_id,
        residence: 'CRI',
        document_type: 'passport',
        issuing_state: 'DEU',
        age: 12,
        locale: 'es',
      };
      const answer = preflightAnswerSchema.parse((await ask('preflight', { body })).body);
      expect(answer).toMatchObject({ outcome: 'not_eligible', policy: { id: policy_id, version: 1 }, unanswered: [] });
      expect(answer.reasons.map(({ code, heading }) => `${code}: ${heading}`)).toEqual([
        'residence_country_not_supported: País no atendido',
        'age_below_minimum: Edad insuficiente',
      ]);
    });

    test('keeps nothing: no table has a row more', async () => {
      const policy_id = await published();
      const count = async () => {
        const { rows } = await sql<{ name: string }>`
          select tablename as name from pg_tables where schemaname = 'public'`.execute(opened.db);
        const counts = rows.map(({ name }) => sql`select count(*) as rows from ${sql.table(name)}`);
        const each = await Promise.all(counts.map((query) => query.execute(opened.db)));
        return each.map(({ rows: [row] }) => row);
      };
      const before = await count();
      await ask('preflight', { body: { policy_id, residence: 'CRI', birth_date: '1990-01-01' } });
      expect(await count()).toEqual(before);
      expect(routes.filter(({ keepsNothing }) => keepsNothing).map(({ operationId }) => operationId)).toEqual([
        'preflight',
        'simulatePolicy',
      ]);
    });

    test.each([
      ['no policy', {}, 422, 'preflight.policy-not-named'],
      ['a policy that is not there', { policy_id: 'pol_none' }, 404, 'policy.not-found'],
    ])('with %s is refused', async (_name, body, status, code) => {
      expect(await ask('preflight', { body })).toMatchObject({ status, code });
    });

    test('of a policy of which nothing is published is refused', async () => {
      const body = { policy_id: await newPolicy() };
      expect(await ask('preflight', { body })).toMatchObject({ status: 409, code: 'policy.nothing-published' });
    });

    test('answers an applicant under the version of the verification, in its language, also once that is archived', async () => {
      const id = await published();
      await newVerification('ver_1', id);
      await ask('putPolicyDraft', { params: { id }, body: { document: { ...PRODUCTION_POLICY, minimum_age: 99 } } });
      await ask('publishPolicy', { params: { id } });
      const body = { age: 17, document_type: 'passport' };
      const answer = preflightAnswerSchema.parse((await ask('preflight', { body }, applicantOf('ver_1'))).body);
      expect(answer.policy).toEqual({ id, version: 1 });
      expect(answer.reasons[0]?.heading).toBe('Замало років');
      const named = { policy_id: id };
      expect(await ask('preflight', { body: named }, applicantOf('ver_1'))).toMatchObject({
        code: 'preflight.policy-is-given',
      });
      const words = (version: string, reader: string) =>
        ask('getPolicyWords', { params: { id, version }, query: { for: reader } }, applicantOf('ver_1'));
      expect(await words('1', 'applicant')).toMatchObject({ status: 200 });
      expect(await words('2', 'applicant')).toMatchObject({ status: 404 });
      expect(await words('1', 'auditor')).toMatchObject({ status: 404 });
    });
  });

  describe('simulation', () => {
    test('tells who would have fared differently under the draft', async () => {
      const id = await published(TRY_OUT_POLICY);
      const stored: StoredReport = {
        verificationId: 'ver_9',
        policy: { id, version: 1 },
        residence: 'CRI',
        decided: { outcome: 'approved', by: 'rule' },
        report: REPORT_ON_FILE,
      };
      onFile = [stored, { ...stored, verificationId: 'ver_8', residence: 'DEU' }];
      expect(await ask('simulatePolicy', { params: { id }, body: { last: 10 } })).toMatchObject({
        code: 'policy.no-draft',
      });
      const document = { ...TRY_OUT_POLICY, residence: { refuse: ['CRI'] } };
      await ask('putPolicyDraft', { params: { id }, body: { document } });
      const answer = simulationSchema.parse((await ask('simulatePolicy', { params: { id }, body: { last: 10 } })).body);
      expect(answer).toMatchObject({ policy_id: id, version: 2, considered: 2, different: 1, uncertain: 0 });
      expect(answer.verifications[0]).toMatchObject({
        verification_id: 'ver_9',
        would_have: { outcome: 'declined', reason_codes: ['residence_country_not_supported'] },
      });
      const itself = await ask('simulatePolicy', { params: { id }, body: { last: 10, version: 1 } });
      expect(itself.body).toMatchObject({ different: 0 });
    });

    test('of a version that is not there is refused', async () => {
      const params = { id: await newPolicy() };
      const answer = await ask('simulatePolicy', { params, body: { last: 1, version: 9 } });
      expect(answer).toMatchObject({ status: 404, code: 'policy.version-not-found' });
    });
  });

  async function newVerification(id: string, policyId: string): Promise<void> {
    const common = { organization_id: 'org_a', mode: 'test', created_at: NOW } as const;
    await opened.db
      .insertInto('applicant')
      .values({ id: 'app_1', reference: null, ...common })
      .execute();
    await opened.db
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
