import { fillRect, newPicture, paintGrain } from './draw-rect.ts';
import { noiseAt, noiseSquare } from './noise.ts';
import type { Colour, Pixels } from './pixels.ts';
import type { Random } from './random.ts';
import { textBlock } from './text-block.ts';

/** Things that lie about on tables. None of them is a document. */
export type ClutterKind =
  | 'letter'
  | 'receipt'
  | 'newspaper'
  | 'notebook'
  | 'magazine'
  | 'phone'
  | 'blank-card'
  | 'gift-card'
  | 'keyboard'
  | 'book'
  | 'pen'
  | 'coin'
  | 'cup'
  | 'envelope'
  | 'tablet'
  | 'playing-card'
  | 'snapshot'
  | 'coaster'
  | 'calculator';

/** A thing, drawn flat, with its size in millimetres. */
export type ClutterThing = {
  readonly picture: Pixels;
  readonly widthMm: number;
  readonly heightMm: number;
  readonly cornerRadiusMm: number;
  readonly thicknessMm: number;
};

/** Draws a thing at `texelsPerMm`. */
export function drawClutter(kind: ClutterKind, random: Random, texelsPerMm: number): ClutterThing {
  return DRAW[kind](random, texelsPerMm);
}

type Draw = (random: Random, texelsPerMm: number) => ClutterThing;

const BRIGHT: readonly [Colour, ...Colour[]] = [
  [190, 50, 46],
  [34, 92, 150],
  [236, 178, 40],
  [48, 120, 84],
  [92, 60, 120],
  [30, 34, 44],
  [220, 224, 228],
  [226, 120, 60],
];
const PAPERS: readonly [Colour, ...Colour[]] = [
  [242, 241, 238],
  [234, 230, 220],
  [248, 248, 250],
  [226, 222, 214],
];
const INK: Colour = [44, 44, 50];

const DRAW: Readonly<Record<ClutterKind, Draw>> = {
  letter: (random, density) => paper(random, density, 210, 297, { lineMm: 5, capMm: 2.4, columns: 1 }),
  receipt: (random, density) =>
    paper(random, density, 78, random.between(120, 220), { lineMm: 4, capMm: 2, columns: 1 }),
  newspaper: (random, density) => paper(random, density, 280, 380, { lineMm: 3.8, capMm: 1.9, columns: 4 }),
  notebook,
  magazine,
  phone,
  'blank-card': (random, density) => card(random, density, false),
  'gift-card': (random, density) => card(random, density, true),
  keyboard,
  book: (random, density) => {
    const [widthMm, heightMm] = [random.between(110, 170), random.between(170, 240)];
    const picture = newPicture(widthMm * density, heightMm * density, random.pick(BRIGHT));
    const band = random.between(0.15, 0.5) * picture.height;
    fillRect(picture, 0, band, picture.width, random.between(0.05, 0.2) * picture.height, random.pick(BRIGHT));
    paintGrain(picture, 8);
    return { picture, widthMm, heightMm, cornerRadiusMm: 1, thicknessMm: 12 };
  },
  pen: (random, density) => {
    const [widthMm, heightMm] = [random.between(125, 150), random.between(8, 11)];
    const colour = random.pick(BRIGHT);
    const picture = newPicture(widthMm * density, heightMm * density, colour);
    for (let y = 0; y < picture.height; y++) {
      const round = Math.sin((Math.PI * (y + 0.5)) / picture.height);
      fillRect(picture, 0, y, picture.width, 1, scaled(colour, 0.35 + 0.8 * round));
      fillRect(picture, picture.width * 0.3, y, picture.width * 0.02, 1, scaled([220, 220, 220], 0.3 + 0.7 * round));
    }
    return { picture, widthMm, heightMm, cornerRadiusMm: heightMm / 2, thicknessMm: heightMm };
  },
  coin: (random, density) =>
    round(random, density, random.between(18, 27), 2, [
      [196, 160, 90],
      [186, 188, 192],
      [166, 106, 70],
    ]),
  cup: (random, density) =>
    round(random, density, random.between(70, 95), 60, [
      [238, 238, 236],
      [70, 84, 110],
      [176, 64, 52],
    ]),
  envelope: (random, density) => {
    const [widthMm, heightMm] = [220, 110];
    const picture = newPicture(widthMm * density, heightMm * density, random.pick(PAPERS));
    fillRect(picture, picture.width * 0.62, picture.height * 0.55, picture.width * 0.28, density * 22, [214, 222, 230]);
    paintGrain(picture, 5);
    return { picture, widthMm, heightMm, cornerRadiusMm: 0.5, thicknessMm: 0.8 };
  },
  tablet: (random, density) => screenOf(random, density, 240, 170),
  'playing-card': playingCard,
  snapshot,
  coaster: (random, density) => round(random, density, random.between(85, 105), 3, BRIGHT),
  calculator,
};

