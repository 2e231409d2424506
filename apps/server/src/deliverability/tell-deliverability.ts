/** The cells of the database, as figures of countries, prefixes and routes. Pure. */
import type { Channel, Deliverability, DeliverabilityReason, DeliveryFigures } from '@vidimus/protocol';
import { WITHIN_SECONDS } from './count-messages.ts';
import { isPumping } from './outage.ts';

/** So many messages, or handings over, that went alike. */
export type Cell = {
  readonly counted: 'message' | 'handover';
  readonly channel: Channel;
  readonly country: string | null;
  readonly prefix: string | null;
  readonly route: string | null;
  readonly outcome: 'delivered' | 'undelivered' | 'unconfirmed' | 'pending' | 'untold';
  readonly reason: DeliverabilityReason | null;
  readonly within_seconds: number | null;
  readonly count: number;
  readonly codes: number;
  readonly entered: number;
  readonly cost: number;
};

/** Of a country; the rest is said to be left out. */
const MOST_PREFIXES = 100;
const P95 = 0.95;
const MEDIAN = 0.5;

export function tellDeliverability(cells: readonly Cell[]): Pick<Deliverability, 'whole' | 'routes' | 'countries'> {
  const countries = largestFirst(groupsOf(cells, ({ country }) => country)).map(([country, within]) => {
    const prefixes = largestFirst(groupsOf(within, ({ prefix }) => prefix));
    return {
      country,
      figures: figuresOf(within),
      prefixes: prefixes.slice(0, MOST_PREFIXES).map(([prefix, of]) => tellPrefix(prefix, of)),
      prefixes_left_out: Math.max(0, prefixes.length - MOST_PREFIXES),
    };
  });
  return { whole: figuresOf(cells), routes: tellRoutes(cells), countries };
}

function tellPrefix(prefix: string | null, cells: readonly Cell[]) {
  const figures = figuresOf(cells);
  const { codes, entered, delivered, undelivered, unconfirmed } = figures;
  const sign = isPumping({ codes, entered, delivered, failed: undelivered + unconfirmed })
    ? ('pumping' as const)
    : null;
  return { prefix, figures, sign, routes: tellRoutes(cells) };
}

function tellRoutes(cells: readonly Cell[]) {
  const taken = cells.filter(({ counted }) => counted === 'handover');
  return largestFirst(groupsOf(taken, ({ route }) => route)).flatMap(([route, of]) => {
    const [first] = of;
    return route === null || first === undefined
      ? []
      : [{ route, channel: first.channel, figures: figuresOf(of, 'handover') }];
  });
}

/** Messages count; what they cost is said by their handings over. */
function figuresOf(cells: readonly Cell[], counted: Cell['counted'] = 'message'): DeliveryFigures {
  const those = cells.filter((cell) => cell.counted === counted);
  const sum = (of: (cell: Cell) => number, among = those) => among.reduce((total, cell) => total + of(cell), 0);
  const of = (outcome: Cell['outcome']) =>
    sum(
      ({ count }) => count,
      those.filter((cell) => cell.outcome === outcome),
    );
  const [delivered, undelivered, unconfirmed] = [of('delivered'), of('undelivered'), of('unconfirmed')];
  const codes = sum((cell) => cell.codes);
  const entered = sum((cell) => cell.entered);
  return {
    sent: sum(({ count }) => count),
    delivered,
    undelivered,
    unconfirmed,
    untold: of('untold'),
    pending: of('pending'),
    delivered_share: share(delivered, delivered + undelivered + unconfirmed),
    reasons: reasonsOf(those),
    seconds_to_delivery: { median: secondsOf(those, MEDIAN), p95: secondsOf(those, P95) },
    codes,
    entered,
    conversion: share(entered, codes),
    // Sums of cents in binary fractions end in many digits.
    cost:
      Math.round(
        sum(
          ({ cost }) => cost,
          cells.filter((cell) => cell.counted === 'handover'),
        ) * 10_000,
      ) / 10_000,
  };
}

function reasonsOf(cells: readonly Cell[]): DeliveryFigures['reasons'] {
  return groupsOf(cells, ({ reason }) => reason)
    .flatMap(([reason, of]) => (reason === null ? [] : [{ reason, count: of.reduce((n, { count }) => n + count, 0) }]))
    .toSorted((a, b) => b.count - a.count || (a.reason < b.reason ? -1 : 1));
}

/** Of the delivered whose receipt said when: evenly spread within a step. */
function secondsOf(cells: readonly Cell[], part: number): number | null {
  const steps = groupsOf(cells, ({ within_seconds }) => within_seconds)
    .flatMap(([end, of]) => (end === null ? [] : [{ end, count: of.reduce((n, { count }) => n + count, 0) }]))
    .toSorted((a, b) => a.end - b.end);
  const wanted = steps.reduce((n, { count }) => n + count, 0) * part;
  let passed = 0;
  for (const { end, count } of steps) {
    if (passed + count >= wanted) {
      const start = WITHIN_SECONDS.findLast((bound) => bound < end) ?? 0;
      return Math.round((start + ((end - start) * (wanted - passed)) / count) * 10) / 10;
    }
    passed += count;
  }
  return null;
}

function groupsOf<Key>(cells: readonly Cell[], key: (cell: Cell) => Key): (readonly [Key, readonly Cell[]])[] {
  return [...Map.groupBy(cells, key)];
}

function largestFirst<Key extends string | null>(groups: (readonly [Key, readonly Cell[]])[]) {
  const size = (cells: readonly Cell[]) => cells.reduce((n, { count }) => n + count, 0);
  return groups.toSorted(([one, a], [other, b]) => size(b) - size(a) || inOrder(one, other));
}

/** By name, what has none last. */
function inOrder(one: string | null, other: string | null): number {
  if (one === null || other === null) return Number(one === null) - Number(other === null);
  return one < other ? -1 : 1;
}

function share(part: number, of: number): number | null {
  return of === 0 ? null : Math.round((part / of) * 10_000) / 10_000;
}
