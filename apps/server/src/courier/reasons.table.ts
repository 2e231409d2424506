/** What each reason of not arriving means for the next step. */
import type { UndeliveredReason } from '@vidimus/protocol';

export type ReasonRow = {
  /** Whether another route of the same channel may bring it there: not where the number itself is the reason. */
  readonly anotherRouteHelps: boolean;
  /** Whether it speaks against the route: counted towards its health. */
  readonly isRoutesFault: boolean;
};

const OF_THE_READER: ReasonRow = { anotherRouteHelps: false, isRoutesFault: false };
const OF_THE_ROUTE: ReasonRow = { anotherRouteHelps: true, isRoutesFault: true };

export const REASONS: Readonly<Record<UndeliveredReason, ReasonRow>> = {
  absent_subscriber: OF_THE_READER,
  number_not_in_service: OF_THE_READER,
  landline: OF_THE_READER,
  // Some routes end at the home network's border and others do not.
  roaming: { anotherRouteHelps: true, isRoutesFault: false },
  handset_full: OF_THE_READER,
  blocked_by_carrier: OF_THE_ROUTE,
  content_refused: OF_THE_ROUTE,
  throttled: OF_THE_ROUTE,
  expired_at_carrier: { anotherRouteHelps: true, isRoutesFault: false },
  mailbox_unknown: OF_THE_READER,
  mailbox_full: OF_THE_READER,
  mail_domain_unknown: OF_THE_READER,
  mail_refused: OF_THE_ROUTE,
  app_removed: OF_THE_READER,
  notifications_off: OF_THE_READER,
  route_failed: OF_THE_ROUTE,
  interrupted: { anotherRouteHelps: true, isRoutesFault: false },
  no_route: OF_THE_READER,
  carrier_gave_no_reason: OF_THE_ROUTE,
};
