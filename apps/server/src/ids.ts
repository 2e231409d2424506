/** Ids that say what they name and sort by when they were made, e.g. `ver_01J9ZK…` (a ULID after the prefix). */
import { monotonicFactory, type ULIDFactory } from 'ulid';

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
  device_trouble: 'dtr',
  event: 'evt',
  webhook_endpoint: 'whe',
  webhook_delivery: 'whd',
  message: 'msg',
  contact_code: 'cod',
  change_notice: 'noc',
  account: 'acc',
  account_way: 'way',
  account_session: 'acs',
  account_recovery: 'rcv',
  outage: 'out',
} as const;
export type IdKind = keyof typeof PREFIXES;

/** An id of that kind; `now` in milliseconds since 1970. Of one moment, those made later in this process sort later. */
export function newId(kind: IdKind, now: number): string {
  return `${PREFIXES[kind]}_${countingFrom(now)(now)}`;
}

/**
 * Clocks of test mode stand still, beside one that goes: each moment counts for itself. The moments that were used last are
 * remembered, so that one which stands still is not forgotten while others pass. About 200 bytes each.
 */
const MOMENTS_REMEMBERED = 10_000;
const counting = new Map<number, ULIDFactory>();

function countingFrom(now: number): ULIDFactory {
  const factory = counting.get(now) ?? monotonicFactory();
  counting.delete(now);
  counting.set(now, factory);
  const [oldest] = counting.keys();
  if (counting.size > MOMENTS_REMEMBERED && oldest !== undefined) counting.delete(oldest);
  return factory;
}
