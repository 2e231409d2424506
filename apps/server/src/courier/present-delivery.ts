/** A message with its history, as it is told. */
import type { DeliveryEventView, DeliveryView } from '@vidimus/protocol';
import { LOCALES, type Locale } from '@vidimus/vocabulary';
import { DELIVERY_WORDS } from './delivery-words.table.ts';
import type { MessageEventRow, MessageRow } from './store.ts';

/** In the language of the message. */
export function presentDelivery(row: MessageRow, events: readonly MessageEventRow[]): DeliveryView {
  const locale = localeOf(row.locale);
  return {
    channel: row.channel,
    state: row.state,
    reason: row.reason,
    route: row.route,
    confirm_by: row.state === 'accepted' ? (row.due_at?.toISOString() ?? null) : null,
    created_at: row.created_at.toISOString(),
    history: events.map((event) => presentEvent(event, locale)),
  };
}

/** The language of a column; its words were checked when they were written. */
export function localeOf(column: string): Locale {
  return LOCALES.find((known) => known === column) ?? 'en';
}

/** Bad news says why; what goes on after it needs no second sentence. */
function presentEvent(event: MessageEventRow, locale: Locale): DeliveryEventView {
  const { states, reasons } = DELIVERY_WORDS[locale];
  const reason = event.reason === null ? undefined : reasons[event.reason];
  const words = states[event.state];
  return {
    at: event.at.toISOString(),
    state: event.state,
    route: event.route,
    carrier_code: event.carrier_code,
    reason: event.reason,
    words: reason === undefined ? words : `${words}: ${reason.words}`,
    next_step: reason?.next ?? null,
  };
}
