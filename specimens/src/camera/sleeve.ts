import { bisect } from './bisect.ts';
import type { LightField } from './light-field.ts';
import { noiseAt, noiseSquare } from './noise.ts';
import { cornersInPhoto, probeBox, wholeOf } from './probe.ts';
import type { Random } from './random.ts';
import { type Reflection, saturatedShare } from './reflection.ts';
import type { Sheet } from './sheet.ts';
import type { View } from './view.ts';

const PROBES = 4000;
const CORE = 260;

/** Streaks on a plastic sleeve around the document, wide enough to saturate `share` of it, over a faint haze. */
export function sleeveReflection(
  view: View,
  light: LightField,
  sheet: Sheet,
  share: number,
  random: Random,
): Reflection {
  const noise = noiseSquare();
  const [a, b, c, d] = cornersInPhoto(view, sheet, wholeOf(sheet));
  const diagonal = Math.hypot(c[0] - a[0], c[1] - a[1]);
  const centre = [(a[0] + b[0] + c[0] + d[0]) / 4, (a[1] + b[1] + c[1] + d[1]) / 4] as const;
  const angle = random.between(0, Math.PI);
  const streaks = Array.from({ length: random.integer(3, 6) }, () => ({
    angle: angle + random.between(-0.25, 0.25),
    offset: random.between(-0.32, 0.32) * diagonal,
    start: random.between(-0.5, 0.1) * diagonal,
    length: random.between(0.25, 0.8) * diagonal,
    weight: random.between(0.4, 1),
    look: random.between(0, 500),
  }));
  const haze = random.between(6, 16);
  const streaked = (width: number): Reflection => {
    return ([x, y]) => {
      let added = 0;
      for (const streak of streaks) {
        const [cos, sin] = [Math.cos(streak.angle), Math.sin(streak.angle)];
        const along = cos * (x - centre[0]) + sin * (y - centre[1]) - streak.start;
        if (along < 0 || along > streak.length) continue;
        const wobble = (noiseAt(noise, (along / diagonal) * 60 + streak.look, 3) - 0.5) * 0.12 * diagonal;
        const across = Math.abs(cos * (y - centre[1]) - sin * (x - centre[0]) - streak.offset - wobble);
        const taper = Math.sin((Math.PI * along) / streak.length);
        const half =
          width * streak.weight * taper * (0.3 + 1.4 * noiseAt(noise, 9, (along / diagonal) * 90 + streak.look));
        added += across < half ? CORE : CORE * Math.exp(-(across - half) / (0.006 * diagonal + half * 0.6));
      }
      const inside = Math.hypot(x - centre[0], y - centre[1]) < diagonal * 0.62;
      return Math.min(added < 1 ? 0 : added, CORE) + (inside ? haze : 0);
    };
  };
  const probes = probeBox(view, sheet, wholeOf(sheet), PROBES);
  const width = bisect(0, diagonal / 4, (w) => saturatedShare(light, sheet, probes, streaked(w)) >= share);
  return streaked(width);
}
