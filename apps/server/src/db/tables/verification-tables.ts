/** A verification with everything that is handed in, found and decided. */
import type { DeviceTrouble, TestScenario } from '@vidimus/protocol';
import type { ReasonCode } from '@vidimus/vocabulary';
import type { ColumnType, Generated } from 'kysely';
import type { DecidedBy } from '../../verifications/decision.ts';
import type { StepName } from '../../verifications/step.ts';
import type { Later, Mode, Written } from './column-types.ts';

export type ApplicantTable = {
  readonly id: string;
  readonly organization_id: string;
  readonly mode: Mode;
  /** The operator's own word for the applicant: a customer number, never a name or an address. */
  readonly reference: string | null;
  readonly created_at: Written;
};

export type VerificationStateColumn =
  | 'created'
  | 'open'
  | 'processing'
  | 'delayed'
  | 'in_review'
  | 'action_required'
  | 'approved'
  | 'declined'
  | 'expired'
  | 'cancelled';

export type VerificationTable = {
  readonly id: string;
  readonly organization_id: string;
  readonly applicant_id: string;
  readonly mode: Mode;
  readonly policy_id: string;
  readonly policy_version: number;
  state: VerificationStateColumn;
  /** Codes alone; the evidence, which quotes the document, is sealed. */
  reason_codes: ReasonCode[];
  sealed_reasons: Buffer | null;
  /** Claims about the applicant: name, birth date … */
  sealed_claims: Buffer | null;
  /** Number and address of the applicant that the operator knew. */
  sealed_contacts: Generated<Buffer | null>;
  residence: string | null;
  locale: string;
  readonly return_url: string | null;
  expected_by: Later;
  /** Set when the wait was told to be overdue, so that it is told once. */
  overdue_told_at: Later;
  appeal_path: string | null;
  appeal_last_day: string | null;
  expires_at: Date;
  redaction: 'none' | 'scheduled' | 'running' | 'done';
  redact_at: Later;
  /** In test mode: what is found when it is judged next. */
  test_scenario: Generated<TestScenario | null>;
  readonly created_at: Written;
  updated_at: Date;
  decided_at: Later;
  /** Wrong birth dates in a row, of whoever holds a receipt. */
  proof_failures: Generated<number>;
  proof_failed_at: Later;
};

export type VerificationLinkTable = {
  readonly token_hash: Buffer;
  readonly organization_id: string;
  readonly verification_id: string;
  readonly mode: Mode;
  /** `apply` is the applicant's; `receipt` shows, and opens an appeal. */
  readonly kind: 'apply' | 'receipt';
  readonly created_at: Written;
  /** Of a link for another device: until when it must be opened. */
  open_until: Later;
  opened_at: Later;
  /** Of a receipt: until when it opens everything, because somebody knew the birth date. */
  readonly proven_until: Later;
  /** Of a device that opened a link for another device: the hash of that link, and the number that it shows. */
  readonly hand_off: Buffer | null;
  readonly number: number | null;
  /** Of a link for another device: what the devices that open it show, one each. */
  readonly numbers: readonly number[] | null;
};

export type StepTable = {
  readonly verification_id: string;
  readonly organization_id: string;
  readonly name: StepName;
  readonly position: number;
  state: 'asked' | 'submitted' | 'finished';
  /** Of those handed in for a decision, in order. */
  attempts: string[];
  used: number;
};

/** Immutable: the role of requests may insert and read. */
export type AttemptTable = {
  readonly id: string;
  readonly organization_id: string;
  readonly verification_id: string;
  readonly step: StepName;
  readonly media_id: string | null;
  /** What was answered, where the step is no photograph. */
  sealed_answer: Buffer | null;
  readonly created_at: Written;
};

