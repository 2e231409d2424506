/** What applicants do on the way to what a test is about, at a desk that is opened later. */
import { inTransaction } from '../db/transaction.ts';
import type { Caller } from '../http/caller.ts';
import { REPORT_ON_FILE } from '../policies/report-on-file.fixture.ts';
import { findLink } from './link-store.ts';
import { answered, type Desk, PREVIEW, somePhoto } from './verification-desk.fixture.ts';

export function ownSteps(deskOf: () => Desk) {
  const photograph = (applicant: Caller, side = 'front') =>
    deskOf().whole(applicant, 'photographDocument', { params: { side }, bytes: somePhoto(1000) });

  /** Consent, a passport, its photograph, handed in. */
  const handIn = async (applicant: Caller): Promise<void> => {
    const desk = deskOf();
    await desk.whole(applicant, 'answerConsent', { body: { document: true } });
    await desk.whole(applicant, 'answerDetails', { body: { document_type: 'passport' } });
    await photograph(applicant);
    await desk.whole(applicant, 'submitVerification');
  };

  /** A new verification with consent, a claimed name and the photograph of a passport. */
  const begun = async (body: unknown = {}) => {
    const desk = deskOf();
    const made = await desk.create(body);
    await desk.whole(made.applicant, 'answerConsent', { body: { document: true } });
    await desk.whole(made.applicant, 'answerDetails', {
      body: { document_type: 'passport', claims: { name: 'Anna Maria Eriksson' } },
    });
    await desk.whole(made.applicant, 'photographDocument', { params: { side: 'front' }, bytes: PREVIEW });
    return made;
  };

  /** The same, handed in and decided upon. */
  const judged = async (report = REPORT_ON_FILE) => {
    const desk = deskOf();
    desk.says(answered(report));
    const made = await begun();
    await desk.whole(made.applicant, 'submitVerification');
    await desk.work();
    return made;
  };

  /** Whoever holds this token. */
  const linkOf = async (token: string): Promise<Caller> => {
    const caller = await inTransaction(deskOf().db, { role: 'gate' }, (trx) => findLink(trx, token));
    if (caller === undefined) throw new Error('the link is not known');
    return caller;
  };

  const events = (id: string) =>
    deskOf().asTenant((trx) =>
      trx.selectFrom('event').select(['type', 'payload']).where('object_id', '=', id).orderBy('id').execute(),
    );

  return { photograph, handIn, begun, judged, linkOf, events };
}
