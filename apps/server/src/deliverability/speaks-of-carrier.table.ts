/** Whether a reason of not arriving says something about the carrier. */
import type { UndeliveredReason } from '@vidimus/protocol';

/**
 * `false`: the carrier looked the number, mailbox or app up and answered, so that it works; nothing is learned from it. One telephone that is off says
 * little, many of one prefix at once say that its network is: absent subscribers count.
 */
export const SPEAKS_OF_CARRIER: Readonly<Record<UndeliveredReason, boolean>> = {
  absent_subscriber: true,
  number_not_in_service: false,
  landline: false,
  roaming: true,
  handset_full: false,
  blocked_by_carrier: true,
  content_refused: true,
  throttled: true,
  expired_at_carrier: true,
  mailbox_unknown: false,
  mailbox_full: false,
  mail_domain_unknown: false,
  mail_refused: true,
  app_removed: false,
  notifications_off: false,
  route_failed: true,
  interrupted: true,
  no_route: false,
  carrier_gave_no_reason: true,
};
