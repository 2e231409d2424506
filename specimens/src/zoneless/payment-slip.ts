import type { SeededRandom } from '../documents/seeded-random.ts';
import type { DesignItem, SideDesign, TextItem } from '../documents/side-design.ts';
import { codingLineSvg } from './coding-line.ts';
import { digits, phrase } from './words.ts';

/** A payment slip with a coding line in OCR-B along its lower edge: the very letters of a zone, and none of its rules. */
export function paymentSlip(random: SeededRandom): SideDesign {
  const [widthMm, heightMm] = [random.between(120, 170), random.between(70, 105)];
  const label = (text: string, x: number, baseline: number, capHeightMm: number): TextItem => ({
    draw: 'text',
    name: 'slip_text',
    kind: 'label',
    text,
    x,
    baseline,
    capHeightMm,
    face: 'sans',
    colour: '#26262c',
    isElement: false,
  });
  const tint = random.pick(['#f3ddd4', '#dfe9f2', '#f4efda', '#e2efe2']);
  const items: DesignItem[] = [
    {
      draw: 'art',
      svg: `<rect width="${widthMm}" height="${heightMm}" fill="${tint}"/><path d="M${widthMm * 0.4} 0V${heightMm * 0.8}" stroke="#8a8a90" stroke-width="0.2"/>`,
    },
    label('PAYMENT SLIP', 6, 9, 2.6),
    ...Array.from({ length: 5 }, (_, row) => label(phrase(random, 26, ' '), 6, 18 + row * 7, 1.9)),
    ...Array.from({ length: 4 }, (_, row) => label(phrase(random, 34, ' '), widthMm * 0.44, 18 + row * 8, 1.9)),
    {
      draw: 'art',
      svg: Array.from({ length: random.whole(1, 2) }, (_, line) =>
        codingLineSvg(codingLine(random), 6, heightMm - 7 - line * random.between(5, 8)),
      ).join(''),
    },
  ];
  return { side: 'front', widthMm, heightMm, cornerRadiusMm: 0, items };
}

/** As banks print it: amount, reference and account, parted by `>`, `+` and spaces; some use `<` and `H` too. */
function codingLine(random: SeededRandom): string {
  const mark = random.pick(['>', '<', '+']);
  return `${digits(random, 13)}${mark}${digits(random, random.pick([15, 16, 27]))}+ ${digits(random, 9)}${mark}`.slice(
    0,
    random.whole(38, 54),
  );
}
