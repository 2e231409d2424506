/** What provokes each reason that can be raised: a drawn document, photographed, and what is said beside it. */

import { TEST_SCENARIOS } from '@vidimus/protocol';
import type { Fault, SpecimenKind } from '@vidimus/specimens';
import { REASON_REGISTRY, type ReasonCode } from '@vidimus/vocabulary';
import type { TestFixture } from '../test-mode/test-fixture.ts';

export type Drawing = {
  readonly kind: SpecimenKind;
  readonly state: string;
  readonly seed: number;
  readonly faults: readonly Fault[];
  /** Its photographs that are handed in, in order; without it all. */
  readonly only?: number;
};
export type DrawnFixture = TestFixture & { readonly drawn?: Drawing | 'no picture' };

type Fixture = Omit<DrawnFixture, 'how' | 'sides'> & Partial<Pick<DrawnFixture, 'how' | 'sides'>>;

const PASSPORT = { document_type: 'passport' } as const;
const CARD = { document_type: 'identity_card' } as const;
const LICENCE = { document_type: 'driving_licence' } as const;
const VISA = { document_type: 'visa' } as const;
const FRONT = ['front'] as const;
const BOTH = ['front', 'back'] as const;

/** What a file that is no picture should have been. */
export const GOOD_PASSPORT: Drawing = { kind: 'passport', state: 'UTO', seed: 7, faults: [] };

const passport = (...faults: readonly Fault[]) => ({
  details: PASSPORT,
  sides: FRONT,
  drawn: { kind: 'passport', state: 'UTO', seed: 7, faults } as const,
});
const card = (...faults: readonly Fault[]) => ({
  details: CARD,
  sides: BOTH,
  drawn: { kind: 'identity-card-td1', state: 'UTO', seed: 11, faults } as const,
});
const visa = (...faults: readonly Fault[]) => ({
  details: VISA,
  sides: FRONT,
  drawn: { kind: 'visa-b', state: 'FRA', seed: 17, faults } as const,
});

const contact = (to: string, code: string | null = null) => ({
  how: 'contact' as const,
  details: PASSPORT,
  policy: { contacts: [{ kind: 'phone' as const, channels: ['sms' as const, 'call' as const], by_itself: false }] },
  contact: { kind: 'phone', to, code } as const,
});

/** Pictures are drawn as of the first day of a month: enough is left of these on its last. */
const SOON_DAYS = 45;
const SOON_LIMIT_DAYS = 90;
const TRIES = 5;

