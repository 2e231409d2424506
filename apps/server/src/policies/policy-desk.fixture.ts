/** The routes of policies on a real database, asked as the server asks them. */
import { PRODUCTION_POLICY } from '@vidimus/vocabulary';
import { z } from 'zod';
import type { AuditEntry } from '../audit/audit.ts';
import type { Courier } from '../courier/courier.ts';
import type { OpenDatabase } from '../db/open-database.ts';
import { openTestDatabase } from '../db/test-database.fixture.ts';
import { inTransaction } from '../db/transaction.ts';
import type { Caller } from '../http/caller.ts';
import type { Problem } from '../http/problem.ts';
import type { Route } from '../http/route.ts';
import { RIGHTS } from '../people/right.ts';
import { policyRoutes } from './routes.ts';
import type { StoredReport } from './simulate.ts';

/** What every clock says. */
export const NOW = new Date('2026-03-01T09:00:00.000Z');

/** An API key of an organization, with every right. */
export const keyOf = (organizationId: string): Caller => ({
  kind: 'api_key',
  id: 'key_1',
  organizationId,
  mode: 'test',
  rights: new Set(RIGHTS),
});
/** The applicant of a verification of `org_a`. */
export const applicantOf = (verificationId: string): Caller => ({
  kind: 'applicant',
  id: 'lnk_1',
  organizationId: 'org_a',
  mode: 'test',
  verificationId,
  link: 'apply',
});

const idSchema = z.looseObject({ id: z.string() });
type Parts = { readonly params?: unknown; readonly query?: unknown; readonly body?: unknown };
export type Answer = {
  readonly status: number;
  readonly body?: unknown;
  readonly code?: string;
  readonly problem?: Problem;
};

export type PolicyDesk = {
  readonly db: OpenDatabase['db'];
  readonly routes: readonly Route[];
  /** Parts are parsed, the transaction is the caller's, and the answer is held to its schema. */
  readonly ask: (operationId: string, parts?: Parts, caller?: Caller) => Promise<Answer>;
  /** Makes a policy with a draft, and gives its id. */
  readonly newPolicy: (document?: unknown) => Promise<string>;
  readonly published: (document?: unknown) => Promise<string>;
  /** What was remembered. */
  readonly logged: readonly AuditEntry[];
  /** From here on the log takes nothing; null: it does. */
  readonly breakLog: (error: Error | null) => void;
  /** What lies on file of decided verifications. */
  readonly file: (reports: readonly StoredReport[]) => void;
  readonly close: () => Promise<void>;
};

/** With the organizations `org_a` and `org_b`. */
export async function openPolicyDesk(
  kind: OpenDatabase['kind'],
  { courier = { routesOf: () => [] } }: { readonly courier?: Pick<Courier, 'routesOf'> } = {},
): Promise<PolicyDesk> {
  const opened = await openTestDatabase(kind);
  for (const id of ['org_a', 'org_b']) {
    await opened.db.insertInto('organization').values({ id, name: id, created_at: NOW }).execute();
  }
  const logged: AuditEntry[] = [];
  let broken: Error | null = null;
  let onFile: readonly StoredReport[] = [];
  const routes = policyRoutes({
    audit: {
      append: async (_trx, entry) => {
        if (broken !== null) throw broken;
        logged.push(entry);
      },
    },
    courier,
    readReports: async (_trx, { last }) => onFile.slice(0, last),
  });

  async function ask(operationId: string, parts: Parts = {}, caller: Caller = keyOf('org_a')): Promise<Answer> {
    const route = routes.find((one) => one.operationId === operationId);
    if (route === undefined) throw new Error(`no route ${operationId}`);
    const parsed = {
      params: (route.params ?? z.unknown()).parse(parts.params),
      query: (route.query ?? z.unknown()).parse(parts.query ?? {}),
      body: (route.body ?? z.unknown()).parse(parts.body),
    };
    const scope = { role: 'tenant', organizationId: caller.organizationId } as const;
    const rest = {
      caller,
      now: NOW,
      bytes: Buffer.alloc(0),
      mediaType: '',
      requestId: 'r',
      signal: new AbortController().signal,
    };
    const reply: Awaited<ReturnType<Route['handle']>> = await inTransaction(opened.db, scope, (trx) =>
      Reflect.apply(route.handle, undefined, [{ ...rest, ...parsed, trx }]),
    );
    if (!reply.ok) return { status: reply.error.status, code: reply.error.code, problem: reply.error };
    const schema = route.answers[reply.value.status];
    if (typeof schema !== 'object' || !('body' in reply.value)) throw new Error(`no schema for ${reply.value.status}`);
    return { status: reply.value.status, body: schema.parse(reply.value.body) };
  }

  async function newPolicy(document: unknown = PRODUCTION_POLICY): Promise<string> {
    const made = await ask('createPolicy', { body: { document } });
    return idSchema.parse(made.body).id;
  }

  async function published(document: unknown = PRODUCTION_POLICY): Promise<string> {
    const id = await newPolicy(document);
    await ask('publishPolicy', { params: { id } });
    return id;
  }

  return {
    db: opened.db,
    routes,
    ask,
    newPolicy,
    published,
    logged,
    breakLog: (error) => {
      broken = error;
    },
    file: (reports) => {
      onFile = reports;
    },
    close: opened.close,
  };
}
