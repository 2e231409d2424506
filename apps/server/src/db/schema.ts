/**
 * The tables, as Kysely knows them; made by `migrations/`. Rows of an organization carry its id, and row-level security keeps
 * every other organization from them. What a document or a person says of somebody stands in `sealed…` columns only.
 * One file for all of them, because one type names every table.
 */
import type {
  AnyEventType,
  Channel,
  CodePurpose,
  DeliveryState,
  DeviceTrouble,
  TestScenario,
  UndeliveredReason,
} from '@vidimus/protocol';
import type { Policy, ReasonCode } from '@vidimus/vocabulary';
import type { ColumnType, Generated } from 'kysely';
import type { DecidedBy } from '../verifications/decision.ts';
import type { StepName } from '../verifications/step.ts';

/** Written once, by the clock that the caller hands in. */
type Written = ColumnType<Date, Date, never>;
type Later = Date | null;
/** `live` is for real applicants; `test` for trying out, with specimens and a clock that can be set. */
export type Mode = 'live' | 'test';

type OrganizationTable = {
  readonly id: string;
  name: string;
  readonly created_at: Written;
  /** What applicants read instead of the name. */
  brand_name: string | null;
  /** `#rrggbb`, as it was asked for. */
  brand_colour: string | null;
  /** Of the sealed logo, a PNG. */
  logo_key: string | null;
  logo_width: number | null;
  logo_height: number | null;
};

type DataKeyTable = {
  readonly id: string;
  readonly organization_id: string;
  /** Id of the object whose erasure destroys the key: a verification, a member, an endpoint. */
  readonly subject: string;
  readonly purpose: string;
  /** Of the master key that wraps it. */
  key_version: number;
  /** Empty once destroyed. */
  wrapped: Buffer;
  readonly created_at: Written;
  destroyed_at: Later;
};

type MemberTable = {
  readonly id: string;
  readonly organization_id: string;
  roles: string[];
  /** Keyed hash of the address, so that it can be found without being readable. Empty once the member was removed. */
  email_index: Buffer | null;
  /** Name and address. */
  sealed_person: Buffer;
  password_hash: string | null;
  sealed_totp: Buffer | null;
  /** Shown to the member, and not in use until a code of it was entered. */
  sealed_new_totp: Buffer | null;
  /** Time step of the last one-time password that was used, so that none is used twice. */
  totp_used_step: number | null;
  /** Wrong one-time passwords after a right password, without a right one between. */
  totp_failures: Generated<number>;
  readonly created_at: Written;
  disabled_at: Later;
  /** The row stays for the record that names its id; what it said of the person is gone. */
  removed_at: Later;
};

type PasskeyTable = {
  readonly id: string;
  readonly organization_id: string;
  readonly member_id: string;
  readonly credential_id: string;
  readonly public_key: Buffer;
  counter: number;
  readonly transports: string[];
  readonly created_at: Written;
};

export type ChallengePurpose = 'invitation' | 'passkey_sign_in' | 'passkey_registration' | 'passkey_step_up';

/** What may be answered once. */
type ChallengeTable = {
  readonly id: string;
  readonly organization_id: string | null;
  readonly member_id: string | null;
  readonly purpose: ChallengePurpose;
  /** Of an invitation the hash of its token, in base64url. */
  readonly challenge: string;
  readonly expires_at: Date;
  used_at: Later;
};

/** Failed sign-ins since the last good one; belongs to no organization, because the address may belong to nobody. */
type SignInThrottleTable = {
  /** Keyed hash of an account, of a network address, or of both together. */
  readonly key: Buffer;
  failures: number;
  last_failed_at: Date;
  /** Of an account and an address together: until when they count as known to each other. */
  familiar_until: Later;
};

type SessionTable = {
  readonly id: string;
  readonly organization_id: string;
  readonly member_id: string;
  /** `enrolment` sets up passwords, codes and passkeys, and may do nothing else. */
  readonly kind: 'enrolment' | 'full';
  readonly token_hash: Buffer;
  readonly created_at: Written;
  readonly expires_at: Date;
  last_used_at: Date;
  /** When the member last proved the second factor again. */
  stepped_up_at: Later;
  ended_at: Later;
};

type ApiKeyTable = {
  readonly id: string;
  readonly organization_id: string;
  name: string;
  readonly mode: Mode;
  readonly scopes: string[];
  readonly secret_hash: Buffer;
  /** The last four characters, for people who look for one of several. */
  readonly hint: string;
  readonly created_at: Written;
  last_used_at: Later;
  revoked_at: Later;
};

type PolicyTable = {
  readonly id: string;
  readonly organization_id: string;
  name: string;
  readonly created_at: Written;
};

type PolicyVersionTable = {
  readonly policy_id: string;
  readonly organization_id: string;
  readonly version: number;
  state: 'draft' | 'published' | 'archived';
  /** Changes while it is a draft. */
  document: ColumnType<Policy, string, string>;
  readonly created_at: Written;
  published_at: Later;
  archived_at: Later;
};

