/** What a channel's adapter can do. Every adapter passes the same contract suite (`carrier-contract.fixture.ts`). */
import type { Channel, UndeliveredReason } from '@vidimus/protocol';

/** `to`: in E.164 (`+50688880001`), an e-mail address, or the operator’s own reference of an app. */
export type Handover = {
  /** Of the message: a carrier that knows it twice may drop the second. */
  readonly reference: string;
  readonly to: string;
  readonly body: MessageBody;
};

/** `subject` and `forgetUrl` are mail's. */
export type MessageBody = {
  readonly text: string;
  readonly subject?: string | undefined;
  /** RFC 8058: a POST to it takes the reader off the list. */
  readonly forgetUrl?: string | undefined;
};

/** `code` is the carrier's own word, bounded and without anything that it may quote of the message or its reader. */
export type HandedOver =
  | { readonly kind: 'accepted'; readonly carrierIds: readonly string[]; readonly code: string }
  /** For good, on this route. */
  | { readonly kind: 'refused'; readonly reason: UndeliveredReason; readonly code: string }
  /** Nothing was taken; the same may do better after a while. */
  | {
      readonly kind: 'later';
      readonly reason: UndeliveredReason;
      readonly code: string;
      readonly afterMs?: number | undefined;
    }
  /** The connection broke after it was handed over: whether it was taken is not known. */
  | { readonly kind: 'unknown'; readonly code: string };

/** Owns connections. Does not throw for what the network does. */
export type Carrier = {
  readonly name: string;
  readonly channel: Channel;
  /** Answers within 25 s (a little less than `ANSWER_MS`). */
  readonly handOver: (handover: Handover, signal: AbortSignal) => Promise<HandedOver>;
  readonly close: () => Promise<void>;
};

/** What a carrier tells afterwards. */
export type Receipt = {
  readonly route: string;
  readonly carrierId: string;
  readonly code: string;
} & (
  | { readonly outcome: 'delivered' }
  | { readonly outcome: 'on_its_way' }
  | { readonly outcome: 'undelivered'; readonly reason: UndeliveredReason }
);

/** `unknown`: no message of ours has that id, or not yet. */
export type TakeReceipt = (receipt: Receipt) => Promise<'recorded' | 'unknown'>;