type Print = { readonly lineMm: number; readonly capMm: number; readonly columns: number };

function paper(random: Random, density: number, widthMm: number, heightMm: number, print: Print): ClutterThing {
  const picture = newPicture(widthMm * density, heightMm * density, random.pick(PAPERS));
  paintGrain(picture, 4);
  const margin = 0.07 * picture.width;
  const columnWidth = (picture.width - margin * (print.columns + 1)) / print.columns;
  for (let column = 0; column < print.columns; column++) {
    const x = margin + column * (columnWidth + margin);
    textBlock(
      picture,
      random,
      { x, y: margin, width: columnWidth, height: picture.height - 2 * margin },
      {
        lineHeight: print.lineMm * density,
        capHeight: print.capMm * density,
        ink: INK,
      },
    );
  }
  return { picture, widthMm, heightMm, cornerRadiusMm: 0.3, thicknessMm: 0.4 };
}

function notebook(random: Random, density: number): ClutterThing {
  const [widthMm, heightMm] = [148, 210];
  const picture = newPicture(widthMm * density, heightMm * density, random.pick(PAPERS));
  const step = random.pick([5, 8]) * density;
  const line: Colour = [176, 196, 220];
  for (let y = step; y < picture.height; y += step)
    fillRect(picture, 0, y, picture.width, Math.max(1, density * 0.3), line);
  if (step < 6 * density) {
    for (let x = step; x < picture.width; x += step)
      fillRect(picture, x, 0, Math.max(1, density * 0.3), picture.height, line);
  }
  paintGrain(picture, 4);
  return { picture, widthMm, heightMm, cornerRadiusMm: 3, thicknessMm: 5 };
}

function magazine(random: Random, density: number): ClutterThing {
  const [widthMm, heightMm] = [200, 270];
  const picture = newPicture(widthMm * density, heightMm * density, random.pick(PAPERS));
  const { width, height } = picture;
  fillRect(picture, width * 0.06, height * 0.05, width * random.between(0.4, 0.88), height * 0.4, random.pick(BRIGHT));
  fillRect(picture, width * 0.56, height * 0.55, width * 0.36, height * 0.3, random.pick(BRIGHT));
  const style = { lineHeight: 4.4 * density, capHeight: 2.1 * density, ink: INK };
  textBlock(picture, random, { x: width * 0.06, y: height * 0.5, width: width * 0.44, height: height * 0.44 }, style);
  paintGrain(picture, 6);
  return { picture, widthMm, heightMm, cornerRadiusMm: 0.5, thicknessMm: 3 };
}

function phone(random: Random, density: number): ClutterThing {
  return screenOf(random, density, random.between(66, 77), random.between(138, 164));
}

/** Glass in a dark rim, lit or not. */
function screenOf(random: Random, density: number, widthMm: number, heightMm: number): ClutterThing {
  const picture = newPicture(widthMm * density, heightMm * density, [22, 22, 24]);
  const noise = noiseSquare();
  const [ox, isOn] = [random.between(0, 500), random.chance(0.3)];
  const rim = 3 * density;
  for (let y = rim; y < picture.height - rim; y++) {
    const sheen = noiseAt(noise, ox, (y / picture.height) * 30);
    const colour: Colour = isOn
      ? [70 + 90 * sheen, 100 + 80 * sheen, 150 + 60 * sheen]
      : scaled([34, 36, 42], 0.6 + sheen);
    fillRect(picture, rim, y, picture.width - 2 * rim, 1, colour);
  }
  return { picture, widthMm, heightMm, cornerRadiusMm: 9, thicknessMm: 8 };
}

function playingCard(random: Random, density: number): ClutterThing {
  const [widthMm, heightMm] = [63, 88];
  const picture = newPicture(widthMm * density, heightMm * density, random.pick(PAPERS));
  const colour = random.pick(BRIGHT);
  const isBack = random.chance(0.5);
  if (isBack) fillRect(picture, 4 * density, 4 * density, 55 * density, 80 * density, colour);
  for (const x of [14, 29, 44])
    for (const y of [16, 34, 52, 70]) {
      if (isBack || random.chance(0.7)) {
        fillRect(picture, x * density, y * density, 6 * density, 7 * density, isBack ? INK : colour);
      }
    }
  paintGrain(picture, 4);
  return { picture, widthMm, heightMm, cornerRadiusMm: 3.5, thicknessMm: 0.3 };
}

