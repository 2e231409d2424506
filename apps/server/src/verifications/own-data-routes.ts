/** A person's own data: to see, to take along, to have erased, and to say that it was somebody else. */
import { disownedSchema, erasureScheduledSchema, idSchema, notMeSchema } from '@vidimus/protocol';
import { z } from 'zod';
import { type Route, route } from '../http/route.ts';
import { applicantRoute, ERASED, NOT_PROVEN, TOO_MANY_STATEMENTS } from './applicant-route.ts';
import { type ApplicantParts, eraseOwn } from './applicant-steps.ts';
import { attemptsOf } from './attempt-store.ts';
import { disown } from './disown.ts';
import { ownData } from './own-data.ts';
import { ownFacts } from './own-facts.ts';
import { photographName } from './photograph-name.ts';
import { policyOf } from './policy-of.ts';
import { openOriginal, openPreview } from './preview-store.ts';
import { opensAll } from './prove-birth-date.ts';
import { refuse, refuseMedia } from './refusals.ts';
import { loadVerification } from './store.ts';

const media = z.strictObject({ media_id: idSchema('med') });
const NO_PHOTOGRAPH = { status: 404, code: 'media.not-found' } as const;
const GONE = { status: 409, code: 'media.erased' } as const;

export function ownDataRoutes(parts: ApplicantParts): readonly Route[] {
  const looks = applicantRoute(parts, ['apply', 'receipt']);
  return [
    route({
      ...looks.common,
      method: 'get',
      path: '/v1/applicant/media/{media_id}',
      operationId: 'getOwnMedia',
      summary: 'A photograph of your own, small',
      params: media,
      answers: { 200: 'file' },
      problems: looks.problems(NOT_PROVEN, NO_PHOTOGRAPH, { status: 404, code: 'media.no-preview' }, GONE),
      handle: looks.admittedToAll(async ({ trx, params }, { verificationId }) => {
        const preview = await openPreview(parts, trx, verificationId, params.media_id);
        if (!preview.ok) return refuseMedia(preview.error);
        return { ok: true, value: { status: 200, file: preview.value, mediaType: 'image/jpeg' } };
      }),
    }),
    route({
      ...looks.common,
      method: 'get',
      path: '/v1/applicant/media/{media_id}/original',
      operationId: 'getOwnOriginal',
      summary: 'A photograph of your own, as you sent it',
      params: media,
      answers: { 200: 'file' },
      problems: looks.problems(NOT_PROVEN, NO_PHOTOGRAPH, GONE),
      handle: looks.admittedToAll(async ({ trx, params }, { verificationId }) => {
        const original = await openOriginal(parts, trx, verificationId, params.media_id);
        if (!original.ok) return refuseMedia(original.error);
        const { bytes, mediaType } = original.value;
        const name = photographName(await attemptsOf(trx, verificationId), params.media_id);
        return { ok: true, value: { status: 200, file: bytes, mediaType, name } };
      }),
    }),
    route({
      ...looks.common,
      method: 'get',
      path: '/v1/applicant/data',
      operationId: 'getOwnData',
      summary: 'All that is kept about you here, as one JSON file',
      description:
        'What was said, sent, read, found and decided; reasons as far as they are disclosed. Photographs are named, and fetched by their ids.',
      answers: { 200: 'file' },
      problems: looks.problems(NOT_PROVEN, ERASED),
      handle: looks.admittedToAll(async ({ trx, now }, { verificationId, link }) => {
        const stored = await loadVerification(parts.vault, trx, verificationId, 'reading');
        if (!stored.ok) return refuse(stored.error, 'applicant');
        const policy = await policyOf(trx, stored.value);
        const facts = await ownFacts(parts, trx, stored.value, now);
        const asking = { link, opens: 'all' as const, mayHandOff: parts.pages.isPublic, now };
        const data = await ownData(parts.vault, trx, { stored: stored.value, policy, facts }, asking);
        const file = Buffer.from(`${JSON.stringify(data, null, 2)}\n`);
        const name = `${verificationId}.json`;
        return { ok: true, value: { status: 200, file, mediaType: 'application/json', name } };
      }),
    }),
    route({
      ...looks.common,
      method: 'post',
      path: '/v1/applicant/erase',
      operationId: 'eraseOwnData',
      summary: 'Stop, and erase what I sent',
      description:
        'While nothing is decided; a receipt is opened with the birth date first. What was decided is kept as long as the operator must, and erased then.',
      answers: { 202: erasureScheduledSchema },
      problems: looks.problems(NOT_PROVEN, { status: 409, code: 'verification.decided-already' }, ERASED),
      handle: looks.admittedToAll(async ({ trx }, _link, of) => {
        const erased = await eraseOwn(parts, trx, of);
        if (!erased.ok) return refuse(erased.error, 'applicant');
        return { ok: true, value: { status: 202, body: { redaction: 'scheduled' } } };
      }),
    }),
    route({
      ...looks.common,
      method: 'post',
      path: '/v1/applicant/not-me',
      operationId: 'disownVerification',
      summary: 'Say that this was not you',
      description:
        'While nothing is decided, everything stops and is erased (`stopped`); a receipt does that once it was opened with the birth date, and is put on record before. After an approval a person looks (`in_review`), with what you wrote. After a decline it is on record (`recorded`). The operator is told in every case.',
      body: notMeSchema,
      answers: { 202: disownedSchema },
      problems: looks.problems(TOO_MANY_STATEMENTS, ERASED),
      handle: looks.admitted(async ({ trx, body }, link, of) => {
        const done = await disown(parts, trx, { ...of, mayStop: opensAll(link, of.now) }, body.statement);
        if (!done.ok) return refuse(done.error, 'applicant');
        return { ok: true, value: { status: 202, body: { outcome: done.value } } };
      }),
    }),
  ];
}
