import { isConvex, type XY } from './convex-hull.ts';
import type { OnFrame } from './cut-by-frame.ts';
import type { RefinedQuad } from './refine-sides.ts';

export type Cornered = { readonly corners: readonly XY[]; readonly onFrame: OnFrame };

/**
 * Takes a side that found no edge, and both of whose corners lie within `near` px of an end of the picture, to be that end. Where two
 * sides are near the same end that would leave three corners in line, and no outline: then all stay where they were.
 */
export function snapToFrame(
  { sides, corners, refined }: RefinedQuad,
  { width, height }: { readonly width: number; readonly height: number },
  near: number,
): Cornered {
  const [s0, s1, s2, s3] = sides;
  const seen: OnFrame = [s0.onFrame, s1.onFrame, s2.onFrame, s3.onFrame];
  const onFrame: [boolean, boolean, boolean, boolean] = [...seen];
  const moved = corners.map((p) => ({ x: p.x, y: p.y }));
  for (let i = 0; i < 4; i++) {
    const a = moved[i];
    const b = moved[(i + 1) % 4];
    if (a === undefined || b === undefined || (refined[i] && !onFrame[i])) continue;
    if (Math.max(a.x, b.x) < near) snap('x', 0, i, a, b);
    else if (Math.max(a.y, b.y) < near) snap('y', 0, i, a, b);
    else if (Math.min(a.x, b.x) > width - near) snap('x', width, i, a, b);
    else if (Math.min(a.y, b.y) > height - near) snap('y', height, i, a, b);
  }
  return isConvex(moved) ? { corners: moved, onFrame } : { corners, onFrame: seen };

  function snap(
    axis: 'x' | 'y',
    value: number,
    i: number,
    a: { x: number; y: number },
    b: { x: number; y: number },
  ): void {
    a[axis] = value;
    b[axis] = value;
    onFrame[i] = true;
  }
}
