/** Messages on their way, one-time codes, what bounds them, and who wants to be told of a change. */
import type { Channel, CodePurpose, DeliveryState, ReachedKind, UndeliveredReason } from '@vidimus/protocol';
import type { ContactKind } from '@vidimus/vocabulary';
import type { Generated } from 'kysely';
import type { Later, Mode, Written } from './column-types.ts';

/** Something that leaves the house. */
export type MessageTable = {
  readonly id: string;
  readonly organization_id: string;
  readonly mode: Mode;
  readonly purpose: 'code' | 'invitation' | 'notice';
  /** What it is about: a code, a member, a notice. Its erasure makes the address unreadable. */
  readonly object_id: string;
  readonly channel: Channel;
  readonly locale: string;
  readonly sealed_address: Buffer | null;
  /** Some bits of a keyed hash of the address: enough to count people, too few to tell one. Empty in rows from before it was kept. */
  readonly address_index: Buffer | null;
  /** Empty once nothing more is sent of it. */
  sealed_body: Buffer | null;
  readonly country: string | null;
  /** Calling code and the digits behind it that tell the carrier. */
  readonly prefix: string | null;
  state: DeliveryState;
  reason: UndeliveredReason | null;
  /** That it was handed to last. */
  route: string | null;
  handovers: Generated<number>;
  /** Times that a process died between handing over and writing down the answer. */
  interrupted: Generated<number>;
  /** When somebody has to look at it again. */
  due_at: Later;
  readonly expires_at: Date;
  /** Routes that other messages about the object took: taken last. */
  readonly avoid: string[];
  /** Routes that refused it, or did not confirm it. */
  given_up: Generated<string[]>;
  readonly created_at: Written;
  updated_at: Date;
};

/** Append-only. */
export type MessageEventTable = {
  readonly message_id: string;
  readonly organization_id: string;
  /** From 1. */
  readonly number: number;
  readonly at: Written;
  readonly state: DeliveryState;
  readonly route: string | null;
  readonly carrier_code: string | null;
  readonly reason: UndeliveredReason | null;
};

/** One handing over to one carrier. */
export type MessageHandoverTable = {
  readonly message_id: string;
  readonly organization_id: string;
  /** From 1. */
  readonly number: number;
  readonly route: string;
  /** The carrier's own, one a part of a long message; a receipt names one of them. */
  carrier_ids: Generated<string[]>;
  outcome: 'open' | 'interrupted' | 'postponed' | 'refused' | 'accepted' | 'delivered' | 'undelivered' | 'unconfirmed';
  reason: UndeliveredReason | null;
  readonly at: Written;
  answered_at: Later;
  ended_at: Later;
};

export type ContactCodeTable = {
  readonly id: string;
  readonly organization_id: string;
  readonly mode: Mode;
  readonly purpose: CodePurpose;
  readonly channel: Channel;
  locale: string;
  /** Number or address. */
  sealed_contact: Buffer;
  /** Keyed hash of the network address that it was asked for from: bounds resends, too. */
  readonly network_index: Buffer | null;
  country: string | null;
  prefix: string | null;
  /** Keyed hash of the code: enough to check one, too little to tell it. */
  verifier: Buffer;
  /** Why nothing was sent. */
  refused: 'country' | 'policy' | null;
  /** Whose step it is; null for one that was asked for by itself. */
  readonly verification_id: Generated<string | null>;
  readonly kind: Generated<ContactKind | null>;
  /** By which alone it may go, in this order; null for whatever reaches the contact. */
  readonly channels: Generated<Channel[] | null>;
  /** Where a message did not arrive, the next of `channels` is taken without asking. */
  readonly by_itself: Generated<boolean>;
  tries: Generated<number>;
  sends: Generated<number>;
  last_sent_at: Later;
  expires_at: Date;
  used_at: Later;
  readonly created_at: Written;
  /** Of its page; null where it has none of its own. */
  readonly token_hash: Buffer | null;
  readonly return_url: string | null;
  /** Another contact to go on with, and of which kind it is. */
  readonly sealed_alternative: Buffer | null;
  readonly alternative_kind: ReachedKind | null;
  /** Of the digits that go there; null until they went. */
  alternative_verifier: Buffer | null;
  /** Whether the person may correct the contact. */
  readonly correctable: Generated<boolean>;
  corrected: Generated<number>;
  /** The last time, by the real clock, as messages keep it. */
  corrected_at: Later;
  /** Which contact the accepted code had gone to. */
  reached: ReachedKind | null;
};

/** How many messages went to one key (a number, a prefix, a country …) in one window of time. */
export type SendCountTable = {
  readonly organization_id: string;
  readonly key: Buffer;
  readonly window_ends: Date;
  sent: number;
};

/** Somebody whose country is not served wants to be told when it is. */
export type ChangeNoticeTable = {
  readonly id: string;
  readonly organization_id: string;
  readonly mode: Mode;
  readonly policy_id: string;
  readonly residence: string;
  readonly locale: string;
  readonly email_index: Buffer;
  readonly sealed_email: Buffer;
  /** Of the link to be forgotten by. */
  readonly token_hash: Buffer;
  readonly created_at: Written;
  keep_until: Date;
  told_at: Later;
};
