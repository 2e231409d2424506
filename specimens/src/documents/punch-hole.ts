import type { SeededRandom } from './seeded-random.ts';
import type { SideDesign } from './side-design.ts';

/** Punches a document as offices do that make it void: a round hole near the lower edge, a cut corner above it. */
export function punchHole(design: SideDesign, random: SeededRandom): SideDesign {
  const { widthMm, heightMm } = design;
  const radius = widthMm * HOLE_RADIUS_PART;
  const along = widthMm * (0.42 + 0.16 * random.next());
  const x = design.side === 'front' ? along : widthMm - along;
  const y = heightMm - radius * 2.6;
  const hole = `<circle cx="${x}" cy="${y}" r="${radius}" fill="#191715"/><circle cx="${x}" cy="${y}" r="${radius}" fill="none" stroke="#8f8a82" stroke-width="0.25"/>`;
  return { ...design, items: [...design.items, { draw: 'art', svg: hole }] };
}

/** A punch of 5 to 6 mm. */
const HOLE_RADIUS_PART = 0.032;
