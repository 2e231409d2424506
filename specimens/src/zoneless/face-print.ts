import { drawFace, portraitSvg } from '../documents/portrait.ts';
import type { SeededRandom } from '../documents/seeded-random.ts';
import type { SideDesign } from '../documents/side-design.ts';

/** A photograph of a person on paper, alone or as a strip of four. */
export function facePrint(random: SeededRandom): SideDesign {
  const count = random.pick([1, 1, 4]);
  const [width, height] = count === 1 ? [random.between(60, 120), 0] : [35, 45];
  const each = { width, height: height === 0 ? width * 1.28 : height };
  const columns = count === 1 ? 1 : 2;
  const margin = random.between(2, 6);
  const faces = Array.from({ length: count }, (_, index) => {
    const x = margin + (index % columns) * (each.width + margin);
    const y = margin + Math.floor(index / columns) * (each.height + margin);
    return portraitSvg(drawFace(random, random.pick(['F', 'M'] as const)), { x, y, ...each }, `face${index}`);
  });
  const rows = count / columns;
  return {
    side: 'front',
    widthMm: columns * (each.width + margin) + margin,
    heightMm: rows * (each.height + margin) + margin,
    cornerRadiusMm: 0,
    items: [{ draw: 'art', svg: `<rect width="400" height="400" fill="#fbfbfb"/>${faces.join('')}` }],
  };
}
