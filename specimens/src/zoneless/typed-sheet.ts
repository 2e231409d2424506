import type { SeededRandom } from '../documents/seeded-random.ts';
import type { DesignItem, SideDesign } from '../documents/side-design.ts';
import { capitals, digits, phrase } from './words.ts';

/**
 * Monospaced print of zone-like length: a program's listing with its angle brackets, a telex in capitals, a table of numbers, a
 * printed form whose blanks are filled with dots. It comes nearest to a zone of all print, and is none.
 */
export function typedSheet(random: SeededRandom): SideDesign {
  const [widthMm, heightMm] = [random.between(90, 150), random.between(60, 130)];
  const capHeightMm = random.pick([1.8, 2.1, 2.4]);
  const columns = Math.floor((widthMm - 2 * MARGIN_MM) / (capHeightMm * ADVANCE_OF_CAP));
  const makeLine = random.pick([listingLine, telexLine, numbersLine, formLine]);
  const face = random.pick(['mono', 'mono', 'sans-bold'] as const);
  const step = capHeightMm * random.between(1.7, 2.4);
  const items: DesignItem[] = [{ draw: 'art', svg: `<rect width="${widthMm}" height="${heightMm}" fill="#f6f5f0"/>` }];
  for (let baseline = MARGIN_MM + capHeightMm; baseline < heightMm - MARGIN_MM; baseline += step) {
    items.push({
      draw: 'text',
      name: 'typed_line',
      kind: 'label',
      text: makeLine(random, columns),
      x: MARGIN_MM,
      baseline,
      capHeightMm,
      face,
      colour: '#1b1b20',
      isElement: false,
    });
  }
  return { side: 'front', widthMm, heightMm, cornerRadiusMm: 0, items };
}

const MARGIN_MM = 6;
/** DejaVu Sans Mono: advance 1,233 of 2,048 units, capitals 1,493 high. */
const ADVANCE_OF_CAP = 1233 / 1493;

function listingLine(random: SeededRandom, columns: number): string {
  const tag = capitals(random);
  const inner = phrase(random, Math.max(4, columns - 2 * tag.length - 5), random.pick([' ', '<', '<<', ' << ']));
  return `<${tag}>${inner}</${tag}>`.slice(0, columns);
}

function telexLine(random: SeededRandom, columns: number): string {
  return phrase(random, columns, ' ');
}

function numbersLine(random: SeededRandom, columns: number): string {
  return digits(random, columns).replace(/(\d{5})/g, random.pick(['$1 ', '$1']));
}

function formLine(random: SeededRandom, columns: number): string {
  const label = phrase(random, Math.floor(columns / 2), ' ');
  return label.padEnd(columns, random.pick(['.', '_', '<', '>']));
}
