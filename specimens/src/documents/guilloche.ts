import type { SeededRandom } from './seeded-random.ts';

/** Fine interlaced waves over a side, in millimetres: the printing of banknotes, and the bane of careless text detection. */
export function guilloche(
  random: SeededRandom,
  widthMm: number,
  heightMm: number,
  colours: readonly string[],
  opacity: number,
): string {
  let svg = '';
  for (const colour of colours) {
    const amplitude = random.between(2, 7);
    const length = random.between(18, 46);
    const second = random.between(6, 15);
    const phase = random.between(0, Math.PI * 2);
    const slope = random.between(-0.25, 0.25);
    let path = '';
    for (let line = -heightMm * 0.3; line < heightMm * 1.3; line += LINE_EVERY_MM) {
      path += `M${point(0, wave(0, line))}`;
      // Each sample bends the curve towards it; the curve passes through the middles between samples.
      for (let x = STEP_MM; x <= widthMm + 2 * STEP_MM; x += STEP_MM) {
        const y = wave(x, line);
        path += `Q${point(x, y)} ${point(x + STEP_MM / 2, (y + wave(x + STEP_MM, line)) / 2)}`;
      }
    }
    svg += `<path d="${path}" fill="none" stroke="${colour}" stroke-width="${LINE_WIDTH_MM}" stroke-opacity="${opacity}"/>`;

    function wave(x: number, line: number): number {
      const turn = Math.sin((x / length) * Math.PI * 2 + phase + line / 9);
      return line + slope * x + amplitude * turn + 1.3 * Math.sin((x / second) * Math.PI * 2 - phase);
    }
  }
  return svg;
}

/** A rosette of interlaced petals about (x, y). */
export function rosette(
  random: SeededRandom,
  x: number,
  y: number,
  radiusMm: number,
  colour: string,
  opacity: number,
): string {
  const petals = random.whole(7, 13);
  let path = '';
  for (let ring = 0; ring < ROSETTE_RINGS; ring += 1) {
    const size = radiusMm * (1 - ring * 0.07);
    const turn = ring * 0.11;
    for (let step = 0; step <= ROSETTE_STEPS; step += 1) {
      const angle = (step / ROSETTE_STEPS) * Math.PI * 2;
      const r = size * (0.72 + 0.28 * Math.cos(petals * angle + turn * petals));
      path += `${step === 0 ? 'M' : 'L'}${point(x + r * Math.cos(angle), y + r * Math.sin(angle))}`;
    }
    path += 'Z';
  }
  return `<path d="${path}" fill="none" stroke="${colour}" stroke-width="${LINE_WIDTH_MM}" stroke-opacity="${opacity}"/>`;
}

const ROSETTE_RINGS = 8;
const ROSETTE_STEPS = 160;
/** A real guilloche is finer; at 16 pixels a millimetre this is about one pixel. */
const LINE_WIDTH_MM = 0.09;
const LINE_EVERY_MM = 1.9;
const STEP_MM = 2.4;

function point(x: number, y: number): string {
  return `${x.toFixed(2)} ${y.toFixed(2)}`;
}
