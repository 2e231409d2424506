import type { BoxMm } from '../flat-document.ts';
import type { SeededRandom } from './seeded-random.ts';

/** What a face is drawn from; the same face serves as portrait and as ghost image. */
export type Face = {
  readonly skin: string;
  readonly shade: string;
  readonly hair: string;
  readonly clothes: string;
  readonly collar: string;
  readonly eyes: string;
  readonly hairStyle: 'short' | 'long' | 'bob' | 'bald' | 'curly' | 'scarf';
  readonly glasses: boolean;
  readonly beard: boolean;
  readonly width: number;
};

export function drawFace(random: SeededRandom, sex: 'F' | 'M'): Face {
  const tone = random.whole(0, SKINS.length - 1);
  const [skin, shade] = SKINS[tone] ?? SKINS[0];
  const isDark = tone >= FIRST_DARK_TONE;
  return {
    skin,
    shade,
    hair: random.pick(isDark ? DARK_HAIRS : HAIRS),
    clothes: random.pick(CLOTHES),
    collar: random.pick(['#f4f4f0', '#dfe6ee', '#f2e3d0']),
    eyes: random.pick(isDark ? DARK_EYES : EYES),
    hairStyle: random.pick(
      sex === 'F'
        ? (['long', 'bob', 'curly', 'scarf', 'long'] as const)
        : (['short', 'short', 'bald', 'curly'] as const),
    ),
    glasses: random.next() < 0.25,
    beard: sex === 'M' && random.next() < 0.35,
    width: random.between(0.92, 1.06),
  };
}

const SKINS = [
  ['#f3d3b8', '#d9ab88'],
  ['#e8bd98', '#c8946b'],
  ['#d6a27a', '#b07c55'],
  ['#b57d52', '#8f5d38'],
  ['#8d5a3b', '#6b4128'],
  ['#63402c', '#462b1c'],
] as const;
/** From this tone on, hair and eyes are dark too. */
const FIRST_DARK_TONE = 3;
const DARK_HAIRS = ['#1d1714', '#16110f', '#2f221a', '#8c8a87'];
const EYES = ['#4b3621', '#35558a', '#3e6b4f', '#2c2521'];
const DARK_EYES = ['#3a2618', '#2c2521', '#4b3621'];
const HAIRS = ['#1d1714', '#2f221a', '#4d3423', '#76502f', '#a8794a', '#cfae72', '#8c8a87', '#7a2f1c'];
const CLOTHES = ['#2b3a55', '#44302f', '#2f4a3c', '#5b2333', '#3a3a3f', '#1f5166', '#7a6a4f', '#54376b'];

/** Draws the face into the box (mm), on a plain ground; `ghost` draws it in one pale colour. */
export function portraitSvg(face: Face, box: BoxMm, id: string, ghost?: string): string {
  const scale = box.width / FRAME_WIDTH;
  const frameHeight = box.height / scale;
  const drop = (frameHeight - FRAME_HEIGHT) / 2;
  const ground =
    ghost === undefined ? `<rect width="${FRAME_WIDTH}" height="${frameHeight}" fill="url(#${id}-g)"/>` : '';
  const look = ghost === undefined ? face : monochrome(face, ghost);
  const clip =
    ghost === undefined
      ? `<rect width="${FRAME_WIDTH}" height="${frameHeight}"/>`
      : `<ellipse cx="${FRAME_WIDTH / 2}" cy="${frameHeight / 2}" rx="${FRAME_WIDTH / 2}" ry="${frameHeight / 2}"/>`;
  return `<defs><linearGradient id="${id}-g" x1="0" y1="0" x2="1" y2="1"><stop offset="0" stop-color="#e9edf0"/><stop offset="1" stop-color="#c9d1d8"/></linearGradient><radialGradient id="${id}-s" cx="0.42" cy="0.4" r="0.75"><stop offset="0.35" stop-color="${look.skin}"/><stop offset="1" stop-color="${look.shade}"/></radialGradient><clipPath id="${id}-c">${clip}</clipPath></defs>
<g transform="translate(${box.x} ${box.y}) scale(${scale})" clip-path="url(#${id}-c)"${ghost === undefined ? '' : ' opacity="0.35"'}>${ground}<g transform="translate(0 ${drop})">${figure(look, id)}</g></g>`;
}

