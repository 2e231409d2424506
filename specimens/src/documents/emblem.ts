/** What stands in the middle of a state's emblem. */
export type EmblemShape = 'ship' | 'tree' | 'sun' | 'tower' | 'bird' | 'wheat' | 'wave' | 'mountain' | 'star';

/** An invented coat of arms: a shape in a double ring, in one colour, `radius` mm about (x, y). */
export function emblemSvg(
  shape: EmblemShape,
  x: number,
  y: number,
  radius: number,
  colour: string,
  opacity = 1,
): string {
  const teeth = Array.from({ length: RING_TEETH }, (_, index) => {
    const angle = (index / RING_TEETH) * Math.PI * 2;
    return `<circle cx="${(44 * Math.cos(angle)).toFixed(2)}" cy="${(44 * Math.sin(angle)).toFixed(2)}" r="2.2"/>`;
  }).join('');
  return `<g transform="translate(${x} ${y}) scale(${radius / 50})" fill="${colour}" stroke="none" opacity="${opacity}"><circle r="49" fill="none" stroke="${colour}" stroke-width="2"/><circle r="38.5" fill="none" stroke="${colour}" stroke-width="1.2"/>${teeth}${SHAPES[shape]}</g>`;
}

const RING_TEETH = 28;

const ray = (angle: number): string => `<path transform="rotate(${angle})" d="M-3 -16L0 -34L3 -16Z"/>`;
const ear = (x: number, y: number, turn: number): string =>
  `<ellipse cx="${x}" cy="${y}" rx="3" ry="6.5" transform="rotate(${turn} ${x} ${y})"/>`;

/** Within a circle of radius 38. */
const SHAPES: Readonly<Record<EmblemShape, string>> = {
  ship: '<path d="M-28 12L28 12L20 25L-20 25Z"/><path d="M-1.5 9L-1.5 -30L1.5 -30L1.5 9Z"/><path d="M4 6L4 -26Q26 -8 24 6Z"/><path d="M-4 6L-4 -18Q-20 -6 -20 6Z"/><path d="M-30 30Q-22 25 -15 30T0 30T15 30T30 30" fill="none" stroke="currentColor" stroke-width="0"/>',
  tree: '<path d="M-3 32L-3 8L3 8L3 32Z"/><path d="M0 -34L17 -10L9 -10L22 10L-22 10L-9 -10L-17 -10Z"/><path d="M-18 32Q0 24 18 32Z"/>',
  sun: `<circle r="12"/>${[0, 30, 60, 90, 120, 150, 180, 210, 240, 270, 300, 330].map(ray).join('')}`,
  tower:
    '<path d="M-16 30L-16 -14L-20 -14L-20 -28L-12 -28L-12 -22L-5 -22L-5 -28L5 -28L5 -22L12 -22L12 -28L20 -28L20 -14L16 -14L16 30L5 30L5 16A5 5 0 0 0 -5 16L-5 30Z"/>',
  bird: '<path d="M0 -30Q6 -28 6 -20Q18 -26 33 -18Q30 -2 14 6Q10 18 4 22L10 32L-10 32L-4 22Q-10 18 -14 6Q-30 -2 -33 -18Q-18 -26 -6 -20Q-6 -28 0 -30Z"/>',
  wheat: `<path d="M-1.2 34L-1.2 -20L1.2 -20L1.2 34Z"/>${[-20, -8, 4, 16].map((y) => ear(-7, y, -30) + ear(7, y, 30)).join('')}${ear(0, -28, 0)}${ear(-19, 4, -50)}${ear(19, 4, 50)}${ear(-24, 16, -60)}${ear(24, 16, 60)}`,
  wave: '<path d="M-34 10Q-24 -6 -12 6Q-2 16 8 2Q20 -14 34 2L34 10Q20 -4 10 12Q-2 26 -14 16Q-24 6 -34 18Z"/><path d="M-26 26Q-16 14 -6 22Q4 30 12 20Q20 12 28 20Q18 20 13 28Q3 36 -8 30Q-16 24 -26 32Z"/><circle cx="0" cy="-18" r="9"/>',
  mountain: '<path d="M-35 24L-12 -18L-3 -4L8 -28L35 24Z"/><path d="M-26 30L26 30L22 33L-22 33Z"/>',
  star: '<path d="M0 -32L7.5 -10.3L30.4 -9.9L12.1 4L18.8 25.9L0 12.8L-18.8 25.9L-12.1 4L-30.4 -9.9L-7.5 -10.3Z"/>',
};
