/**
 * The tables, as Kysely knows them; made by `migrations/`. Rows of an organization carry its id, and row-level security keeps
 * every other organization from them. What a document or a person says of somebody stands in `sealed…` columns only.
 */

import type {
  AccountApplicantTable,
  AccountRecoveryTable,
  AccountSessionTable,
  AccountSettingTable,
  AccountTable,
  AccountTicketTable,
  AccountWayTable,
} from './tables/account-tables.ts';
import type { AuditCheckpointTable, AuditEntryTable, AuditLogTable } from './tables/audit-tables.ts';
import type {
  ChangeNoticeTable,
  ContactCodeTable,
  MessageEventTable,
  MessageHandoverTable,
  MessageTable,
  SendCountTable,
} from './tables/courier-tables.ts';
import type { DeliveryCountTable, DeliveryWatchTable, OutageTable } from './tables/delivery-tables.ts';
import type { EventTable, WebhookDeliveryTable, WebhookEndpointTable, WebhookTryTable } from './tables/event-tables.ts';
import type {
  DataKeyTable,
  IdempotencyTable,
  InstallationTable,
  OrganizationTable,
  TestClockTable,
} from './tables/organization-tables.ts';
import type {
  ApiKeyTable,
  ChallengeTable,
  MemberTable,
  PasskeyTable,
  SessionTable,
  SignInThrottleTable,
} from './tables/people-tables.ts';
import type { PolicyTable, PolicyVersionTable } from './tables/policy-tables.ts';
import type {
  AppealTable,
  ApplicantTable,
  AttemptTable,
  DecisionTable,
  DeviceTroubleTable,
  LookTable,
  MediaTable,
  ReportTable,
  ReviewTable,
  StepTable,
  VerificationFactTable,
  VerificationLinkTable,
  VerificationTable,
} from './tables/verification-tables.ts';

export type { Mode } from './tables/column-types.ts';
export type { ChallengePurpose } from './tables/people-tables.ts';
export type { VerificationStateColumn } from './tables/verification-tables.ts';

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
  readonly account: AccountTable;
  readonly account_applicant: AccountApplicantTable;
  readonly account_way: AccountWayTable;
  readonly account_session: AccountSessionTable;
  readonly account_ticket: AccountTicketTable;
  readonly account_recovery: AccountRecoveryTable;
  readonly account_setting: AccountSettingTable;
  readonly delivery_count: DeliveryCountTable;
  readonly delivery_watch: DeliveryWatchTable;
  readonly outage: OutageTable;
  readonly installation: InstallationTable;
};
