/** Two organizations on one server, and everybody who may ask: each role, keys of both modes, links, and nobody. */
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { type Right, ROLES } from '@vidimus/protocol';
import { TRY_OUT_POLICY } from '@vidimus/vocabulary';
import { z } from 'zod';
import { openAccountSession } from './accounts/account-sessions-store.ts';
import { insertAccount } from './accounts/accounts-store.ts';
import { createAuditLog } from './audit/store.ts';
import { readConfiguration } from './configuration.ts';
import type { OpenDatabase } from './db/open-database.ts';
import { openTestDatabase } from './db/test-database.fixture.ts';
import { inTransaction } from './db/transaction.ts';
import { furnish } from './furnish.ts';
import type { CallerKind } from './http/caller.ts';
import { exampleOf } from './http/contract/example-of.ts';
import { openApiDocument } from './http/contract/openapi-document.ts';
import type { Route } from './http/route.ts';
import { listenHttp } from './http-listener.ts';
import { newId } from './ids.ts';
import { OpenJobs } from './jobs/open-jobs.ts';
import { openLog } from './log.ts';
import { openSafe } from './open-safe.ts';
import { addApiKey } from './people/api-keys-store.ts';
import { addMember } from './people/members-store.ts';
import { bootstrapOrganization } from './people/organizations-store.ts';
import { RIGHTS } from './people/right.ts';
import { rightsOf } from './people/role.ts';
import { openSession } from './people/sessions-store.ts';
import { Reader } from './reader/reader.ts';
import { newKeyLines } from './vault/key-lines.ts';

/** Somebody who asks. */
export type Asker = {
  readonly name: string;
  readonly kind: CallerKind | 'nobody';
  readonly rights: ReadonlySet<Right>;
  readonly headers: Readonly<Record<string, string>>;
};
export type Reply = { readonly status: number; readonly code: string | undefined; readonly text: string };
export type Two = Awaited<ReturnType<typeof openTwoOrganizations>>;

const PUBLIC_URL = 'https://verify.example';
const NO_RIGHTS: ReadonlySet<Right> = new Set();
const objectSchema = z.looseObject({});
const idSchema = z.looseObject({ id: z.string() });
const listSchema = z.looseObject({ data: z.array(idSchema) });
const linkSchema = z.looseObject({ id: z.string(), link: z.object({ token: z.string() }) });
const pageSchema = z.looseObject({ url: z.string() });
const tokenSchema = z.looseObject({ token: z.string() });
const attemptsSchema = z.looseObject({ attempts: z.array(z.looseObject({ media_id: z.string().nullable() })) });

