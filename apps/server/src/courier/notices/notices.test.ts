import { noticeOfChangeSchema, noticeTakenSchema } from '@vidimus/protocol';
import { TRY_OUT_POLICY } from '@vidimus/vocabulary';
import { Hono } from 'hono';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { TEST_DATABASES } from '../../db/test-database.fixture.ts';
import type { AppEnv } from '../../http/app-context.ts';
import type { Caller } from '../../http/caller.ts';
import type { RouteRequest } from '../../http/route.ts';
import { type Desk, ORGANIZATION, openDesk } from '../../verifications/verification-desk.fixture.ts';
import { courierOf } from '../courier.ts';
import { scripted } from '../courier-world.fixture.ts';
import { openMessage } from '../store.ts';
import { addForgetPage } from './forget-page.ts';
import { noticeRoutes } from './notice-route.ts';
import { tellOfChangeJob } from './tell-of-change-job.ts';

const BASE = 'https://verify.example';
const NEVER = new AbortController().signal;

describe.each(TEST_DATABASES)('on the %s database', (kind) => {
  let desk: Desk;
  const app = new Hono<AppEnv>();
  beforeAll(async () => {
    desk = await openDesk(kind);
    addForgetPage(app, desk.parts);
  });
  afterAll(() => desk.close());

  const ask = async (applicant: Caller, email: string) => {
    const mail = scripted('mail', { channel: 'email' });
    const courier = courierOf({ live: [], test: [mail] });
    const [route] = noticeRoutes({ ...desk.parts, courier, baseUrl: BASE });
    const answer = await desk.asTenant(async (trx) => {
      const request = { trx, caller: applicant, body: noticeOfChangeSchema.parse({ email }) };
      assertWhole(request);
      return route?.handle(request);
    });
    if (answer === undefined || !answer.ok) return answer?.error.code;
    return 'body' in answer.value ? noticeTakenSchema.parse(answer.value.body) : undefined;
  };
  const publish = async (refuse: readonly string[]) => {
    const document = JSON.stringify({ ...TRY_OUT_POLICY, residence: { accept: 'all', refuse } });
    await desk.db
      .updateTable('policy_version')
      .set({ state: 'archived', archived_at: new Date() })
      .where('state', '=', 'published')
      .execute();
    const { policy_id, version } = await desk.db
      .selectFrom('policy_version')
      .select(['policy_id', 'version'])
      .orderBy('version', 'desc')
      .executeTakeFirstOrThrow();
    const now = new Date();
    await desk.db
      .insertInto('policy_version')
      .values({
        policy_id,
        organization_id: ORGANIZATION,
        version: version + 1,
        state: 'published',
        document,
        created_at: now,
        published_at: now,
      })
      .execute();
    const job = tellOfChangeJob({ ...desk.parts, baseUrl: BASE });
    await job({ organizationId: ORGANIZATION, policyId: policy_id }, NEVER);
    await job({ organizationId: ORGANIZATION, policyId: policy_id }, NEVER);
  };
  const mails = () =>
    desk.asTenant(async (trx) => {
      const rows = await trx.selectFrom('message').selectAll().where('purpose', '=', 'notice').orderBy('id').execute();
      const opened = [];
      for (const row of rows) opened.push(await openMessage(trx, desk.parts.vault, row));
      return opened;
    });

  test('who is not served for where they live is told once when they are, and can be forgotten with one click', async () => {
    const { applicant } = await desk.create({ residence: 'CRI' });
    const { applicant: other } = await desk.create({ residence: 'CRI' });
    const taken = await ask(applicant, 'Anna@example.com');
    const again = await ask(other, 'anna@example.com');
    expect(again).toEqual(taken);
    expect(Object.keys(Object(taken))).toEqual(['object', 'kept_until']);
    const rows = await desk.db.selectFrom('change_notice').selectAll().execute();
    expect(rows).toHaveLength(1);
    expect(rows[0]?.sealed_email.toString('latin1')).not.toContain('anna');

    await ask(applicant, 'bob@example.com');
    const first = await mails();
    expect(first.map((mail) => mail?.to)).toEqual(['Anna@example.com', 'bob@example.com']);
    const [anna, bob] = first.map((mail) => mail?.body.forgetUrl?.slice(BASE.length) ?? '');
    expect(anna).not.toBe(bob);
    const path = bob ?? '';
    const shown = await app.request(path);
    expect(await shown.text()).toContain('<form method="post">');
    expect(shown.headers.get('content-security-policy')).toContain("form-action 'self'");
    const clicked = await app.request(path, { method: 'POST', body: 'List-Unsubscribe=One-Click' });
    expect(await clicked.text()).toContain('Your address is forgotten.');
    expect((await app.request(path, { method: 'POST' })).status).toBe(200);
    expect((await app.request(path)).status).toBe(404);

    await publish(['CRI']);
    expect(await mails()).toHaveLength(2);
    await publish([]);
    const [, gone, sent] = await mails();
    expect(gone).toBeUndefined();
    expect(sent).toMatchObject({
      to: 'anna@example.com',
      body: { subject: expect.stringContaining('now serves Costa Rica'), forgetUrl: `${BASE}${anna}` },
    });
    // After it was told, too: address and text of the mail open no more.
    await app.request(anna ?? '', { method: 'POST' });
    expect(await mails()).toEqual([undefined, undefined, undefined]);
  }, 60_000);

  test('nobody else is taken, and an unknown link forgets nothing', async () => {
    await publish([]);
    const { applicant } = await desk.create();
    expect(await ask(applicant, 'anna@example.com')).toBe('notice.not-for-this');
    expect((await app.request('/forget/nonsense')).status).toBe(404);
  }, 60_000);
});

