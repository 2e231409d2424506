/** Names of members, for whoever may know them. */
import type { DatabaseTransaction } from '../db/transaction.ts';
import type { Caller } from '../http/caller.ts';
import type { Vault } from '../vault/vault.ts';
import { readMember } from './members-store.ts';

/** The name of a member; null for an API key, and for whom this caller may not see. */
export type NameMember = (id: string) => Promise<string | null>;

/** Colleagues are known to one another; a key needs the right to members. */
export function namesFor(vault: Vault, trx: DatabaseTransaction, caller: Caller): NameMember {
  const mayName = caller.kind === 'member' || (caller.kind === 'api_key' && caller.rights.has('members:read'));
  return async (memberId) => {
    if (!mayName || !memberId.startsWith('mem_')) return null;
    const member = await readMember(trx, vault, { organizationId: caller.organizationId, memberId });
    return member?.person?.name ?? null;
  };
}