export async function openTwoOrganizations(kind: OpenDatabase['kind']) {
  const database = await openTestDatabase(kind);
  const dataDirectory = mkdtempSync(join(tmpdir(), 'vidimus-two-'));
  const clock = () => new Date();
  const read = readConfiguration({ VIDIMUS_PUBLIC_URL: PUBLIC_URL, VIDIMUS_WEBHOOK_NETWORKS: '127.0.0.0/8' });
  if (!read.ok) throw new Error(read.error.code);
  const configuration = read.value;
  const environment = { VIDIMUS_KEYS: newKeyLines(randomBytes) };
  const safe = await openSafe({ configuration, dataDirectory, database }, { environment, clock });
  if (!safe.ok) throw new Error(safe.error.code);
  const jobs = await OpenJobs.start({ database, onTrouble: () => {} }, { supervises: false });
  const reader = new Reader({ processes: 1 });
  const opened = { configuration, dataDirectory, database, safe: safe.value, jobs, reader };
  const log = openLog({ write: () => {} });
  const { answer, routes } = await furnish(opened, { clock, log, version: '0.0.0' });
  const listening = await listenHttp(answer, { host: '127.0.0.1', port: 0 });
  if (!listening.ok) throw new Error(listening.error.code);
  const { url, close } = listening.value;
  const contract = openApiDocument(routes, { version: '0.0.0' });

  /** Asks with an example of what the route takes; what `body` says stands instead. */
  const ask = async (asker: Asker, route: Route, path: string, body: object = {}): Promise<Reply> => {
    const operation = contract.paths[route.path]?.[route.method];
    const { schemas } = contract.components;
    const schema = operation?.requestBody?.content['application/json']?.schema;
    const json = { ...objectSchema.parse(schema === undefined ? {} : exampleOf(schema, schemas)), ...body };
    const query = new URLSearchParams(
      (operation?.parameters ?? [])
        .filter(({ in: where, required }) => where === 'query' && required)
        .map((one): [string, string] => [one.name, String(exampleOf(one.schema, schemas))]),
    );
    const address = query.size === 0 ? path : `${path}?${query}`;
    return send(url, asker, route.method, address, route.upload === undefined ? json : undefined);
  };
  const done = async (asker: Asker, method: string, path: string, json?: unknown): Promise<unknown> => {
    const { status, text } = await send(url, asker, method, path, json);
    if (status >= 400) throw new Error(`${method} ${path}: ${status} ${text}`);
    return text === '' ? undefined : JSON.parse(text);
  };
  const found = async (name: string) => {
    const parts = { vault: safe.value.vault, audit: createAuditLog(clock), random: randomBytes, clock };
    const owner = { name: 'Owner', email: `owner@${name}.example` };
    const made = await bootstrapOrganization(database.db, parts, { name, owner });
    if (!made.ok) throw new Error(made.error.code);
    const { organizationId } = made.value;
    const now = clock();
    const inside = <T>(work: Parameters<typeof inTransaction<T>>[2]) =>
      inTransaction(database.db, { role: 'tenant', organizationId }, work);
    const key = (label: string, mode: 'live' | 'test', scopes: readonly Right[]) =>
      inside(async (trx) => {
        const { secret } = await addApiKey(trx, randomBytes, { organizationId, name: label, mode, scopes }, now);
        return asker(label, 'api_key', new Set(scopes), { authorization: `Bearer ${secret}` });
      });
    const member = (role: (typeof ROLES)[number]) =>
      inside(async (trx) => {
        const person = {
          name: role,
          email: `${role}-${randomBytes(4).toString('hex')}@${name}.example`,
          organizationId,
          roles: [role],
        };
        const added = await addMember(trx, safe.value.vault, person, now);
        if (!added.ok) throw new Error(added.error.code);
        const { token } = await openSession(trx, randomBytes, added.value, 'full', now);
        const headers = { cookie: `__Host-vidimus_session=${token}`, origin: PUBLIC_URL, 'vidimus-mode': 'test' };
        return asker(role, 'member', rightsOf([role]), headers);
      });
    /** Somebody signed in to an account of their own. */
    const account = () =>
      inside(async (trx) => {
        const accountId = newId('account', now.getTime());
        const place = { organizationId, mode: 'test', accountId } as const;
        await insertAccount(trx, place, 'en', now);
        const { token } = await openAccountSession(trx, randomBytes, place, { wayId: 'way', kind: 'passkey' }, now);
        return asker('account', 'account', NO_RIGHTS, {
          cookie: `__Host-vidimus_account=${token}`,
          origin: PUBLIC_URL,
        });
      });
    return { organizationId, key, member, account, all: await key('test key', 'test', RIGHTS) };
  };
  const one = await found('one');
  const other = await found('other');
  return {
    routes,
    ask,
    one,
    other,
    ours: await furnishObjects(done, one.all, one.organizationId),
    theirs: await furnishObjects(done, other.all, other.organizationId),
    /** Links to a verification and to a code of the first organization. */
    links: await links(done, one.all),
    close: async () => {
      await close(1000);
      await jobs.close(1000);
      await reader.close();
      await database.close();
      rmSync(dataDirectory, { recursive: true, force: true });
    },
  };
}

export const NOBODY = asker('nobody', 'nobody', NO_RIGHTS, {});
export const ROLE_NAMES = ROLES;

function asker(name: string, kind: Asker['kind'], rights: Asker['rights'], headers: Asker['headers']): Asker {
  return { name, kind, rights, headers };
}

type Done = (asker: Asker, method: string, path: string, json?: unknown) => Promise<unknown>;

