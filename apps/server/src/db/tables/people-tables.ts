/** Members of an organization and what they sign in with. */
import type { Generated } from 'kysely';
import type { Later, Mode, Written } from './column-types.ts';

export type MemberTable = {
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
  password_failures: Generated<number>;
  readonly created_at: Written;
  disabled_at: Later;
  /** The row stays for the record that names its id; what it said of the person is gone. */
  removed_at: Later;
};

export type PasskeyTable = {
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
export type ChallengeTable = {
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
export type SignInThrottleTable = {
  /** Keyed hash of an account, of a network address, or of both together. */
  readonly key: Buffer;
  failures: number;
  last_failed_at: Date;
  /** Of an account and an address together: until when they count as known to each other. */
  familiar_until: Later;
};

export type SessionTable = {
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

export type ApiKeyTable = {
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