const FRAME_WIDTH = 100;
const FRAME_HEIGHT = 128;

function monochrome(face: Face, colour: string): Face {
  return { ...face, skin: '#ffffff', shade: '#dddddd', hair: colour, clothes: colour, collar: '#ffffff', eyes: colour };
}

function figure(face: Face, id: string): string {
  const w = face.width;
  const x = (offset: number): number => 50 + offset * w;
  const back = hairBehind(face, x);
  const shoulders = `<path d="M2 140 C4 108 20 101 40 96 L60 96 C80 101 96 108 98 140Z" fill="${face.clothes}"/><path d="M38 97 L50 114 L62 97 L57 92 L43 92Z" fill="${face.collar}"/>`;
  const neck = `<path d="M41 78 L41 97 C44 104 56 104 59 97 L59 78Z" fill="${face.shade}"/>`;
  const ears = `<ellipse cx="${x(-25)}" cy="58" rx="4" ry="7" fill="${face.shade}"/><ellipse cx="${x(25)}" cy="58" rx="4" ry="7" fill="${face.shade}"/>`;
  const head = `<path d="M${x(-24)} 50 C${x(-25)} 22 ${x(25)} 22 ${x(24)} 50 C${x(25)} 72 ${x(13)} 89 50 90 C${x(-13)} 89 ${x(-25)} 72 ${x(-24)} 50Z" fill="url(#${id}-s)"/>`;
  const eye = (side: -1 | 1): string =>
    `<path d="M${x(side * 17)} 55 Q${x(side * 11)} 50.5 ${x(side * 5.5)} 55.5 Q${x(side * 11)} 58.5 ${x(side * 17)} 55Z" fill="#fbfbf8"/><circle cx="${x(side * 11)}" cy="54.6" r="2.7" fill="${face.eyes}"/><circle cx="${x(side * 11)}" cy="54.6" r="1.2" fill="#0c0a09"/><circle cx="${x(side * 11) + 0.9}" cy="53.7" r="0.6" fill="#ffffff"/><path d="M${x(side * 18)} 47.5 Q${x(side * 11)} 43.5 ${x(side * 4.5)} 47" fill="none" stroke="${face.hair}" stroke-width="2.2" stroke-linecap="round"/>`;
  const nose = `<path d="M${x(-2)} 55 Q${x(-4)} 66 ${x(-5)} 69 Q50 72.5 ${x(5)} 69" fill="none" stroke="${face.shade}" stroke-width="1.8" stroke-linecap="round"/>`;
  const mouth = `<path d="M${x(-9)} 78 Q${x(-4)} 76 50 77.2 Q${x(4)} 76 ${x(9)} 78 Q50 83 ${x(-9)} 78Z" fill="#a3514a"/><path d="M${x(-9)} 78 Q50 79.5 ${x(9)} 78" fill="none" stroke="#7b3b36" stroke-width="0.7"/>`;
  const beard = face.beard
    ? `<path d="M${x(-23)} 62 C${x(-22)} 84 ${x(-12)} 93 50 93 C${x(12)} 93 ${x(22)} 84 ${x(23)} 62 C${x(18)} 74 ${x(12)} 72 50 72 C${x(-12)} 72 ${x(-18)} 74 ${x(-23)} 62Z" fill="${face.hair}" fill-opacity="0.85"/>`
    : '';
  const glasses = face.glasses
    ? `<g fill="none" stroke="#26262b" stroke-width="1.3"><rect x="${x(-18)}" y="49" width="${14 * w}" height="11" rx="4"/><rect x="${x(4)}" y="49" width="${14 * w}" height="11" rx="4"/><path d="M${x(-4)} 53 Q50 51 ${x(4)} 53 M${x(-18)} 53 L${x(-25)} 52 M${x(18)} 53 L${x(25)} 52"/></g>`
    : '';
  return (
    back + neck + shoulders + ears + head + eye(-1) + eye(1) + nose + beard + mouth + hairBefore(face, x) + glasses
  );
}

