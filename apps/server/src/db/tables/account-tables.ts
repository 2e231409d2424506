/** Accounts of applicants: what they sign in with, sessions, what a code or challenge is for, and how a lost account comes back. */
import type { Readings, RecoveryRefusal, RecoveryState } from '@vidimus/protocol';
import type { ColumnType, Generated } from 'kysely';
import type { Later, Mode, Written } from './column-types.ts';

export type AccountTable = {
  readonly id: string;
  readonly organization_id: string;
  readonly mode: Mode;
  locale: string;
  readonly created_at: Written;
};

/** Every verification makes an applicant of its own: an account has those that its person brought. */
export type AccountApplicantTable = {
  readonly applicant_id: string;
  readonly organization_id: string;
  readonly account_id: string;
  readonly created_at: Written;
};

/** A way in. */
export type AccountWayTable = {
  readonly id: string;
  readonly organization_id: string;
  readonly account_id: string;
  readonly kind: 'passkey' | 'totp' | 'email' | 'phone';
  /** Keyed hash of a telephone number or address, within organization and mode. */
  readonly contact_index: Buffer | null;
  /** The contact, or the secret of the authenticator app. */
  readonly sealed: Buffer | null;
  readonly credential_id: string | null;
  readonly public_key: Buffer | null;
  /** Arrives as text. */
  counter: number | null;
  readonly transports: string[];
  /** Time step of the last one-time password that was used. */
  totp_used_step: number | null;
  readonly created_at: Written;
  /** Of an authenticator app: when a code of it was entered first. */
  confirmed_at: Later;
};

/** Also the history of sign-ins: when, and by what; nothing of where. */
export type AccountSessionTable = {
  readonly id: string;
  readonly organization_id: string;
  readonly account_id: string;
  /** That it was opened with; it may be gone. */
  readonly way_id: string | null;
  readonly way_kind: AccountWayTable['kind'];
  readonly token_hash: Buffer;
  readonly created_at: Written;
  readonly expires_at: Date;
  last_used_at: Date;
  ended_at: Later;
};

export type TicketPurpose =
  | 'sign_in_code'
  | 'keep_code'
  | 'way_code'
  | 'sign_in_passkey'
  | 'keep_passkey'
  | 'way_passkey';

/** What a code that was sent, or a challenge of a passkey, is for. */
export type AccountTicketTable = {
  /** Of the token that the asking browser holds, or of the challenge. */
  readonly token_hash: Buffer;
  /** Nobody's before a sign-in by passkey. */
  readonly organization_id: string | null;
  readonly mode: Mode | null;
  readonly purpose: TicketPurpose;
  /** Empty where a code was asked for a contact that nobody has; of `keep_passkey` the account that is to be. */
  readonly account_id: string | null;
  readonly applicant_id: string | null;
  readonly code_id: string | null;
  /** The asking browser had been signed in to the account before: it may see what became of the messages. */
  readonly is_known_device: Generated<boolean>;
  readonly expires_at: Date;
  used_at: Later;
  readonly created_at: Written;
};

export type AccountRecoveryTable = {
  readonly id: string;
  readonly organization_id: string;
  readonly mode: Mode;
  /** Empty where nobody has the contact that was named: it goes the same way, and ends as one that does not agree. */
  readonly account_id: string | null;
  readonly verification_id: string;
  state: RecoveryState;
  refusal: RecoveryRefusal | null;
  /** What agreed and what did not, one word a field. */
  readings: ColumnType<Readings | null, string | null | undefined, string | null>;
  /** Where the person can be reached now. */
  readonly sealed_contact: Buffer | null;
  locale: string;
  /** Of the link that shows how it stands. */
  readonly token_hash: Buffer;
  /** Of the link that stops it, which went to the old channels. */
  readonly stop_hash: Buffer;
  /** Of the link that adds the new way, once it was sent. */
  finish_hash: Buffer | null;
  /** Nothing is changed before. */
  wait_until: Later;
  /** When somebody has to look at it again. */
  due_at: Later;
  /** The member who said whether both verifications are of one person; empty where the readings agreed by themselves. */
  decided_by: string | null;
  decided_at: Later;
  /** In the member's words, under the key of the account: they outlive the recovery, and go with the account. */
  sealed_grounds: Buffer | null;
  readonly created_at: Written;
  ended_at: Later;
};

/** Of an organization; without a row, what is usual. */
export type AccountSettingTable = {
  readonly organization_id: string;
  recovery_wait_hours: number;
  /** Of the policy that a recovery by document is verified under; without it, the newest that is published. */
  recovery_policy: string | null;
};
