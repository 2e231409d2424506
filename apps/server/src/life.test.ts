/** A verification's whole life: over HTTP, with the real engine in its own process and a real receiver of webhooks. */
import { execFile } from 'node:child_process';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import {
  type ApplicantView,
  applicantViewSchema,
  createdVerificationSchema,
  signedReportSchema,
  verificationSchema,
  webhookEndpointWithSecretSchema,
} from '@vidimus/protocol';
import { drawSpecimen } from '@vidimus/specimens';
import { TRY_OUT_POLICY } from '@vidimus/vocabulary';
import { Webhook } from 'standardwebhooks';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { TEST_DATABASES } from './db/test-database.fixture.ts';
import { type Installation, openInstallation } from './installation.fixture.ts';
import { filesOf, rowsOf } from './installation-place.fixture.ts';
import { openReceiver, type Receiver } from './webhooks/receiver.fixture.ts';

const TODAY = '2026-06-01';
const NOON = `${TODAY}T12:00:00Z`;
const AFTER_RETENTION = '2026-07-15T12:00:00Z';
const CARD = { kind: 'identity-card-td1', state: 'UTO', seed: 11, asOf: TODAY } as const;
const PHOTO = { variant: 'demo', widthPx: 1600, heightPx: 1200 } as const;
/** Printed on the card, and nowhere in our code: what of it is found outside of the vault has leaked. */
const CANARIES = ['LINDQVIST', 'Lindqvist', 'T80171567', 'HJ697125E'];
/** Typed by people. */
const STATEMENT = 'Ombersley says that it is a mistake';
/** Our own word for an applicant: it is not sealed, so that what looks for leaks is seen to find something. */
const REFERENCE = 'customer-4711';
const LIFE_MS = 240_000;

const policyMadeSchema = z.looseObject({ id: z.string() });
const reviewsSchema = z.looseObject({ data: z.array(z.looseObject({ id: z.string(), cause: z.string() })) });
const eventSchema = z.looseObject({ type: z.string() });

