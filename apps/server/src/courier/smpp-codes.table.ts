/** What SMPP's numbers mean for the next step. */
import type { UndeliveredReason } from '@vidimus/protocol';

/** Answers to submit_sm (SMPP 3.4 §5.1.3); `later`: the same may be taken after a while. */
export type StatusRow = { readonly reason: UndeliveredReason; readonly later?: true };
export const COMMAND_STATUSES: Readonly<Record<number, StatusRow>> = {
  1: { reason: 'content_refused' }, // ESME_RINVMSGLEN
  4: { reason: 'route_failed', later: true }, // ESME_RINVBNDSTS
  8: { reason: 'route_failed', later: true }, // ESME_RSYSERR
  10: { reason: 'route_failed' }, // ESME_RINVSRCADR
  11: { reason: 'number_not_in_service' }, // ESME_RINVDSTADR
  20: { reason: 'throttled', later: true }, // ESME_RMSGQFUL
  69: { reason: 'route_failed' }, // ESME_RSUBMITFAIL
  88: { reason: 'throttled', later: true }, // ESME_RTHROTTLED
  100: { reason: 'route_failed', later: true }, // ESME_RX_T_APPN
  101: { reason: 'blocked_by_carrier' }, // ESME_RX_P_APPN
  102: { reason: 'blocked_by_carrier' }, // ESME_RX_R_APPN
  254: { reason: 'carrier_gave_no_reason' }, // ESME_RDELIVERYFAILURE
};
export const OTHER_STATUS: StatusRow = { reason: 'route_failed' };

/** States of a receipt (SMPP 3.4 §5.2.28), and the words that stand for them in its text (appendix B). */
export const MESSAGE_STATES: Readonly<Record<string, 'delivered' | 'on_its_way' | UndeliveredReason>> = {
  1: 'on_its_way',
  ENROUTE: 'on_its_way',
  2: 'delivered',
  DELIVRD: 'delivered',
  3: 'expired_at_carrier',
  EXPIRED: 'expired_at_carrier',
  4: 'carrier_gave_no_reason',
  DELETED: 'carrier_gave_no_reason',
  5: 'carrier_gave_no_reason',
  UNDELIV: 'carrier_gave_no_reason',
  6: 'on_its_way',
  ACCEPTD: 'on_its_way',
  7: 'on_its_way',
  UNKNOWN: 'on_its_way',
  8: 'blocked_by_carrier',
  REJECTD: 'blocked_by_carrier',
};

/**
 * Errors of the network, as GSM carriers give them on in receipts (3GPP TS 29.002 §17.6.6). Others number them their own way: a
 * route's configuration goes before this table.
 */
export const NETWORK_ERRORS: Readonly<Record<number, UndeliveredReason>> = {
  1: 'number_not_in_service', // unknownSubscriber
  5: 'number_not_in_service', // unidentifiedSubscriber
  6: 'absent_subscriber', // absentSubscriberSM
  8: 'roaming', // roamingNotAllowed
  9: 'number_not_in_service', // illegalSubscriber
  11: 'blocked_by_carrier', // teleserviceNotProvisioned
  12: 'blocked_by_carrier', // illegalEquipment
  13: 'blocked_by_carrier', // callBarred
  21: 'blocked_by_carrier', // facilityNotSupported
  27: 'absent_subscriber', // absentSubscriber
  31: 'absent_subscriber', // subscriberBusyForMT-SMS
  32: 'handset_full', // sm-DeliveryFailure
  33: 'handset_full', // messageWaitingListFull
  34: 'route_failed', // systemFailure
};
