/** The numbers as a page shows them: headline figures, charts, and under each chart its table. */
import type { Figures, Numbers, NumbersBy } from '@vidimus/protocol';
import type { Locale } from '@vidimus/vocabulary';
import type { Bar } from '../charts/bar-chart.tsx';
import type { ChartTable } from '../charts/chart-figure.tsx';
import type { Cell } from '../charts/csv.ts';
import type { Series } from '../charts/line-chart.tsx';
import type { Part } from '../charts/stacked-bar.tsx';
import { sayCountry, sayDay, sayDocumentType, sayerOf, sayReason, sayScript } from '../say.server.ts';
import { everyDay, plusDays } from './days.ts';
import { saySpan } from './say-span.ts';

/** Tables that can be had as files, by the name that stands in the address. */
export const TABLES = ['days', 'outcomes', 'reasons', 'groups'] as const;
export type TableName = (typeof TABLES)[number];

export type Figure = { readonly key: string; readonly label: string; readonly shown: string; readonly note: string };

export type NumbersView = {
  readonly figures: readonly Figure[];
  readonly days: {
    readonly labels: readonly string[];
    readonly series: readonly Series[];
    readonly description: string;
  };
  readonly outcomes: { readonly parts: readonly Part[]; readonly description: string };
  readonly reasons: { readonly bars: readonly Bar[]; readonly description: string };
  /** Pass rates; empty where nothing is told apart. */
  readonly groups: { readonly bars: readonly Bar[]; readonly description: string };
  readonly tables: Readonly<Record<TableName, ChartTable>>;
  /** Some cells were too small to be told. */
  readonly hasFew: boolean;
};

type Count = Figures['started'];
type Column<Row> = { readonly label: string; readonly cell: (row: Row) => Cell };
type Counts = Omit<Figures['days'][number], 'day'>;

/** Of a list of reasons; the table has all of them. */
const MOST_BARS = 12;

