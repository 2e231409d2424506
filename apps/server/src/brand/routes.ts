/** Name, colour and logo of an organization: set by its staff, seen by its applicants. */
import type { Result } from '@vidimus/engine/standards';
import {
  applicantBrandSchema,
  brandChangeSchema,
  brandSchema,
  LOGO_MEDIA_TYPES,
  LOGO_MOST_BYTES,
  logoQuerySchema,
} from '@vidimus/protocol';
import type { AuditLog } from '../audit/audit.ts';
import type { DatabaseTransaction } from '../db/transaction.ts';
import type { Caller } from '../http/caller.ts';
import { type Problem, problem } from '../http/problem.ts';
import { type Reply, type Route, route } from '../http/route.ts';
import { actorOf } from '../people/caller-actor.ts';
import type { InScope } from '../people/parts.ts';
import type { DrawRequest } from '../reader/read-request.ts';
import type { DrawOutcome } from '../reader/reader-child.ts';
import type { BlobStore } from '../vault/blob-store.ts';
import { sealBlob } from '../vault/seal-blob.ts';
import type { Vault } from '../vault/vault.ts';
import { LOGO_PATH, tellBrand } from './brand.ts';
import { changeBrand, logoContext, openLogo, readBrand, setLogo } from './store.ts';

export type BrandParts = {
  readonly vault: Vault;
  readonly blobs: BlobStore;
  readonly audit: AuditLog;
  readonly inScope: InScope;
  /** Draws a stranger's picture anew, where that can do no harm. */
  readonly draw: (request: DrawRequest, signal: AbortSignal) => Promise<DrawOutcome>;
};

const PATH = '/v1/organization/brand';
/** Longest edge: sharp at the size at which pages show it, on any screen. */
const LOGO_PX = 512;
const NO_LOGO = { status: 404, code: 'brand.no-logo' } as const;
const NOT_USABLE = { status: 422, code: 'brand.logo-not-usable' } as const;

export function brandRoutes(parts: BrandParts): readonly Route[] {
  const reads = { tag: 'organization', callers: ['member', 'api_key'] } as const;
  const writes = { ...reads, right: 'organization:write' } as const;
  return [
    route({
      ...reads,
      method: 'get',
      path: PATH,
      operationId: 'getBrand',
      summary: 'Name, colours and logo that applicants see',
      answers: { 200: brandSchema },
      problems: [],
      handle: ({ trx, caller }) => shown(trx, caller),
    }),
    route({
      ...writes,
      method: 'put',
      path: PATH,
      operationId: 'putBrand',
      summary: 'Set the name and the colour',
      description:
        'Text on the colour, and the colour on white and on black, must be readable: contrast of at least 4.5. Where the colour does not hold, the nearest that does is answered in `colours`, and used.',
      body: brandChangeSchema,
      answers: { 200: brandSchema },
      problems: [],
      handle: async ({ trx, caller, body }) => {
        await changeBrand(trx, caller.organizationId, { name: body.name, colour: body.colour.toLowerCase() });
        await record(parts, trx, caller, 'brand.changed');
        return shown(trx, caller);
      },
    }),
    route({
      ...writes,
      method: 'put',
      path: `${PATH}/logo`,
      operationId: 'putLogo',
      summary: 'Send the logo, as the raw body',
      description: `PNG, JPEG or WebP, at most 1 MB. It is drawn anew, at most ${LOGO_PX} pixels wide or high, on white where it is transparent.`,
      transactions: 'own',
      upload: { mediaTypes: LOGO_MEDIA_TYPES, maxBytes: LOGO_MOST_BYTES },
      answers: { 200: brandSchema },
      problems: [NOT_USABLE],
      handle: async ({ caller, bytes, signal }) => {
        const drawn = await parts.draw({ draw: bytes, mostPx: LOGO_PX }, signal);
        if (!drawn.ok) return { ok: false, error: problem('server.busy', 'It cannot be drawn now. Send it again.') };
        const answer = drawn.value;
        if (!answer.ok) return { ok: false, error: notUsable(answer.why.replaceAll('_', ' ')) };
        if (!MEDIA_TYPES.has(answer.mediaType)) return { ok: false, error: notUsable(`it is ${answer.mediaType}`) };
        const { organizationId } = caller;
        const put = await parts.inScope({ role: 'tenant', organizationId }, async (trx) => {
          const { blobKey, sealed } = await sealBlob(parts.vault, trx, logoContext(organizationId), answer.png);
          await parts.blobs.put(blobKey, sealed);
          const before = await setLogo(trx, organizationId, { blobKey, width: answer.width, height: answer.height });
          await record(parts, trx, caller, 'brand.logo_changed');
          return { before, reply: await shown(trx, caller) };
        });
        if (put.before !== undefined) await parts.blobs.remove(put.before);
        return put.reply;
      },
    }),
    route({
      ...writes,
      method: 'delete',
      path: `${PATH}/logo`,
      operationId: 'removeLogo',
      summary: 'Take the logo away',
      transactions: 'own',
      answers: { 204: 'none' },
      problems: [],
      handle: async ({ caller }) => {
        const { organizationId } = caller;
        const before = await parts.inScope({ role: 'tenant', organizationId }, async (trx) => {
          const removed = await setLogo(trx, organizationId, null);
          if (removed !== undefined) await record(parts, trx, caller, 'brand.logo_removed');
          return removed;
        });
        if (before !== undefined) await parts.blobs.remove(before);
        return { ok: true, value: { status: 204 } };
      },
    }),
    route({
      method: 'get',
      path: '/v1/applicant/brand',
      tag: 'applicant',
      operationId: 'getApplicantBrand',
      summary: 'Who asks: name, colours and logo',
      callers: ['applicant', 'recipient'],
      answers: { 200: applicantBrandSchema },
      problems: [],
      handle: async ({ trx, caller }) => {
        const { name, colours, logo } = tellBrand(await readBrand(trx, caller.organizationId));
        return { ok: true, value: { status: 200, body: { name, colours, logo } } };
      },
    }),
    route({
      method: 'get',
      path: LOGO_PATH,
      tag: 'applicant',
      operationId: 'getApplicantLogo',
      summary: 'The logo, a PNG',
      // The address that is told carries the version, so that a page shows a new logo at once.
      query: logoQuerySchema,
      callers: ['applicant', 'member', 'recipient'],
      answers: { 200: 'file' },
      problems: [NO_LOGO],
      handle: async ({ trx, caller }) => {
        const file = await openLogo(parts, trx, caller.organizationId);
        if (file !== undefined) return { ok: true, value: { status: 200, file, mediaType: 'image/png' } };
        const detail = 'There is no logo. Show the name instead.';
        return { ok: false, error: { ...NO_LOGO, detail } };
      },
    }),
  ];
}

const MEDIA_TYPES: ReadonlySet<string> = new Set(LOGO_MEDIA_TYPES);

async function shown(trx: DatabaseTransaction, { organizationId }: Caller): Promise<Result<Reply, Problem>> {
  return { ok: true, value: { status: 200, body: tellBrand(await readBrand(trx, organizationId)) } };
}

function record({ audit }: BrandParts, trx: DatabaseTransaction, caller: Caller, action: string): Promise<void> {
  const { organizationId } = caller;
  return audit.append(trx, { organizationId, actor: actorOf(caller), action, objectId: organizationId });
}

function notUsable(observed: string): Problem {
  return { ...NOT_USABLE, detail: `The file cannot be used: ${observed}. Send a PNG, JPEG or WebP.` };
}
