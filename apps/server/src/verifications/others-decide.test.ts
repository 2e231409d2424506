import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Caller } from '../http/caller.ts';
import { REPORT_ON_FILE } from '../policies/report-on-file.fixture.ts';
import type { ProviderSlot } from '../slots/provider-slot.ts';
import { answered, type Desk, openDesk, somePhoto } from './verification-desk.fixture.ts';

describe('where the policy wants others to answer, and two people to decide', () => {
  let desk: Desk;
  beforeAll(async () => {
    desk = await openDesk('embedded', { providers: ['registry'], two_person_review: true });
    desk.says(answered(REPORT_ON_FILE));
  });
  afterAll(() => desk.close());

  const judged = async () => {
    const { id, applicant } = await desk.create();
    await desk.whole(applicant, 'answerConsent', { body: { document: true } });
    await desk.whole(applicant, 'answerDetails', { body: { document_type: 'passport' } });
    await desk.whole(applicant, 'photographDocument', { params: { side: 'front' }, bytes: somePhoto(1000) });
    await desk.whole(applicant, 'submitVerification');
    await desk.work();
    return desk.get(id);
  };

  test.each<readonly [string, ProviderSlot | undefined, object]>([
    ['nobody answers', undefined, { state: 'in_review', reasons: [{ code: 'review_required' }] }],
    ['it confirms', slotThat({ ok: true, value: { outcome: 'confirmed' } }), { state: 'approved', reasons: [] }],
    [
      'it cannot tell',
      slotThat({ ok: true, value: { outcome: 'inconclusive', because: 'two records' } }),
      { state: 'in_review', reasons: [{ code: 'review_required' }] },
    ],
    [
      'it does not know the record',
      slotThat({
        ok: true,
        value: { outcome: 'failed', code: 'record_not_confirmed', evidence: { measure: 'registry', observed: false } },
      }),
      { state: 'in_review', reasons: [{ code: 'record_not_confirmed' }] },
    ],
    [
      'it is out of order',
      slotThat({ ok: false, error: { code: 'slot.unavailable', observed: '503' } }),
      { state: 'in_review', reasons: [{ code: 'provider_unavailable' }] },
    ],
  ])('when %s, no machine declines', async (_, slot, expected) => {
    desk.fill(slot);
    expect(await judged()).toMatchObject(expected);
  });

  test('one person is not enough, the same one twice neither, and two who agree decide', async () => {
    desk.fill(undefined);
    const { id } = await judged();
    const review = await desk.asTenant((trx) =>
      trx.selectFrom('review').select('id').where('verification_id', '=', id).executeTakeFirstOrThrow(),
    );
    const given = { params: review, body: { outcome: 'approved', grounds: 'Compared by hand.' } };
    const second: Caller = { ...desk.key, id: 'key_second' };
    await desk.whole(desk.key, 'decideReview', given);
    expect(await desk.get(id)).toMatchObject({ state: 'in_review' });
    expect(await desk.ask(desk.key, 'decideReview', given)).toMatchObject({
      ok: false,
      error: { code: 'review.needs-another-person' },
    });
    await desk.whole(second, 'decideReview', given);
    expect(await desk.get(id)).toMatchObject({ state: 'approved' });
  });
});

function slotThat(answer: Awaited<ReturnType<ProviderSlot['ask']>>): ProviderSlot {
  return { provider: 'test register', ask: async () => answer };
}
