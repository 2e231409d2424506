import { barcodePath } from '../documents/barcode-path.ts';
import type { SeededRandom } from '../documents/seeded-random.ts';
import type { DesignItem, SideDesign, TextItem } from '../documents/side-design.ts';
import { digits, phrase } from './words.ts';

/** A label for a parcel: an address in capitals, a PDF417, and a linear bar code with its number. */
export async function parcelLabel(random: SeededRandom): Promise<SideDesign> {
  const [widthMm, heightMm] = [random.between(95, 105), random.between(120, 150)];
  const number = digits(random, random.whole(14, 24));
  const stacked = await barcodePath(phrase(random, 160, ' '), 'PDF417', 'columns=8,ecLevel=4');
  const linear = await barcodePath(number, 'Code128', '');
  const print = (text: string, baseline: number, capHeightMm: number): TextItem => ({
    draw: 'text',
    name: 'label_text',
    kind: 'label',
    text,
    x: 6,
    baseline,
    capHeightMm,
    face: random.pick(['mono', 'sans', 'sans-bold'] as const),
    colour: '#111114',
    isElement: false,
    maxWidthMm: widthMm - 12,
  });
  const stackedMm = (widthMm - 20) / stacked.width;
  const linearMm = (widthMm - 20) / linear.width;
  const top = heightMm - 30;
  const items: DesignItem[] = [
    { draw: 'art', svg: `<rect width="${widthMm}" height="${heightMm}" fill="#fdfdfb"/>` },
    ...Array.from({ length: 5 }, (_, row) => print(phrase(random, 36, ' '), 12 + row * 6, 2.3)),
    {
      draw: 'art',
      svg: `<path transform="translate(10 46) scale(${stackedMm})" d="${stacked.path}" fill="#111111"/><path transform="translate(10 ${top}) scale(${linearMm} ${18 / linear.height})" d="${linear.path}" fill="#111111"/>`,
    },
    print(number.replace(/(\d{4})/g, '$1 '), top + 23, 2.6),
  ];
  return { side: 'front', widthMm, heightMm, cornerRadiusMm: 0, items };
}
