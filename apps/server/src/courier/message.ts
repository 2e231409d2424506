/**
 * A message on its way: its states, and what leads from one to another. Pure: knows neither SQL nor network, and is handed the time.
 * Drawn in message.mermaid.
 */
import type { Result } from '@vidimus/engine/standards';
import type { DeliveryState, UndeliveredReason } from '@vidimus/protocol';

/** What decides about the next step. */
export type Message = {
  readonly state: DeliveryState;
  /** Of the last bad news, until it is handed over again. */
  readonly reason: UndeliveredReason | null;
  /** That it was handed to last. */
  readonly route: string | null;
  readonly handovers: number;
  readonly interrupted: number;
  /** Queued: not before. Sent: until when an answer counts as on its way. Accepted: by when the route usually confirms. */
  readonly dueAt: Date | null;
  readonly expiresAt: Date;
  /** Routes that refused it, or did not confirm it. */
  readonly givenUp: readonly string[];
};

export type MessageCommand =
  | { readonly do: 'hand_over'; readonly route: string; readonly now: Date }
  /** `confirmBy`: null where the route never tells that a message arrived. */
  | { readonly do: 'accept'; readonly confirmBy: Date | null }
  /** The carrier is busy, or cannot be reached: not the message's fault. */
  | { readonly do: 'postpone'; readonly reason: UndeliveredReason; readonly until: Date; readonly now: Date }
  /** `another`: a route that did not have it yet may do better. */
  | { readonly do: 'refuse'; readonly reason: UndeliveredReason; readonly another: boolean; readonly now: Date }
  /** The process died while the carrier's answer was to come. */
  | { readonly do: 'take_up'; readonly now: Date }
  | { readonly do: 'miss_receipt'; readonly another: boolean; readonly now: Date }
  /** `route`: the one that told. */
  | { readonly do: 'confirm'; readonly route: string }
  | {
      readonly do: 'fail';
      readonly route: string;
      readonly reason: UndeliveredReason;
      readonly another: boolean;
      readonly now: Date;
    }
  /** No route serves it, or none is left. */
  | { readonly do: 'give_up'; readonly reason: UndeliveredReason }
  | { readonly do: 'expire'; readonly now: Date };

export type MessageRefused = {
  readonly code: 'message.not-from-here';
  readonly command: MessageCommand['do'];
  readonly state: DeliveryState;
};

/** What stands in the history; `at` and the carrier's code are added by whoever writes it. */
export type MessageNews = {
  readonly state: DeliveryState;
  readonly route: string | null;
  readonly reason: UndeliveredReason | null;
};
export type MessageChange = { readonly message: Message; readonly news: readonly MessageNews[] };

/** How long a carrier's answer may take; every adapter gives up sooner. After it whoever was to write it down counts as dead. */
export const ANSWER_MS = 30_000;

/** A message that nobody has touched. */
export function newMessage(now: Date, expiresAt: Date): Message {
  return {
    state: 'queued',
    reason: null,
    route: null,
    handovers: 0,
    interrupted: 0,
    dueAt: now,
    expiresAt,
    givenUp: [],
  };
}

/** Nothing is sent of it any more. A late receipt may still say that it arrived. */
export function isOver({ state }: Pick<Message, 'state'>): boolean {
  return state === 'delivered' || state === 'undelivered' || state === 'expired' || state === 'unconfirmed';
}

/** The message after the command, with what is to be told; or why not. */
export function changeMessage(from: Message, command: MessageCommand): Result<MessageChange, MessageRefused> {
  if (!FROM[command.do].includes(from.state)) {
    return { ok: false, error: { code: 'message.not-from-here', command: command.do, state: from.state } };
  }
  return { ok: true, value: applied(from, command) };
}