const FIXTURES: readonly Fixture[] = [
  {
    code: 'consent_declined',
    how: 'answers',
    ...passport(),
    consent: false,
    note: 'Say no, and hand in: nothing is photographed.',
  },
  {
    code: 'residence_country_not_supported',
    how: 'answers',
    details: { ...PASSPORT, residence: 'CRI' },
    policy: { residence: { accept: 'all', refuse: ['CRI'] } },
    note: 'Declined as soon as the details are answered: nothing is photographed.',
  },
  { code: 'document_not_accepted_by_policy', ...passport(), policy: { accept_specimens: false } },
  { code: 'age_below_minimum', ...passport(), policy: { minimum_age: 110 } },
  {
    code: 'attempt_limit_reached',
    ...passport(),
    drawn: 'no picture',
    times: TRIES,
    note: 'Any reason that asks for the picture again does it, five times.',
  },
  { code: 'file_not_usable', ...passport(), drawn: 'no picture' },
  { code: 'image_blurry', ...passport({ name: 'blur' }) },
  { code: 'image_glare', ...passport({ name: 'glare', field: 'expiry_date' }) },
  { code: 'image_lighting', ...passport({ name: 'dark' }) },
  { code: 'image_resolution_low', ...passport({ name: 'far' }) },
  { code: 'image_not_colour', ...passport({ name: 'grey-copy' }) },
  { code: 'document_not_found', ...passport({ name: 'no-document' }) },
  { code: 'document_cut_off', ...passport({ name: 'cut-off' }) },
  { code: 'document_covered', ...passport({ name: 'finger', field: 'birth_date' }) },
  { code: 'document_wrong_side', ...card({ name: 'wrong-side' }) },
  {
    code: 'document_side_missing',
    ...card({ name: 'side-missing' }),
    details: PASSPORT,
    sides: FRONT,
    note: 'The front of a card, announced as a passport: of an announced card the back would be asked for.',
  },
  { code: 'document_multiple', ...passport({ name: 'two-documents' }) },
  {
    code: 'document_not_recognised',
    details: PASSPORT,
    sides: FRONT,
    drawn: { kind: 'identity-card-td2', state: 'UTO', seed: 5, faults: [], only: 1 },
  },
  {
    code: 'field_unreadable',
    details: LICENCE,
    sides: BOTH,
    drawn: {
      kind: 'driving-licence-eu',
      state: 'UTO',
      seed: 9,
      faults: [{ name: 'finger', field: 'birth_date', strength: 1 }],
    },
  },
  {
    code: 'field_absent',
    ...passport({ name: 'field-absent', field: 'issue_date' }),
    policy: { required_fields: ['issue_date'] },
  },
  { code: 'machine_zone_unreadable', ...visa({ name: 'unread-script' }) },
  { code: 'mrz_check_digit_failed', ...passport({ name: 'mrz-check-digit' }) },
  { code: 'script_not_readable', ...visa({ name: 'unread-script' }) },
  { code: 'document_expired', ...passport({ name: 'expired' }) },
  {
    code: 'document_expires_soon',
    ...passport({ name: 'expires-soon', strength: SOON_DAYS }),
    policy: { minimum_days_left: SOON_LIMIT_DAYS },
  },
  { code: 'document_voided_or_damaged', ...card({ name: 'punched' }) },
  { code: 'document_data_impossible', ...passport({ name: 'impossible-date' }) },
  { code: 'sides_mismatch', ...card({ name: 'sides-mismatch' }) },
  { code: 'machine_zone_mismatch', ...passport({ name: 'mrz-mismatch' }) },
  { code: 'name_mismatch', ...passport(), details: { ...PASSPORT, claims: { name: 'Quentin Quillfeather' } } },
  {
    code: 'claimed_detail_mismatch',
    ...passport(),
    details: { ...PASSPORT, claims: { birth_date: '1930-01-01' } },
  },
  { code: 'document_not_original', ...passport({ name: 'screen' }) },
  { code: 'review_required', ...passport(), policy: { review_every_approval: true } },
  {
    code: 'contact_country_not_supported',
    ...contact('+50688880001'),
    policy: { ...contact('').policy, phone_countries: { accept: 'all', refuse: ['CRI'] } },
    note: 'Where no route serves the country it is raised, too; in test mode every country is served.',
  },
  {
    code: 'code_not_delivered',
    ...contact('+50688880912'),
    note: 'Numbers of test mode say with their last three digits what becomes of a message.',
  },
  {
    code: 'code_not_accepted',
    ...contact('+50688880001', '000000'),
    note: 'Of a million codes one is this one: have another sent then.',
  },
  {
    code: 'reviewer_declined',
    how: 'review',
    ...passport(),
    policy: { review_every_approval: true },
    note: 'Decide the review that opens with the outcome `declined`; in test mode a key may.',
  },
];

/** Those that nothing raises yet, and what will. */
const LATER: Readonly<Partial<Record<ReasonCode, string>>> = {
  session_expired:
    'A link that ran out answers 409 `verification.session-expired` with it: set the clock beyond `expires_at`.',
  camera_permission_denied: 'Told by the page: `POST /v1/applicant/device-trouble` with this code answers it.',
  camera_unavailable: 'Told by the page: `POST /v1/applicant/device-trouble` with this code answers it.',
  browser_not_supported: 'Told by the page: `POST /v1/applicant/device-trouble` with this code answers it.',
  capture_source_not_trusted: 'Comes with the applicant’s pages.',
};

/** In the order of the registry: one for each code that the engine, the server or a provider's slot raises. */
export const TEST_FIXTURES: readonly DrawnFixture[] = REASON_REGISTRY.filter(
  ({ raisedBy }) => raisedBy !== 'reserved',
).map(({ code }): DrawnFixture => {
  const known = FIXTURES.find((fixture) => fixture.code === code);
  if (known !== undefined) return { how: 'photographs', sides: [], ...known };
  const scenario = TEST_SCENARIOS.find((name) => name === code);
  if (scenario !== undefined) {
    return { code, how: 'scenario', scenario, ...passport(), note: 'Simulated: no photograph provokes it.' };
  }
  return { code, how: 'later', sides: [], note: LATER[code] ?? 'Nothing raises it yet.' };
});
