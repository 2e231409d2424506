import type { OutageView } from '@vidimus/protocol';
import type { Locale } from '@vidimus/vocabulary';
import { sayMoment } from '../say.server.ts';
import { messagesSayer, sayPlace } from './say-place.server.ts';

export type OutageRow = {
  readonly id: string;
  readonly isOpen: boolean;
  readonly isOfRoute: boolean;
  /** What does not arrive, where. */
  readonly title: string;
  /** Since when, and how many. */
  readonly text: string;
  readonly where: string;
  readonly from: string;
  readonly until: string;
  readonly numbers: string;
  readonly end: string;
};

/** Outages in the reader's words. */
export function outageRows(outages: readonly OutageView[], locale: Locale): readonly OutageRow[] {
  const say = messagesSayer(locale);
  const count = new Intl.NumberFormat(locale);
  const percent = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 0 });
  return outages.map((one) => {
    const channel = say(`channel_${one.channel}`);
    const place = sayPlace(one, locale, say('everywhere'));
    const { settled, failed, usual_share: usual } = one.numbers;
    const numbers = { failed: count.format(failed), settled: count.format(settled) };
    const since = sayMoment(one.begun_at, locale);
    return {
      id: one.id,
      isOpen: one.ended_at === null,
      isOfRoute: one.route !== null,
      title:
        one.route === null
          ? say('outage_all', { channel, place })
          : say('outage_route', { route: one.route, channel, place }),
      text: say('outage_numbers', { since, ...numbers, usual: percent.format(usual) }),
      where: [channel, place, ...(one.route === null ? [] : [one.route])].join(' · '),
      from: since,
      until: one.ended_at === null ? say('outage_lasts') : sayMoment(one.ended_at, locale),
      numbers: say('failed_of', numbers),
      end: one.ended_because === null ? '–' : say(`end_${one.ended_because}`),
    };
  });
}