function hairBehind(face: Face, x: (offset: number) => number): string {
  switch (face.hairStyle) {
    case 'long':
      return `<path d="M${x(-29)} 55 C${x(-32)} 12 ${x(32)} 12 ${x(29)} 55 C${x(31)} 80 ${x(36)} 95 ${x(34)} 112 L${x(-34)} 112 C${x(-36)} 95 ${x(-31)} 80 ${x(-29)} 55Z" fill="${face.hair}"/>`;
    case 'bob':
      return `<path d="M${x(-29)} 50 C${x(-33)} 12 ${x(33)} 12 ${x(29)} 50 L${x(31)} 80 C${x(20)} 86 ${x(-20)} 86 ${x(-31)} 80Z" fill="${face.hair}"/>`;
    case 'scarf':
      return `<path d="M${x(-31)} 60 C${x(-34)} 8 ${x(34)} 8 ${x(31)} 60 C${x(32)} 84 ${x(30)} 104 ${x(30)} 116 L${x(-30)} 116 C${x(-30)} 104 ${x(-32)} 84 ${x(-31)} 60Z" fill="${face.clothes}"/>`;
    case 'curly':
      return Array.from({ length: 13 }, (_, index) => {
        const angle = Math.PI * (0.98 + (index / 12) * 1.04);
        return `<circle cx="${x(27 * Math.cos(angle))}" cy="${46 + 27 * Math.sin(angle)}" r="9" fill="${face.hair}"/>`;
      }).join('');
    case 'short':
    case 'bald':
      return '';
  }
}

function hairBefore(face: Face, x: (offset: number) => number): string {
  switch (face.hairStyle) {
    case 'short':
      return `<path d="M${x(-25.5)} 53 C${x(-30)} 14 ${x(30)} 14 ${x(25.5)} 53 C${x(23)} 44 ${x(21)} 39 ${x(17)} 36 C${x(5)} 33 ${x(-6)} 38 ${x(-18)} 34 C${x(-22)} 39 ${x(-24)} 45 ${x(-25.5)} 53Z" fill="${face.hair}"/>`;
    case 'long':
    case 'bob':
      return `<path d="M${x(-26)} 56 C${x(-31)} 13 ${x(31)} 13 ${x(26)} 56 C${x(24)} 44 ${x(18)} 38 ${x(8)} 33 C${x(-4)} 42 ${x(-18)} 40 ${x(-26)} 56Z" fill="${face.hair}"/>`;
    case 'scarf':
      return `<path d="M${x(-25)} 62 C${x(-31)} 16 ${x(31)} 16 ${x(25)} 62 C${x(23)} 30 ${x(-23)} 30 ${x(-25)} 62Z" fill="${face.clothes}"/><path d="M${x(-25)} 60 C${x(-20)} 84 ${x(-10)} 92 50 94 C${x(10)} 92 ${x(20)} 84 ${x(25)} 60 C${x(30)} 84 ${x(24)} 104 50 108 C${x(-24)} 104 ${x(-30)} 84 ${x(-25)} 60Z" fill="${face.clothes}"/>`;
    case 'curly':
      return Array.from({ length: 7 }, (_, index) => {
        const angle = Math.PI * (1.1 + (index / 6) * 0.8);
        return `<circle cx="${x(21 * Math.cos(angle))}" cy="${48 + 22 * Math.sin(angle)}" r="6.5" fill="${face.hair}"/>`;
      }).join('');
    case 'bald':
      return '';
  }
}
