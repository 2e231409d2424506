/** Which places are out, the widest first: a country whose every prefix is dead is one outage, and no hundred. Pure. */
import { isOut, isOutAsWhole, LEAST_USUAL, type Settled, sumOf, usualShare } from './outage.ts';
import { covers, type Place, placeKey } from './place.ts';
import type { RecentCell, UsualCell } from './recent-store.ts';

export type FoundOutage = {
  readonly place: Place;
  readonly since: Date;
  readonly usualShare: number;
  readonly recent: Settled;
};

/** The share of messages that usually gets nothing at a place. */
export type UsualAt = (place: Place) => number;

/** As nowhere is better: what is no outage by this is none. */
export const BEST: UsualAt = () => LEAST_USUAL;

/** Of a place, what is usual in all of it. */
export function usualAtOf(usual: readonly UsualCell[]): UsualAt {
  return (place) => usualShare(sumOf(usual.filter((cell) => isPartOf(cell.place, place))));
}

/** Those that no open outage covers. Of a place where nothing arrives by any route, no route is named. */
export function findOutages(
  recent: readonly RecentCell[],
  usualAt: UsualAt,
  open: readonly Place[],
): readonly FoundOutage[] {
  const found: FoundOutage[] = [];
  const isKnown = (place: Place) => [...open, ...found.map((one) => one.place)].some((wide) => covers(wide, place));
  for (const wide of [ofAllRoutes, ofOneRoute]) {
    for (const level of wide) {
      for (const [place, cells] of grouped(recent, level)) {
        if (isKnown(place)) continue;
        const share = usualAt(place);
        const parts = level.partsOf === undefined ? undefined : partsOf(cells, level.partsOf);
        const whole = sumOf(cells);
        // What is made of one part is that part, and told as it.
        if (parts === undefined ? !isOut(whole, share) : !isOutAsWhole(parts, share)) continue;
        found.push({ place, since: sinceOf(cells), usualShare: share, recent: whole });
      }
    }
  }
  return found;
}

/** How wide a place is; `partsOf`: what it has to be out in several of. */
type Level = {
  readonly widen: (place: Place) => Place;
  readonly isOfRoutes: boolean;
  readonly partsOf?: 'country' | 'prefix';
};

const ofAllRoutes: readonly Level[] = [
  { isOfRoutes: false, partsOf: 'country', widen: (place) => ({ ...place, country: null, prefix: null }) },
  { isOfRoutes: false, partsOf: 'prefix', widen: (place) => ({ ...place, prefix: null }) },
  { isOfRoutes: false, widen: (place) => place },
];
const ofOneRoute: readonly Level[] = ofAllRoutes.map((level) => ({ ...level, isOfRoutes: true }));

function grouped(
  cells: readonly RecentCell[],
  { widen, isOfRoutes }: Level,
): readonly (readonly [Place, readonly RecentCell[]])[] {
  const groups = Map.groupBy(
    cells.filter(({ place }) => (place.route !== null) === isOfRoutes),
    ({ place }) => placeKey(widen(place)),
  );
  return [...groups.values()].flatMap((group) => {
    const [first] = group;
    return first === undefined ? [] : [[widen(first.place), group] as const];
  });
}

function partsOf(cells: readonly RecentCell[], by: 'country' | 'prefix'): readonly Settled[] {
  return [...Map.groupBy(cells, ({ place }) => place[by]).values()].map(sumOf);
}

/** Of every route is not of each: cells of routes are counted beside those of messages. */
function isPartOf(narrow: Place, wide: Place): boolean {
  return covers(wide, narrow) && (wide.route === null) === (narrow.route === null);
}

function sinceOf(cells: readonly RecentCell[]): Date {
  const failing = cells.filter(({ failed }) => failed > 0).map(({ since }) => since.getTime());
  return new Date(Math.min(...failing));
}
