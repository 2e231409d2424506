/** The report of a verification, signed, and the photographs behind it. */
import { idSchema, signedReportSchema, signingKeySchema } from '@vidimus/protocol';
import { z } from 'zod';
import type { AuditLog } from '../audit/audit.ts';
import type { DatabaseTransaction } from '../db/transaction.ts';
import type { Caller } from '../http/caller.ts';
import { type Route, route } from '../http/route.ts';
import { actorOf } from '../people/caller-actor.ts';
import type { SigningKey } from '../signing/signing-key.ts';
import { openPreview, type PreviewParts } from '../verifications/preview-store.ts';
import { refuse, refuseMedia } from '../verifications/refusals.ts';
import { show } from '../verifications/routes.ts';
import { buildVerificationReport } from './build-report.ts';
import type { ReportPicture } from './picture-figure.ts';
import { renderPdf } from './render-pdf.ts';
import { signPdf, signReport } from './sign-report.ts';

export type ReportRouteParts = PreviewParts & { readonly audit: AuditLog; readonly signingKey: SigningKey };

const one = z.strictObject({ id: idSchema('ver') });
const PROBLEMS: Route['problems'] = [
  { status: 404, code: 'verification.not-found' },
  { status: 409, code: 'verification.erased' },
];

/** Every look at evidence is logged; what cannot be logged is not shown. */
export function reportRoutes(parts: ReportRouteParts): readonly Route[] {
  const common = { method: 'get', tag: 'reports', callers: ['api_key', 'member'], right: 'evidence:read' } as const;
  return [
    route({
      ...common,
      path: '/v1/verifications/{id}/report',
      operationId: 'getReport',
      summary: 'The report, signed (JSON)',
      description:
        'Verify it far from here with `vidimus report verify FILE`. The key is published at /v1/signing-key.',
      params: one,
      answers: { 200: signedReportSchema },
      problems: PROBLEMS,
      handle: async ({ trx, caller, params, now }) => {
        const report = await reportFor(parts, trx, caller, params.id, now);
        if (!report.ok) return report;
        return { ok: true, value: { status: 200, body: signReport(report.value, parts.signingKey) } };
      },
    }),
    route({
      ...common,
      path: '/v1/verifications/{id}/report.pdf',
      operationId: 'getReportPdf',
      summary: 'The report, signed (PDF)',
      params: one,
      answers: { 200: 'file' },
      problems: PROBLEMS,
      handle: async ({ trx, caller, params, now }) => {
        const report = await reportFor(parts, trx, caller, params.id, now);
        if (!report.ok) return report;
        const pictures: ReportPicture[] = [];
        for (const { media_id } of report.value.reading?.photos ?? []) {
          const preview = await openPreview(parts, trx, params.id, media_id);
          if (preview.ok) pictures.push({ mediaId: media_id, jpeg: preview.value });
        }
        const pdf = signPdf(await renderPdf(report.value, pictures), report.value.verification, parts.signingKey);
        return {
          ok: true,
          value: { status: 200, file: pdf, mediaType: 'application/pdf', name: `${params.id}.pdf` },
        };
      },
    }),
    route({
      ...common,
      tag: 'verifications',
      path: '/v1/verifications/{id}/media/{media_id}',
      operationId: 'getMedia',
      summary: 'A photograph, small and without metadata',
      params: z.strictObject({ id: idSchema('ver'), media_id: idSchema('med') }),
      answers: { 200: 'file' },
      problems: [...PROBLEMS, ...MEDIA_PROBLEMS],
      handle: async ({ trx, caller, params }) => {
        const known = await show(parts, trx, caller, params.id);
        if (!known.ok) return known;
        const preview = await openPreview(parts, trx, params.id, params.media_id);
        if (!preview.ok) return refuseMedia(preview.error);
        const { organizationId } = caller;
        const entry = { organizationId, actor: actorOf(caller), action: 'media.viewed', objectId: params.media_id };
        await parts.audit.append(trx, entry);
        return { ok: true, value: { status: 200, file: preview.value, mediaType: 'image/jpeg' } };
      },
    }),
    route({
      method: 'get',
      tag: 'reports',
      path: '/v1/signing-key',
      operationId: 'getSigningKey',
      summary: 'The public key of this installation (Ed25519, base64)',
      callers: ['api_key', 'member', 'applicant'],
      answers: { 200: signingKeySchema },
      problems: [],
      handle: async () => ({
        ok: true,
        value: {
          status: 200,
          body: { algorithm: 'Ed25519', public_key: parts.signingKey.publicKey.toString('base64') },
        },
      }),
    }),
  ];
}

const MEDIA_PROBLEMS: Route['problems'] = [
  { status: 404, code: 'media.not-found' },
  { status: 404, code: 'media.no-preview' },
  { status: 409, code: 'media.erased' },
];

async function reportFor(parts: ReportRouteParts, trx: DatabaseTransaction, caller: Caller, id: string, now: Date) {
  const known = await show(parts, trx, caller, id);
  if (!known.ok) return known;
  const report = await buildVerificationReport(parts.vault, trx, id, now);
  if (!report.ok) return refuse(report.error);
  const { organizationId } = caller;
  await parts.audit.append(trx, { organizationId, actor: actorOf(caller), action: 'report.viewed', objectId: id });
  return report;
}
