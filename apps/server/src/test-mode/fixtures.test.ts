/** Every reason that can be raised, provoked over HTTP with its fixture and the real engine. */
import {
  applicantViewSchema,
  createdVerificationSchema,
  receiptSchema,
  reviewSchema,
  type TestFixtureView,
  testFixtureListSchema,
  type VerificationView,
  verificationSchema,
} from '@vidimus/protocol';
import {
  describeEvidence,
  LOCALES,
  REASON_REGISTRY,
  renderReason,
  reportLanguage,
  TRY_OUT_POLICY,
} from '@vidimus/vocabulary';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { z } from 'zod';
import { TEST_FIXTURES } from '../demonstration/fixtures.table.ts';
import { type Installation, openInstallation } from '../installation.fixture.ts';

/** The last day of a month: pictures are drawn for its first. */
const NOW = '2026-06-30T12:00:00Z';
const SETTLED = ['action_required', 'in_review', 'declined', 'approved'];
const START_MS = 120_000;
/** Of one reason, while others are provoked beside it on a machine that does other things as well. */
const ONE_MS = 300_000;
const BESIDE = ['photographs', 'answers', 'scenario', 'review'];

let house: Installation;
let fixtures: readonly TestFixtureView[];
const policies = new Map<string, Promise<string>>();
const token = z.object({ token: z.string() });

beforeAll(async () => {
  house = await openInstallation('embedded', { VIDIMUS_READERS: '2' });
  await house.done('PUT', '/v1/test/clock', { json: { now: NOW } });
  fixtures = testFixtureListSchema.parse(await house.done('GET', '/v1/test/fixtures')).data;
}, START_MS);
afterAll(() => house?.close());

test('there is one for every code that is not reserved, and of those that come later it says so', () => {
  const raised = REASON_REGISTRY.filter(({ raisedBy }) => raisedBy !== 'reserved').map(({ code }) => code);
  expect(fixtures.map(({ code }) => code)).toEqual(raised);
  for (const { how, note } of fixtures) if (how === 'later' || how === 'scenario') expect(note).not.toBeNull();
  const later = fixtures.filter(({ how }) => how === 'later').map(({ code }) => code);
  expect(REASON_REGISTRY.filter(({ code }) => later.includes(code)).map(({ raisedBy }) => raisedBy)).not.toContain(
    'engine',
  );
});

test('a photograph of no fixture, or of a side that is not sent, is not there', async () => {
  for (const path of ['image_blurry/back', 'face_mismatch/front', 'nonsense/front', 'code_not_accepted/front']) {
    expect(await house.call('GET', `/v1/test/fixtures/${path}`)).toMatchObject({ status: 404 });
  }
});

test('live keys have no test mode', async () => {
  for (const path of ['/v1/test/fixtures', '/v1/test/fixtures/image_blurry/front']) {
    const answer = await house.call('GET', path, { token: house.made.live_key });
    expect(answer).toMatchObject({ status: 403, body: { code: 'test-mode.needs-test-key' } });
  }
});

test.concurrent.each(TEST_FIXTURES.filter(({ how }) => BESIDE.includes(how)).map(({ code }) => code))(
  '%s is raised, with evidence, words in every language, and a way on',
  async (code) => {
    const fixture = fixtures.find((each) => each.code === code);
    if (fixture === undefined) throw new Error(`${code} has no fixture`);
    const { ended, by } = await provoke(fixture);
    const reason = ended.reasons.find((each) => each.code === code);
    expect(reason, `found: ${ended.state} ${ended.reasons.map((each) => each.code).join(' ')}`).toBeDefined();
    const evidence = reason?.evidence ?? [];
    const [first, ...rest] = evidence;
    if (first === undefined) throw new Error(`${code} has no evidence`);
    for (const locale of LOCALES) {
      const { heading, applicant } = renderReason({ code, evidence: [first, ...rest] }, locale);
      expect(`${heading} ${applicant}`).not.toMatch(/[{}]|undefined/);
      expect(Math.min(heading.length, applicant.length)).toBeGreaterThan(3);
    }
    const asked = ended.steps.filter(({ state }) => state === 'asked');
    if (ended.state === 'action_required') expect(asked).not.toEqual([]);
    else if (ended.state === 'declined') expect(ended.appeal).not.toBeNull();
    else expect(ended.expected_by).not.toBeNull();
    await receiptTells(by);
    if (reason?.class === 'retake' && ended.state === 'action_required') await nextTimeItPasses(code, ended, by);
  },
  ONE_MS,
);

