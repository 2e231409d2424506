import type { BoxMm } from '../flat-document.ts';
import type { SeededRandom } from './seeded-random.ts';

/** A hand's flourish in a box: loops that lean, and a line under them. */
export function signatureSvg(random: SeededRandom, box: BoxMm, colour: string): string {
  const loops = random.whole(5, 9);
  const step = (box.width * 0.86) / loops;
  const middle = box.y + box.height * 0.6;
  let x = box.x + box.width * 0.07;
  let path = `M${n(x)} ${n(middle)}`;
  for (let loop = 0; loop < loops; loop += 1) {
    const rise = box.height * (loop === 0 ? 0.55 : random.between(0.1, 0.42));
    const fall = box.height * random.between(0.02, loop === loops - 1 ? 0.35 : 0.18);
    path += `C${n(x + step * 0.9)} ${n(middle - rise * 1.2)} ${n(x + step * 0.1)} ${n(middle - rise * 1.3)} ${n(x + step * 0.35)} ${n(middle + fall * 0.4)}`;
    path += `S${n(x + step * 0.8)} ${n(middle + fall)} ${n(x + step)} ${n(middle - rise * random.between(0, 0.3))}`;
    x += step;
  }
  const under = `M${n(box.x + box.width * 0.2)} ${n(middle + box.height * 0.28)}Q${n(box.x + box.width * 0.6)} ${n(middle + box.height * 0.1)} ${n(box.x + box.width * 0.95)} ${n(middle + box.height * 0.22)}`;
  return `<path d="${path}${random.next() < 0.6 ? under : ''}" fill="none" stroke="${colour}" stroke-width="0.28" stroke-linecap="round" stroke-linejoin="round"/>`;
}

function n(value: number): string {
  return value.toFixed(2);
}
