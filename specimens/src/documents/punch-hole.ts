import type { FlatSide } from '../flat-document.ts';
import type { SeededRandom } from './seeded-random.ts';

/** The place of a hole on a side, mm; the same hole is mirrored on the other side. */
type Hole = { readonly x: number; readonly y: number; readonly radius: number };

/**
 * Punches a document as offices do that make it void: one round hole through all sides, where it covers no text, zone,
 * barcode or portrait, so that the hole is the only fault.
 */
export function punchHole(sides: readonly FlatSide[], random: SeededRandom): readonly FlatSide[] {
  const front = sides[0];
  if (front === undefined) return sides;
  const radius = HOLE_RADIUS_MM;
  const candidates: (Hole & { readonly clearance: number })[] = [];
  for (let y = radius * 2; y < front.heightMm - radius * 1.5; y += GRID_MM)
    for (let x = radius * 2; x < front.widthMm - radius * 2; x += GRID_MM) {
      const hole = { x, y, radius };
      candidates.push({ ...hole, clearance: Math.min(...sides.map((side) => clearance(onSide(hole, side), side))) });
    }
  candidates.sort((a, b) => b.clearance - a.clearance);
  const free = candidates.filter((one) => one.clearance >= LEAST_CLEARANCE_MM);
  const hole = free.length > 0 ? random.pick(free) : candidates[0];
  return hole === undefined ? sides : sides.map((side) => withHole(side, onSide(hole, side)));
}

/** An office punch makes holes of 5 mm. */
const HOLE_RADIUS_MM = 2.5;
const GRID_MM = 0.5;
const LEAST_CLEARANCE_MM = 0.4;

function onSide(hole: Hole, side: FlatSide): Hole {
  return side.side === 'front' ? hole : { ...hole, x: side.widthMm - hole.x };
}

/** From the hole's rim to the nearest thing that must stay readable; negative inside one. */
function clearance(hole: Hole, side: FlatSide): number {
  let least = Number.POSITIVE_INFINITY;
  for (const { name, box } of side.elements) {
    if (name === 'specimen_mark' || name === 'ghost_portrait') continue;
    const dx = Math.max(box.x - hole.x, 0, hole.x - box.x - box.width);
    const dy = Math.max(box.y - hole.y, 0, hole.y - box.y - box.height);
    least = Math.min(least, Math.hypot(dx, dy) - hole.radius);
  }
  return least;
}

/** Nearly black: the camera may show the table through `holes` instead. */
const HOLE_LEVEL = 24;
/** A shaded rim, a quarter of a millimetre wide. */
const RIM_LEVEL = 150;
const RIM_MM = 0.25;

function withHole(side: FlatSide, hole: Hole): FlatSide {
  const { pixelsPerMm } = side;
  const { width, height } = side.pixels;
  const data = side.pixels.data.slice();
  const reach = hole.radius + RIM_MM;
  const firstY = Math.max(0, Math.floor((hole.y - reach) * pixelsPerMm));
  const lastY = Math.min(height - 1, Math.ceil((hole.y + reach) * pixelsPerMm));
  const firstX = Math.max(0, Math.floor((hole.x - reach) * pixelsPerMm));
  const lastX = Math.min(width - 1, Math.ceil((hole.x + reach) * pixelsPerMm));
  for (let y = firstY; y <= lastY; y += 1)
    for (let x = firstX; x <= lastX; x += 1) {
      const distance = Math.hypot((x + 0.5) / pixelsPerMm - hole.x, (y + 0.5) / pixelsPerMm - hole.y);
      if (distance >= reach) continue;
      data.fill(distance < hole.radius ? HOLE_LEVEL : RIM_LEVEL, (y * width + x) * 3, (y * width + x) * 3 + 3);
    }
  return { ...side, pixels: { width, height, data }, holes: [hole] };
}
