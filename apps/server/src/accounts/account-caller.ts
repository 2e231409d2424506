/** A caller who is signed in to an account. */
import type { Caller } from '../http/caller.ts';
import type { AccountCaller } from './account-sessions-store.ts';
import type { AccountPlace } from './parts.ts';

/** Of a route that serves accounts alone; anybody else there is a bug of whatever let them in. */
export function accountCalling(caller: Caller): AccountPlace & Pick<AccountCaller, 'sessionId'> {
  if (caller.kind !== 'account') throw new Error(`a ${caller.kind} called a route of accounts`);
  const { organizationId, mode, id: accountId, sessionId } = caller;
  return { organizationId, mode, accountId, sessionId };
}
