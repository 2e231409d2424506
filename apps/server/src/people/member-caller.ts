/** A caller who is a person. */
import type { Caller } from '../http/caller.ts';

export type MemberCaller = Extract<Caller, { kind: 'member' }>;

/** Of a route that serves members alone; anybody else there is a bug of whatever let them in. */
export function memberCalling(caller: Caller): MemberCaller {
  if (caller.kind !== 'member') throw new Error(`a ${caller.kind} called a route of members`);
  return caller;
}