test.concurrent.each(TEST_FIXTURES.filter(({ how }) => how === 'contact').map(({ code }) => code))(
  '%s is raised beside the contact, with evidence and words in every language, and ends nothing',
  async (code) => {
    const fixture = fixtures.find((each) => each.code === code);
    if (fixture === undefined || fixture.contact === null) throw new Error(`${code} has no contact`);
    const { kind, to, code: entered } = fixture.contact;
    const json = { policy: await policyOf(fixture.policy), locale: LOCALES[fixture.number % LOCALES.length] };
    const { id, link } = createdVerificationSchema.parse(await house.done('POST', '/v1/verifications', { json }));
    const by = token.parse(link);
    await house.done('PUT', '/v1/applicant/consent', { ...by, json: { document: true } });
    await house.done('PUT', '/v1/applicant/details', { ...by, json: fixture.details ?? {} });
    await house.done('POST', `/v1/applicant/contacts/${kind}/code`, { ...by, json: { to } });
    if (entered !== null) {
      await house.done('POST', `/v1/applicant/contacts/${kind}/verify`, { ...by, json: { code: entered } });
    }
    const found = () => reasonBeside(by, code);
    const reason = await vi.waitUntil(found, { timeout: ONE_MS, interval: 250 });
    const [first, ...rest] = reason?.evidence ?? [];
    if (first === undefined) throw new Error(`${code} has no evidence`);
    for (const locale of LOCALES) {
      const { heading, applicant } = renderReason({ code, evidence: [first, ...rest] }, locale);
      expect(`${heading} ${applicant}`).not.toMatch(/[{}]|undefined/);
    }
    const { state, steps } = verificationSchema.parse(await house.done('GET', `/v1/verifications/${id}`));
    expect({ state, used: steps.map(({ used }) => used) }).toEqual({ state: 'open', used: steps.map(() => 0) });
    await receiptTells(by);
  },
  ONE_MS,
);

/** Undefined until it is there. */
async function reasonBeside(by: By, code: string) {
  const { contacts } = applicantViewSchema.parse(await house.done('GET', '/v1/applicant', by));
  return contacts.flatMap(({ reasons }) => reasons).find((each) => each.code === code);
}

type By = z.infer<typeof token>;

/** The receipt, as it comes without script: every reason in its words, its place, what was measured and the limit, and the appeal. */
async function receiptTells(by: By): Promise<void> {
  const view = applicantViewSchema.parse(await house.done('GET', '/v1/applicant', by));
  const { url } = receiptSchema.parse(await house.done('POST', '/v1/applicant/receipt?opens=all', by));
  const page = await fetch(`${house.url}${new URL(url).pathname}`);
  const markup = await page.text();
  expect(page.status, markup.slice(0, 500)).toBe(200);
  const text = textOf(markup);
  const beside = view.contacts.flatMap(({ reasons }) => reasons);
  for (const { heading, message, disclosure, evidence = [] } of [...view.reasons, ...beside]) {
    expect(text).toContain(plain(heading));
    expect(text).toContain(plain(message ?? ''));
    if (disclosure !== 'full') continue;
    for (const one of evidence) {
      const { observed, limit } = describeEvidence(one, reportLanguage(view.locale));
      expect(text).toContain(plain(observed));
      expect(text).toContain(plain(limit?.words ?? ''));
    }
  }
  const isPlaced = view.attempts.some(({ look }) =>
    look?.reasons.some(({ evidence }) => evidence?.some(({ region }) => region !== undefined)),
  );
  if (isPlaced) expect(markup).toContain('<polygon');
  if (view.appeal !== null) expect(markup).toMatch(/<form[^>]*>(?:(?!<\/form>)[\s\S])*<textarea/);
}

