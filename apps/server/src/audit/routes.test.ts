import { auditCheckpointSchema, auditEntryListSchema, auditVerdictSchema } from '@vidimus/protocol';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { oneRowEach } from '../db/one-row-each.fixture.ts';
import type { OpenDatabase } from '../db/open-database.ts';
import { openTestDatabase, TEST_DATABASES } from '../db/test-database.fixture.ts';
import { type DatabaseTransaction, inTransaction } from '../db/transaction.ts';
import type { Caller } from '../http/caller.ts';
import type { RouteRequest } from '../http/route.ts';
import { newId } from '../ids.ts';
import { RIGHTS } from '../people/right.ts';
import { newSigningKey } from '../signing/signing-key.ts';
import { entryCursor } from './entry-cursor.ts';
import { canonicalEntry, loggedEntrySchema } from './logged-entry.ts';
import { leafHash } from './merkle-tree.ts';
import { auditRoutes } from './routes.ts';
import { createAuditLog, writeCheckpoint } from './store.ts';

const START = Date.parse('2026-03-01T09:00:00Z');
const MINUTE_MS = 60_000;
const KEY = newSigningKey();
const ORG = newId('organization', START);

describe.each(TEST_DATABASES)('on the %s database', (kind) => {
  let opened: OpenDatabase;
  let minute = 0;
  const log = createAuditLog(() => new Date(START + minute * MINUTE_MS));
  const routes = auditRoutes({ audit: log, signingKey: KEY });
  const ver = { live: newId('verification', START), test: newId('verification', START) };
  const media = newId('media', START);

  const inside = <T>(work: (trx: DatabaseTransaction) => Promise<T>) =>
    inTransaction(opened.db, { role: 'tenant', organizationId: ORG }, work);
  const keyOf = (mode: 'live' | 'test'): Caller => ({
    kind: 'api_key',
    id: `key_${mode}`,
    organizationId: ORG,
    mode,
    rights: new Set(RIGHTS),
  });
  const member: Caller = {
    kind: 'member',
    id: 'mem_1',
    organizationId: ORG,
    mode: 'test',
    rights: new Set(RIGHTS),
    sessionId: 'ses_1',
    steppedUp: false,
  };
  const call = (caller: Caller, operationId: string, asked: { readonly query?: object; readonly body?: object } = {}) =>
    inside(async (trx) => {
      const route = routes.find((each) => each.operationId === operationId);
      if (route === undefined) throw new Error(`no route ${operationId}`);
      const request = {
        trx,
        caller,
        params: undefined,
        query: route.query?.parse(asked.query ?? {}),
        body: route.body?.parse(asked.body ?? {}),
        bytes: Buffer.alloc(0),
        mediaType: '',
        now: new Date(START),
        address: undefined,
        requestId: 'req_1',
        signal: new AbortController().signal,
      };
      assertParsed(request);
      return route.handle(request);
    });
  const body = async (
    caller: Caller,
    operationId: string,
    asked: Parameters<typeof call>[2] = {},
  ): Promise<unknown> => {
    const answer = await call(caller, operationId, asked);
    if (!answer.ok) throw new Error(answer.error.code);
    return 'body' in answer.value ? answer.value.body : undefined;
  };
  const list = async (caller: Caller, query: object = {}) =>
    auditEntryListSchema.parse(await body(caller, 'listAuditEntries', { query }));
  const objects = async (caller: Caller, query: object = {}) =>
    (await list(caller, query)).data.map(({ object, mode }) => [object, mode]);
  const verify = async (asked: object = {}) =>
    auditVerdictSchema.parse(await body(member, 'verifyAudit', { body: asked }));
  const log1 = async (objectId: string, action = 'media.viewed') => {
    await inside((trx) =>
      log.append(trx, { organizationId: ORG, actor: { kind: 'member', id: 'mem_1' }, action, objectId }),
    );
    minute += 1;
  };

  beforeAll(async () => {
    opened = await openTestDatabase(kind);
    const rows = oneRowEach(ORG);
    await opened.db.insertInto('organization').values(rows.organization).execute();
    await opened.db.insertInto('policy').values(rows.policy).execute();
    await opened.db.insertInto('policy_version').values(rows.policy_version).execute();
    await opened.db.insertInto('applicant').values(rows.applicant).execute();
    for (const mode of ['live', 'test'] as const)
      await opened.db
        .insertInto('verification')
        .values({ ...rows.verification, id: ver[mode], mode })
        .execute();
    await opened.db
      .insertInto('media')
      .values({ ...rows.media, id: media, verification_id: ver.live })
      .execute();
    // Minutes 0 to 3.
    await log1(ver.live, 'verification.created');
    await log1(ver.test, 'verification.created');
    await log1(media);
    await log1(ORG, 'brand.changed');
  });
  afterAll(() => opened.close());

  test('a test key finds what is of test mode, and nothing else', async () => {
    expect(await objects(keyOf('test'))).toEqual([[ver.test, 'test']]);
    expect(await objects(keyOf('test'), { mode: 'live' })).toEqual([]);
    expect(await call(keyOf('test'), 'exportAudit')).toMatchObject({ error: { code: 'audit.needs-live-key' } });
  });

  test('a live key and members find all, also by mode', async () => {
    const all = [
      [ORG, null],
      [media, 'live'],
      [ver.test, 'test'],
      [ver.live, 'live'],
    ];
    expect(await objects(keyOf('live'))).toEqual(all);
    expect(await objects(member)).toEqual(all);
    expect(await objects(member, { mode: 'live' })).toEqual([
      [media, 'live'],
      [ver.live, 'live'],
    ]);
  });

  test('it is searched by action, actor, object and time, page by page', async () => {
    const at = (minutes: number) => new Date(START + minutes * MINUTE_MS).toISOString();
    expect(await objects(member, { action: 'brand.changed' })).toEqual([[ORG, null]]);
    expect(await objects(member, { actor: 'member:mem_2' })).toEqual([]);
    expect(await objects(member, { object: media })).toEqual([[media, 'live']]);
    expect(await objects(member, { from: at(1), to: at(2) })).toEqual([[ver.test, 'test']]);
    const first = await list(member, { limit: '3' });
    expect(first).toMatchObject({ has_more: true, next_cursor: entryCursor(1) });
    expect(await objects(member, { cursor: entryCursor(1) })).toEqual([[ver.live, 'live']]);
  });

  test('what was signed and what was logged since holds, and the verification is an entry', async () => {
    expect(await call(member, 'getAuditCheckpoint')).toMatchObject({ error: { code: 'audit.no-checkpoint' } });
    await inside((trx) => writeCheckpoint(trx, ORG, KEY, new Date(START)));
    const checkpoint = auditCheckpointSchema.parse(await body(keyOf('test'), 'getAuditCheckpoint'));
    expect(checkpoint).toMatchObject({ organization: ORG, size: 4, public_key: KEY.publicKey.toString('base64') });
    const holds = { holds: true, holds_to: 4, why: null, broken_at: null };
    expect(await verify()).toMatchObject({ ...holds, entries: 4, checkpoints: 1 });
    expect(await verify({ note: checkpoint.note })).toMatchObject({ ...holds, entries: 5, checkpoints: 2 });
    expect((await list(member, { action: 'audit.verified' })).data).toHaveLength(2);
  });

  test('a note of somebody else’s key is told', async () => {
    const note = auditCheckpointSchema.parse(await body(member, 'getAuditCheckpoint')).note;
    expect(await verify({ note: note.replace('vidimus/audit', 'vidimus/other') })).toMatchObject({
      holds: false,
      why: expect.stringContaining('the note that was sent'),
    });
  });

  // As whoever has the database could; each is undone again.
  test.each<[string, string, string, object]>([
    [
      'an entry was changed',
      `set entry = jsonb_set(entry, '{object}', '"x"')`,
      `set entry = jsonb_set(entry, '{object}', to_jsonb('VER'::text))`,
      { why: 'entry 0 is not what was logged', broken_at: 0, holds_to: 0 },
    ],
    ['an entry was moved', `set position = 1000`, `set position = 0`, { why: 'entry 0 is missing', broken_at: 0 }],
  ])('%s', async (_, damage, undo, expected) => {
    const where = `where organization_id = '${ORG}' and position = `;
    const run = (text: string) => sql.raw(`update audit_entry ${text.replace('VER', ver.live)}`).execute(opened.db);
    await run(`${damage} ${where} 0`);
    expect(await verify()).toMatchObject({ holds: false, ...expected });
    await run(`${undo} ${where} ${damage.includes('1000') ? 1000 : 0}`);
    expect(await verify()).toMatchObject({ holds: true });
  });

  test('whoever changes an entry and its hash is found by the signature', async () => {
    const rows = await opened.db.selectFrom('audit_entry').selectAll().where('position', '=', 1).execute();
    const [before] = rows;
    if (before === undefined) throw new Error('no entry');
    const forged = { ...loggedEntrySchema.parse(before.entry), action: 'verification.forged' };
    const leaf = leafHash(Buffer.from(canonicalEntry(forged)));
    await sql`update audit_entry set entry = ${JSON.stringify(forged)}, leaf_hash = ${leaf} where position = 1`.execute(
      opened.db,
    );
    expect(await verify()).toMatchObject({
      holds: false,
      holds_to: 0,
      broken_at: null,
      why: 'the first 4 entries are not those that were signed',
    });
    await sql`update audit_entry set entry = ${JSON.stringify(before.entry)}, leaf_hash = ${before.leaf_hash} where position = 1`.execute(
      opened.db,
    );
    expect(await verify()).toMatchObject({ holds: true });
  });
});

function assertParsed(
  _request: RouteRequest<unknown, unknown, unknown>,
): asserts _request is RouteRequest<never, never, never> {}
