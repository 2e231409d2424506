/** A verification that a person has to look at: a drawn passport, and a doubt that test mode plays. */
import { createApplicant } from '@vidimus/sdk';
import type { PagesUnderTest } from '../pages-under-test.fixture.ts';

export type SentToPerson = { readonly id: string; readonly applicant: ReturnType<typeof createApplicant> };

/** Handed in and judged; it waits in the queue. */
export async function sendToPerson({ vidimus, policy, url }: PagesUnderTest, reference: string): Promise<SentToPerson> {
  const { data: fixtures } = await vidimus.testMode.listFixtures();
  const fixture = fixtures.find(({ code }) => code === 'document_image_edited');
  if (fixture?.details == null || fixture.scenario === null)
    throw new Error('the fixture is a passport and a scenario');
  const { id, link } = await vidimus.verifications.create({ policy, applicant: { reference } });
  const applicant = createApplicant({ baseUrl: url, token: link.token });
  await applicant.answerConsent({ document: true });
  await applicant.answerDetails(fixture.details);
  await applicant.photographDocument('front', await vidimus.testMode.getFixture(fixture.code, 'front'));
  await vidimus.testMode.setScenario(id, { scenario: fixture.scenario });
  await applicant.submitVerification();
  for (let tried = 0; tried < WAIT_TRIES; tried++) {
    if ((await vidimus.verifications.get(id)).state === 'in_review') return { id, applicant };
    await new Promise((resolve) => setTimeout(resolve, WAIT_MS));
  }
  throw new Error('it was not judged in time');
}

const WAIT_MS = 500;
const WAIT_TRIES = 120;
