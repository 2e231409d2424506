/** Who asked, as the record names them. */
import type { Actor } from '../audit/audit.ts';
import type { Caller } from '../http/caller.ts';

export function actorOf(caller: Caller): Actor {
  return { kind: caller.kind, id: caller.id };
}
