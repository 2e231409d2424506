/** A point of the upright photograph, in its pixels: `[x, y]`. */
export type MarkPoint = readonly [number, number];

/** How grave what is marked is: it decides the colour, never alone: the number leads to the words. */
export type FindingKind = 'bad' | 'care' | 'good' | 'plain';

/** A place in a photograph and the number under which the list tells about it. */
export type FindingMark = {
  readonly number: number;
  /** At least three corners, e.g. those of a region of the report. */
  readonly points: readonly MarkPoint[];
  readonly kind: FindingKind;
};

export type BadgePlace = {
  readonly number: number;
  readonly kind: FindingKind;
  /** Of the picture's width and height, 0–100, of the badge's middle. */
  readonly leftPercent: number;
  readonly topPercent: number;
};

/** A badge stays whole within a picture that is 320 px wide. */
const MARGIN_PERCENT = 5;
/** From a badge's middle to the place that it names, of a picture of that width: what it names stays in view. */
const ASIDE_PERCENT = 4;
/** From middle to middle, of the width; nearer ones would cover one another on a phone. */
const APART_PERCENT = 9;

/**
 * Puts each number to the left of the upper left corner of its place; one that would cover an earlier one moves on. Two
 * places side by side that have the same number share one badge.
 * @param size of the upright photograph, in pixels.
 */
export function placeBadges(
  marks: readonly FindingMark[],
  size: { readonly width: number; readonly height: number },
): readonly BadgePlace[] {
  const placed: BadgePlace[] = [];
  for (const { number, kind, points } of marks) {
    const left = Math.min(...points.map(([x]) => x));
    const top = Math.min(...points.map(([, y]) => y));
    const wanted = {
      left: within((left / size.width) * 100 - ASIDE_PERCENT),
      top: within((top / size.height) * 100),
    };
    const near = placed.filter((badge) => isNear(badge, wanted.top, size) && touches(badge, wanted.left));
    if (near.some((badge) => badge.number === number)) continue;
    placed.push({ number, kind, topPercent: wanted.top, leftPercent: freeFrom(placed, wanted, size) });
  }
  return placed;
}

function within(percent: number): number {
  return Math.min(100 - MARGIN_PERCENT, Math.max(MARGIN_PERCENT, percent));
}

/** Steps to the right, and over the edge to the left again; after a whole row it stays where it was wanted. */
function freeFrom(
  placed: readonly BadgePlace[],
  wanted: { readonly left: number; readonly top: number },
  size: { readonly width: number; readonly height: number },
): number {
  const taken = placed.filter((badge) => isNear(badge, wanted.top, size));
  const room = 100 - 2 * MARGIN_PERCENT;
  for (let moved = 0; moved < room; moved += APART_PERCENT) {
    const stepped = wanted.left + moved;
    const left = stepped > 100 - MARGIN_PERCENT ? stepped - room : stepped;
    if (!taken.some((badge) => touches(badge, left))) return left;
  }
  return wanted.left;
}

/** On about the same height. */
function isNear(
  { topPercent }: BadgePlace,
  top: number,
  size: { readonly width: number; readonly height: number },
): boolean {
  return (Math.abs(topPercent - top) * size.height) / size.width < APART_PERCENT;
}

function touches({ leftPercent }: BadgePlace, left: number): boolean {
  return Math.abs(leftPercent - left) < APART_PERCENT;
}
