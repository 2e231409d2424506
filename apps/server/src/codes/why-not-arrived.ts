/** Why nothing was sent of a code, or the newest message of it did not arrive. */
import type { Channel, ReasonView } from '@vidimus/protocol';
import type { Locale } from '@vidimus/vocabulary';
import type { MessageEventRow, MessageRow } from '../courier/store.ts';
import { countryNotSupported, countryNotTaken, notDelivered } from './code-reasons.ts';
import type { CodeRow } from './store.ts';

/** Undefined where it may still arrive. `others`: channels that reach the contact. */
export function whyNotArrived(
  row: Pick<CodeRow, 'refused' | 'country'>,
  of: {
    readonly channel: Channel;
    readonly others: readonly Channel[];
    readonly newest: { readonly row: MessageRow; readonly events: readonly MessageEventRow[] } | undefined;
  },
  place: { readonly locale: Locale; readonly operator: string },
): ReasonView | undefined {
  const { channel, others, newest } = of;
  switch (row.refused) {
    case 'policy':
      return countryNotTaken(row, channel, place);
    case 'country':
      return countryNotSupported({ country: row.country, channel, others }, place);
    case null:
      return notDelivered(newest, place);
  }
}
