/** What an applicant may choose from before anything is photographed, and the language of it all. */
import { judgeDocument } from '@vidimus/engine/rules';
import { acceptedDocumentsQuerySchema, acceptedDocumentsSchema, languageAnswerSchema } from '@vidimus/protocol';
import { documentTypeSchema } from '@vidimus/vocabulary';
import type { DatabaseTransaction } from '../db/transaction.ts';
import type { Caller } from '../http/caller.ts';
import { type Route, route } from '../http/route.ts';
import type { Vault } from '../vault/vault.ts';
import { RETENTION_DAYS } from './deadlines.ts';
import { policyOf } from './policy-of.ts';
import { refuse } from './refusals.ts';
import { loadVerification } from './store.ts';

const ERASED = { status: 409, code: 'verification.erased' } as const;
const OF_LINK = { tag: 'applicant', callers: ['applicant'] } as const;

/** `GET /v1/applicant/documents` and `PUT /v1/applicant/language`. */
export function applicantChoicesRoutes(parts: { readonly vault: Vault }): readonly Route[] {
  return [
    route({
      ...OF_LINK,
      method: 'get',
      path: '/v1/applicant/documents',
      operationId: 'listAcceptedDocuments',
      summary: 'Which documents of a state are taken',
      query: acceptedDocumentsQuerySchema,
      answers: { 200: acceptedDocumentsSchema },
      problems: [ERASED],
      handle: async ({ trx, caller, query }) => {
        const stored = await loadVerification(parts.vault, trx, verificationOf(caller), 'reading');
        if (!stored.ok) return refuse(stored.error, 'applicant');
        const policy = await policyOf(trx, stored.value);
        const kind = { issuingState: query.issuing_state, marked: false };
        const taken = documentTypeSchema.options.filter(
          (type) => judgeDocument(policy, { ...kind, type }).outcome === 'passed',
        );
        const { accept_specimens: specimens, retention_days = RETENTION_DAYS } = policy;
        return { ok: true, value: { status: 200, body: { document_types: taken, specimens, retention_days } } };
      },
    }),
    route({
      ...OF_LINK,
      method: 'put',
      path: '/v1/applicant/language',
      operationId: 'chooseLanguage',
      summary: 'In which language everything is said from now on',
      description: 'Reasons that were found before come in it, too.',
      body: languageAnswerSchema,
      answers: { 204: 'none' },
      problems: [ERASED],
      handle: async ({ trx, caller, body }) => {
        const id = verificationOf(caller);
        const stored = await loadVerification(parts.vault, trx, id, 'change');
        if (!stored.ok) return refuse(stored.error, 'applicant');
        await setLocale(trx, id, body.locale);
        return { ok: true, value: { status: 204 } };
      },
    }),
  ];
}

function setLocale(trx: DatabaseTransaction, id: string, locale: string) {
  return trx.updateTable('verification').set({ locale }).where('id', '=', id).execute();
}

function verificationOf(caller: Caller): string {
  if (caller.kind !== 'applicant') throw new Error(`a ${caller.kind} on a route of links`);
  return caller.verificationId;
}
