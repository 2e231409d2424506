/** An organization whose applicants keep accounts: real database and vault, carriers of a test, a clock that is set by hand. */
import { randomBytes } from 'node:crypto';
import type { Result } from '@vidimus/engine/standards';
import { accountEnteredSchema, accountSchema, accountTicketSchema } from '@vidimus/protocol';
import { TRY_OUT_POLICY } from '@vidimus/vocabulary';
import { createAuditLog } from '../audit/store.ts';
import { timeFor } from '../clock.ts';
import { digitsIn } from '../codes/code-desk.fixture.ts';
import { type SendLimits, USUAL_SEND_LIMITS } from '../codes/send-limits.ts';
import { openCourierWorld, scripted } from '../courier/courier-world.fixture.ts';
import type { OpenDatabase } from '../db/open-database.ts';
import type { Mode } from '../db/schema.ts';
import { type DatabaseTransaction, inTransaction } from '../db/transaction.ts';
import { eventRecorder } from '../events/record-event.ts';
import type { Caller } from '../http/caller.ts';
import type { Problem } from '../http/problem.ts';
import type { Reply, Route } from '../http/route.ts';
import { newId } from '../ids.ts';
import { findAccountSession } from './account-sessions-store.ts';
import type { AccountParts } from './parts.ts';
import { accountRoutes } from './routes.ts';

export type AccountDesk = Awaited<ReturnType<typeof openAccountDesk>>;
type Asked = {
  readonly caller?: Caller;
  readonly params?: unknown;
  readonly query?: unknown;
  readonly body?: unknown;
  readonly device?: string | undefined;
};

export const RELYING_PARTY = { id: 'verify.example', name: 'Vidimus', origin: 'https://verify.example' };
export const PHONE = '+50688880001';
export const EMAIL = 'ana@example.com';

export async function openAccountDesk(kind: OpenDatabase['kind'], limits: SendLimits = USUAL_SEND_LIMITS) {
  const sms = scripted('sms');
  const mail = scripted('mail', { channel: 'email' });
  const world = await openCourierWorld(kind, [sms, mail]);
  const { clock } = world.parts;
  const statements: string[] = [];
  const db = world.parts.db.withPlugin({
    transformQuery: ({ node }) => {
      statements.push(node.kind);
      return node;
    },
    transformResult: async ({ result }) => result,
  });
  const parts: AccountParts = {
    ...world.parts,
    limits,
    domain: 'verify.example',
    audit: createAuditLog(clock),
    events: eventRecorder(world.parts),
    inScope: (scope, work) => inTransaction(db, scope, work),
    random: (length) => randomBytes(length),
    relyingParty: RELYING_PARTY,
    pages: { urlOf: (path) => `https://verify.example${path}`, isPublic: true },
  };
  const routes = accountRoutes(parts);
  await addPolicy(db, 'pol_a', '2026-03-01T09:00:00Z');
  // The only one: its name can be left out.
  await db.deleteFrom('organization').where('id', '=', 'org_b').execute();

  /** As the http layer does. */
  const ask = async (operationId: string, asked: Asked = {}): Promise<Result<Reply, Problem>> => {
    const route = routes.find((each) => each.operationId === operationId);
    if (route === undefined) throw new Error(`no route ${operationId}`);
    const { caller } = asked;
    if (caller !== undefined && !route.callers.includes(caller.kind)) throw new Error(`${caller.kind} is not served`);
    if (caller === undefined || route.transactions === 'own') return call(route, undefined, asked, clock());
    return world.asTenant(async (trx) => call(route, trx, asked, await timeFor(trx, caller, clock)));
  };
  const reply = async (operationId: string, asked?: Asked): Promise<Reply> => {
    const answer = await ask(operationId, asked);
    if (!answer.ok) throw new Error(`${operationId}: ${answer.error.code} ${answer.error.detail}`);
    return answer.value;
  };
  const bodyOf = async (operationId: string, asked?: Asked): Promise<unknown> => {
    const answered = await reply(operationId, asked);
    return 'body' in answered ? answered.body : undefined;
  };
  const ticketOf = async (operationId: string, asked: Asked) =>
    accountTicketSchema.parse(await bodyOf(operationId, asked)).ticket;
  /** The digits of the newest message of that carrier. */
  const lastCode = async (carrier = sms) => {
    await world.runDue();
    return digitsIn(carrier.taken.at(-1)?.body.text ?? '');
  };
  const sessionIn = async (answered: Reply) => {
    if (!('session' in answered) || typeof answered.session !== 'object') throw new Error('no session');
    const { token } = answered.session;
    const caller = await inTransaction(db, { role: 'gate' }, (trx) => findAccountSession(trx, token, clock()));
    if (caller === undefined) throw new Error('the session opens nothing');
    return { token, caller };
  };
  const enter = (ticket: string, code: string) => ask('enterAccountCode', { body: { ticket, code } });
  return {
    ...world,
    parts,
    db,
    /** Kinds of the statements that were put to the database by the routes, in order. */
    statements,
    sms,
    mail,
    ask,
    reply,
    bodyOf,
    ticketOf,
    lastCode,
    sessionIn,
    enter,
    addPolicy: (id: string, published: string, rules?: Partial<typeof TRY_OUT_POLICY>) =>
      addPolicy(world.parts.db, id, published, rules),
    /** The problem's code, or `done`. */
    outcome: async (operationId: string, asked?: Asked) => {
      const answer = await ask(operationId, asked);
      return answer.ok ? 'done' : answer.error.code;
    },
    entered: async (ticket: string, code: string) => {
      const answer = await enter(ticket, code);
      if (!answer.ok) throw new Error(answer.error.code);
      return accountEnteredSchema.parse('body' in answer.value ? answer.value.body : undefined);
    },
    account: async (caller: Caller) => accountSchema.parse(await bodyOf('getAccount', { caller })),
    caller: (token: string) => inTransaction(db, { role: 'gate' }, (trx) => findAccountSession(trx, token, clock())),
    /** A verification, and the caller that its receipt makes. */
    receipt: (mode: Mode = 'live') => addVerification(world.asTenant, mode, clock()),
    /** An account that was kept with that contact from a receipt, and its first session. */
    keep: async (to = PHONE, mode: Mode = 'live') => {
      const caller = await addVerification(world.asTenant, mode, clock());
      const isMail = to.includes('@');
      const channel = isMail ? 'email' : 'sms';
      const ticket = await ticketOf('askCodeToKeepAccount', { caller, body: { channel, to } });
      const answered = await enter(ticket, await lastCode(isMail ? mail : sms));
      if (!answered.ok) throw new Error(answered.error.code);
      return { ...(await sessionIn(answered.value)), receipt: caller };
    },
  };
}

