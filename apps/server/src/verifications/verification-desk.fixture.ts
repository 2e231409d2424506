/**
 * An organization with a policy, a database, a vault, photographs on disk, and jobs that are done when a test says so. What the engine
 * says of the photographs is set by the test: its own tests are about reading.
 */
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Result } from '@vidimus/engine/standards';
import {
  type ApplicantView,
  applicantViewSchema,
  createdVerificationSchema,
  type VerificationView,
  verificationSchema,
} from '@vidimus/protocol';
import {
  type CheckReport,
  type Evidence,
  type Policy,
  type Reason,
  reasonEntry,
  renderReason,
  TRY_OUT_POLICY,
} from '@vidimus/vocabulary';
import { z } from 'zod';
import { createAuditLog } from '../audit/store.ts';
import { goOnByItself } from '../codes/go-on-by-itself.ts';
import { USUAL_SEND_LIMITS } from '../codes/send-limits.ts';
import { type CarriedRoute, courierOf } from '../courier/courier.ts';
import { receiptTaker } from '../courier/record-receipt.ts';
import { sendMessageJob } from '../courier/send-message-job.ts';
import type { OpenDatabase } from '../db/open-database.ts';
import { openTestDatabase } from '../db/test-database.fixture.ts';
import { type DatabaseTransaction, inTransaction } from '../db/transaction.ts';
import { eventRecorder } from '../events/record-event.ts';
import type { Caller } from '../http/caller.ts';
import type { PageAddress } from '../http/page-address.ts';
import type { Problem } from '../http/problem.ts';
import type { Reply, Route, RouteRequest } from '../http/route.ts';
import type { EnqueueOptions, JobName, JobPayloads, Jobs } from '../jobs/jobs.ts';
import { numbersRoutes } from '../numbers/routes.ts';
import { RIGHTS } from '../people/right.ts';
import { REPORT_ON_FILE } from '../policies/report-on-file.fixture.ts';
import { reportRoutes } from '../reports/routes.ts';
import { newSigningKey } from '../signing/signing-key.ts';
import type { ProviderSlot } from '../slots/provider-slot.ts';
import { storyRoutes } from '../story/routes.ts';
import { openDiskBlobs } from '../vault/disk-blobs.ts';
import { masterKeys, vaultUnder } from '../vault/test-vault.fixture.ts';
import { applicantChoicesRoutes } from './applicant-choices-routes.ts';
import { applicantRoutes } from './applicant-routes.ts';
import { judgeVerification, type ReadDocument } from './judge-job.ts';
import { findLink } from './link-store.ts';
import { lookAtPhotograph } from './look-job.ts';
import { redactVerification } from './redact-job.ts';
import { returnHostsRoutes } from './return-hosts-routes.ts';
import { reviewRoutes } from './review-routes.ts';
import { verificationRoutes } from './routes.ts';

export type Desk = Awaited<ReturnType<typeof openDesk>>;
type Answer = Result<Reply, Problem>;

/** Whose desk it is; `org_b` is somebody else. */
export const ORGANIZATION = 'org_01J9ZKQW4E0000000000000000';
const BEGIN = new Date('2026-03-02T09:00:00Z');
const KEY: Caller = {
  kind: 'api_key',
  id: 'key_1',
  organizationId: ORGANIZATION,
  mode: 'test',
  rights: new Set(RIGHTS),
};

