/** What an operator's systems and staff ask of verifications. */
import type { Result } from '@vidimus/engine/standards';
import {
  createdVerificationSchema,
  createVerificationSchema,
  idSchema,
  listVerificationsSchema,
  verificationListSchema,
  verificationSchema,
} from '@vidimus/protocol';
import { sql } from 'kysely';
import { z } from 'zod';
import type { DatabaseTransaction } from '../db/transaction.ts';
import type { Caller } from '../http/caller.ts';
import { pageOf, readCursor } from '../http/page.ts';
import type { PageAddress } from '../http/page-address.ts';
import type { Problem } from '../http/problem.ts';
import { type Route, route } from '../http/route.ts';
import { actorOf } from '../people/caller-actor.ts';
import { changeVerification } from './change-verification.ts';
import { type CreateParts, createVerification } from './create-verification.ts';
import { policyOf } from './policy-of.ts';
import { presentVerification } from './present.ts';
import { presentErased } from './present-erased.ts';
import { refuse } from './refusals.ts';
import { loadVerification } from './store.ts';

const one = z.strictObject({ id: idSchema('ver') });

/** Create, look up, list, call off. */
export function verificationRoutes(parts: CreateParts & { readonly pages: PageAddress }): readonly Route[] {
  return [
    route({
      method: 'post',
      path: '/v1/verifications',
      tag: 'verifications',
      operationId: 'createVerification',
      summary: 'Start a verification',
      description:
        '`link.url` is the applicant’s page; `link.token` opens the same verification from your own page or app. Both are shown once. An applicant from a country that the policy does not serve is declined here, before anything is asked for.',
      callers: ['api_key', 'member'],
      right: 'verifications:write',
      body: createVerificationSchema,
      answers: { 201: createdVerificationSchema },
      problems: [
        { status: 404, code: 'policy.not-found' },
        { status: 409, code: 'policy.not-published' },
        { status: 409, code: 'policy.accepts-specimens' },
        { status: 422, code: 'policy.not-named' },
        { status: 422, code: 'verification.return-url-not-allowed' },
        { status: 422, code: 'verification.contact-refused' },
      ],
      handle: async ({ trx, caller, body, now }) => {
        const by = { organizationId: caller.organizationId, mode: caller.mode, actor: actorOf(caller) };
        const created = await createVerification(parts, trx, by, body, now);
        if (!created.ok) return refuse(created.error);
        const { id, token } = created.value;
        const view = await show(parts, trx, caller, id);
        if (!view.ok) return view;
        return {
          ok: true,
          value: { status: 201, body: { ...view.value, link: { token, url: parts.pages.urlOf(`/verify/${token}`) } } },
        };
      },
    }),
    route({
      method: 'get',
      path: '/v1/verifications/{id}',
      tag: 'verifications',
      operationId: 'getVerification',
      summary: 'Look up a verification',
      description: 'Sentences, values and places of reasons are shown to callers with the right evidence:read.',
      callers: ['api_key', 'member'],
      right: 'verifications:read',
      params: one,
      answers: { 200: verificationSchema },
      problems: [{ status: 404, code: 'verification.not-found' }],
      handle: async ({ trx, caller, params }) => answered(await show(parts, trx, caller, params.id)),
    }),
    route({
      method: 'get',
      path: '/v1/verifications',
      tag: 'verifications',
      operationId: 'listVerifications',
      summary: 'List verifications, the newest first',
      callers: ['api_key', 'member'],
      right: 'verifications:read',
      query: listVerificationsSchema,
      answers: { 200: verificationListSchema },
      problems: [],
      handle: async ({ trx, caller, query }) => {
        const after = readCursor(query.cursor);
        if (!after.ok) return after;
        const ids = await listIds(trx, caller, query, after.value);
        const page = pageOf(ids, query.limit, ({ id }) => id);
        const data: View[] = [];
        for (const id of page.data) {
          const view = await show(parts, trx, caller, id);
          if (view.ok) data.push(view.value);
        }
        return { ok: true, value: { status: 200, body: { ...page, data } } };
      },
    }),
    route({
      method: 'post',
      path: '/v1/verifications/{id}/cancel',
      tag: 'verifications',
      operationId: 'cancelVerification',
      summary: 'Call a verification off',
      callers: ['api_key', 'member'],
      right: 'verifications:write',
      params: one,
      answers: { 200: verificationSchema },
      problems: [
        { status: 404, code: 'verification.not-found' },
        { status: 409, code: 'verification.not-from-here' },
        { status: 409, code: 'verification.erased' },
      ],
      handle: async ({ trx, caller, params, now }) => {
        const known = await show(parts, trx, caller, params.id);
        if (!known.ok) return known;
        const changed = await changeVerification(parts, trx, params.id, { do: 'cancel' }, actorOf(caller), now);
        if (!changed.ok) return refuse(changed.error);
        return answered(await show(parts, trx, caller, params.id));
      },
    }),
  ];
}

type View = z.input<typeof verificationSchema>;

/** The verification as this caller may see it; one of the other mode is not there. */
export async function show(
  parts: Pick<CreateParts, 'vault'>,
  trx: DatabaseTransaction,
  caller: Caller,
  id: string,
): Promise<Result<View, Problem>> {
  const loaded = await loadVerification(parts.vault, trx, id, 'reading');
  if (!loaded.ok) {
    if (loaded.error.code === 'verification.not-found') return refuse(loaded.error);
    const erased = await presentErased(trx, id);
    return erased.mode === caller.mode ? { ok: true, value: erased } : refuse({ code: 'verification.not-found', id });
  }
  if (loaded.value.mode !== caller.mode) return refuse({ code: 'verification.not-found', id });
  const mayEvidence = 'rights' in caller && caller.rights.has('evidence:read');
  const policy = await policyOf(trx, loaded.value);
  return { ok: true, value: presentVerification(loaded.value, policy, mayEvidence) };
}

async function listIds(
  trx: DatabaseTransaction,
  caller: Caller,
  asked: z.output<typeof listVerificationsSchema>,
  after: string | undefined,
): Promise<readonly { readonly id: string }[]> {
  let query = trx
    .selectFrom('verification')
    .innerJoin('applicant', 'applicant.id', 'verification.applicant_id')
    .select('verification.id')
    .where('verification.mode', '=', caller.mode)
    .orderBy('verification.id', 'desc')
    .limit(asked.limit + 1);
  if (asked.state !== undefined) query = query.where('verification.state', '=', asked.state);
  if (asked.reference !== undefined) query = query.where('applicant.reference', '=', asked.reference);
  const { reason } = asked;
  if (reason !== undefined) {
    query = query.where(({ or, exists, selectFrom }) =>
      or([
        sql<boolean>`${reason} = any(verification.reason_codes)`,
        exists(
          selectFrom('decision')
            .select('decision.id')
            .whereRef('decision.verification_id', '=', 'verification.id')
            .where(sql<boolean>`${reason} = any(decision.reason_codes)`),
        ),
      ]),
    );
  }
  if (asked.created_from !== undefined)
    query = query.where('verification.created_at', '>=', new Date(asked.created_from));
  if (asked.created_before !== undefined)
    query = query.where('verification.created_at', '<', new Date(asked.created_before));
  if (after !== undefined) query = query.where('verification.id', '<', after);
  return query.execute();
}

function answered(view: Result<View, Problem>) {
  return view.ok ? ({ ok: true, value: { status: 200, body: view.value } } as const) : view;
}
