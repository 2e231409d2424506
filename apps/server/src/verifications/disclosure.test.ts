import { LOCALES, REASON_REGISTRY } from '@vidimus/vocabulary';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { answered, type Desk, openDesk, refusedFor, somePhoto } from './verification-desk.fixture.ts';

const SECRET = 'Sanctions list 7, entry 4711';
const WITHHELD = REASON_REGISTRY.filter(({ disclosure }) => disclosure === 'withheld').map(({ code }) => code);

describe('what is withheld', () => {
  let desk: Desk;
  beforeAll(async () => {
    desk = await openDesk('embedded');
  });
  afterAll(() => desk.close());

  const inReview = async (code: (typeof WITHHELD)[number], locale: string) => {
    desk.says(
      answered(refusedFor('in_review', [code, { measure: SECRET, observed: SECRET, facts: { list: SECRET } }])),
    );
    const { id, applicant } = await desk.create({ locale });
    await desk.whole(applicant, 'answerConsent', { body: { document: true } });
    await desk.whole(applicant, 'answerDetails', { body: { document_type: 'passport' } });
    await desk.whole(applicant, 'photographDocument', { params: { side: 'front' }, bytes: somePhoto(99) });
    await desk.whole(applicant, 'submitVerification');
    await desk.work();
    return { id, applicant };
  };
  const leaks = (view: unknown) => [...WITHHELD, SECRET].filter((word) => JSON.stringify(view).includes(word));

  test.each(WITHHELD)('of %s the applicant learns that a person looks, and by when', async (code) => {
    const { id, applicant } = await inReview(code, 'en');
    const seen = await desk.seen(applicant);
    expect(leaks(seen)).toEqual([]);
    expect(seen.expected_by).not.toBeNull();
    expect(seen.reasons).toMatchObject([{ code: 'review_required', class: 'human', message: expect.any(String) }]);
    expect((await desk.get(id)).reasons).toMatchObject([{ code, evidence: [{ observed: SECRET }] }]);
  });

  test.each(LOCALES)('who is declined for it reads the grounds, and nothing else of it (%s)', async (locale) => {
    const { id, applicant } = await inReview('screening_possible_match', locale);
    const review = await desk.asTenant((trx) =>
      trx.selectFrom('review').select('id').where('verification_id', '=', id).executeTakeFirstOrThrow(),
    );
    const grounds = 'We cannot open this account.';
    const reasons = ['screening_confirmed_match', 'screening_possible_match'];
    await desk.whole(desk.key, 'decideReview', { params: review, body: { outcome: 'declined', grounds, reasons } });
    const seen = await desk.seen(applicant);
    expect(seen.state).toBe('declined');
    expect(leaks(seen)).toEqual([]);
    expect(new Set(seen.reasons.map(({ code }) => code))).toEqual(new Set(['reviewer_declined']));
    expect(seen.reasons[0]?.message).toContain(grounds);
    expect((await desk.get(id)).reasons.map(({ code }) => code)).toEqual(['reviewer_declined', ...reasons]);
  });
});
