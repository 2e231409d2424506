/** Plays an applicant in test mode until the outcome that a fixture is for is there. */
import type { TestFixtureView } from '@vidimus/protocol';
import type { ApplicantClient, MemberClient } from '@vidimus/sdk';
import { type Locale, policySchema, TRY_OUT_POLICY } from '@vidimus/vocabulary';

export type MadeOutcome = {
  readonly verification: string;
  readonly state: string;
  readonly reasons: readonly string[];
  /** The applicant's page, where this server has a public address. */
  readonly link: string | null;
};

export type OutcomeParts = {
  readonly api: MemberClient;
  /** The applicant's side, with the token of a link. */
  readonly applicantOf: (token: string) => ApplicantClient;
  readonly locale: Locale;
  readonly wait: (ms: number) => Promise<void>;
};

const SETTLED: ReadonlySet<string> = new Set(['action_required', 'in_review', 'declined', 'approved', 'delayed']);
const POLL_MS = 250;
/** A reading takes a second or two; a machine that is busy with others is waited for. */
const MOST_POLLS = 240;

/** Throws the problem of whatever the interface refuses on the way. */
export async function makeOutcome(parts: OutcomeParts, fixture: TestFixtureView): Promise<MadeOutcome> {
  const { api, locale } = parts;
  const policy = await policyFor(api, fixture);
  const { id, link } = await api.verifications.create({ policy, locale });
  const applicant = parts.applicantOf(link.token);
  if (fixture.scenario !== null) await api.testMode.setScenario(id, { scenario: fixture.scenario });
  await applicant.answerConsent({ document: true });
  if (fixture.details !== null) await applicant.answerDetails(fixture.details);
  if (fixture.contact !== null) {
    const raised = await raiseByContact(parts, applicant, fixture.contact);
    const { state } = await api.verifications.get(id);
    return { verification: id, state, reasons: raised, link: link.url };
  }
  for (let time = 1; time <= fixture.times && fixture.photographs.length > 0; time += 1) {
    for (const { side } of fixture.photographs) {
      const photograph = await api.testMode.getFixture(fixture.code, side);
      await applicant.photographDocument(side, photograph, { mediaType: photograph.type });
    }
    if (!fixture.consent) await applicant.answerConsent({ document: false });
    await applicant.submitVerification();
    await settled(parts, id);
  }
  const { state, reasons } = await api.verifications.get(id);
  return { verification: id, state, reasons: reasons.map(({ code }) => code), link: link.url };
}

/** It ends nothing: the reason stands beside the contact, and the verification stays open. */
async function raiseByContact(
  { wait }: OutcomeParts,
  applicant: ApplicantClient,
  { kind, to, code }: NonNullable<TestFixtureView['contact']>,
): Promise<readonly string[]> {
  await applicant.sendOwnContactCode(kind, { to });
  if (code !== null) await applicant.verifyOwnContact(kind, { code });
  for (let poll = 0; poll < MOST_POLLS; poll += 1) {
    const { contacts } = await applicant.getVerification();
    const reasons = contacts.flatMap((contact) => contact.reasons.map((reason) => reason.code));
    if (reasons.length > 0) return reasons;
    await wait(POLL_MS);
  }
  return [];
}

async function settled({ api, wait }: OutcomeParts, id: string): Promise<void> {
  for (let poll = 0; poll < MOST_POLLS; poll += 1) {
    const { state } = await api.verifications.get(id);
    if (SETTLED.has(state)) return;
    await wait(POLL_MS);
  }
}

/** A published policy that says what the fixture needs: one of before, or one that is made now. */
async function policyFor(api: MemberClient, fixture: TestFixtureView): Promise<string> {
  const isPlain = Object.keys(fixture.policy).length === 0;
  const name = isPlain ? TRY_OUT_POLICY.name : `Test mode: ${fixture.code}`;
  for await (const one of api.policies.listAll({ limit: 100 })) {
    if (one.name === name && one.published_version !== null) return one.id;
  }
  const document = policySchema.parse({ ...TRY_OUT_POLICY, ...fixture.policy, accept_specimens: true, name });
  const { id } = await api.policies.create({ document });
  await api.policies.publish(id);
  return id;
}
