/** What an applicant may choose from before anything is photographed, and the language of it all. */
import { judgeDocument } from '@vidimus/engine/rules';
import { acceptedDocumentsQuerySchema, acceptedDocumentsSchema, languageAnswerSchema } from '@vidimus/protocol';
import { documentTypeSchema } from '@vidimus/vocabulary';
import type { DatabaseTransaction } from '../db/transaction.ts';
import { type Route, route } from '../http/route.ts';
import { applicantRoute, ERASED } from './applicant-route.ts';
import type { ApplicantParts } from './applicant-steps.ts';
import { RETENTION_DAYS } from './deadlines.ts';
import { policyOf } from './policy-of.ts';
import { refuse } from './refusals.ts';
import { loadVerification } from './store.ts';

/** `GET /v1/applicant/documents` and `PUT /v1/applicant/language`. */
export function applicantChoicesRoutes(parts: ApplicantParts): readonly Route[] {
  // A receipt is read in a language, too.
  const looks = applicantRoute(parts, ['apply', 'receipt']);
  return [
    route({
      ...looks.common,
      method: 'get',
      path: '/v1/applicant/documents',
      operationId: 'listAcceptedDocuments',
      summary: 'Which documents of a state are taken',
      query: acceptedDocumentsQuerySchema,
      answers: { 200: acceptedDocumentsSchema },
      problems: looks.problems(ERASED),
      handle: (request) =>
        looks.admitted(async ({ trx }, { verificationId }) => {
          const stored = await loadVerification(parts.vault, trx, verificationId, 'reading');
          if (!stored.ok) return refuse(stored.error, 'applicant');
          const policy = await policyOf(trx, stored.value);
          const kind = { issuingState: request.query.issuing_state, marked: false };
          const taken = documentTypeSchema.options.filter(
            (type) => judgeDocument(policy, { ...kind, type }).outcome === 'passed',
          );
          const { accept_specimens: specimens, retention_days = RETENTION_DAYS } = policy;
          return { ok: true, value: { status: 200, body: { document_types: taken, specimens, retention_days } } };
        })(request),
    }),
    route({
      ...looks.common,
      method: 'put',
      path: '/v1/applicant/language',
      operationId: 'chooseLanguage',
      summary: 'In which language everything is said from now on',
      description: 'Reasons that were found before come in it, too.',
      body: languageAnswerSchema,
      answers: { 204: 'none' },
      problems: looks.problems(ERASED),
      handle: looks.admitted(async ({ trx, body }, { verificationId: id }) => {
        const stored = await loadVerification(parts.vault, trx, id, 'change');
        if (!stored.ok) return refuse(stored.error, 'applicant');
        await setLocale(trx, id, body.locale);
        return { ok: true, value: { status: 204 } };
      }),
    }),
  ];
}

function setLocale(trx: DatabaseTransaction, id: string, locale: string) {
  return trx.updateTable('verification').set({ locale }).where('id', '=', id).execute();
}