describe.each(TEST_DATABASES)('on the %s database', (kind) => {
  let house: Installation;
  let receiver: Receiver;
  let hook: z.infer<typeof webhookEndpointWithSecretSchema>;
  let front: Uint8Array;
  let back: Uint8Array;
  let glaring: Uint8Array;

  beforeAll(async () => {
    receiver = await openReceiver();
    house = await openInstallation(kind, { VIDIMUS_WEBHOOK_NETWORKS: '127.0.0.0/8' });
    const url = `http://127.0.0.1:${receiver.port}/vidimus`;
    hook = webhookEndpointWithSecretSchema.parse(await house.done('POST', '/v1/webhook-endpoints', { json: { url } }));
    await house.done('PUT', '/v1/test/clock', { json: { now: NOON } });
    const clear = await drawSpecimen({ ...CARD, faults: [] }, PHOTO);
    const faulty = await drawSpecimen({ ...CARD, faults: [{ name: 'glare', field: 'expiry_date' }] }, PHOTO);
    [front, back] = sides(clear.photographs);
    [glaring] = sides(faulty.photographs);
  }, LIFE_MS);
  afterAll(async () => {
    await house?.close();
    await receiver?.close();
  });

  test(
    'photographed, asked for one side again, approved, told, reported, redacted',
    async () => {
      const { id, token } = await create(house, { claims: { name: 'Raphael Thomas Lindqvist' }, locale: 'es' });
      const link = { token };
      await photograph(house, token, glaring, back);
      const seen = await looked(house, token);
      expect(seen.attempts.flatMap(({ look }) => look?.reasons.map(({ code }) => code) ?? [])).toEqual(['image_glare']);
      expect(seen.reading?.fields.find(({ name }) => name === 'primary_identifier')?.text).toBe('LINDQVIST');
      await house.done('POST', '/v1/applicant/submit', link);
      const asked = verificationSchema.parse(await house.until(id, 'action_required', 'approved', 'in_review'));
      expect(asked).toMatchObject({ state: 'action_required', reasons: [{ code: 'image_glare' }] });
      expect(asked.steps.filter(({ state }) => state === 'asked').map(({ name }) => name)).toEqual(['document_front']);

      await house.done('PUT', '/v1/applicant/document/front', { ...link, photo: front });
      await house.done('POST', '/v1/applicant/submit', link);
      const decided = verificationSchema.parse(await house.until(id, 'action_required', 'approved', 'in_review'));
      expect(decided).toMatchObject({ state: 'approved', reasons: [], redaction: 'scheduled' });
      expect(decided.steps.map(({ name, attempts, used }) => [name, attempts.length, used])).toEqual([
        ['consent', 1, 0],
        ['details', 1, 0],
        ['document_front', 2, 1],
        ['document_back', 1, 0],
      ]);

      const types = ['verification.created', 'verification.opened', 'verification.processing'];
      const received = await eventsOf(receiver, hook.secret, id, 'verification.approved');
      expect(received).toEqual(
        expect.arrayContaining([...types, 'verification.action_required', 'verification.approved']),
      );
      await reportHolds(house, id, 'approved');
      const data = (await house.call('GET', '/v1/applicant/data', link)).bytes.toString();
      expect(data).toContain('LINDQVIST');

      await house.done('PUT', '/v1/test/clock', { json: { now: AFTER_RETENTION } });
      await eventsOf(receiver, hook.secret, id, 'verification.redacted');
      expect(await house.done('GET', `/v1/verifications/${id}`)).toMatchObject({
        state: 'approved',
        redaction: 'done',
      });
      expect(await house.call('GET', `/v1/verifications/${id}/report`)).toMatchObject({
        status: 409,
        body: { code: 'verification.erased' },
      });
      await house.done('PUT', '/v1/test/clock', { json: { now: NOON } });
    },
    LIFE_MS,
  );

  test(
    'declined by a rule, appealed, looked at, declined by a person, appealed again, approved',
    async () => {
      const document = { ...TRY_OUT_POLICY, name: 'Grown old', minimum_age: 110 };
      const policy = policyMadeSchema.parse(await house.done('POST', '/v1/policies', { json: { document } }));
      await house.done('POST', `/v1/policies/${policy.id}/publish`);
      const { id, token } = await create(house, { policy: policy.id });
      const link = { token };
      await handIn(house, token, front, back);
      const declined = await house.until(id, 'declined', 'action_required', 'in_review', 'approved');
      expect(declined).toMatchObject({ state: 'declined', reasons: [{ code: 'age_below_minimum' }] });

      await house.done('POST', '/v1/applicant/appeal', { ...link, json: { statement: STATEMENT } });
      const first = await openReview(house);
      expect(first.cause).toBe('appeal');
      await house.done('POST', `/v1/reviews/${first.id}/claim`);
      await house.done('POST', `/v1/reviews/${first.id}/decision`, {
        json: { outcome: 'declined', grounds: 'The rule stands.', reasons: ['age_below_minimum'] },
      });
      expect(await house.done('GET', '/v1/applicant', link)).toMatchObject({
        state: 'declined',
        reasons: [{ code: 'reviewer_declined' }, { code: 'age_below_minimum' }],
        appeal: { last_day: '2026-07-01' },
      });

      await house.done('POST', '/v1/applicant/appeal', { ...link, json: { statement: STATEMENT } });
      const second = await openReview(house);
      await house.done('POST', `/v1/reviews/${second.id}/decision`, {
        json: { outcome: 'approved', grounds: 'An exception was granted.' },
      });
      expect(await house.done('GET', '/v1/applicant', link)).toMatchObject({ state: 'approved', reasons: [] });
      await eventsOf(receiver, hook.secret, id, 'verification.approved');
      await reportHolds(house, id, 'approved');
    },
    LIFE_MS,
  );

  test(
    'a reader that is killed while it reads costs the applicant nothing',
    async () => {
      const { id, token } = await create(house, {});
      const before = await house.readers();
      expect(before).not.toEqual([]);
      await photograph(house, token, front, back);
      await looked(house, token);
      // Asked otherwise than before it was handed in, so that it is read once more.
      const details = { document_type: 'identity_card', residence: 'UTO' };
      await house.done('PUT', '/v1/applicant/details', { token, json: details });
      await house.done('POST', '/v1/applicant/submit', { token });
      await busy(before);
      for (const pid of before) process.kill(pid, 'SIGKILL');
      const delayed = await house.until(id, 'delayed', 'approved', 'in_review', 'action_required');
      expect(delayed).toMatchObject({
        state: 'delayed',
        reasons: [{ code: 'provider_unavailable', class: 'ours' }],
        expected_by: expect.any(String),
      });
      const decided = verificationSchema.parse(await house.until(id, 'approved', 'in_review', 'action_required'));
      expect(decided.state).toBe('approved');
      expect(decided.steps.map(({ used }) => used)).toEqual([0, 0, 0, 0]);
      expect(await house.readers()).not.toEqual(before);
      await eventsOf(receiver, hook.secret, id, 'verification.delayed');
      await house.done('POST', '/v1/applicant/not-me', { token, json: { statement: STATEMENT } });
      await eventsOf(receiver, hook.secret, id, 'verification.disowned');
    },
    LIFE_MS,
  );

  test(
    'what time brings in test mode is there when the clock is set, and not in live mode',
    async () => {
      const { id, token } = await create(house, { expires_in: 3600 });
      await house.done('PUT', '/v1/applicant/consent', { token, json: { document: true } });
      const set = await house.done('PUT', '/v1/test/clock', { json: { now: `${TODAY}T14:00:00Z` } });
      expect(set).toMatchObject({ runs: 'set', now: `${TODAY}T14:00:00.000Z`, happened: { expired: 1 } });
      expect(await house.done('GET', `/v1/verifications/${id}`)).toMatchObject({ state: 'expired' });
      expect(await house.done('POST', '/v1/applicant/resume', { token })).toMatchObject({ state: 'open' });
      expect(await house.done('DELETE', '/v1/test/clock')).toMatchObject({ runs: 'real' });
      expect(await house.call('DELETE', '/v1/test/clock', { token: house.made.live_key })).toMatchObject({
        status: 403,
        body: { code: 'test-mode.needs-test-key' },
      });
    },
    LIFE_MS,
  );

  test(
    'what stands on the card is in no log, metric, webhook, address, table or file',
    async () => {
      const metrics = await (await fetch(`${house.url}/metrics`)).text();
      const written = house.written();
      const told = receiver.received.map(({ path, headers, body }) => [path, JSON.stringify(headers), body].join('\n'));
      await house.stop();
      const rows = await rowsOf(house.place);
      const kept = filesOf(house.place);
      expect(written).toContain('"event":"request"');
      expect(rows).toContain('verification.approved');
      expect(rows).toContain(REFERENCE);
      if (kind === 'embedded') expect(kept).toContain(REFERENCE);
      const places = { metrics, written, told: told.join('\n'), rows, kept };
      for (const canary of [...CANARIES, 'Ombersley']) {
        for (const [place, text] of Object.entries(places))
          expect(text.includes(canary), `${canary} in ${place}`).toBe(false);
      }
    },
    LIFE_MS,
  );
});

