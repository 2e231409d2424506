/** Who asked, as the record names them. */
import type { Actor } from '../audit/audit.ts';
import type { Caller } from '../http/caller.ts';

export function actorOf(caller: Caller): Actor {
  // Whoever waits for a code is an applicant, too.
  return { kind: caller.kind === 'recipient' ? 'applicant' : caller.kind, id: caller.id };
}
