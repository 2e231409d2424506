/** What tests of people start with: an organization with its owner, a clock that is set by hand, and routes called as the server does. */
import { randomBytes } from 'node:crypto';
import type { Result } from '@vidimus/engine/standards';
import { Secret, TOTP } from 'otpauth';
import { createAuditLog } from '../audit/store.ts';
import type { OpenDatabase } from '../db/open-database.ts';
import { openTestDatabase } from '../db/test-database.fixture.ts';
import { type DatabaseTransaction, inTransaction } from '../db/transaction.ts';
import type { Caller } from '../http/caller.ts';
import type { Problem } from '../http/problem.ts';
import type { Reply, Route, RouteRequest } from '../http/route.ts';
import { createVault } from '../vault/create-vault.ts';
import { createLocalKeyWrapper } from '../vault/local-key-wrapper.ts';
import { type Bootstrapped, bootstrapOrganization, type NewOrganization } from './organizations-store.ts';
import type { PeopleParts } from './parts.ts';
import { peopleRoutes } from './routes.ts';
import { findSession } from './sessions-store.ts';

const START = new Date('2026-03-02T09:00:00Z');
export const RELYING_PARTY = { id: 'desk.example', name: 'Vidimus', origin: 'https://desk.example' };
/** Letters, so that nothing but the name can be it. */
export const PASSWORD = 'kettle orbit marble';

export type Asked = {
  readonly caller?: Caller;
  readonly params?: unknown;
  readonly query?: unknown;
  readonly body?: unknown;
  readonly bytes?: Buffer;
  readonly address?: string;
};

export type TestPeople = {
  readonly opened: OpenDatabase;
  readonly parts: PeopleParts;
  readonly now: () => Date;
  readonly pass: (ms: number) => void;
  readonly bootstrap: (asked: NewOrganization) => Promise<Bootstrapped>;
  readonly call: (operationId: string, asked?: Asked) => Promise<Result<Reply, Problem>>;
  readonly callRoute: (route: Route, asked?: Asked) => Promise<Result<Reply, Problem>>;
  /** The body of a reply, as JSON carries it; throws on a refusal. */
  readonly get: (operationId: string, asked?: Asked) => Promise<Record<string, never>>;
  /** The code of a refusal, or `done`. */
  readonly outcome: (operationId: string, asked?: Asked) => Promise<string>;
  /** The token of the session that the reply opens. */
  readonly open: (
    operationId: string,
    asked: Asked,
  ) => Promise<{ readonly token: string; readonly maxAgeSeconds: number }>;
  /** The caller that this token makes. */
  readonly enter: (operationId: string, asked: Asked) => Promise<Extract<Caller, { kind: 'member' }>>;
  readonly find: (token: string) => Promise<Extract<Caller, { kind: 'member' }> | undefined>;
};