function sides(photographs: readonly Uint8Array[]): [Uint8Array, Uint8Array] {
  const [one, other] = photographs;
  if (one === undefined || other === undefined) throw new Error('the card has two sides');
  return [one, other];
}

async function create(house: Installation, body: object): Promise<{ readonly id: string; readonly token: string }> {
  const json = { policy: house.made.policy, applicant: { reference: REFERENCE }, ...body };
  const { id, link } = createdVerificationSchema.parse(await house.done('POST', '/v1/verifications', { json }));
  return { id, token: link.token };
}

async function photograph(house: Installation, token: string, front: Uint8Array, back: Uint8Array): Promise<void> {
  await house.done('PUT', '/v1/applicant/consent', { token, json: { document: true } });
  await house.done('PUT', '/v1/applicant/details', { token, json: { document_type: 'identity_card' } });
  await house.done('PUT', '/v1/applicant/document/front', { token, photo: front });
  await house.done('PUT', '/v1/applicant/document/back', { token, photo: back });
}

async function handIn(house: Installation, token: string, front: Uint8Array, back: Uint8Array): Promise<void> {
  await photograph(house, token, front, back);
  await house.done('POST', '/v1/applicant/submit', { token });
}

/** The applicant's view once every photograph was looked at. */
async function looked(house: Installation, token: string): Promise<ApplicantView> {
  const looks = async () => {
    const view = applicantViewSchema.parse(await house.done('GET', '/v1/applicant', { token }));
    return { view, isDone: view.attempts.every(({ look }) => look?.state !== 'reading') };
  };
  await expect.poll(async () => (await looks()).isDone, { timeout: 60_000, interval: 250 }).toBe(true);
  return (await looks()).view;
}

