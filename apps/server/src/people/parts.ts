/** What people's part of the server is handed. */
import type { AuditLog } from '../audit/audit.ts';
import type { Clock } from '../clock.ts';
import type { DatabaseTransaction, Scope } from '../db/transaction.ts';
import type { Vault } from '../vault/vault.ts';
import type { RelyingParty } from './passkey.ts';
import type { Random } from './secret-token.ts';

/** Runs work in a transaction of its own; for routes that have none yet. */
export type InScope = <T>(scope: Scope, work: (trx: DatabaseTransaction) => Promise<T>) => Promise<T>;

/** Wired once. */
export type PeopleParts = {
  readonly vault: Vault;
  readonly audit: AuditLog;
  readonly inScope: InScope;
  /** The true time: the clock that test mode sets must not lengthen a session. */
  readonly clock: Clock;
  readonly random: Random;
  readonly relyingParty: RelyingParty;
};

/** Where a member belongs. */
export type MemberPlace = { readonly organizationId: string; readonly memberId: string };
