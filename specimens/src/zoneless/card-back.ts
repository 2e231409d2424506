import type { SeededRandom } from '../documents/seeded-random.ts';
import type { DesignItem, SideDesign, TextItem } from '../documents/side-design.ts';
import { codingLineSvg } from './coding-line.ts';
import { digits, phrase } from './words.ts';

/** The back of a bank, library or health card: stripe, signature panel, small print, a number in OCR-B. */
export function cardBack(random: SeededRandom): SideDesign {
  const [widthMm, heightMm] = [85.6, 53.98];
  const ground = random.pick(['#dfe4ea', '#f0ead8', '#cfd9d2', '#2d3b57', '#5a2c3a']);
  const isDark = ground === '#2d3b57' || ground === '#5a2c3a';
  const print = (text: string, baseline: number, capHeightMm: number): TextItem => ({
    draw: 'text',
    name: 'card_text',
    kind: 'label',
    text,
    x: 5,
    baseline,
    capHeightMm,
    face: 'condensed',
    colour: isDark ? '#f2f2f2' : '#2a2a30',
    isElement: false,
  });
  const items: DesignItem[] = [
    {
      draw: 'art',
      svg: `<rect width="${widthMm}" height="${heightMm}" fill="${ground}"/><rect y="5" width="${widthMm}" height="11" fill="#1d1b1a"/><rect x="5" y="20" width="58" height="8" fill="#efece4"/>`,
    },
    { draw: 'art', svg: random.next() < 0.6 ? codingLineSvg(groups(random), 6, 26.6) : '' },
    ...Array.from({ length: 4 }, (_, row) => print(phrase(random, 58, ' '), 34 + row * 3, 1.2)),
    print(digits(random, random.whole(9, 20)), 50, 2.4),
  ];
  return { side: 'back', widthMm, heightMm, cornerRadiusMm: CORNER_MM, items };
}

function groups(random: SeededRandom): string {
  return Array.from({ length: 4 }, () => digits(random, 4)).join(' ');
}

/** ISO/IEC 7810 §5. */
const CORNER_MM = 3.18;
