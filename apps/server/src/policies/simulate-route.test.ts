import { simulationSchema } from '@vidimus/protocol';
import { TRY_OUT_POLICY } from '@vidimus/vocabulary';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { TEST_DATABASES } from '../db/test-database.fixture.ts';
import { openPolicyDesk, type PolicyDesk } from './policy-desk.fixture.ts';
import { REPORT_ON_FILE } from './report-on-file.fixture.ts';
import type { StoredReport } from './simulate.ts';

describe.each(TEST_DATABASES)('on the %s database', (kind) => {
  let desk: PolicyDesk;
  beforeAll(async () => {
    desk = await openPolicyDesk(kind);
  });
  afterAll(() => desk.close());

  test('tells who would have fared differently under the draft', async () => {
    const id = await desk.published(TRY_OUT_POLICY);
    const stored: StoredReport = {
      verificationId: 'ver_9',
      policy: { id, version: 1 },
      residence: 'CRI',
      decided: { outcome: 'approved', by: 'rule' },
      report: REPORT_ON_FILE,
    };
    desk.file([stored, { ...stored, verificationId: 'ver_8', residence: 'DEU' }]);
    expect(await desk.ask('simulatePolicy', { params: { id }, body: { last: 10 } })).toMatchObject({
      code: 'policy.no-draft',
    });
    const document = { ...TRY_OUT_POLICY, residence: { refuse: ['CRI'] } };
    await desk.ask('putPolicyDraft', { params: { id }, body: { document } });
    const answer = simulationSchema.parse(
      (await desk.ask('simulatePolicy', { params: { id }, body: { last: 10 } })).body,
    );
    expect(answer).toMatchObject({ policy_id: id, version: 2, considered: 2, different: 1, uncertain: 0 });
    expect(answer.verifications[0]).toMatchObject({
      verification_id: 'ver_9',
      would_have: { outcome: 'declined', reason_codes: ['residence_country_not_supported'] },
    });
    const itself = await desk.ask('simulatePolicy', { params: { id }, body: { last: 10, version: 1 } });
    expect(itself.body).toMatchObject({ different: 0 });
  });

  test('of a version that is not there is refused', async () => {
    const params = { id: await desk.newPolicy() };
    const answer = await desk.ask('simulatePolicy', { params, body: { last: 1, version: 9 } });
    expect(answer).toMatchObject({ status: 404, code: 'policy.version-not-found' });
  });
});