describe.each(TEST_DATABASES)('an attacker with a link, on the %s database', (kind) => {
  let desk: Desk;
  beforeAll(async () => {
    desk = await openDesk(kind);
  });
  afterAll(() => desk.close());

  const ask = (caller: Caller, email: string) => {
    const courier = courierOf({ live: [], test: [scripted('mail', { channel: 'email' })] });
    const [route] = noticeRoutes({ ...desk.parts, courier, baseUrl: BASE });
    return desk.asTenant(async (trx) => {
      const request = { trx, caller, body: noticeOfChangeSchema.parse({ email }) };
      assertWhole(request);
      return route?.handle(request);
    });
  };

  test('leaves the addresses of three strangers a day, and no more', async () => {
    const { applicant } = await desk.create({ residence: 'CRI' });
    for (const email of ['a@example.com', 'b@example.com', 'c@example.com']) {
      expect(await ask(applicant, email)).toMatchObject({ ok: true });
    }
    expect(await ask(applicant, 'd@example.com')).toMatchObject({
      error: { status: 429, code: 'request.rate-limited', detail: expect.stringContaining('today') },
    });
  }, 60_000);

  test('does not learn whose address was left before', async () => {
    const { applicant } = await desk.create({ residence: 'CRI' });
    await ask(applicant, 'known@example.com');
    desk.later(40 * 86_400_000);
    const { applicant: other } = await desk.create({ residence: 'CRI' });
    const [known, unknown] = [await ask(other, 'known@example.com'), await ask(other, 'unknown@example.com')];
    expect(known).toMatchObject({ ok: true, value: { status: 201 } });
    expect(known).toEqual(unknown);
  }, 60_000);

  test('leaves none with a receipt', async () => {
    const { applicant } = await desk.create({ residence: 'CRI' });
    expect(await ask(await desk.receiptOf(applicant), 'a@example.com')).toMatchObject({
      error: { status: 403, code: 'link.shows-only' },
    });
  }, 60_000);
});

function assertWhole(_request: object): asserts _request is RouteRequest<never, never, never> {}