async function openReview(house: Installation) {
  const { data } = reviewsSchema.parse(await house.done('GET', '/v1/reviews?state=open'));
  const [review] = data;
  if (review === undefined) throw new Error('no review is open');
  return review;
}

/** Types of the events of one verification, their signatures verified, once the one named has come. */
async function eventsOf(receiver: Receiver, secret: string, id: string, last: string): Promise<readonly string[]> {
  const webhook = new Webhook(secret);
  const types = () =>
    receiver.received
      .filter(({ body }) => body.includes(id))
      .map(({ body, headers }) => eventSchema.parse(webhook.verify(body, { ...headers })).type);
  await expect.poll(types, { timeout: 60_000, interval: 200 }).toContain(last);
  return types();
}

/** Both forms of it, in a process that knows nothing but the file and the key; and not when a byte of it was changed. */
async function reportHolds(house: Installation, id: string, state: string): Promise<void> {
  const { public_key } = z.looseObject({ public_key: z.string() }).parse(await house.done('GET', '/v1/signing-key'));
  const json = await house.call('GET', `/v1/verifications/${id}/report`);
  const { report } = signedReportSchema.parse(json.body);
  expect(report.verification).toMatchObject({ id, state });
  const pdf = await house.call('GET', `/v1/verifications/${id}/report.pdf`);
  const changed = Buffer.from(json.bytes.toString().replace(`"state":"${state}"`, '"state":"declined"'));
  expect(await verify(house, json.bytes, public_key)).toBe(0);
  expect(await verify(house, pdf.bytes, public_key)).toBe(0);
  expect(await verify(house, changed, public_key)).toBe(1);
}

const run = promisify(execFile);
const CLI = join(import.meta.dirname, '../../cli/vidimus.mjs');

async function verify(house: Installation, bytes: Buffer, key: string): Promise<number> {
  const file = `${house.place.directory}-report`;
  writeFileSync(file, bytes);
  try {
    await run(process.execPath, [CLI, 'report', 'verify', file, '--key', key]);
    return 0;
  } catch (error) {
    return z.object({ code: z.int() }).parse(error).code;
  } finally {
    rmSync(file);
  }
}

/** Resolves when one of these processes is at work: it has used a tenth of a second of a core more than before. */
async function busy(pids: readonly number[]): Promise<void> {
  const used = () => pids.map((pid) => Number(readFileSync(`/proc/${pid}/stat`, 'utf8').split(' ')[13]));
  const before = used();
  await expect
    .poll(() => used().some((ticks, i) => ticks - (before[i] ?? 0) > 10), { timeout: 30_000, interval: 20 })
    .toBe(true);
}