/** A desk that serves everybody but residents of Costa Rica. */
export async function openDesk(
  kind: OpenDatabase['kind'],
  rules: Partial<Policy> = {},
  pages: PageAddress = { urlOf: (path) => `https://verify.example${path}`, isPublic: true },
  /** Carriers of test mode. */
  carried: readonly CarriedRoute[] = [],
) {
  const opened = await openTestDatabase(kind);
  const folder = mkdtempSync(join(tmpdir(), 'vidimus-desk-'));
  let now = BEGIN;
  const clock = () => now;
  const waiting: { readonly name: JobName; readonly payload: JobPayloads[JobName]; readonly startAfter?: Date }[] = [];
  const jobs: Jobs = {
    enqueue: async (_trx, name, payload, options: EnqueueOptions = {}) => {
      waiting.push({ name, payload, ...(options.startAfter === undefined ? {} : { startAfter: options.startAfter }) });
    },
  };
  let next: Awaited<ReturnType<ReadDocument>> = answered(REPORT_ON_FILE);
  const asked: Parameters<ReadDocument>[0][] = [];
  const read: ReadDocument = async (request) => {
    asked.push(request);
    return next;
  };
  /** Filled by a test; empty as in the product. */
  const slots: { registry?: ProviderSlot } = {};
  const blobs = await openDiskBlobs(folder, clock);
  const audit = createAuditLog(clock);
  const events = eventRecorder({ jobs, clock });
  const parts = {
    vault: vaultUnder(masterKeys(1)),
    blobs,
    audit,
    events,
    jobs,
    clock,
    db: opened.db,
    read,
    slots,
    pages,
    courier: courierOf({ live: [], test: carried }),
    limits: USUAL_SEND_LIMITS,
    domain: undefined,
  };
  const takeReceipt = receiptTaker({ ...parts, afterwards: (of) => goOnByItself(parts, of) });
  for (const id of [ORGANIZATION, 'org_b'])
    await opened.db.insertInto('organization').values({ id, name: id, created_at: now }).execute();
  const policy = { ...TRY_OUT_POLICY, residence: { accept: 'all', refuse: ['CRI'] }, ...rules };
  await opened.db
    .insertInto('policy')
    .values({ id: POLICY_ID, organization_id: ORGANIZATION, name: 'p', created_at: now })
    .execute();
  await opened.db
    .insertInto('policy_version')
    .values({
      policy_id: POLICY_ID,
      organization_id: ORGANIZATION,
      version: 1,
      state: 'published',
      document: JSON.stringify(policy),
      created_at: now,
      published_at: now,
    })
    .execute();
  const signingKey = newSigningKey();
  const routes = [
    ...verificationRoutes(parts),
    ...applicantRoutes(parts),
    ...applicantChoicesRoutes(parts),
    ...reviewRoutes(parts),
    ...returnHostsRoutes(parts),
    ...reportRoutes({ ...parts, signingKey }),
    ...storyRoutes(parts),
    ...numbersRoutes(),
  ];
  const asTenant = <T>(work: (trx: DatabaseTransaction) => Promise<T>, organizationId = ORGANIZATION) =>
    inTransaction(opened.db, { role: 'tenant', organizationId }, work);

  const ask = async (caller: Caller, operationId: string, given: Given = {}): Promise<Answer> => {
    const route = routes.find((each) => each.operationId === operationId);
    if (route === undefined) throw new Error(`no route ${operationId}`);
    const answer = await asTenant((trx) => call(route, { trx, caller, now, ...given }), caller.organizationId);
    // Whoever reads the contract must not be surprised.
    if (!answer.ok && !isPromised(route, answer.error))
      throw new Error(`${operationId} promises no ${answer.error.code}`);
    return answer;
  };
  const whole = async (caller: Caller, operationId: string, given: Given = {}): Promise<unknown> => {
    const answer = await ask(caller, operationId, given);
    if (!answer.ok) throw new Error(`${operationId}: ${answer.error.code}`);
    if (!('body' in answer.value)) throw new Error(`${operationId} has no body`);
    return answer.value.body;
  };
  return {
    key: KEY,
    db: opened.db,
    parts,
    waiting,
    /** What the engine was asked so far. */
    asked,
    asTenant,
    ask,
    whole,
    later: (ms: number) => {
      now = new Date(now.getTime() + ms);
    },
    /** What the engine says from now on. */
    says: (answer: Awaited<ReturnType<ReadDocument>>) => {
      next = answer;
    },
    create: async (body: unknown = {}): Promise<{ readonly id: string; readonly applicant: Caller }> => {
      const created: unknown = await whole(KEY, 'createVerification', { body });
      const { id, link } = createdVerificationSchema.parse(created);
      const applicant = await inTransaction(opened.db, { role: 'gate' }, (trx) => findLink(trx, link.token));
      if (applicant === undefined) throw new Error('the link is not known');
      return { id, applicant };
    },
    receiptOf: async (applicant: Caller): Promise<Caller> => {
      const { token } = z.object({ token: z.string() }).parse(await whole(applicant, 'makeReceipt'));
      const receipt = await inTransaction(opened.db, { role: 'gate' }, (trx) => findLink(trx, token));
      if (receipt === undefined) throw new Error('the receipt is not known');
      return receipt;
    },
    /** Fills, or empties, the place of the register. */
    fill: (slot: ProviderSlot | undefined) => {
      if (slot === undefined) delete slots.registry;
      else slots.registry = slot;
    },
    get: async (id: string): Promise<VerificationView> =>
      verificationSchema.parse(await whole(KEY, 'getVerification', { params: { id } })),
    seen: async (applicant: Caller): Promise<ApplicantView> =>
      applicantViewSchema.parse(await whole(applicant, 'getApplicantVerification')),
    /** Does the jobs that wait, whatever their time. */
    work: async () => {
      for (const job of waiting.splice(0)) {
        const { signal } = new AbortController();
        if ('messageId' in job.payload) {
          await sendMessageJob(parts)(job.payload, signal);
          await goOnByItself(parts, job.payload);
        }
        if (!('verificationId' in job.payload)) continue;
        if (job.name === 'judge-verification') await judgeVerification(parts, job.payload, signal);
        if ('attemptId' in job.payload) await lookAtPhotograph(parts, job.payload, signal);
        if (job.name === 'redact-verification') await redactVerification(parts, job.payload);
      }
    },
    /** What a carrier tells afterwards. */
    takeReceipt,
    close: async () => {
      await opened.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

const POLICY_ID = 'pol_01J9ZKQW4E0000000000000000';

/** A JPEG of one grey pixel, drawn by sharp. */
export const PREVIEW = Buffer.from(
  '/9j/2wBDAP//////////////////////////////////////////////////////////////////////////////////////2wBDAf//////////////////////////////////////////////////////////////////////////////////////wAARCAABAAEDASIAAhEBAxEB/8QAFAABAAAAAAAAAAAAAAAAAAAAAP/EABQQAQAAAAAAAAAAAAAAAAAAAAD/xAAUAQEAAAAAAAAAAAAAAAAAAAAA/8QAFBEBAAAAAAAAAAAAAAAAAAAAAP/aAAwDAQACEQMRAD8AAA//2Q==',
  'base64',
);

/** What begins as a JPEG does, and is another one each time. */
export function somePhoto(byteLength: number): Buffer {
  return Buffer.concat([PREVIEW.subarray(0, 4), randomBytes(byteLength)]);
}

/** The engine's answer with these findings. */
export function answered(report: CheckReport): Awaited<ReturnType<ReadDocument>> {
  return { ok: true, value: { report, previews: [{ mediaId: 'photo_1', jpeg: PREVIEW }] } };
}

/** A report that was refused for these reasons. */
export function refusedFor(
  outcome: 'action_required' | 'in_review' | 'declined',
  ...codes: readonly Found[]
): CheckReport {
  const reasons = codes.map(([code, evidence]): CheckReport['reasons'][number] => {
    const { number, class: reasonClass, disclosure } = reasonEntry(code);
    const words = renderReason({ code, evidence: [evidence] }, 'en');
    return {
      code,
      number,
      class: reasonClass,
      disclosure,
      check: 'test',
      heading: words.heading,
      message: words.applicant,
      reviewer_message: words.reviewer,
      operator_message: words.operator,
      evidence: [evidence],
    };
  });
  return { ...REPORT_ON_FILE, outcome, reasons };
}
export type Found = readonly [Reason['code'], Evidence];

type Given = {
  readonly params?: unknown;
  readonly query?: unknown;
  readonly body?: unknown;
  readonly bytes?: Buffer;
  readonly userAgent?: string;
};

/** As the http layer calls a route, parts parsed by the route's own schemas. */
async function call(
  route: Route,
  given: Given & { readonly trx: DatabaseTransaction; readonly caller: Caller; readonly now: Date },
): Promise<Answer> {
  const request = {
    ...given,
    params: route.params?.parse(given.params ?? {}),
    query: route.query?.parse(given.query ?? {}),
    body: route.body?.parse(given.body ?? {}),
    bytes: given.bytes ?? Buffer.alloc(0),
    mediaType: 'image/jpeg',
    address: undefined,
    requestId: 'req_test',
    signal: new AbortController().signal,
  };
  assertParsed(request);
  return route.handle(request);
}

/** Those of the request itself are every route's. */
function isPromised({ problems }: Route, { status, code }: Problem): boolean {
  return code.startsWith('request.') || problems.some((each) => each.status === status && each.code === code);
}

function assertParsed(
  _request: RouteRequest<unknown, unknown, unknown>,
): asserts _request is RouteRequest<never, never, never> {}
