import type { XY } from './convex-hull.ts';
import type { FoundOutline } from './found-outline.ts';
import { leastBorder } from './least-border.ts';
import { offKnownFormat } from './true-aspect.ts';

/** A corner this little outside the picture, as a part of its long edge, is inside: most outlines are right to less. */
const TOLERANCE = 0.005;
/** Proportions this near to those of a known document, as a part of them. */
const FORMAT_TOLERANCE = 0.025;
/**
 * Mean of the border map along the least bordered side. Where the photo cuts a document off, no border runs inside the photo: 0.34 at most
 * on 60 drawn photographs that do, 0.36 to 0.68 on 6 whose document was taken to go on.
 */
const LEAST_BORDER = 0.4;
/** Less will do where an edge runs along every side as well, and the outline in doubt shows no document's proportions. */
const LEAST_BORDER_OF_CLEAR = 0.3;
/** A side that runs along the picture's end, this near as a part of its long edge: on the last cells the network is unsure of borders. */
const NEAR_AN_END = 0.04;

/** A corner this far inside the picture, as a part of its long edge, is seen. */
const CORNER_ROOM = 0.01;

/** Proportions farther off than this are no document's. */
const NO_FORMAT = 0.1;

const NOWHERE: FoundOutline['onFrame'] = [false, false, false, false];

type Size = { readonly width: number; readonly height: number };

/** Whether the picture seems to cut an outline off, or hardly holds its corners. */
export function leavesPicture(
  { quad, onFrame }: Pick<FoundOutline, 'quad' | 'onFrame'>,
  { width, height }: Size,
): boolean {
  const slack = TOLERANCE * Math.max(width, height);
  const isOutside = ({ x, y }: XY) => x < -slack || y < -slack || x > width + slack || y > height + slack;
  return onFrame.some((framed) => framed) || quad.some(isOutside);
}

/** Whether an outline is likely wrong: it leaves the picture, or shows no document's proportions. */
export function isInDoubt(outline: Pick<FoundOutline, 'quad' | 'onFrame'>, image: Size): boolean {
  return leavesPicture(outline, image) || isNoDocument(outline.quad, image);
}

/** Proportions that no known document has. */
export function isNoDocument(quad: FoundOutline['quad'], { width, height }: Size): boolean {
  return offKnownFormat(quad, width, height) > NO_FORMAT;
}

/**
 * What may stand for an outline in doubt: itself, or one that stricter maps gave, in the same place, whole, with a known document's
 * proportions, and with a border along every side, best first; that is as good as an edge. Null where nothing may.
 */
export function wholeInstead(
  outline: FoundOutline,
  candidates: readonly FoundOutline[],
  image: Size,
): FoundOutline | null {
  const { maps, confidence } = outline;
  const leastOfClear = isNoDocument(outline.quad, image) ? LEAST_BORDER_OF_CLEAR : LEAST_BORDER;
  const [best] = [...uncut(outline, image), ...candidates]
    .map((one) => ({ ...one, maps, confidence }))
    .filter(({ quad }) => isWithin(outline.quad, centreOf(quad)))
    .filter((one) => !leavesPicture(one, image) && !runsAlongAnEnd(one.quad, image))
    .filter((one) => hasBorder(one, image, one.clear ? leastOfClear : LEAST_BORDER))
    .toSorted((a, b) => leastBorder(b.quad, maps) - leastBorder(a.quad, maps));
  return best === undefined ? null : { ...best, clear: true };
}

/** The outline itself, where all its corners are seen although its cells touch the picture's end: a shadow beside it does. */
function uncut(outline: FoundOutline, { width, height }: Size): readonly FoundOutline[] {
  const room = CORNER_ROOM * Math.max(width, height);
  const isSeen = ({ x, y }: XY) => x > room && y > room && x < width - room && y < height - room;
  return outline.quad.every(isSeen) ? [{ ...outline, onFrame: NOWHERE, clear: false }] : [];
}

/** Whether an outline has a known document's proportions, and a border along every side as the network sees it. */
export function isBordered(outline: Pick<FoundOutline, 'quad' | 'maps'>, image: Size): boolean {
  return hasBorder(outline, image, LEAST_BORDER);
}

function hasBorder(
  { quad, maps }: Pick<FoundOutline, 'quad' | 'maps'>,
  { width, height }: Size,
  least: number,
): boolean {
  return offKnownFormat(quad, width, height) < FORMAT_TOLERANCE && leastBorder(quad, maps) > least;
}

/** Both corners of a side lie near the same end of the picture: what that cuts off ends there too. */
export function runsAlongAnEnd(quad: FoundOutline['quad'], { width, height }: Size): boolean {
  const near = NEAR_AN_END * Math.max(width, height);
  const endsNear = ({ x, y }: XY) => [x < near, y < near, x > width - near, y > height - near];
  return quad.some((a, i) => {
    const there = endsNear(quad[(i + 1) % quad.length] ?? a);
    return endsNear(a).some((isNear, end) => isNear && there[end]);
  });
}

/** Corners go round clockwise. */
export function isWithin(quad: FoundOutline['quad'], p: XY): boolean {
  return quad.every((a, i) => {
    const b = quad[(i + 1) % quad.length] ?? a;
    return (b.x - a.x) * (p.y - a.y) - (b.y - a.y) * (p.x - a.x) >= 0;
  });
}

export function centreOf(quad: readonly XY[]): XY {
  const sum = quad.reduce((all, p) => ({ x: all.x + p.x, y: all.y + p.y }), { x: 0, y: 0 });
  return { x: sum.x / quad.length, y: sum.y / quad.length };
}
