/** Who asked, as the record names them. */
import type { Actor } from '../audit/audit.ts';
import type { Caller } from '../http/caller.ts';

export function actorOf(caller: Caller): Actor {
  // An account is an applicant's.
  return { kind: caller.kind === 'account' ? 'applicant' : caller.kind, id: caller.id };
}