type ApplicantTable = {
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

type VerificationTable = {
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
};

type VerificationLinkTable = {
  readonly token_hash: Buffer;
  readonly organization_id: string;
  readonly verification_id: string;
  readonly mode: Mode;
  /** `apply` is the applicant's; `receipt` shows, and opens an appeal. */
  readonly kind: 'apply' | 'receipt';
  readonly created_at: Written;
  /** Of a link for another device: until when it must be opened. */
  readonly open_until: Later;
  opened_at: Later;
};

type StepTable = {
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
type AttemptTable = {
  readonly id: string;
  readonly organization_id: string;
  readonly verification_id: string;
  readonly step: StepName;
  readonly media_id: string | null;
  /** What was answered, where the step is no photograph. */
  sealed_answer: Buffer | null;
  readonly created_at: Written;
};

type MediaTable = {
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
type LookTable = {
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
type DeviceTroubleTable = {
  readonly id: string;
  readonly organization_id: string;
  readonly verification_id: string;
  readonly code: DeviceTrouble['code'];
  readonly browser: NonNullable<DeviceTrouble['browser']> | null;
  readonly detail: NonNullable<DeviceTrouble['detail']> | null;
  readonly created_at: Written;
};

/** Append-only. */
type DecisionTable = {
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
type ReportTable = {
  readonly id: string;
  readonly organization_id: string;
  readonly verification_id: string;
  readonly decision_id: string;
  sealed: Buffer | null;
  readonly created_at: Written;
};

type ReviewTable = {
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
type AppealTable = {
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

/** Append-only, thin: ids and states, no personal data. */
type EventTable = {
  readonly id: string;
  readonly organization_id: string;
  readonly mode: Mode;
  readonly type: AnyEventType;
  readonly object_id: string;
  readonly payload: ColumnType<Readonly<Record<string, string | readonly string[]>>, string, never>;
  readonly created_at: Written;
};

type WebhookEndpointTable = {
  readonly id: string;
  readonly organization_id: string;
  readonly mode: Mode;
  url: string;
  /** Event types, or `*`. */
  events: string[];
  sealed_secret: Buffer;
  /** The one before, honoured while both sides change over. */
  sealed_old_secret: Buffer | null;
  old_secret_until: Later;
  readonly created_at: Written;
  disabled_at: Later;
  /** `gone`: it answered 410 (Standard Webhooks: stop sending). `request`: somebody asked for it. */
  disabled_because: 'gone' | 'request' | null;
};

type WebhookDeliveryTable = {
  readonly id: string;
  readonly organization_id: string;
  readonly endpoint_id: string;
  readonly event_id: string;
  /** A redelivery asked for by a person has its own row. */
  readonly redelivery: number;
  state: 'pending' | 'delivered' | 'failed';
  tries: number;
  /** Of the last try: an HTTP status, or a code of ours where none came. */
  last_answer: string | null;
  next_try_at: Later;
  readonly created_at: Written;
  ended_at: Later;
};

/** One row a try. */
type WebhookTryTable = {
  readonly delivery_id: string;
  readonly organization_id: string;
  /** From 1. */
  readonly number: number;
  readonly at: Written;
  /** An HTTP status, or a code of ours where none came. */
  readonly answer: string;
  readonly duration_ms: number;
};

type IdempotencyTable = {
  readonly organization_id: string;
  /** Id of the key or link that asked. */
  readonly credential: string;
  readonly key: string;
  /** SHA-256 of method, path and body. */
  readonly request_hash: Buffer;
  /** Empty while the first request is still at work. */
  status: number | null;
  sealed_response: Buffer | null;
  readonly created_at: Written;
};

type AuditLogTable = {
  readonly organization_id: string;
  size: number;
  /** Roots of the complete subtrees from the left, largest first (RFC 6962 §2.1). */
  frontier: Buffer[];
};

/** Append-only. */
type AuditEntryTable = {
  readonly organization_id: string;
  /** From 0. */
  readonly position: number;
  readonly entry: ColumnType<Readonly<Record<string, unknown>>, string, never>;
  readonly leaf_hash: Buffer;
  /** Of what it is about; null where that belongs to both. Beside what is hashed. */
  readonly mode: Mode | null;
  readonly created_at: Written;
};

type AuditCheckpointTable = {
  readonly organization_id: string;
  readonly size: number;
  /** A signed note (C2SP checkpoint). */
  readonly note: string;
  readonly created_at: Written;
};

/** Where the clock of an organization's test mode stands. */
type TestClockTable = { readonly organization_id: string; now: Date };

/** Something that leaves the house. */
type MessageTable = {
  readonly id: string;
  readonly organization_id: string;
  readonly mode: Mode;
  readonly purpose: 'code' | 'invitation' | 'notice';
  /** What it is about: a code, a member, a notice. Its erasure makes the address unreadable. */
  readonly object_id: string;
  readonly channel: Channel;
  readonly locale: string;
  readonly sealed_address: Buffer | null;
  /** Empty once nothing more is sent of it. */
  sealed_body: Buffer | null;
  readonly country: string | null;
  /** Calling code and the digits behind it that tell the carrier. */
  readonly prefix: string | null;
  state: DeliveryState;
  reason: UndeliveredReason | null;
  /** That it was handed to last. */
  route: string | null;
  handovers: Generated<number>;
  /** Times that a process died between handing over and writing down the answer. */
  interrupted: Generated<number>;
  /** When somebody has to look at it again. */
  due_at: Later;
  readonly expires_at: Date;
  /** Routes that other messages about the object took: taken last. */
  readonly avoid: string[];
  /** Routes that refused it, or did not confirm it. */
  given_up: Generated<string[]>;
  readonly created_at: Written;
  updated_at: Date;
};

/** Append-only. */
type MessageEventTable = {
  readonly message_id: string;
  readonly organization_id: string;
  /** From 1. */
  readonly number: number;
  readonly at: Written;
  readonly state: DeliveryState;
  readonly route: string | null;
  readonly carrier_code: string | null;
  readonly reason: UndeliveredReason | null;
};

/** One handing over to one carrier. */
type MessageHandoverTable = {
  readonly message_id: string;
  readonly organization_id: string;
  /** From 1. */
  readonly number: number;
  readonly route: string;
  /** The carrier's own, one a part of a long message; a receipt names one of them. */
  carrier_ids: Generated<string[]>;
  outcome: 'open' | 'interrupted' | 'postponed' | 'refused' | 'accepted' | 'delivered' | 'undelivered' | 'unconfirmed';
  reason: UndeliveredReason | null;
  readonly at: Written;
  answered_at: Later;
  ended_at: Later;
};

type ContactCodeTable = {
  readonly id: string;
  readonly organization_id: string;
  readonly mode: Mode;
  readonly purpose: CodePurpose;
  readonly channel: Channel;
  readonly locale: string;
  /** Number or address. */
  readonly sealed_contact: Buffer;
  readonly country: string | null;
  readonly prefix: string | null;
  /** Keyed hash of the code: enough to check one, too little to tell it. */
  readonly verifier: Buffer;
  /** Why nothing was sent. */
  readonly refused: 'country' | null;
  tries: Generated<number>;
  sends: Generated<number>;
  last_sent_at: Later;
  readonly expires_at: Date;
  used_at: Later;
  readonly created_at: Written;
};

/** How many messages went to one key (a number, a prefix, a country …) in one window of time. */
type SendCountTable = {
  readonly organization_id: string;
  readonly key: Buffer;
  readonly window_ends: Date;
  sent: number;
};

/** Somebody whose country is not served wants to be told when it is. */
type ChangeNoticeTable = {
  readonly id: string;
  readonly organization_id: string;
  readonly mode: Mode;
  readonly policy_id: string;
  readonly residence: string;
  readonly locale: string;
  readonly email_index: Buffer;
  readonly sealed_email: Buffer;
  /** Of the link to be forgotten by. */
  readonly token_hash: Buffer;
  readonly created_at: Written;
  keep_until: Date;
  told_at: Later;
};

/** Small facts about the installation that must not be made twice, e.g. which demonstration was set up. */
type InstallationTable = { readonly name: string; value: string };

/** What is counted of a verification: times and kinds, nothing of a person, so that erasure leaves it. */
type VerificationFactTable = {
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

export type Database = {
  readonly organization: OrganizationTable;
  readonly data_key: DataKeyTable;
  readonly member: MemberTable;
  readonly passkey: PasskeyTable;
  readonly challenge: ChallengeTable;
  readonly sign_in_throttle: SignInThrottleTable;
  readonly session: SessionTable;
  readonly api_key: ApiKeyTable;
  readonly policy: PolicyTable;
  readonly policy_version: PolicyVersionTable;
  readonly applicant: ApplicantTable;
  readonly verification: VerificationTable;
  readonly verification_fact: VerificationFactTable;
  readonly verification_link: VerificationLinkTable;
  readonly step: StepTable;
  readonly attempt: AttemptTable;
  readonly media: MediaTable;
  readonly look: LookTable;
  readonly device_trouble: DeviceTroubleTable;
  readonly decision: DecisionTable;
  readonly report: ReportTable;
  readonly review: ReviewTable;
  readonly appeal: AppealTable;
  readonly event: EventTable;
  readonly webhook_endpoint: WebhookEndpointTable;
  readonly webhook_delivery: WebhookDeliveryTable;
  readonly webhook_try: WebhookTryTable;
  readonly idempotency: IdempotencyTable;
  readonly audit_log: AuditLogTable;
  readonly audit_entry: AuditEntryTable;
  readonly audit_checkpoint: AuditCheckpointTable;
  readonly test_clock: TestClockTable;
  readonly message: MessageTable;
  readonly message_event: MessageEventTable;
  readonly message_handover: MessageHandoverTable;
  readonly contact_code: ContactCodeTable;
  readonly send_count: SendCountTable;
  readonly change_notice: ChangeNoticeTable;
  readonly installation: InstallationTable;
};
