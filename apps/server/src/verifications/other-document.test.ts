import { type Story, storySchema } from '@vidimus/protocol';
import type { CheckReport, FieldName } from '@vidimus/vocabulary';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { TEST_DATABASES } from '../db/test-database.fixture.ts';
import type { Caller } from '../http/caller.ts';
import { REPORT_ON_FILE } from '../policies/report-on-file.fixture.ts';
import { answered, type Desk, openDesk, refusedFor, somePhoto } from './verification-desk.fixture.ts';

const OTHER_HOLDER = {
  document_number: 'P555201A7',
  primary_identifier: 'MARTIN',
  secondary_identifier: 'BRUNO',
  birth_date: '1971-01-30',
};
const RENEWED = { document_number: 'K112358D1' };
const BLURRED: CheckReport = refusedFor('action_required', [
  'image_blurry',
  { measure: 'blur', observed: 0.3, threshold: 0.18, media_id: 'photo_1' },
]);

/** As another document says it, by both witnesses. */
function showing(
  values: Partial<Readonly<Record<FieldName, string>>>,
  report: CheckReport = REPORT_ON_FILE,
): CheckReport {
  const fields = report.document.fields.map((field) => {
    const value = values[field.field] ?? field.value;
    return { ...field, value, witnesses: field.witnesses.map((witness) => ({ ...witness, value })) };
  });
  return { ...report, document: { ...report.document, fields } };
}

describe.each(TEST_DATABASES)('on the %s database', (kind) => {
  let desk: Desk;
  beforeAll(async () => {
    desk = await openDesk(kind);
  });
  afterAll(() => desk.close());

  const photograph = async (applicant: Caller, report: CheckReport) => {
    desk.says(answered(report));
    await desk.whole(applicant, 'photographDocument', { params: { side: 'front' }, bytes: somePhoto(99) });
    await desk.work();
  };
  const begin = async (report: CheckReport) => {
    const { id, applicant } = await desk.create();
    await desk.whole(applicant, 'answerConsent', { body: { document: true } });
    await desk.whole(applicant, 'answerDetails', { body: { document_type: 'passport' } });
    await photograph(applicant, report);
    return { id, applicant };
  };
  const handIn = async (applicant: Caller) => {
    await desk.whole(applicant, 'submitVerification');
    await desk.work();
  };
  const storyOf = async (id: string): Promise<Story> =>
    storySchema.parse(await desk.whole(desk.key, 'getVerificationStory', { params: { id } }));
  const shownOn = ({ attempts }: Story) => attempts.flatMap((one) => (one.media_id === null ? [] : [one.shows_other]));
  const told = ({ timeline }: Story) =>
    timeline.map(({ kind: what }) => what).filter((what) => what.startsWith('attempt.'));
  const seenOn = async (applicant: Caller) =>
    (await desk.seen(applicant)).attempts.flatMap(({ look }) => (look === null ? [] : [look.shows_other]));

  test('a second attempt with somebody else’s document goes to a person, who is told what differs', async () => {
    const { id, applicant } = await begin(BLURRED);
    await handIn(applicant);
    await photograph(applicant, showing(OTHER_HOLDER));
    expect(await seenOn(applicant)).toEqual([null, 'holder']);
    await handIn(applicant);
    expect(await desk.get(id)).toMatchObject({ state: 'in_review', reasons: [{ code: 'review_required' }] });
    const story = await storyOf(id);
    expect(shownOn(story)).toEqual([null, 'holder']);
    expect(told(story)).toEqual(['attempt.other-holder']);
    expect(story.decisions.at(-1)?.reasons[0]?.evidence).toMatchObject([
      { field: 'primary_identifier', observed: 'MARTIN', threshold: 'ERIKSSON', facts: { check: 'same-document' } },
      { field: 'secondary_identifier' },
      { field: 'birth_date', observed: '1971-01-30', threshold: '1994-08-12' },
      { field: 'document_number' },
    ]);
  });

  test('what the first photograph said is told to nobody who only applies', async () => {
    const { applicant } = await begin(BLURRED);
    await handIn(applicant);
    await photograph(applicant, showing(OTHER_HOLDER));
    await handIn(applicant);
    const seen = JSON.stringify((await desk.seen(applicant)).reasons);
    expect(seen).toContain('review_required');
    for (const word of ['ERIKSSON', 'MARTIN', 'L898902C3']) expect(seen).not.toContain(word);
  });

  test('a photograph taken again before it is handed in counts, too', async () => {
    const { id, applicant } = await begin(REPORT_ON_FILE);
    await photograph(applicant, showing(OTHER_HOLDER));
    expect(await seenOn(applicant)).toEqual([null, 'holder']);
    await handIn(applicant);
    expect((await desk.get(id)).state).toBe('in_review');
  });

  test('the first document once more is what was asked for', async () => {
    const { id, applicant } = await begin(REPORT_ON_FILE);
    await photograph(applicant, showing(OTHER_HOLDER));
    await photograph(applicant, REPORT_ON_FILE);
    expect(await seenOn(applicant)).toEqual([null, 'holder', null]);
    await handIn(applicant);
    expect((await desk.get(id)).state).toBe('approved');
    expect(told(await storyOf(id))).toEqual(['attempt.other-holder']);
  });

  test('another document of the same person is told, and decides nothing', async () => {
    const { id, applicant } = await begin(BLURRED);
    await handIn(applicant);
    await photograph(applicant, showing(RENEWED));
    expect(await seenOn(applicant)).toEqual([null, 'document']);
    await handIn(applicant);
    expect((await desk.get(id)).state).toBe('approved');
    const story = await storyOf(id);
    expect(shownOn(story)).toEqual([null, 'document']);
    expect(told(story)).toEqual(['attempt.other-document']);
  });

  test('what must be done again anyway is asked for, without a person', async () => {
    const { id, applicant } = await begin(BLURRED);
    await handIn(applicant);
    await photograph(applicant, showing(OTHER_HOLDER, BLURRED));
    await handIn(applicant);
    expect(await desk.get(id)).toMatchObject({ state: 'action_required', reasons: [{ code: 'image_blurry' }] });
    await photograph(applicant, showing(OTHER_HOLDER));
    await handIn(applicant);
    expect((await desk.get(id)).state).toBe('in_review');
  });

  test('a receipt that shows the outcome alone says nothing of it', async () => {
    const { applicant } = await begin(BLURRED);
    await handIn(applicant);
    await photograph(applicant, showing(OTHER_HOLDER));
    await handIn(applicant);
    expect(await seenOn(await desk.receiptOf(applicant))).toEqual([null, null]);
  });
});
