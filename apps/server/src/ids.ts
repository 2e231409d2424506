/** Ids that say what they name and sort by when they were made, e.g. `ver_01J9ZK…` (a ULID after the prefix). */
import { monotonicFactory, ulid } from 'ulid';

const PREFIXES = {
  organization: 'org',
  member: 'mem',
  passkey: 'psk',
  challenge: 'chl',
  session: 'ses',
  api_key: 'key',
  data_key: 'dak',
  policy: 'pol',
  applicant: 'app',
  verification: 'ver',
  attempt: 'att',
  media: 'med',
  decision: 'dec',
  report: 'rep',
  review: 'rev',
  appeal: 'apl',
  event: 'evt',
  webhook_endpoint: 'whe',
  webhook_delivery: 'whd',
} as const;
export type IdKind = keyof typeof PREFIXES;

/** Makes ids of one kind of object after another; `now` in milliseconds since 1970. */
export function newId(kind: IdKind, now: number): string {
  return `${PREFIXES[kind]}_${ulid(now)}`;
}

/** Makes ids as `newId` does, which also sort by order within one millisecond: for what is told one after the other. */
export function idsInOrder(): typeof newId {
  const next = monotonicFactory();
  return (kind, now) => `${PREFIXES[kind]}_${next(now)}`;
}
