export type XY = { readonly x: number; readonly y: number };

/** The convex hull, in the order of growing angle with y downwards (clockwise on the screen). Andrew's monotone chain. */
export function convexHull(points: readonly XY[]): XY[] {
  const sorted = [...points].sort((a, b) => a.x - b.x || a.y - b.y);
  if (sorted.length < 3) return sorted;
  return [...chain(sorted), ...chain(sorted.reverse())];
}

/** Twice the signed area of the triangle; positive when it turns clockwise on the screen. */
function cross(o: XY, a: XY, b: XY): number {
  return (a.x - o.x) * (b.y - o.y) - (a.y - o.y) * (b.x - o.x);
}

/** Whether a polygon turns clockwise at every corner: no dent, and no three corners in line. */
export function isConvex(polygon: readonly XY[]): boolean {
  const at = (i: number) => polygon[i % polygon.length] ?? { x: 0, y: 0 };
  return polygon.every((p, i) => cross(p, at(i + 1), at(i + 2)) > 0);
}

/** Area of a simple polygon, positive. */
export function areaOf(polygon: readonly XY[]): number {
  let twice = 0;
  polygon.forEach((p, i) => {
    const q = polygon[(i + 1) % polygon.length] ?? p;
    twice += p.x * q.y - q.x * p.y;
  });
  return Math.abs(twice) / 2;
}

function chain(points: readonly XY[]): XY[] {
  const hull: XY[] = [];
  for (const p of points) {
    for (;;) {
      const a = hull[hull.length - 2];
      const b = hull[hull.length - 1];
      if (a === undefined || b === undefined || cross(a, b, p) > 0) break;
      hull.pop();
    }
    hull.push(p);
  }
  hull.pop();
  return hull;
}