const FROM: Readonly<Record<MessageCommand['do'], readonly DeliveryState[]>> = {
  hand_over: ['queued'],
  accept: ['sent'],
  postpone: ['sent'],
  refuse: ['sent'],
  take_up: ['sent'],
  miss_receipt: ['accepted'],
  // Carriers are late, and tell twice: that it arrived is true whenever it is told.
  confirm: ['queued', 'sent', 'accepted', 'undelivered', 'expired', 'unconfirmed'],
  fail: ['queued', 'sent', 'accepted', 'undelivered', 'expired', 'unconfirmed'],
  give_up: ['queued'],
  expire: ['queued'],
};

function applied(from: Message, command: MessageCommand): MessageChange {
  switch (command.do) {
    case 'hand_over':
      return told({
        ...from,
        state: 'sent',
        reason: null,
        route: command.route,
        handovers: from.handovers + 1,
        dueAt: later(command.now, ANSWER_MS),
      });
    case 'accept':
      return told({ ...from, state: 'accepted', reason: null, dueAt: command.confirmBy });
    case 'postpone':
      return told({ ...from, state: 'queued', reason: command.reason, dueAt: latest(command.until, command.now) });
    case 'refuse':
      return failed(from, command);
    case 'take_up':
      return takenUp(from, command.now);
    case 'miss_receipt':
      return missed(from, command);
    case 'confirm':
      return told({ ...from, state: 'delivered', route: command.route, reason: null, dueAt: null });
    case 'fail':
      return failedLater(from, command);
    case 'give_up':
      return told({ ...from, state: 'undelivered', reason: command.reason, dueAt: null });
    case 'expire':
      return told({ ...from, state: 'expired', dueAt: null });
  }
}

/** Once more is one duplicate at most; twice would be one too many. */
function takenUp(from: Message, now: Date): MessageChange {
  const interrupted = from.interrupted + 1;
  if (interrupted > 1) {
    return told({ ...from, interrupted, state: 'unconfirmed', reason: 'interrupted', dueAt: null });
  }
  return told({ ...from, interrupted, state: 'queued', reason: 'interrupted', dueAt: now });
}

function missed(from: Message, { another, now }: { readonly another: boolean; readonly now: Date }): MessageChange {
  const unconfirmed: Message = { ...from, state: 'unconfirmed', dueAt: null, givenUp: withRoute(from) };
  if (!another || now >= from.expiresAt) return told(unconfirmed);
  const queued: Message = { ...unconfirmed, state: 'queued', dueAt: now };
  return { message: queued, news: [newsOf(unconfirmed), newsOf(queued)] };
}

type Failure = { readonly reason: UndeliveredReason; readonly another: boolean; readonly now: Date };

function failed(from: Message, { reason, another, now }: Failure): MessageChange {
  const undelivered: Message = { ...from, state: 'undelivered', reason, dueAt: null, givenUp: withRoute(from) };
  if (!another || now >= from.expiresAt) return told(undelivered);
  const queued: Message = { ...undelivered, state: 'queued', dueAt: now };
  return { message: queued, news: [newsOf(undelivered), newsOf(queued)] };
}

/** What an earlier route tells after a later one took over is history, and decides nothing. */
function failedLater(from: Message, failure: Failure & { readonly route: string }): MessageChange {
  const isOfThisRoute = failure.route === from.route;
  if (isOfThisRoute && (from.state === 'accepted' || from.state === 'sent')) return failed(from, failure);
  const news: MessageNews = { state: 'undelivered', route: failure.route, reason: failure.reason };
  if (isOfThisRoute && from.state === 'unconfirmed') {
    return { message: { ...from, state: 'undelivered', reason: failure.reason }, news: [news] };
  }
  return { message: from, news: [news] };
}

function told(message: Message): MessageChange {
  return { message, news: [newsOf(message)] };
}

function newsOf({ state, route, reason }: Message): MessageNews {
  return { state, route, reason };
}

function withRoute({ givenUp, route }: Message): readonly string[] {
  return route === null || givenUp.includes(route) ? givenUp : [...givenUp, route];
}

function later(from: Date, ms: number): Date {
  return new Date(from.getTime() + ms);
}

function latest(a: Date, b: Date): Date {
  return a > b ? a : b;
}
