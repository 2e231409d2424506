import type { Fault, SpecimenKind } from '@vidimus/specimens';
import type { Policy, ReasonCode } from '@vidimus/vocabulary';
import type { CheckRequest } from './checks/index.ts';

/** A drawn document, small enough for a test. */
export type DrawnFixture = {
  readonly kind: SpecimenKind;
  readonly state: string;
  readonly seed: number;
  readonly faults: readonly Fault[];
  /** Of its photographs only this one is handed in. */
  readonly only?: number;
};

/** What provokes a reason: photographs or a file, and what is asked of them. */
export type ReasonFixture = {
  readonly code: ReasonCode;
  readonly drawn: DrawnFixture | 'empty file' | 'Cyrillic name';
  readonly policy?: Partial<Policy>;
  readonly claims?: CheckRequest['claims'];
  readonly residence?: string;
};

const passport = (...faults: readonly Fault[]): DrawnFixture => ({ kind: 'passport', state: 'UTO', seed: 7, faults });
const card = (...faults: readonly Fault[]): DrawnFixture => ({
  kind: 'identity-card-td1',
  state: 'UTO',
  seed: 11,
  faults,
});

/** One fixture for each code that the engine raises. `Cyrillic name` stands for a reading: the recogniser does not know the script yet. */
export const REASON_FIXTURES: readonly ReasonFixture[] = [
  {
    code: 'residence_country_not_supported',
    drawn: passport(),
    residence: 'CRI',
    policy: { residence: { accept: 'all', refuse: ['CRI'] } },
  },
  { code: 'document_not_accepted_by_policy', drawn: passport(), policy: { accept_specimens: false } },
  { code: 'age_below_minimum', drawn: passport(), policy: { minimum_age: 110 } },
  { code: 'file_not_usable', drawn: 'empty file' },
  { code: 'image_blurry', drawn: passport({ name: 'blur' }) },
  { code: 'image_glare', drawn: passport({ name: 'glare', field: 'expiry_date' }) },
  { code: 'image_lighting', drawn: passport({ name: 'dark' }) },
  { code: 'image_resolution_low', drawn: passport({ name: 'far' }) },
  { code: 'image_not_colour', drawn: passport({ name: 'grey-copy' }) },
  { code: 'document_not_found', drawn: passport({ name: 'no-document' }) },
  { code: 'document_cut_off', drawn: passport({ name: 'cut-off' }) },
  { code: 'document_covered', drawn: passport({ name: 'finger', field: 'birth_date' }) },
  { code: 'document_wrong_side', drawn: card({ name: 'wrong-side' }) },
  { code: 'document_side_missing', drawn: card({ name: 'side-missing' }) },
  { code: 'document_multiple', drawn: passport({ name: 'two-documents' }) },
  {
    code: 'document_not_recognised',
    drawn: { kind: 'identity-card-td2', state: 'UTO', seed: 5, faults: [], only: 1 },
  },
  {
    code: 'field_unreadable',
    drawn: {
      kind: 'driving-licence-eu',
      state: 'UTO',
      seed: 9,
      faults: [{ name: 'finger', field: 'birth_date', strength: 1 }],
    },
  },
  {
    code: 'field_absent',
    drawn: passport({ name: 'field-absent', field: 'issue_date' }),
    policy: { required_fields: ['issue_date'] },
  },
  {
    code: 'machine_zone_unreadable',
    drawn: { kind: 'visa-b', state: 'FRA', seed: 17, faults: [{ name: 'unread-script' }] },
  },
  { code: 'mrz_check_digit_failed', drawn: passport({ name: 'mrz-check-digit' }) },
  {
    code: 'script_not_readable',
    drawn: { kind: 'visa-b', state: 'FRA', seed: 17, faults: [{ name: 'unread-script' }] },
  },
  { code: 'document_expired', drawn: passport({ name: 'expired' }) },
  { code: 'document_expires_soon', drawn: passport({ name: 'expires-soon' }), policy: { minimum_days_left: 90 } },
  { code: 'document_voided_or_damaged', drawn: card({ name: 'punched' }) },
  { code: 'document_data_impossible', drawn: passport({ name: 'impossible-date' }) },
  { code: 'sides_mismatch', drawn: card({ name: 'sides-mismatch' }) },
  { code: 'machine_zone_mismatch', drawn: passport({ name: 'mrz-mismatch' }) },
  { code: 'name_mismatch', drawn: passport(), claims: { name: 'Quentin Quillfeather' } },
  { code: 'name_spelling_unconfirmed', drawn: 'Cyrillic name' },
  { code: 'claimed_detail_mismatch', drawn: passport(), claims: { birth_date: '1930-01-01' } },
  { code: 'document_not_original', drawn: passport({ name: 'screen' }) },
  { code: 'review_required', drawn: passport(), policy: { review_every_approval: true } },
];