export function numbersView(numbers: Numbers, locale: Locale): NumbersView {
  const say = sayerOf(locale);
  const count = new Intl.NumberFormat(locale);
  const rate = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 1 });
  const { whole, groups, by } = numbers;
  const shown = (value: Count) => (typeof value === 'number' ? count.format(value) : '–');
  const shownRate = (value: number | null) => (value === null ? '–' : rate.format(value));
  const span = (seconds: number | null) => (seconds === null ? '–' : saySpan(seconds, locale));
  const days = filledDays(numbers);
  const outcomes = OUTCOMES.map(({ key, filling }) => ({
    key,
    label: say(`outcome_${key}`),
    value: numberIn(whole[key]) ?? 0,
    filling,
  }));
  const table = <Row>(rows: readonly Row[], columns: readonly Column<Row>[]): ChartTable => ({
    head: columns.map(({ label }) => label),
    rows: rows.map((row) => columns.map(({ cell }) => cell(row))),
  });
  const counted: readonly Column<Counts>[] = COUNTED.map((key) => ({
    label: say(`numbers_${key}`),
    cell: (row) => row[key],
  }));
  const reasonRows = whole.reasons.map((one) => ({ ...one, name: sayReason(one.code, locale) }));
  const groupRows = groups.map(({ group, figures }) => ({ name: groupName(by, group, locale), ...figures }));
  const { from_link_opened: fromLink, from_first_hand_in: fromHandIn } = whole.time_to_decision;
  return {
    figures: [
      {
        key: 'pass',
        label: say('numbers_pass_rate'),
        shown: shownRate(whole.pass_rate),
        note: say('numbers_of', { approved: shown(whole.approved), decided: shown(whole.decided) }),
      },
      {
        key: 'first',
        label: say('numbers_first_try'),
        shown: shownRate(whole.first_try_rate),
        note: say('numbers_first_try_note', { count: shown(whole.approved_at_first_try) }),
      },
      {
        key: 'time',
        label: say('numbers_time'),
        shown: span(fromHandIn.median_s),
        note:
          fromHandIn.median_s === null
            ? ''
            : say('numbers_time_note', { p90: span(fromHandIn.p90_s), link: span(fromLink.median_s) }),
      },
      {
        key: 'photographs',
        label: say('numbers_photographs'),
        shown: whole.photographs_per_verification === null ? '–' : count.format(whole.photographs_per_verification),
        note: say('numbers_photographs_note'),
      },
      {
        key: 'started',
        label: say('numbers_started'),
        shown: shown(whole.started),
        note: say('numbers_expired_note', { count: shown(whole.expired) }),
      },
    ],
    days: {
      labels: days.map(({ day }) => sayDay(day, locale)),
      series: (['started', 'decided', 'approved'] as const).map((key) => ({
        key,
        label: say(`numbers_${key}`),
        values: days.map((one) => numberIn(one[key])),
      })),
      description: say('numbers_days_described', {
        started: shown(whole.started),
        decided: shown(whole.decided),
        approved: shown(whole.approved),
      }),
    },
    outcomes: {
      parts: outcomes,
      description: outcomes.map(({ key, label }) => `${label}: ${shown(whole[key])}`).join('; '),
    },
    reasons: {
      bars: reasonRows.slice(0, MOST_BARS).map(({ code, name, count: times }) => ({
        key: code,
        label: name,
        value: numberIn(times),
        shown: shown(times),
      })),
      description: say('numbers_reasons_described', { count: reasonRows.length, first: reasonRows[0]?.name ?? '–' }),
    },
    groups: {
      bars: groupRows.map(({ name, pass_rate, approved, decided }) => ({
        key: name,
        label: name,
        value: pass_rate === null ? null : pass_rate,
        // Two statements: first-strong isolates keep each in its own direction (Unicode UAX #9).
        shown: `\u{2068}${shownRate(pass_rate)}\u{2069} · \u{2068}${say('numbers_of', { approved: shown(approved), decided: shown(decided) })}\u{2069}`,
      })),
      description: say('numbers_groups_described', { count: groupRows.length }),
    },
    tables: {
      days: table(days, [{ label: say('numbers_day'), cell: ({ day }) => day }, ...counted]),
      outcomes: table(outcomes, [
        { label: say('numbers_outcome'), cell: ({ label }) => label },
        { label: say('numbers_verifications'), cell: ({ key }) => whole[key] },
      ]),
      reasons: table(reasonRows, [
        { label: say('numbers_reason'), cell: ({ name }) => name },
        { label: say('numbers_code'), cell: ({ code }) => code },
        { label: say('numbers_verifications'), cell: (row) => row.count },
      ]),
      groups: table(groupRows, [
        { label: say(`numbers_by_${by}`), cell: ({ name }) => name },
        ...counted,
        { label: say('numbers_pass_rate'), cell: ({ pass_rate }) => rounded(pass_rate) },
        { label: say('numbers_first_try'), cell: ({ first_try_rate }) => rounded(first_try_rate) },
        {
          label: say('numbers_time_column'),
          cell: ({ time_to_decision }) => time_to_decision.from_first_hand_in.median_s,
        },
        { label: say('numbers_photographs'), cell: (row) => rounded(row.photographs_per_verification) },
      ]),
    },
    hasFew: JSON.stringify(numbers).includes('"hidden"'),
  };
}

const OUTCOMES = [
  { key: 'approved', filling: 'plain' },
  { key: 'in_review', filling: 'dots' },
  { key: 'action_required', filling: 'stripes' },
  { key: 'declined', filling: 'open' },
] as const;

const COUNTED = [
  'started',
  'decided',
  'approved',
  'approved_at_first_try',
  'action_required',
  'in_review',
  'declined',
  'expired',
] as const satisfies readonly (keyof Counts)[];

const NOTHING: Counts = {
  started: 0,
  decided: 0,
  approved: 0,
  action_required: 0,
  in_review: 0,
  declined: 0,
  approved_at_first_try: 0,
  expired: 0,
};

/** Days on which nothing happened are days, too. */
function filledDays({ whole, from, to }: Numbers): readonly (Counts & { readonly day: string })[] {
  if (whole.days.length === 0) return [];
  const known = new Map(whole.days.map((one) => [one.day, one]));
  return everyDay({ from, to: plusDays(to, -1) }).map((day) => known.get(day) ?? { day, ...NOTHING });
}

function groupName(by: NumbersBy, group: string | null, locale: Locale): string {
  if (group === null) return sayerOf(locale)('numbers_unknown');
  switch (by) {
    case 'country':
      return sayCountry(group, locale);
    case 'document_type':
      return sayDocumentType(group, locale);
    case 'script':
      return sayScript(group, locale);
    case 'reason':
      return sayReason(group, locale);
    default:
      return group;
  }
}

function numberIn(value: Count): number | null {
  return typeof value === 'number' ? value : null;
}

/** As many digits as mean something. */
function rounded(value: number | null): number | null {
  return value === null ? null : Number(value.toFixed(4));
}