type Link = Extract<Caller, { readonly kind: 'applicant' }>;

/** Published at `published`. */
async function addPolicy(
  db: OpenDatabase['db'],
  id: string,
  published: string,
  rules: Partial<typeof TRY_OUT_POLICY> = { accept_specimens: false },
): Promise<void> {
  const at = new Date(published);
  const own = { organization_id: 'org_a', created_at: at };
  await db
    .insertInto('policy')
    .values({ id, name: 'p', ...own })
    .execute();
  await db
    .insertInto('policy_version')
    .values({
      policy_id: id,
      version: 1,
      state: 'published',
      document: JSON.stringify({ ...TRY_OUT_POLICY, ...rules }),
      published_at: at,
      ...own,
    })
    .execute();
}

async function addVerification(
  asTenant: <T>(work: (trx: DatabaseTransaction) => Promise<T>) => Promise<T>,
  mode: Mode,
  now: Date,
): Promise<Link> {
  const id = newId('verification', now.getTime());
  const applicantId = newId('applicant', now.getTime());
  const own = { organization_id: 'org_a', mode, created_at: now };
  await asTenant(async (trx) => {
    await trx
      .insertInto('applicant')
      .values({ id: applicantId, reference: null, ...own })
      .execute();
    await trx
      .insertInto('verification')
      .values({
        id,
        applicant_id: applicantId,
        policy_id: 'pol_a',
        policy_version: 1,
        state: 'approved',
        reason_codes: [],
        locale: 'en',
        expires_at: new Date(now.getTime() + 3_600_000),
        redaction: 'none',
        updated_at: now,
        decided_at: now,
        ...own,
      })
      .execute();
  });
  return { kind: 'applicant', id: 'lnk', organizationId: 'org_a', mode, verificationId: id, link: 'apply' };
}

async function call(
  route: Route,
  trx: DatabaseTransaction | undefined,
  { caller, params, query, body, device }: Asked,
  now: Date,
): Promise<Result<Reply, Problem>> {
  const request = {
    get trx(): DatabaseTransaction {
      if (trx === undefined) throw new Error(`${route.operationId} has no transaction`);
      return trx;
    },
    get caller(): Caller {
      if (caller === undefined) throw new Error(`${route.operationId} has no caller`);
      return caller;
    },
    params: route.params?.parse(params),
    query: route.query?.parse(query ?? {}),
    body: route.body?.parse(body ?? {}),
    bytes: Buffer.alloc(0),
    mediaType: '',
    now,
    address: undefined,
    accountToken: device,
    requestId: 'req_1',
    signal: new AbortController().signal,
  };
  assertParsed(request);
  const answer = await route.handle(request);
  if (
    !answer.ok &&
    !answer.error.code.startsWith('request.') &&
    !route.problems.some(({ code, status }) => code === answer.error.code && status === answer.error.status)
  ) {
    throw new Error(`${route.operationId} promises no ${answer.error.code}`);
  }
  return answer;
}

function assertParsed(_request: unknown): asserts _request is Parameters<Route['handle']>[0] {}