/** The same holder and document, photographed as the words advise. */
async function nextTimeItPasses(code: string, { id, steps }: VerificationView, by: By): Promise<void> {
  for (const side of ['front', 'back']) {
    if (!steps.some(({ name, state }) => name === `document_${side}` && state === 'asked')) continue;
    const { bytes: photo } = await house.call('GET', `/v1/test/fixtures/${code}/${side}?better=true`);
    await house.done('PUT', `/v1/applicant/document/${side}`, { ...by, photo });
  }
  await house.done('POST', '/v1/applicant/submit', by);
  const next = verificationSchema.parse(await house.until(id, ...SETTLED));
  expect({ state: next.state, reasons: next.reasons.map(({ code }) => code) }).toEqual({
    state: 'approved',
    reasons: [],
  });
}

function textOf(markup: string): string {
  const shown = markup
    .replaceAll(/<(script|style)[\s\S]*?<\/\1>/g, '')
    .replaceAll(/<!--[\s\S]*?-->/g, '')
    .replaceAll(/<[^>]+>/g, ' ');
  return plain(
    shown
      .replaceAll('&#x27;', "'")
      .replaceAll('&quot;', '"')
      .replaceAll('&lt;', '<')
      .replaceAll('&gt;', '>')
      .replaceAll('&amp;', '&'),
  );
}

/** Without the marks that keep directions apart, and with single spaces. */
function plain(text: string): string {
  return text
    .replaceAll(/[\u2066-\u2069\u200e\u200f]/g, '')
    .replaceAll(/\s+/g, ' ')
    .trim();
}

/** The verification as it is when the reason was to be raised, and its applicant's link. */
async function provoke(fixture: TestFixtureView) {
  const json = { policy: await policyOf(fixture.policy), locale: LOCALES[fixture.number % LOCALES.length] };
  const { id, link } = createdVerificationSchema.parse(await house.done('POST', '/v1/verifications', { json }));
  const by = token.parse(link);
  if (fixture.scenario !== null) {
    await house.done('POST', `/v1/test/verifications/${id}/scenario`, { json: { scenario: fixture.scenario } });
  }
  await house.done('PUT', '/v1/applicant/consent', { ...by, json: { document: true } });
  if (fixture.details !== null) await house.done('PUT', '/v1/applicant/details', { ...by, json: fixture.details });
  const photos = await Promise.all(
    fixture.photographs.map(async ({ side, path }) => ({ side, photo: (await house.call('GET', path)).bytes })),
  );
  for (let time = 1; time <= fixture.times && photos.length > 0; time += 1) {
    for (const { side, photo } of photos) {
      await house.done('PUT', `/v1/applicant/document/${side}`, { ...by, photo });
    }
    if (!fixture.consent) await house.done('PUT', '/v1/applicant/consent', { ...by, json: { document: false } });
    await house.done('POST', '/v1/applicant/submit', by);
    if (fixture.scenario === 'provider_unavailable') {
      const delayed = verificationSchema.parse(await house.until(id, 'delayed', ...SETTLED));
      expect(await house.until(id, ...SETTLED)).toMatchObject({ state: 'approved' });
      return { ended: delayed, by };
    }
    await house.until(id, ...SETTLED);
  }
  if (fixture.how === 'review') await decline(id);
  return { ended: verificationSchema.parse(await house.until(id, ...SETTLED)), by };
}

async function decline(verification: string): Promise<void> {
  const listed = z
    .looseObject({ data: z.array(reviewSchema) })
    .parse(await house.done('GET', '/v1/reviews?state=open&limit=100'));
  const review = listed.data.find((each) => each.verification === verification);
  const json = {
    outcome: 'declined',
    grounds: 'The picture shows another country’s card.',
    reasons: ['review_required'],
  };
  await house.done('POST', `/v1/reviews/${review?.id ?? ''}/decision`, { json });
}

/** One for each set of rules. */
function policyOf(rules: TestFixtureView['policy']): Promise<string> {
  const key = JSON.stringify(rules);
  const made = policies.get(key) ?? makePolicy({ ...TRY_OUT_POLICY, ...rules });
  policies.set(key, made);
  return made;
}

async function makePolicy(document: object): Promise<string> {
  const { id } = z
    .looseObject({ id: z.string() })
    .parse(await house.done('POST', '/v1/policies', { json: { document } }));
  await house.done('POST', `/v1/policies/${id}/publish`);
  return id;
}
