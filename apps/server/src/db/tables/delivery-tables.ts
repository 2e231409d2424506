/** What became of messages, hour by hour, and outages of carriers. Counts alone: of numbers no more than the prefix. */
import type { Channel, OutageEnd, UndeliveredReason } from '@vidimus/protocol';
import type { Later, Mode, Written } from './column-types.ts';

/** One cell: so many messages, or handings over to a carrier, of one hour went like this. Counted anew while messages of that hour change. */
export type DeliveryCountTable = {
  readonly organization_id: string;
  readonly mode: Mode;
  /** In which the messages were made. */
  readonly hour: Date;
  readonly counted: 'message' | 'handover';
  readonly channel: Channel;
  readonly country: string | null;
  readonly prefix: string | null;
  /** Of a handing over. */
  readonly route: string | null;
  /** `untold`: taken by a route that never tells whether it arrived. `pending`: not known yet. */
  readonly outcome: 'delivered' | 'undelivered' | 'unconfirmed' | 'pending' | 'untold';
  readonly reason: UndeliveredReason | 'not_sent_in_time' | null;
  /** The end of the span of seconds in which the receipt came; null where none came. */
  readonly within_seconds: number | null;
  readonly count: number;
  /** Of these, those that carried a code. */
  readonly codes: number;
  /** Of these, those that were the last before their code was entered. */
  readonly entered: number;
  /** Of all together, in the operator's currency. */
  readonly cost: number;
};

/** Up to when the messages of an organization are counted. */
export type DeliveryWatchTable = { readonly organization_id: string; counted_until: Date };

/** Messages to a place stopped arriving: by every route (`route` is null), or by one. */
export type OutageTable = {
  readonly id: string;
  readonly organization_id: string;
  readonly mode: Mode;
  readonly channel: Channel;
  readonly country: string | null;
  readonly prefix: string | null;
  readonly route: string | null;
  /** Since the last that arrived, or the first that did not. */
  readonly begun_at: Written;
  readonly seen_at: Written;
  ended_at: Later;
  ended_because: OutageEnd | null;
  /** Of numbers, the share that usually gets nothing there. */
  readonly usual_share: number;
  /** Since it began: numbers of which it is known, and of these the ones that got nothing. */
  settled: number;
  failed: number;
  last_settled_at: Date;
};
