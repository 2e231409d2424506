/** The figures as a page shows them: headline, charts, and the table of countries, prefixes and routes. */
import type { Deliverability, DeliveryFigures } from '@vidimus/protocol';
import type { Locale } from '@vidimus/vocabulary';
import type { Bar } from '../charts/bar-chart.tsx';
import type { ChartTable } from '../charts/chart-figure.tsx';
import type { Cell } from '../charts/csv.ts';
import type { Series } from '../charts/line-chart.tsx';
import { saySpan } from '../numbers/say-span.ts';
import { sayCountry, sayDay } from '../say.server.ts';
import { type MessagesSayer, messagesSayer, sayPrefix } from './say-place.server.ts';

/** Tables that can be had as files, by the name that stands in the address. */
export const TABLES = ['times', 'countries', 'places', 'routes', 'reasons'] as const;
export type TableName = (typeof TABLES)[number];

export type Figure = { readonly key: string; readonly label: string; readonly shown: string; readonly note: string };
export type Bars = { readonly bars: readonly Bar[]; readonly description: string };
/** A prefix, or beneath it a route. */
export type PlaceRow = {
  readonly key: string;
  readonly isRoute: boolean;
  readonly name: string;
  /** What should be seen at it. */
  readonly sign: string | null;
  readonly cells: readonly string[];
};
export type CountryView = {
  readonly key: string;
  readonly name: string;
  readonly shown: string;
  readonly rows: readonly PlaceRow[];
  readonly leftOut: string | null;
};
export type MessagesView = {
  readonly figures: readonly Figure[];
  readonly times: {
    readonly labels: readonly string[];
    readonly series: readonly Series[];
    readonly description: string;
  };
  readonly countries: Bars;
  readonly routes: Bars;
  readonly reasons: Bars;
  readonly places: { readonly head: readonly string[]; readonly countries: readonly CountryView[] };
  readonly tables: Readonly<Record<TableName, ChartTable>>;
};

/** Of a list of countries; the table has all of them. */
const MOST_BARS = 12;

export function messagesView(told: Deliverability, locale: Locale): MessagesView {
  const say = messagesSayer(locale);
  const shower = showerOf(locale, told.currency, say);
  const { whole } = told;
  const known = whole.delivered + whole.undelivered + whole.unconfirmed;
  const names = told.countries.map(({ country }) =>
    country === null ? say('no_country') : sayCountry(country, locale),
  );
  const reasons = whole.reasons.map(({ reason, count }) => ({ reason, count, name: say(`reason_${reason}`) }));
  const bars = (rows: readonly { readonly name: string; readonly figures: DeliveryFigures }[]): Bars => ({
    bars: rows.slice(0, MOST_BARS).map(({ name, figures }) => ({
      key: name,
      label: name,
      value: figures.delivered_share,
      shown: shower.shareOf(figures),
    })),
    description: say('bars_described', { count: rows.length }),
  });
  return {
    figures: [
      {
        key: 'arrived',
        label: say('arrived'),
        shown: shower.rate(whole.delivered_share),
        note: say('arrived_note', { arrived: shower.count(whole.delivered), known: shower.count(known) }),
      },
      {
        key: 'time',
        label: say('time'),
        shown: shower.span(whole.seconds_to_delivery.median),
        note:
          whole.seconds_to_delivery.p95 === null
            ? ''
            : say('time_note', { p95: shower.span(whole.seconds_to_delivery.p95) }),
      },
      {
        key: 'entered',
        label: say('entered'),
        shown: shower.rate(whole.conversion),
        note: say('entered_note', { entered: shower.count(whole.entered), codes: shower.count(whole.codes) }),
      },
      { key: 'cost', label: say('cost'), shown: shower.money(whole.cost), note: say('cost_note') },
      {
        key: 'sent',
        label: say('sent'),
        shown: shower.count(whole.sent),
        note: say('sent_note', { pending: shower.count(whole.pending), untold: shower.count(whole.untold) }),
      },
    ],
    times: {
      labels: told.times.map(({ from }) => sayStep(from, told, locale)),
      series: [
        { key: 'sent', label: say('sent'), values: told.times.map(({ sent }) => sent) },
        {
          key: 'not_arrived',
          label: say('not_arrived'),
          values: told.times.map(({ undelivered, unconfirmed }) => undelivered + unconfirmed),
        },
        { key: 'arrived', label: say('arrived'), values: told.times.map(({ delivered }) => delivered) },
      ],
      description: say('times_described', {
        sent: shower.count(whole.sent),
        arrived: shower.count(whole.delivered),
        not_arrived: shower.count(whole.undelivered + whole.unconfirmed),
      }),
    },
    countries: bars(told.countries.map(({ figures }, index) => ({ name: names[index] ?? '', figures }))),
    routes: bars(told.routes.map(({ route, figures }) => ({ name: route, figures }))),
    reasons: {
      bars: reasons.map(({ reason, name, count }) => ({
        key: reason,
        label: name,
        value: count,
        shown: shower.count(count),
      })),
      description: say('bars_described', { count: reasons.length }),
    },
    places: {
      head: [say('place'), ...COLUMNS.map((column) => say(column))],
      countries: told.countries.map(({ country, figures, prefixes, prefixes_left_out: leftOut }, index) => ({
        key: country ?? 'none',
        name: names[index] ?? '',
        shown: `${say('sent')}: ${shower.count(figures.sent)} · ${say('arrived')}: ${shower.rate(figures.delivered_share)}`,
        rows: prefixes.flatMap((one) => prefixRows(one, say, shower)),
        leftOut: leftOut === 0 ? null : say('left_out', { count: leftOut }),
      })),
    },
    tables: {
      times: {
        head: [say('moment'), say('sent'), say('arrived'), say('undelivered'), say('unconfirmed')],
        rows: told.times
          .filter(({ sent }) => sent > 0)
          .map(({ from, sent, delivered, undelivered, unconfirmed }) => [
            from,
            sent,
            delivered,
            undelivered,
            unconfirmed,
          ]),
      },
      countries: {
        head: [say('place'), ...NUMBERS.map((column) => say(column))],
        rows: told.countries.map(({ figures }, index) => [names[index] ?? '', ...numbersOf(figures)]),
      },
      places: {
        head: [say('place'), say('route'), say('channel'), ...NUMBERS.map((column) => say(column))],
        rows: told.countries.flatMap(({ country, figures, prefixes }) => [
          [country ?? '', '', '', ...numbersOf(figures)],
          ...prefixes.flatMap(({ prefix, figures: of, routes }) => [
            ...(prefix === null ? [] : [[`${country ?? ''} ${prefix}`, '', '', ...numbersOf(of)]]),
            ...routes.map((one) => [
              `${country ?? ''} ${prefix ?? ''}`.trim(),
              one.route,
              one.channel,
              ...numbersOf(one.figures),
            ]),
          ]),
        ]),
      },
      routes: {
        head: [say('route'), say('channel'), ...NUMBERS.map((column) => say(column))],
        rows: told.routes.map(({ route, channel, figures }) => [
          route,
          say(`channel_${channel}`),
          ...numbersOf(figures),
        ]),
      },
      reasons: {
        head: [say('reasons'), say('code'), say('messages')],
        rows: reasons.map(({ name, reason, count }) => [name, reason, count]),
      },
    },
  };
}

