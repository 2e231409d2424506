/** What an applicant may choose from, and in which language they are spoken to. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { TEST_DATABASES } from '../db/test-database.fixture.ts';
import { type Desk, openDesk } from './verification-desk.fixture.ts';

describe.each(TEST_DATABASES)('on the %s database', (kind) => {
  let desk: Desk;
  beforeAll(async () => {
    desk = await openDesk(kind, {
      documents: [
        { states: ['CRI'], types: ['passport', 'identity_card'] },
        { states: ['FRA'], types: ['visa'] },
      ],
      accept_specimens: false,
      retention_days: 9,
    });
  });
  afterAll(() => desk.close());

  test.each([
    ['CRI', ['passport', 'identity_card']],
    ['FRA', ['visa']],
    ['DEU', []],
  ])('documents of %s that are taken: %j', async (issuing_state, document_types) => {
    const { applicant } = await desk.create();
    const answer = await desk.whole(applicant, 'listAcceptedDocuments', { query: { issuing_state } });
    expect(answer).toEqual({ document_types, specimens: false, retention_days: 9 });
  });

  test('the language is changed by either link, and nothing else is', async () => {
    const { applicant } = await desk.create({ locale: 'en' });
    const before = await desk.seen(applicant);
    expect(await desk.ask(applicant, 'chooseLanguage', { body: { locale: 'uk' } })).toEqual({
      ok: true,
      value: { status: 204 },
    });
    expect(await desk.seen(applicant)).toEqual({ ...before, locale: 'uk' });
    await desk.ask(await desk.receiptOf(applicant), 'chooseLanguage', { body: { locale: 'ar' } });
    expect((await desk.seen(applicant)).locale).toBe('ar');
  });
});
