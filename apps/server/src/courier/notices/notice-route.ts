/** "Tell me when it changes": for somebody whose country of residence is not served. */
import { detailsAnswerSchema, noticeOfChangeSchema, noticeTakenSchema } from '@vidimus/protocol';
import { countOne } from '../../codes/send-limits.ts';
import type { DatabaseTransaction } from '../../db/transaction.ts';
import { type Problem, problem } from '../../http/problem.ts';
import { type Route, route } from '../../http/route.ts';
import { applicantRoute } from '../../verifications/applicant-route.ts';
import type { ApplicantParts } from '../../verifications/applicant-steps.ts';
import { lastAnswer } from '../../verifications/attempt-store.ts';
import { policyOf } from '../../verifications/policy-of.ts';
import type { Courier } from '../courier.ts';
import { localeOf } from '../present-delivery.ts';
import { type NoticeMailParts, queueNoticeMail } from './notice-mail.ts';
import { addNotice } from './notice-store.ts';

export type NoticeParts = ApplicantParts & NoticeMailParts & { readonly courier: Pick<Courier, 'routesOf'> };

const NOT_FOR_THIS: Problem = {
  status: 409,
  code: 'notice.not-for-this',
  detail: 'Only somebody whose country of residence is not served can be told when that changes.',
};
const NO_MAIL: Problem = { status: 409, code: 'notice.no-mail', detail: 'This service cannot send e-mail yet.' };

/** A person has a mailbox or two; a link is no way to have mail sent to a list of strangers. */
const MOST_A_DAY = 3;
const DAY_MS = 24 * 60 * 60 * 1000;

export function noticeRoutes(parts: NoticeParts): readonly Route[] {
  const applies = applicantRoute(parts, ['apply']);
  return [
    route({
      ...applies.common,
      method: 'post',
      path: '/v1/applicant/notice-of-change',
      operationId: 'askForNotice',
      summary: 'Be told by e-mail when your country is served',
      description:
        'One mail now, which has the link by which the address is forgotten, and one when a version of the policy that serves it is published. An address that waits already gets no other first mail, and the answer is the same. It is forgotten after two years, too.',
      body: noticeOfChangeSchema,
      answers: { 201: noticeTakenSchema },
      problems: applies.problems({ status: 409, code: 'notice.not-for-this' }, { status: 409, code: 'notice.no-mail' }),
      handle: applies.admitted(async ({ trx, body }, caller) => {
        const refused = await refusedResidence(parts, trx, caller.organizationId, caller.verificationId);
        if (refused === undefined) return { ok: false, error: NOT_FOR_THIS };
        const { organizationId, mode } = caller;
        if (!parts.courier.routesOf(mode).some(({ channel }) => channel === 'email'))
          return { ok: false, error: NO_MAIL };
        const tooMany = await countAsked(parts, trx, caller);
        if (tooMany !== undefined) return { ok: false, error: tooMany };
        const wanted = { ...refused, organizationId, mode, email: body.email };
        const { id, isNew, keptUntil } = await addNotice(trx, parts.vault, wanted, parts.clock());
        if (isNew) await queueNoticeMail(parts, trx, { ...wanted, id, to: body.email }, 'taken');
        const taken = { object: 'notice_of_change', kept_until: keptUntil.toISOString() };
        return { ok: true, value: { status: 201, body: taken } };
      }),
    }),
  ];
}

/** Counts one address for the link's verification, or says that it had enough of them today. */
async function countAsked(
  parts: NoticeParts,
  trx: DatabaseTransaction,
  { organizationId, verificationId }: { readonly organizationId: string; readonly verificationId: string },
): Promise<Problem | undefined> {
  const nowMs = parts.clock().getTime();
  const until = new Date((Math.floor(nowMs / DAY_MS) + 1) * DAY_MS);
  const key = parts.vault.blindIndex('asked notices', verificationId);
  if (await countOne(trx, organizationId, key, until, MOST_A_DAY)) return undefined;
  const detail = `${MOST_A_DAY} addresses were left with this link today; the next one can be at ${until.toISOString()}.`;
  return problem('request.rate-limited', detail, { retryAfter: Math.ceil((until.getTime() - nowMs) / 1000) });
}

/** Where somebody lives who was turned away for it. */
async function refusedResidence(
  parts: NoticeParts,
  trx: DatabaseTransaction,
  organizationId: string,
  verificationId: string,
) {
  const row = await trx
    .selectFrom('verification')
    .select(['state', 'reason_codes', 'residence', 'policy_id', 'policy_version', 'locale'])
    .where('id', '=', verificationId)
    .executeTakeFirstOrThrow();
  if (row.state !== 'declined' || !row.reason_codes.includes('residence_country_not_supported')) return undefined;
  const place = { organizationId, verificationId, step: 'details' } as const;
  const residence = row.residence ?? (await lastAnswer(parts, trx, place, detailsAnswerSchema))?.residence;
  if (residence === undefined) return undefined;
  const { operator } = await policyOf(trx, { policy: { id: row.policy_id, version: row.policy_version } });
  return { residence, operator, policyId: row.policy_id, locale: localeOf(row.locale) };
}
