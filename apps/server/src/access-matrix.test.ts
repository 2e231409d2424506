/** Who may ask what: every route of the server, and everybody who may ask. And nobody sees another organization's. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  type Asker,
  NOBODY,
  openTwoOrganizations,
  type Reply,
  ROLE_NAMES,
  strangeId,
  type Two,
} from './access-matrix.fixture.ts';
import { TEST_DATABASES } from './db/test-database.fixture.ts';
import type { Route } from './http/route.ts';
import { RIGHTS } from './people/right.ts';

/** What an id in a path names. A route whose ids are missing here fails. */
const NAMED: readonly (readonly [string, Parameters<typeof strangeId>[0]])[] = [
  ['/v1/verifications/{id}', 'verification'],
  ['/v1/test/verifications/{id}', 'verification'],
  ['/v1/reviews/{id}', 'review'],
  ['/v1/policies/{id}', 'policy'],
  ['/v1/webhook-endpoints/{id}', 'endpoint'],
  ['/v1/webhook-deliveries/{id}', 'delivery'],
  ['/v1/events/{id}', 'event'],
  ['/v1/members/{id}', 'member'],
  ['/v1/api-keys/{id}', 'key'],
  ['/v1/contact-codes/{id}', 'code'],
  ['/v1/account-recoveries/{id}', 'recovery'],
  ['/v1/account/verifications/{id}', 'verification'],
];
/** Parameters that name nobody's object. */
const PLAIN: Readonly<Record<string, string>> = { side: 'front', kind: 'phone', version: '1', code: 'file_not_usable' };
/** Of the asker's own, whoever that is. */
const OWN: Readonly<Record<string, string>> = {
  '/v1/session/passkeys/{id}': 'psk_01JZZZZZZZZZZZZZZZZZZZZZZZ',
  '/v1/account/ways/{id}': 'way_01JZZZZZZZZZZZZZZZZZZZZZZZ',
};
/** Said before anything is looked up: the same for every id. */
const BEFORE_LOOKING = [
  'receipt.birth-date-needed',
  'review.needs-a-person',
  'test-mode.needs-test-key',
  'session.step-up-needed',
  'link.shows-only',
];
/** They end the session of whoever is served: asked last, in this order. */
const LAST = ['signOutAccount', 'signOutEverywhere', 'closeAccount', 'signOut'];
const MATRIX_MS = 240_000;

type Pick = (kind: Parameters<typeof strangeId>[0]) => string;