export type MediaTable = {
  readonly id: string;
  readonly organization_id: string;
  readonly verification_id: string;
  readonly blob_key: string;
  readonly media_type: string;
  readonly byte_length: number;
  /** Keyed with the verification's data key: the same photo elsewhere has another. */
  readonly fingerprint: string;
  /** Of the sealed preview, once there is one. */
  preview_key: string | null;
  /** Of the upright photograph, once it was read. */
  width_px: number | null;
  height_px: number | null;
  readonly created_at: Written;
  erased_at: Later;
};

/** What was found on a photograph before anything was handed in. It stays with its attempt. */
export type LookTable = {
  readonly attempt_id: string;
  readonly organization_id: string;
  readonly verification_id: string;
  state: 'reading' | 'done' | 'unavailable';
  /** The findings; of the newest attempt that was read, the whole report as well. */
  sealed: Buffer | null;
  /** Of those that were read together: a later reading takes the place of an earlier one, and never the other way round. */
  newest_attempt: string;
  readonly created_at: Written;
};

/** Append-only; says nothing of anybody. */
export type DeviceTroubleTable = {
  readonly id: string;
  readonly organization_id: string;
  readonly verification_id: string;
  readonly code: DeviceTrouble['code'];
  readonly browser: NonNullable<DeviceTrouble['browser']> | null;
  readonly detail: NonNullable<DeviceTrouble['detail']> | null;
  readonly created_at: Written;
};

/** Append-only. */
export type DecisionTable = {
  readonly id: string;
  readonly organization_id: string;
  readonly verification_id: string;
  readonly key: string;
  readonly decided_by: ColumnType<DecidedBy, string, never>;
  readonly outcome: 'approved' | 'action_required' | 'in_review' | 'declined';
  readonly reason_codes: ReasonCode[];
  readonly policy_id: string;
  readonly policy_version: number;
  readonly detectors: ColumnType<Readonly<Record<string, string>>, string, never>;
  readonly inputs: string[];
  /** Reasons and notes with their evidence. */
  sealed: Buffer | null;
  readonly created_at: Written;
};

/** What the engine reported of the attempts that a decision rests on. */
export type ReportTable = {
  readonly id: string;
  readonly organization_id: string;
  readonly verification_id: string;
  readonly decision_id: string;
  sealed: Buffer | null;
  readonly created_at: Written;
};

export type ReviewTable = {
  readonly id: string;
  readonly organization_id: string;
  readonly mode: Mode;
  readonly verification_id: string;
  readonly cause: 'decision' | 'appeal' | 'new_evidence' | 'attempt_limit';
  state: 'open' | 'claimed' | 'second_opinion' | 'decided';
  readonly reason_codes: ReasonCode[];
  readonly opened_at: Written;
  expected_by: Date;
  claimed_by: string | null;
  claimed_at: Later;
  /** The first of two people, where the policy asks for two. */
  first_member: string | null;
  sealed_first_opinion: Buffer | null;
  decided_at: Later;
};

/** What somebody says against how it is. */
export type AppealTable = {
  readonly id: string;
  readonly organization_id: string;
  readonly verification_id: string;
  /** `disowned`: "this was not me". */
  readonly kind: Generated<'appeal' | 'disowned'>;
  /** An appeal is always looked at. */
  readonly review_id: string | null;
  sealed_statement: Buffer | null;
  readonly created_at: Written;
};

/** What is counted of a verification: times and kinds, nothing of a person, so that erasure leaves it. */
export type VerificationFactTable = {
  readonly verification_id: string;
  readonly organization_id: string;
  readonly mode: Mode;
  readonly started_at: Written;
  /** The first time. */
  opened_at: Later;
  /** The first time. */
  handed_in_at: Later;
  /** The last time that the link ran out. */
  expired_at: Later;
  photographs: Generated<number>;
  /** As read; of the last report that said so. */
  document_type: string | null;
  issuing_state: string | null;
  /** ISO 15924, of the names. */
  script: string | null;
  /** Family, of whatever sent the last photograph. */
  browser: string | null;
};