/** One object of every kind that has an id. */
async function furnishObjects(done: Done, key: Asker, organization: string) {
  const document = { ...TRY_OUT_POLICY, residence: { accept: 'all', refuse: ['CRI'] } };
  const policy = idSchema.parse(await done(key, 'POST', '/v1/policies', { document })).id;
  await done(key, 'POST', `/v1/policies/${policy}/publish`, {});
  const endpoint = idSchema.parse(
    await done(key, 'POST', '/v1/webhook-endpoints', { url: 'http://127.0.0.1:9999/', events: ['*'] }),
  ).id;
  const { id: verification, link } = linkSchema.parse(await done(key, 'POST', '/v1/verifications', {}));
  const by = asker('link', 'applicant', NO_RIGHTS, { authorization: `Bearer ${link.token}` });
  await done(by, 'PUT', '/v1/applicant/consent', { document: true });
  const { attempts } = attemptsSchema.parse(await done(by, 'PUT', '/v1/applicant/document/front'));
  const away = linkSchema.parse(await done(key, 'POST', '/v1/verifications', { residence: 'CRI' }));
  const declined = asker('link', 'applicant', NO_RIGHTS, { authorization: `Bearer ${away.link.token}` });
  await done(declined, 'POST', '/v1/applicant/appeal', { statement: 'Why?' });
  const code = { channel: 'email', to: 'somebody@example.com' };
  const lost = { organization, mode: 'test', contact: 'lost@example.com', new_contact: 'found@example.com' };
  await done(NOBODY, 'POST', '/v1/account/recovery', lost);
  const first = async (path: string) => listSchema.parse(await done(key, 'GET', path)).data[0]?.id ?? 'none';
  return {
    verification,
    policy,
    endpoint,
    media: attempts.find(({ media_id }) => media_id !== null)?.media_id ?? 'none',
    review: await first('/v1/reviews'),
    delivery: await first(`/v1/webhook-endpoints/${endpoint}/deliveries`),
    event: await first('/v1/events'),
    member: await first('/v1/members'),
    key: await first('/v1/api-keys'),
    recovery: await first('/v1/account-recoveries'),
    code: idSchema.parse(await done(key, 'POST', '/v1/contact-codes', code)).id,
  } as const;
}

async function links(done: Done, key: Asker): Promise<readonly Asker[]> {
  const { link } = linkSchema.parse(await done(key, 'POST', '/v1/verifications', {}));
  const apply = asker('link', 'applicant', NO_RIGHTS, { authorization: `Bearer ${link.token}` });
  const { token } = tokenSchema.parse(await done(apply, 'POST', '/v1/applicant/receipt', {}));
  const code = { channel: 'email', to: 'somebody@example.org', correctable: true };
  const { url } = pageSchema.parse(await done(key, 'POST', '/v1/contact-codes', code));
  const codePage = url.slice(url.lastIndexOf('/') + 1);
  return [
    apply,
    asker('receipt', 'applicant', NO_RIGHTS, { authorization: `Bearer ${token}` }),
    asker('code', 'recipient', NO_RIGHTS, { authorization: `Bearer ${codePage}` }),
  ];
}

const problemSchema = z.looseObject({ code: z.string() });
const WAIT_MS = 250;

/** Without `json` it sends the bytes of a photograph. Waits where it asked too often. */
async function send(url: string, asker: Asker, method: string, path: string, json?: unknown): Promise<Reply> {
  for (;;) {
    const response = await fetch(url + path, {
      method: method.toUpperCase(),
      headers: { 'content-type': json === undefined ? 'image/jpeg' : 'application/json', ...asker.headers },
      ...(method.toLowerCase() === 'get' ? {} : { body: json === undefined ? '%PDF-1.7' : JSON.stringify(json) }),
    });
    const goesOn = response.headers.get('content-type') === 'text/event-stream';
    if (goesOn) await response.body?.cancel();
    const text = goesOn ? '' : await response.text();
    const isProblem = response.headers.get('content-type')?.startsWith('application/problem+json') ?? false;
    const code = isProblem ? problemSchema.parse(JSON.parse(text)).code : undefined;
    if (code !== 'request.rate-limited') return { status: response.status, code, text };
    await wait(WAIT_MS);
  }
}

/** An id of that kind that nobody has. */
export function strangeId(kind: keyof typeof ID_KINDS): string {
  return newId(ID_KINDS[kind], Date.now());
}
const ID_KINDS = {
  verification: 'verification',
  policy: 'policy',
  endpoint: 'webhook_endpoint',
  media: 'media',
  review: 'review',
  delivery: 'webhook_delivery',
  event: 'event',
  member: 'member',
  key: 'api_key',
  code: 'contact_code',
  recovery: 'account_recovery',
} as const;
