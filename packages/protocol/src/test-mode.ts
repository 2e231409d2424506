/** Test mode: a clock that can be set, what provokes each reason, and outcomes that no photograph provokes. */
import { REASON_CODES, type ReasonCode, reasonClassSchema } from '@vidimus/vocabulary';
import { z } from 'zod';
import { detailsAnswerSchema } from './applicant.ts';
import { CONTACT_KINDS } from './contacts.ts';
import { idSchema, instantSchema } from './ids.ts';

/** Far enough either way to try every date of a policy, and no year that a document would be misread for. */
const EARLIEST = '2000-01-01T00:00:00Z';
const LATEST = '2100-01-01T00:00:00Z';

/** What `PUT /v1/test/clock` takes. */
export const testClockChangeSchema = z.strictObject({
  now: instantSchema.refine((now) => now >= EARLIEST && now <= LATEST, `a moment from ${EARLIEST} to ${LATEST}`),
});

/** What time it is in test mode, and what happened because it became that late. */
export const testClockSchema = z.strictObject({
  object: z.literal('test_clock'),
  now: instantSchema,
  /** `set`: it stands still until it is set again. `real`: it runs. */
  runs: z.enum(['set', 'real']),
  happened: z.strictObject({
    overdue: z.int().min(0).meta({ description: 'Waits that are longer than was promised, and were told now.' }),
    expired: z.int().min(0).meta({ description: 'Links that ran out.' }),
    recovering: z
      .int()
      .min(0)
      .meta({ description: 'Recoveries of accounts that went on: compared, or their wait over.' }),
    redactable: z.int().min(0).meta({ description: 'Verifications whose data is being erased; it takes seconds.' }),
  }),
});

/** Outcomes that no photograph provokes: our own failure, a person's doubt, an answer of a provider that is not connected. */
export const TEST_SCENARIOS = [
  'provider_unavailable',
  'review_required',
  'name_spelling_unconfirmed',
  'document_image_edited',
  'document_design_mismatch',
  'record_not_confirmed',
  'screening_possible_match',
  'screening_confirmed_match',
] as const satisfies readonly ReasonCode[];
export type TestScenario = (typeof TEST_SCENARIOS)[number];

/** What `POST /v1/test/verifications/{id}/scenario` takes. */
export const testScenarioChangeSchema = z.strictObject({
  scenario: z
    .enum(TEST_SCENARIOS)
    .meta({ description: 'The reason that is found, once, when what was handed in is judged next.' }),
});

/** What will be played. */
export const testScenarioSchema = z.strictObject({
  object: z.literal('test_scenario'),
  verification: idSchema('ver'),
  scenario: z.enum(TEST_SCENARIOS),
});

/** How a reason is provoked in test mode. */
export const testFixtureSchema = z.strictObject({
  object: z.literal('test_fixture'),
  code: z.enum(REASON_CODES),
  number: z.int(),
  class: reasonClassSchema,
  how: z.enum(['photographs', 'answers', 'contact', 'scenario', 'review', 'later']).meta({
    description:
      '`photographs`: send these. `answers`: it is what is answered that counts. `contact`: have a code sent there; the reason stands in `contacts` of the applicant’s view, and ends nothing. `scenario`: set it before handing in. `review`: a person decides so. `later`: nothing raises it yet.',
  }),
  policy: z
    .record(z.string(), z.unknown())
    .meta({ description: 'What the policy must say beside `accept_specimens: true`; publish one that does.' }),
  consent: z
    .boolean()
    .meta({ description: 'The last answer to `PUT /v1/applicant/consent`; photographs are taken after a yes alone.' }),
  details: detailsAnswerSchema
    .nullable()
    .meta({ description: 'For `PUT /v1/applicant/details`; its claims may come with the verification as well.' }),
  photographs: z.array(
    z.strictObject({
      side: z.enum(['front', 'back']),
      path: z.string().meta({ description: 'Where the photograph is; send it to `/v1/applicant/document/{side}`.' }),
      media_type: z.string(),
    }),
  ),
  contact: z
    .strictObject({
      kind: z.enum(CONTACT_KINDS),
      to: z.string(),
      code: z.string().nullable().meta({ description: 'What is entered, where something is.' }),
    })
    .nullable()
    .meta({ description: 'For `POST /v1/applicant/contacts/{kind}/code`, and what is entered then.' }),
  times: z.int().min(1).meta({ description: 'How often to hand in.' }),
  scenario: z.enum(TEST_SCENARIOS).nullable(),
  note: z.string().nullable(),
});
export type TestFixtureView = z.infer<typeof testFixtureSchema>;

export const testFixtureListSchema = z.strictObject({ data: z.array(testFixtureSchema) });

/** Which photograph of a fixture. */
export const fixtureQuerySchema = z.strictObject({
  better: z.stringbool().default(false).meta({
    description: 'The same holder and document, photographed as the reason advises: what a retake would bring.',
  }),
});