describe.each(TEST_DATABASES)('on the %s database', (kind) => {
  let two: Two;
  beforeAll(async () => {
    two = await openTwoOrganizations(kind);
  }, MATRIX_MS);
  afterAll(() => two?.close());

  test('everybody is served what their kind and rights allow, and nothing else', { timeout: MATRIX_MS }, async () => {
    const askers = [...(await staff(two)), ...two.links, await two.one.account(), NOBODY];
    const wrong: string[] = [];
    for (const asker of askers) {
      for (const route of lastOnesLast(two.routes)) {
        // Those that serve everybody are bounded by address: one asker is enough.
        if (route.callers.length === 0 && asker.kind !== 'nobody') continue;
        // Several routes end an account's session: each gets one of its own.
        const isLast = asker.kind === 'account' && LAST.includes(route.operationId);
        const one = isLast ? await two.one.account() : asker;
        const reply = await two.ask(one, route, pathOf(route, strangeId));
        const found = refusalIn(reply);
        const expected = refusalOf(route, asker);
        if (found !== expected)
          wrong.push(`${asker.name} ${route.operationId}: ${found ?? reply.status}, not ${expected ?? 'served'}`);
        wrong.push(...seen(two, reply).map((id) => `${asker.name} ${route.operationId} sees ${id}`));
        // What is sent is the contract's own example.
        if (reply.code?.startsWith('request.')) wrong.push(`${route.operationId}'s example: ${reply.text}`);
      }
    }
    expect(wrong).toEqual([]);
  });

  test('the one right of a route is enough, and all the others are not', { timeout: MATRIX_MS }, async () => {
    const wrong: string[] = [];
    for (const right of RIGHTS) {
      const only = await two.one.key(`only ${right}`, 'test', [right]);
      const rest = await two.one.key(
        `all but ${right}`,
        'test',
        RIGHTS.filter((each) => each !== right),
      );
      for (const route of two.routes.filter((each) => each.right === right && each.callers.includes('api_key'))) {
        for (const [asker, expected] of [
          [only, undefined],
          [rest, 'auth.right-missing'],
        ] as const) {
          const found = refusalIn(await two.ask(asker, route, pathOf(route, strangeId)));
          if (found !== expected) wrong.push(`${asker.name} ${route.operationId}: ${found ?? 'served'}`);
        }
      }
    }
    expect(wrong).toEqual([]);
  });

  test('an id of another organization is an id that nobody has', { timeout: MATRIX_MS }, async () => {
    const wrong: string[] = [];
    for (const asker of [...(await staff(two)), ...two.links, await two.one.account()]) {
      for (const route of two.routes.filter((each) => namesObject(each) && refusalOf(each, asker) === undefined)) {
        const reply = await two.ask(
          asker,
          route,
          pathOf(route, (name) => two.theirs[name]),
        );
        const same = await two.ask(asker, route, pathOf(route, strangeId));
        const isHidden = reply.status === 404 || BEFORE_LOOKING.includes(reply.code ?? '');
        if (!isHidden || reply.status !== same.status || reply.code !== same.code) {
          wrong.push(
            `${asker.name} ${route.operationId}: ${reply.status} ${reply.code}, and ${same.status} ${same.code}`,
          );
        }
        wrong.push(...seen(two, reply).map((id) => `${asker.name} ${route.operationId} sees ${id}`));
      }
    }
    expect(wrong).toEqual([]);
  });

  test('an id of the other organization in a body or a query opens nothing either', async () => {
    const { one, theirs } = two;
    const find = (operationId: string) => two.routes.filter((route) => route.operationId === operationId);
    const named = [
      ...find('createVerification').map((route) => [route, { policy: theirs.policy }] as const),
      ...find('preflight').map((route) => [route, { policy: theirs.policy }] as const),
    ];
    expect(named).toHaveLength(2);
    for (const [route, body] of named) {
      const reply = await two.ask(one.all, route, route.path, body);
      expect(reply).toMatchObject({ status: 404, code: 'policy.not-found' });
    }
    for (const route of find('listEvents')) {
      const reply = await two.ask(one.all, route, `${route.path}?object_id=${theirs.verification}`);
      expect(JSON.parse(reply.text)).toMatchObject({ data: [] });
    }
  });

  test('the same ids, asked for by their own organization, are there', async () => {
    const missing: string[] = [];
    for (const route of two.routes.filter((each) => each.method === 'get' && namesObject(each))) {
      if (!route.callers.includes('api_key')) continue;
      const reply = await two.ask(
        two.other.all,
        route,
        pathOf(route, (name) => two.theirs[name]),
      );
      if (reply.status === 404 && reply.code !== 'media.no-preview') missing.push(`${route.operationId} ${reply.code}`);
    }
    expect(missing).toEqual([]);
  });
});

async function staff({ one }: Two): Promise<readonly Asker[]> {
  const members = await Promise.all(ROLE_NAMES.map((role) => one.member(role)));
  return [...members, one.all, await one.key('live key', 'live', RIGHTS)];
}

/** The refusal that is due, by the route's own word; undefined where the asker is served. */
function refusalOf({ callers, right }: Route, { kind, rights }: Asker): string | undefined {
  if (callers.length === 0) return undefined;
  if (kind === 'nobody') return 'auth.credential-missing';
  if (!callers.includes(kind)) return 'auth.caller-not-served';
  return right === undefined || kind === 'applicant' || rights.has(right) ? undefined : 'auth.right-missing';
}

function refusalIn({ code }: Reply): string | undefined {
  return code?.startsWith('auth.') ? code : undefined;
}

function lastOnesLast(routes: readonly Route[]): readonly Route[] {
  return routes.toSorted((a, b) => LAST.indexOf(a.operationId) - LAST.indexOf(b.operationId));
}

function namesObject({ path }: Route): boolean {
  return path.includes('{') && (NAMED.some(([template]) => path.startsWith(template)) || path.includes('{media_id}'));
}

function pathOf({ path }: Route, id: Pick): string {
  const kind = NAMED.find(([template]) => path.startsWith(template))?.[1];
  return path.replaceAll(/\{(\w+)\}/g, (_, name: string) => {
    if (name === 'media_id') return id('media');
    if (name !== 'id') return PLAIN[name] ?? missing(path);
    if (kind !== undefined) return id(kind);
    return OWN[path] ?? missing(path);
  });
}

function missing(path: string): never {
  throw new Error(`say in this test what ${path} names`);
}

/** Ids of the other organization in an answer. */
function seen({ theirs, other }: Two, { text }: Reply): readonly string[] {
  return [...Object.values(theirs), other.organizationId].filter((id) => text.includes(id));
}
