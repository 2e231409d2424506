/** Why a code was not sent, did not arrive, or was not accepted: registered reasons with their evidence. */
import type { Channel, ReasonView } from '@vidimus/protocol';
import {
  type Evidence,
  type Locale,
  type NonEmpty,
  type ReasonCode,
  reasonEntry,
  renderReason,
} from '@vidimus/vocabulary';
import { DELIVERY_WORDS } from '../courier/delivery-words.table.ts';
import type { MessageEventRow, MessageRow } from '../courier/store.ts';
import { CODE_TRIES } from './code.ts';
import type { TryResult } from './store.ts';

type Place = { readonly locale: Locale; readonly operator: string };

/** 51: no route goes to that country by that channel. */
export function countryNotSupported(
  of: { readonly country: string | null; readonly channel: Channel; readonly others: readonly Channel[] },
  place: Place,
): ReasonView {
  const country = of.country ?? 'unknown';
  const facts = { country, channel: of.channel, ...(of.others.length === 0 ? {} : { channels: [...of.others] }) };
  const evidence: Evidence = { measure: 'country of the phone number', observed: country, threshold: 'routes', facts };
  return viewOf('contact_country_not_supported', [evidence], place);
}

/** 51: the rules of whoever asks take no number of that country. */
export function countryNotTaken(
  { country }: { readonly country: string | null },
  channel: Channel,
  place: Place,
): ReasonView {
  const observed = country ?? 'unknown';
  const facts = { country: observed, channel, why: 'policy' };
  const evidence: Evidence = { measure: 'country of the phone number', observed, threshold: 'policy', facts };
  return viewOf('contact_country_not_supported', [evidence], place);
}

/** 52: what the carrier said of the newest message, or that it said nothing. Nothing where it may still arrive. */
export function notDelivered(
  newest: { readonly row: MessageRow; readonly events: readonly MessageEventRow[] } | undefined,
  place: Place,
): ReasonView | undefined {
  if (newest === undefined) return undefined;
  const { row, events } = newest;
  if (row.state !== 'undelivered' && row.state !== 'unconfirmed' && row.state !== 'expired') return undefined;
  const { states, reasons } = DELIVERY_WORDS[place.locale];
  const status = row.reason === null ? states[row.state] : reasons[row.reason].words;
  const said = events.findLast(({ carrier_code }) => carrier_code !== null)?.carrier_code;
  const evidence: Evidence = {
    measure: `delivery by ${row.channel}`,
    observed: said ?? row.state,
    facts: { status, channel: row.channel },
  };
  return viewOf('code_not_delivered', [evidence], place);
}

/** 53: wrong, run out or used; `seconds`: after which another can be had. */
export function notAccepted(
  of: {
    readonly result: Exclude<TryResult, 'accepted' | 'refused'>;
    readonly triesLeft: number;
    readonly seconds: number;
  },
  place: Place,
): ReasonView {
  const why = of.result === 'tries_used' ? 'wrong' : of.result;
  const evidence: Evidence = {
    measure: 'one-time code',
    observed: of.result,
    threshold: CODE_TRIES,
    facts: { why, tries: of.triesLeft, seconds: of.seconds },
  };
  return viewOf('code_not_accepted', [evidence], place);
}

function viewOf(code: ReasonCode, evidence: NonEmpty<Evidence>, { locale, operator }: Place): ReasonView {
  const { number, class: reasonClass, disclosure } = reasonEntry(code);
  const {
    heading,
    applicant,
    reviewer,
    operator: forOperator,
  } = renderReason({ code, evidence }, locale, { operator });
  return {
    code,
    number,
    class: reasonClass,
    disclosure,
    heading,
    message: applicant,
    reviewer_message: reviewer,
    operator_message: forOperator,
    evidence: [...evidence],
  };
}