/** "Thu, 11:00 PM", where steps are hours; else the day. */
function sayStep(from: string, { times }: Deliverability, locale: Locale): string {
  if (times.length !== HOURS) return sayDay(from.slice(0, 10), locale);
  const format = new Intl.DateTimeFormat(locale, {
    weekday: 'short',
    hour: 'numeric',
    minute: '2-digit',
    timeZone: 'UTC',
  });
  return format.format(new Date(from));
}
const HOURS = 24;

/** What is told of every place, in the order of the columns. */
const COLUMNS = ['sent', 'arrived', 'undelivered', 'unconfirmed', 'median', 'p95', 'entered', 'cost'] as const;
const NUMBERS = ['sent', 'arrived', 'undelivered', 'unconfirmed', 'median', 'p95', 'code', 'entered', 'cost'] as const;

function prefixRows(
  { prefix, figures, sign, routes }: Deliverability['countries'][number]['prefixes'][number],
  say: MessagesSayer,
  shower: Shower,
): readonly PlaceRow[] {
  const key = prefix ?? 'none';
  return [
    {
      key,
      isRoute: false,
      name: prefix === null ? say('no_prefix') : sayPrefix(prefix),
      sign: sign === null ? null : say(sign),
      cells: shower.cells(figures),
    },
    ...routes.map((one) => ({
      key: `${key} ${one.route}`,
      isRoute: true,
      name: one.route,
      sign: null,
      cells: shower.cells(one.figures),
    })),
  ];
}

/** For files: as they are, times in seconds. */
function numbersOf(of: DeliveryFigures): readonly Cell[] {
  const { median, p95 } = of.seconds_to_delivery;
  return [of.sent, of.delivered, of.undelivered, of.unconfirmed, median, p95, of.codes, of.entered, of.cost];
}

type Shower = ReturnType<typeof showerOf>;

/** Figures as a person reads them. */
function showerOf(locale: Locale, currency: string | null, say: MessagesSayer) {
  const numbers = new Intl.NumberFormat(locale);
  const percent = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 1 });
  // Prices of single messages are parts of a cent.
  const prices = new Intl.NumberFormat(locale, {
    maximumFractionDigits: 4,
    ...(currency === null ? {} : { style: 'currency', currency }),
  });
  const count = (value: number) => numbers.format(value);
  const rate = (value: number | null) => (value === null ? '–' : percent.format(value));
  const span = (seconds: number | null) => (seconds === null ? '–' : saySpan(seconds, locale));
  const money = (value: number) => prices.format(value);
  return {
    count,
    rate,
    span,
    money,
    /** Two statements: first-strong isolates keep each in its own direction (Unicode UAX #9). */
    shareOf: (of: DeliveryFigures) =>
      `\u{2068}${rate(of.delivered_share)}\u{2069} · \u{2068}${say('sent')}: ${count(of.sent)}\u{2069}`,
    cells: (of: DeliveryFigures): readonly string[] => [
      count(of.sent),
      rate(of.delivered_share),
      count(of.undelivered),
      count(of.unconfirmed),
      span(of.seconds_to_delivery.median),
      span(of.seconds_to_delivery.p95),
      rate(of.conversion),
      money(of.cost),
    ],
  };
}