/** A printed photograph with a white rim: sky, ground, and somebody in it. */
function snapshot(random: Random, density: number): ClutterThing {
  const [widthMm, heightMm] = [random.pick([90, 130, 152]), 102];
  const picture = newPicture(widthMm * density, heightMm * density, random.pick(PAPERS));
  const { width, height } = picture;
  const rim = 4 * density;
  const horizon = height * random.between(0.35, 0.7);
  fillRect(picture, rim, rim, width - 2 * rim, horizon - rim, [146, 184, 220]);
  fillRect(picture, rim, horizon, width - 2 * rim, height - rim - horizon, random.pick(BRIGHT));
  const x = width * random.between(0.2, 0.7);
  fillRect(picture, x, height * 0.4, width * 0.14, height * 0.5, random.pick(BRIGHT));
  fillRect(picture, x + width * 0.035, height * 0.27, width * 0.07, height * 0.14, [206, 150, 118]);
  paintGrain(picture, 12);
  return { picture, widthMm, heightMm, cornerRadiusMm: 0.5, thicknessMm: 0.4 };
}

function calculator(random: Random, density: number): ClutterThing {
  const [widthMm, heightMm] = [random.between(70, 100), random.between(110, 150)];
  const picture = newPicture(widthMm * density, heightMm * density, random.pick(BRIGHT));
  const { width, height } = picture;
  fillRect(picture, width * 0.08, height * 0.07, width * 0.84, height * 0.16, [168, 180, 160]);
  const key = random.pick(PAPERS);
  for (let row = 0; row < 5; row++)
    for (let column = 0; column < 4; column++) {
      fillRect(picture, width * (0.08 + column * 0.22), height * (0.3 + row * 0.135), width * 0.17, height * 0.1, key);
    }
  paintGrain(picture, 5);
  return { picture, widthMm, heightMm, cornerRadiusMm: 6, thicknessMm: 10 };
}

/** A card of ISO/IEC 7810 size without any words on it. */
function card(random: Random, density: number, hasStripe: boolean): ClutterThing {
  const [widthMm, heightMm] = [85.6, 53.98];
  const [from, to] = [random.pick(BRIGHT), random.pick(BRIGHT)];
  const picture = newPicture(widthMm * density, heightMm * density, from);
  for (let x = 0; x < picture.width; x++) {
    const t = x / picture.width;
    fillRect(
      picture,
      x,
      0,
      1,
      picture.height,
      [0, 1, 2].map((c) => (from[c] ?? 0) * (1 - t) + (to[c] ?? 0) * t),
    );
  }
  if (hasStripe) {
    fillRect(picture, 0, 5 * density, picture.width, 11 * density, [26, 24, 24]);
    fillRect(picture, 5 * density, 22 * density, 55 * density, 8 * density, [238, 236, 230]);
  }
  paintGrain(picture, 4);
  return { picture, widthMm, heightMm, cornerRadiusMm: 3.18, thicknessMm: 0.8 };
}

function keyboard(random: Random, density: number): ClutterThing {
  const isDark = random.chance(0.6);
  const [widthMm, heightMm] = [285, 112];
  const picture = newPicture(widthMm * density, heightMm * density, isDark ? [38, 40, 44] : [206, 208, 212]);
  const key: Colour = isDark ? [20, 20, 22] : [244, 244, 244];
  const pitch = 19;
  for (let row = 0; row < 5; row++) {
    const shift = row * 4.5;
    for (let column = 0; column < 15; column++) {
      const x = (5 + shift + column * pitch) * density;
      fillRect(picture, x, (6 + row * 21) * density, 16.5 * density, 17.5 * density, key);
      fillRect(
        picture,
        x + 5 * density,
        (10 + row * 21) * density,
        3 * density,
        3.4 * density,
        isDark ? [190, 190, 190] : [80, 80, 84],
      );
    }
  }
  paintGrain(picture, 5);
  return { picture, widthMm, heightMm, cornerRadiusMm: 4, thicknessMm: 8 };
}

function round(
  random: Random,
  density: number,
  sizeMm: number,
  thicknessMm: number,
  colours: readonly [Colour, ...Colour[]],
): ClutterThing {
  const base = random.pick(colours);
  const picture = newPicture(sizeMm * density, sizeMm * density, base);
  const noise = noiseSquare();
  const half = picture.width / 2;
  for (let y = 0, to = 0; y < picture.height; y++) {
    for (let x = 0; x < picture.width; x++, to += 3) {
      const r = Math.hypot(x - half, y - half) / half;
      const relief = noiseAt(noise, x * 0.8, y * 0.8) - 0.5;
      const shade = (r > 0.86 ? 1.12 : 0.86 + 0.3 * relief) * (1.04 - (0.12 * (x + y)) / picture.width);
      for (let c = 0; c < 3; c++) picture.data[to + c] = Math.min(255, (base[c] ?? 0) * shade);
    }
  }
  return { picture, widthMm: sizeMm, heightMm: sizeMm, cornerRadiusMm: sizeMm / 2, thicknessMm };
}

function scaled(colour: Colour, by: number): Colour {
  return [colour[0] * by, colour[1] * by, colour[2] * by];
}