export async function openPeople(kind: OpenDatabase['kind']): Promise<TestPeople> {
  const opened = await openTestDatabase(kind);
  let time = START.getTime();
  const now = () => new Date(time);
  const keys = { versions: new Map([[1, randomBytes(32)]]), wraps: 1 };
  const parts: PeopleParts = {
    vault: createVault({ wrapper: createLocalKeyWrapper(keys), index: randomBytes(32), clock: now }),
    audit: createAuditLog(now),
    inScope: (scope, work) => inTransaction(opened.db, scope, work),
    clock: now,
    random: (length) => randomBytes(length),
    relyingParty: RELYING_PARTY,
  };
  const routes = peopleRoutes(parts);

  const call: TestPeople['call'] = (operationId, asked) => {
    const route = routes.find((one) => one.operationId === operationId);
    if (route === undefined) throw new Error(`no route ${operationId}`);
    return callRoute(route, asked);
  };
  const callRoute: TestPeople['callRoute'] = async (route, asked = {}) => {
    const run = (trx?: DatabaseTransaction) => route.handle(requestFor(route, asked, now(), trx));
    const { caller } = asked;
    if (caller !== undefined && !mayCall(route, caller)) return forbidden;
    if (caller === undefined || route.transactions === 'own') return run();
    return inTransaction(opened.db, { role: 'tenant', organizationId: caller.organizationId }, run);
  };
  const reply = async (operationId: string, asked?: Asked) => {
    const answered = await call(operationId, asked);
    if (!answered.ok) throw new Error(`${operationId}: ${answered.error.code}`);
    return answered.value;
  };
  const open: TestPeople['open'] = async (operationId, asked) => {
    const replied = await reply(operationId, asked);
    if (!('session' in replied) || typeof replied.session !== 'object') throw new Error('no session');
    return replied.session;
  };
  const find: TestPeople['find'] = (token) =>
    inTransaction(opened.db, { role: 'gate' }, (trx) => findSession(trx, token, 'live', now()));

  return {
    opened,
    parts,
    now,
    pass: (ms) => {
      time += ms;
    },
    bootstrap: async (asked) => {
      const made = await bootstrapOrganization(opened.db, parts, asked);
      if (!made.ok) throw new Error(made.error.code);
      return made.value;
    },
    call,
    callRoute,
    get: async (operationId, asked) => {
      const replied = await reply(operationId, asked);
      return JSON.parse(JSON.stringify('body' in replied ? replied.body : null));
    },
    outcome: async (operationId, asked) => {
      const answered = await call(operationId, asked);
      return answered.ok ? 'done' : answered.error.code;
    },
    open,
    enter: async (operationId, asked) => {
      const caller = await find((await open(operationId, asked)).token);
      if (caller === undefined) throw new Error('the session opens nothing');
      return caller;
    },
    find,
  };
}

const forbidden = { ok: false, error: { status: 403, code: 'auth.right-missing', detail: '' } } as const;

function mayCall(route: Route, caller: Caller): boolean {
  if (!route.callers.includes(caller.kind)) return false;
  return route.right === undefined || ('rights' in caller && caller.rights.has(route.right));
}

function requestFor(
  route: Route,
  asked: Asked,
  now: Date,
  trx: DatabaseTransaction | undefined,
): RouteRequest<never, never, never> {
  const request = {
    get trx(): DatabaseTransaction {
      if (trx === undefined) throw new Error(`${route.operationId} has no transaction`);
      return trx;
    },
    get caller(): Caller {
      if (asked.caller === undefined) throw new Error(`${route.operationId} has no caller`);
      return asked.caller;
    },
    params: route.params?.parse(asked.params),
    query: route.query?.parse(asked.query ?? {}),
    body: route.body?.parse(asked.body),
    bytes: asked.bytes ?? Buffer.alloc(0),
    mediaType: '',
    now,
    address: asked.address ?? '192.0.2.1',
    requestId: 'req',
    signal: new AbortController().signal,
  };
  assertParsed(request);
  return request;
}

/** Tells the compiler what it cannot follow: these values came out of this very route's schemas. */
function assertParsed(
  _request: RouteRequest<unknown, unknown, unknown>,
): asserts _request is RouteRequest<never, never, never> {}

/** What the authenticator app shows. */
export function codeOf(secret: string, now: Date, steps = 0): string {
  return TOTP.generate({ secret: Secret.fromBase32(secret), timestamp: now.getTime() + steps * 30_000 });
}

/** Accepts the invitation, and sets up password and authenticator app; the secret of the app. */
export async function enrolWithPassword(people: TestPeople, invitation: string): Promise<string> {
  const caller = await people.enter('acceptInvitation', { body: { token: invitation } });
  await people.get('setPassword', { caller, body: { password: PASSWORD } });
  const { secret } = await people.get('offerTotp', { caller });
  await people.get('confirmTotp', { caller, body: { code: codeOf(String(secret), people.now()) } });
  // The code of enrolment is used: the next one is of a later step.
  people.pass(30_000);
  return String(secret);
}
