/** Who asked, as the record names them. */
import type { Actor } from '../audit/audit.ts';
import type { Caller } from '../http/caller.ts';

export function actorOf(caller: Caller): Actor {
  // An account is an applicant's, and whoever waits for a code is one, too.
  const isApplicant = caller.kind === 'account' || caller.kind === 'recipient';
  return { kind: isApplicant ? 'applicant' : caller.kind, id: caller.id };
}
