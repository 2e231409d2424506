/** An organization, its data keys, and what belongs to the whole installation. */
import type { Generated } from 'kysely';
import type { Later, Written } from './column-types.ts';

export type OrganizationTable = {
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
  /** Where applicants may be led back to; empty: to any https address. */
  return_hosts: Generated<string[]>;
  /** Of the policy that a verification is made under where none is named. */
  default_policy: string | null;
};

export type DataKeyTable = {
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

export type IdempotencyTable = {
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

/** Where the clock of an organization's test mode stands. */
export type TestClockTable = { readonly organization_id: string; now: Date };

/** Small facts about the installation that must not be made twice, e.g. which demonstration was set up. */
export type InstallationTable = { readonly name: string; value: string };
