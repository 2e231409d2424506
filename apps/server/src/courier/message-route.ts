/** A route: one carrier's way to some countries by one channel. Which one a message takes is decided here. */
import { type Channel, REACHED_BY } from '@vidimus/protocol';

export type MessageRoute = {
  /** The operator's own name for it; unique. */
  readonly name: string;
  readonly channel: Channel;
  /** Beginnings of numbers without `+`, e.g. `506`; empty for all. Nothing to mail and apps. */
  readonly prefixes: readonly string[];
  /** Lower goes first, among routes that serve the same prefix. */
  readonly order: number;
  /** Of one message, in the operator's currency; decides where the order does not. */
  readonly cost: number;
  /** Within which it usually tells that a message arrived; without it this route never tells. */
  readonly usualSeconds: number | undefined;
};

/** `ill`: more goes wrong on it than not. `out`: nothing arrives by it where the message goes. */
export type RouteHealth = ReadonlyMap<string, 'ill' | 'out'>;

/**
 * The routes for a number or address, the best first: healthy before ill before out, those that earlier messages about the same thing did not
 * take, the longest prefix (whoever names a country means it), order, cost and name.
 */
export function rankRoutes(
  routes: readonly MessageRoute[],
  wanted: { readonly channel: Channel; readonly to: string },
  told: {
    readonly health: RouteHealth;
    /** They had it already. */
    readonly without: readonly string[];
    /** Taken last. */
    readonly avoid: readonly string[];
  },
): readonly MessageRoute[] {
  const digits = wanted.to.replace(/^\+/, '');
  const key = (route: MessageRoute) =>
    [
      SICKNESS[told.health.get(route.name) ?? 'well'],
      Number(told.avoid.includes(route.name)),
      -matchedDigits(route, digits),
      route.order,
      route.cost,
    ] as const;
  return routes
    .filter((route) => route.channel === wanted.channel && matchedDigits(route, digits) >= 0)
    .filter(({ name }) => !told.without.includes(name))
    .toSorted((a, b) => compare(key(a), key(b)) || (a.name < b.name ? -1 : 1));
}

const SICKNESS = { well: 0, ill: 1, out: 2 } as const;

/** Whether any route serves it. */
export function isServed(routes: readonly MessageRoute[], wanted: { readonly channel: Channel; readonly to: string }) {
  return rankRoutes(routes, wanted, { health: new Map(), without: [], avoid: [] }).length > 0;
}

/** -1 where it does not serve the number. */
function matchedDigits({ channel, prefixes }: MessageRoute, digits: string): number {
  if (REACHED_BY[channel] !== 'phone' || prefixes.length === 0) return 0;
  return Math.max(-1, ...prefixes.filter((prefix) => digits.startsWith(prefix)).map(({ length }) => length));
}

function compare(a: readonly number[], b: readonly number[]): number {
  const at = a.findIndex((value, index) => value !== b[index]);
  return at < 0 ? 0 : (a[at] ?? 0) - (b[at] ?? 0);
}
