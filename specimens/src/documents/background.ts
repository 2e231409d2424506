import { emblemSvg } from './emblem.ts';
import { guilloche, rosette } from './guilloche.ts';
import { seededRandom } from './seeded-random.ts';
import type { ArtItem } from './side-design.ts';
import type { IssuingState } from './states.table.ts';

/** Paper, guilloche, rosettes and a watermark emblem: the same on every document of one design, whoever holds it. */
export function backgroundItems(
  state: IssuingState,
  design: string,
  widthMm: number,
  heightMm: number,
  patternHeightMm: number,
): readonly ArtItem[] {
  const random = seededRandom('background', state.code, design);
  const { main, second, accent, paper } = state.colours;
  const id = `bg-${design}`;
  const tint = `<defs><linearGradient id="${id}" x1="0" y1="0" x2="1" y2="1"><stop offset="0" stop-color="${paper}"/><stop offset="0.55" stop-color="#ffffff"/><stop offset="1" stop-color="${second}" stop-opacity="0.28"/></linearGradient></defs><rect width="${widthMm}" height="${heightMm}" fill="${paper}"/><rect width="${widthMm}" height="${heightMm}" fill="url(#${id})"/>`;
  const centreX = widthMm * random.between(0.55, 0.8);
  const centreY = patternHeightMm * random.between(0.4, 0.65);
  const size = patternHeightMm * random.between(0.3, 0.4);
  const patterns = [
    guilloche(random, widthMm, patternHeightMm, [main, second], PATTERN_OPACITY),
    rosette(random, centreX, centreY, size, second, ROSETTE_OPACITY),
    rosette(
      random,
      widthMm * random.between(0.1, 0.3),
      patternHeightMm * random.between(0.5, 0.9),
      size * 0.7,
      accent,
      ROSETTE_OPACITY,
    ),
    emblemSvg(state.emblem, centreX, centreY, size * 0.62, second, WATERMARK_OPACITY),
  ];
  return [tint, ...patterns].map((svg) => ({ draw: 'art', svg }));
}

/** Pale enough that the text over it keeps a contrast of 0.4 and more. */
const PATTERN_OPACITY = 0.24;
const ROSETTE_OPACITY = 0.34;
const WATERMARK_OPACITY = 0.13;
