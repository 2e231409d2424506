import { policyDraftWordsSchema, policyHistorySchema, policyVerdictSchema } from '@vidimus/protocol';
import { LOCALES, PRODUCTION_POLICY, TRY_OUT_POLICY } from '@vidimus/vocabulary';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createAuditLog } from '../audit/store.ts';
import { TEST_DATABASES } from '../db/test-database.fixture.ts';
import { inTransaction } from '../db/transaction.ts';
import type { Caller } from '../http/caller.ts';
import { keyOf, NOW, openPolicyDesk, type PolicyDesk } from './policy-desk.fixture.ts';

describe.each(TEST_DATABASES)('on the %s database', (kind) => {
  let desk: PolicyDesk;
  beforeAll(async () => {
    desk = await openPolicyDesk(kind);
  });
  afterAll(() => desk.close());

  const verdictOn = async (document: object) =>
    policyVerdictSchema.parse((await desk.ask('validatePolicy', { body: { document } })).body);

  test('a document that could be published has no problems', async () => {
    expect(await verdictOn(PRODUCTION_POLICY)).toEqual({ valid: true, problems: [] });
  });

  test('every problem is told with its place, what was expected and what was found', async () => {
    const document = {
      ...PRODUCTION_POLICY,
      minimum_age: 'eighteen',
      documents: [{ states: 'all', types: ['passport', 'library_card'] }],
      thresholds: { ...PRODUCTION_POLICY.thresholds, 'a/b~c': 1 },
    };
    const { valid, problems } = await verdictOn(document);
    expect(valid).toBe(false);
    expect(problems.map(({ pointer }) => pointer).toSorted()).toEqual([
      '/documents/0/types/1',
      '/minimum_age',
      '/thresholds/a~1b~0c',
    ]);
    expect(problems.find(({ pointer }) => pointer === '/documents/0/types/1')).toMatchObject({
      expected: expect.stringContaining('"passport"'),
      observed: '"library_card"',
    });
  });

  test.each(LOCALES)('a draft is told to applicants in %s', async (locale) => {
    const body = { document: TRY_OUT_POLICY, for: 'applicant', locale };
    const words = policyDraftWordsSchema.parse((await desk.ask('tellPolicyWords', { body })).body);
    expect(words).toMatchObject({ for: 'applicant', locale, direction: locale === 'ar' ? 'rtl' : 'ltr' });
    expect(words.sections.length).toBeGreaterThan(0);
  });

  test('an auditor reads every rule of it', async () => {
    const body = { document: TRY_OUT_POLICY, for: 'auditor' };
    const words = policyDraftWordsSchema.parse((await desk.ask('tellPolicyWords', { body })).body);
    if (words.for !== 'auditor') throw new Error('not for an auditor');
    expect(words.rules.map(({ pointer }) => pointer)).toContain('/thresholds/dpi_min');
  });

  test('of a document that is not valid there are no words', async () => {
    const body = { document: {}, for: 'applicant' };
    expect(await desk.ask('tellPolicyWords', { body })).toMatchObject({ status: 422, code: 'policy.not-valid' });
  });

  test('nothing of it is kept', async () => {
    const before = await desk.db.selectFrom('policy').select('id').execute();
    await verdictOn(PRODUCTION_POLICY);
    expect(await desk.db.selectFrom('policy').select('id').execute()).toEqual(before);
  });

  test('the versions are listed with who published and archived them', async () => {
    const id = await desk.newPolicy();
    const organizationId = 'org_a';
    const log = createAuditLog(() => NOW);
    const noted = (actor: string, facts: Readonly<Record<string, number>>) =>
      inTransaction(desk.db, { role: 'tenant', organizationId }, (trx) =>
        log.append(trx, {
          organizationId,
          actor: { kind: 'member', id: actor },
          action: 'policy.published',
          objectId: id,
          facts,
        }),
      );
    await desk.ask('publishPolicy', { params: { id } });
    await noted('mem_1', { published_version: 1 });
    await desk.ask('putPolicyDraft', { params: { id }, body: { document: TRY_OUT_POLICY } });
    await desk.ask('publishPolicy', { params: { id } });
    await noted('mem_2', { published_version: 2, replaced_version: 1 });
    await desk.ask('putPolicyDraft', { params: { id }, body: { document: TRY_OUT_POLICY } });
    const { data } = policyHistorySchema.parse((await desk.ask('listPolicyVersions', { params: { id } })).body);
    expect(data).toMatchObject([
      { version: 3, state: 'draft', published_by: null, archived_by: null },
      { version: 2, state: 'published', published_by: 'member:mem_2', archived_by: null, verifications: 0 },
      { version: 1, state: 'archived', published_by: 'member:mem_1', archived_by: 'member:mem_2' },
    ]);
    const stranger = await desk.ask('listPolicyVersions', { params: { id } }, keyOf('org_b'));
    expect(stranger).toMatchObject({ status: 404, code: 'policy.not-found' });
  });

  test('a member tries out whether somebody may apply, as a key does', async () => {
    const id = await desk.published(TRY_OUT_POLICY);
    const { organizationId, mode, rights } = { ...keyOf('org_a'), rights: new Set(['policies:read'] as const) };
    const member: Caller = {
      kind: 'member',
      id: 'mem_1',
      organizationId,
      mode,
      rights,
      sessionId: 's',
      steppedUp: false,
    };
    const body = { policy: id, residence: 'CRI' };
    expect(await desk.ask('preflight', { body }, member)).toMatchObject({ status: 200 });
  });
});
