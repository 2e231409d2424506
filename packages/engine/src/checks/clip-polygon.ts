/** A point; both polygons of a call are in the same space. */
export type XY = { readonly x: number; readonly y: number };

/** The part of a polygon inside a convex one, whichever way its corners run (Sutherland and Hodgman 1974). */
export function clipPolygon(polygon: readonly XY[], window: readonly XY[]): readonly XY[] {
  const turn = Math.sign(signedArea(window)) || 1;
  let inside = polygon;
  for (let i = 0; i < window.length && inside.length > 0; i++) {
    const from = window[i];
    const to = window[(i + 1) % window.length];
    if (from && to) inside = clipByEdge(inside, from, to, turn);
  }
  return inside;
}

/** The area of a polygon, in squares of its unit. */
export function areaOf(polygon: readonly XY[]): number {
  return Math.abs(signedArea(polygon));
}

function clipByEdge(polygon: readonly XY[], from: XY, to: XY, turn: number): readonly XY[] {
  const side = (p: XY) => turn * ((to.x - from.x) * (p.y - from.y) - (to.y - from.y) * (p.x - from.x));
  return polygon.flatMap((point, i) => {
    const previous = polygon[(i + polygon.length - 1) % polygon.length] ?? point;
    const [was, is] = [side(previous), side(point)];
    const crossing: readonly XY[] =
      was < 0 !== is < 0
        ? [
            {
              x: previous.x + ((point.x - previous.x) * was) / (was - is),
              y: previous.y + ((point.y - previous.y) * was) / (was - is),
            },
          ]
        : [];
    return is >= 0 ? [...crossing, point] : crossing;
  });
}

function signedArea(polygon: readonly XY[]): number {
  let sum = 0;
  polygon.forEach((point, i) => {
    const next = polygon[(i + 1) % polygon.length] ?? point;
    sum += point.x * next.y - next.x * point.y;
  });
  return sum / 2;
}
