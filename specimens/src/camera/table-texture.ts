import { noiseAt, noiseSquare } from './noise.ts';
import type { Colour } from './pixels.ts';
import type { Random } from './random.ts';
import { sine } from './sine.ts';

/** What the document lies on. */
export type TableStyle =
  | 'wood'
  | 'parquet'
  | 'cloth'
  | 'checked'
  | 'dotted'
  | 'marble'
  | 'terrazzo'
  | 'carpet'
  | 'metal'
  | 'plain'
  | 'tiles'
  | 'striped'
  | 'wicker'
  | 'granite'
  | 'gridded';

/** Writes the colours (0–255, three numbers a place) of a row of places in millimetres. */
export type Texture = (x: Float64Array, y: Float64Array, into: Float32Array) => void;

/** A table top without end; the same random numbers give the same one. */
export function tableTexture(style: TableStyle, random: Random): Texture {
  return TEXTURES[style](random);
}

const TEXTURES: Readonly<Record<TableStyle, (random: Random) => Texture>> = {
  wood: (random) => wood(random, 0),
  parquet: (random) => wood(random, random.between(45, 90)),
  cloth: (random) => cloth(random),
  checked: (random) => checked(random),
  dotted: (random) => dotted(random),
  marble: (random) => marble(random),
  terrazzo: (random) => terrazzo(random),
  carpet: (random) => grain(random, random.pick(STRONG_COLOURS), random.between(0.5, 1.2), random.between(30, 70)),
  metal: (random) => metal(random),
  plain: (random) => grain(random, random.pick(PLAIN_COLOURS), random.between(2, 30), random.between(2, 9)),
  tiles: (random) => tiles(random),
  striped: (random) => striped(random),
  wicker: (random) => wicker(random),
  granite: (random) => granite(random),
  gridded: (random) => gridded(random),
};

const WOODS: readonly [Colour, ...Colour[]] = [
  [176, 126, 80],
  [128, 84, 52],
  [92, 60, 40],
  [208, 176, 132],
  [150, 96, 60],
  [196, 186, 170],
];
const STRONG_COLOURS: readonly [Colour, ...Colour[]] = [
  [150, 40, 44],
  [40, 66, 120],
  [60, 104, 70],
  [110, 110, 116],
  [60, 58, 62],
  [186, 160, 120],
  [122, 84, 130],
  [206, 196, 180],
];
const PLAIN_COLOURS: readonly [Colour, ...Colour[]] = [
  [238, 238, 236],
  [226, 222, 212],
  [30, 30, 32],
  [48, 44, 42],
  [90, 92, 96],
  [60, 84, 104],
  [150, 148, 142],
  [202, 208, 212],
];
const MARBLES: readonly [Colour, ...Colour[]] = [
  [232, 230, 226],
  [206, 204, 204],
  [44, 46, 50],
  [216, 200, 178],
];

/** Long grain along x; with planks (mm wide) each its own shade and place in the grain. */
function wood(random: Random, plankMm: number): Texture {
  const noise = noiseSquare();
  const base = random.pick(WOODS);
  const [ox, oy] = [random.between(0, 500), random.between(0, 500)];
  const rings = random.between(0.25, 0.7);
  const wave = random.between(6, 22);
  const depth = random.between(0.1, 0.3);
  return (xs, ys, into) => {
    for (let i = 0, to = 0; i < xs.length; i++, to += 3) {
      const x = xs[i] ?? 0;
      const y = ys[i] ?? 0;
      const plank = plankMm > 0 ? Math.floor(y / plankMm) : 0;
      const own = plank * 37.7;
      const along = x * 0.12 + ox + own * 3;
      const bow = noiseAt(noise, along * 0.5, y * 0.5 + oy + own) * wave;
      const ring = 0.5 + 0.5 * sine((y + bow * 4) * rings);
      const fibre = noiseAt(noise, along * 1.6, y * 9 + oy + own);
      let shade = 1 - depth * (ring * 0.55 + fibre * 0.9) + depth * 0.6;
      if (plankMm > 0) {
        shade *= 0.9 + 0.2 * noiseAt(noise, plank * 51.3 + ox, 7);
        const gap = y - plank * plankMm;
        if (gap < 0.7) shade *= 0.45;
      }
      into[to] = base[0] * shade;
      into[to + 1] = base[1] * shade * (0.98 + 0.02 * ring);
      into[to + 2] = base[2] * shade * (0.95 + 0.05 * ring);
    }
  };
}

function cloth(random: Random): Texture {
  const noise = noiseSquare();
  const base = random.pick(STRONG_COLOURS);
  const thread = random.between(3, 7);
  const depth = random.between(0.1, 0.25);
  const [ox, oy] = [random.between(0, 500), random.between(0, 500)];
  return (xs, ys, into) => {
    for (let i = 0, to = 0; i < xs.length; i++, to += 3) {
      const x = xs[i] ?? 0;
      const y = ys[i] ?? 0;
      const weave = sine(x * thread) * sine(y * thread);
      const fold = noiseAt(noise, x * 0.35 + ox, y * 0.35 + oy) - 0.5;
      const fluff = noiseAt(noise, x * 7 + oy, y * 7 + ox) - 0.5;
      paintShade(into, to, base, 1 + depth * (weave * 0.6 + fold * 1.6 + fluff));
    }
  };
}

/** A table cloth in two colours of stripes that cross. */
function checked(random: Random): Texture {
  const ground = cloth(random);
  const stripe = random.pick(STRONG_COLOURS);
  const period = random.between(12, 40);
  const share = random.between(0.3, 0.5);
  return (xs, ys, into) => {
    ground(xs, ys, into);
    for (let i = 0, to = 0; i < xs.length; i++, to += 3) {
      const isDown = positive(xs[i] ?? 0, period) < share;
      const isAcross = positive(ys[i] ?? 0, period) < share;
      mixIn(into, to, stripe, ((isDown ? 1 : 0) + (isAcross ? 1 : 0)) * 0.4);
    }
  };
}

function dotted(random: Random): Texture {
  const ground = cloth(random);
  const dot = random.pick(STRONG_COLOURS);
  const period = random.between(9, 26);
  const radius = random.between(0.16, 0.34);
  return (xs, ys, into) => {
    ground(xs, ys, into);
    for (let i = 0, to = 0; i < xs.length; i++, to += 3) {
      const x = xs[i] ?? 0;
      const y = ys[i] ?? 0;
      const row = Math.floor(y / period);
      const px = positive(x + (row & 1) * period * 0.5, period) - 0.5;
      const py = positive(y, period) - 0.5;
      if (px * px + py * py < radius * radius) mixIn(into, to, dot, 0.8);
    }
  };
}

function marble(random: Random): Texture {
  const noise = noiseSquare();
  const base = random.pick(MARBLES);
  const veins = base[0] < 100 ? 1.6 : -0.5;
  const scale = random.between(0.3, 0.9);
  const [ox, oy] = [random.between(0, 500), random.between(0, 500)];
  return (xs, ys, into) => {
    for (let i = 0, to = 0; i < xs.length; i++, to += 3) {
      const x = (xs[i] ?? 0) * scale;
      const y = (ys[i] ?? 0) * scale;
      const bend = noiseAt(noise, x + ox, y + oy);
      const fine = noiseAt(noise, x * 4 + oy, y * 4 + ox);
      const vein = 1 - Math.min(1, Math.abs(bend - 0.5) * 14 + fine * 0.3);
      paintShade(into, to, base, 1 + (vein > 0 ? vein : 0) * veins + (fine - 0.5) * 0.14);
    }
  };
}

/** Chips of stone in a pale ground. */
function terrazzo(random: Random): Texture {
  const noise = noiseSquare();
  const base = random.pick(MARBLES);
  const chips: readonly Colour[] = [random.pick(STRONG_COLOURS), random.pick(WOODS), random.pick(PLAIN_COLOURS)];
  const scale = random.between(6, 16);
  const [ox, oy] = [random.between(0, 500), random.between(0, 500)];
  return (xs, ys, into) => {
    for (let i = 0, to = 0; i < xs.length; i++, to += 3) {
      const x = xs[i] ?? 0;
      const y = ys[i] ?? 0;
      let here = base;
      for (let layer = 0; layer < chips.length; layer++) {
        const stone = noiseAt(noise, x * scale + ox + layer * 131, y * scale + oy + layer * 57);
        if (stone > 0.66) here = chips[layer] ?? base;
      }
      paintShade(into, to, here, 0.95 + 0.1 * noiseAt(noise, x * 5 + ox, y * 5 + oy));
    }
  };
}

function metal(random: Random): Texture {
  const noise = noiseSquare();
  const base = random.pick([
    [168, 170, 174],
    [110, 112, 118],
    [190, 178, 160],
  ] satisfies [Colour, ...Colour[]]);
  const oy = random.between(0, 500);
  return (xs, ys, into) => {
    for (let i = 0, to = 0; i < xs.length; i++, to += 3) {
      const x = xs[i] ?? 0;
      const y = ys[i] ?? 0;
      const brushed = noiseAt(noise, x * 0.2, y * 14 + oy) - 0.5;
      const sheen = noiseAt(noise, x * 0.3 + oy, y * 0.12) - 0.5;
      paintShade(into, to, base, 1 + brushed * 0.22 + sheen * 0.3);
    }
  };
}

/** Oblong tiles in rows, each of its own shade, with grout between them. */
function tiles(random: Random): Texture {
  const noise = noiseSquare();
  const base = random.pick([...MARBLES, ...STRONG_COLOURS]);
  const [across, down] = [random.between(40, 160), random.between(30, 90)];
  const grout = random.between(1.5, 5);
  const isStaggered = random.chance(0.5);
  const [own, ground] = [random.between(0.05, 0.3), random.between(0.5, 1.3)];
  const oy = random.between(0, 500);
  return (xs, ys, into) => {
    for (let i = 0, to = 0; i < xs.length; i++, to += 3) {
      const y = ys[i] ?? 0;
      const row = Math.floor(y / down);
      const x = (xs[i] ?? 0) + (isStaggered ? (row & 1) * across * 0.5 : 0);
      const column = Math.floor(x / across);
      const isGrout = x - column * across < grout || y - row * down < grout;
      const shade = 1 + own * (noiseAt(noise, column * 17.3 + oy, row * 29.1) - 0.5);
      paintShade(into, to, base, (isGrout ? ground : shade) + 0.06 * (noiseAt(noise, x * 2, y * 2 + oy) - 0.5));
    }
  };
}

/** Stripes of three colours, as on a deck chair. */
function striped(random: Random): Texture {
  const ground = cloth(random);
  const stripes = [
    { colour: random.pick(STRONG_COLOURS), from: 0, to: random.between(0.1, 0.3) },
    { colour: random.pick(PLAIN_COLOURS), from: 0.5, to: random.between(0.55, 0.8) },
  ];
  const period = random.between(15, 80);
  return (xs, ys, into) => {
    ground(xs, ys, into);
    for (let i = 0, to = 0; i < xs.length; i++, to += 3) {
      const at = positive(xs[i] ?? 0, period);
      for (const stripe of stripes) if (at >= stripe.from && at < stripe.to) mixIn(into, to, stripe.colour, 0.85);
    }
  };
}

/** Canes over and under each other. */
function wicker(random: Random): Texture {
  const noise = noiseSquare();
  const base = random.pick(WOODS);
  const cane = random.between(3, 12);
  const [depth, oy] = [random.between(0.3, 0.6), random.between(0, 500)];
  return (xs, ys, into) => {
    for (let i = 0, to = 0; i < xs.length; i++, to += 3) {
      const x = xs[i] ?? 0;
      const y = ys[i] ?? 0;
      const isOver = ((Math.floor(x / cane) + Math.floor(y / cane)) & 1) === 0;
      const across = positive(isOver ? y : x, cane) - 0.5;
      const along = positive(isOver ? x : y, cane) - 0.5;
      const round = (1 - 4 * across * across) * (1 - 2 * along * along);
      paintShade(into, to, base, 1 - depth + depth * round + 0.12 * (noiseAt(noise, x * 6, y * 6 + oy) - 0.5));
    }
  };
}

/** Fine grains of three stones. */
function granite(random: Random): Texture {
  const noise = noiseSquare();
  const stones: readonly Colour[] = [random.pick(PLAIN_COLOURS), random.pick(MARBLES), random.pick(STRONG_COLOURS)];
  const perMm = random.between(0.8, 3);
  const [ox, oy] = [random.between(0, 500), random.between(0, 500)];
  return (xs, ys, into) => {
    for (let i = 0, to = 0; i < xs.length; i++, to += 3) {
      const at = noiseAt(noise, (xs[i] ?? 0) * perMm * 4 + ox, (ys[i] ?? 0) * perMm * 4 + oy);
      paintShade(into, to, stones[Math.min(2, Math.floor(at * 3))] ?? [128, 128, 128], 0.85 + 0.3 * at);
    }
  };
}

/** A cutting mat: thin lines at every step, thicker ones at every fifth. */
function gridded(random: Random): Texture {
  const ground = grain(random, random.pick([...STRONG_COLOURS, ...PLAIN_COLOURS]), random.between(2, 8), 4);
  const line = random.pick(PLAIN_COLOURS);
  const step = random.between(5, 13);
  return (xs, ys, into) => {
    ground(xs, ys, into);
    for (let i = 0, to = 0; i < xs.length; i++, to += 3) {
      const [x, y] = [xs[i] ?? 0, ys[i] ?? 0];
      const isThin = Math.min(positive(x, step), positive(y, step)) * step < 0.35;
      const isThick = Math.min(positive(x, step * 5), positive(y, step * 5)) * step * 5 < 0.9;
      if (isThin || isThick) mixIn(into, to, line, isThick ? 0.85 : 0.6);
    }
  };
}

/** One colour with specks: paper, plastic, carpet, according to their size (per mm) and strength (levels). */
function grain(random: Random, base: Colour, perMm: number, levels: number): Texture {
  const noise = noiseSquare();
  const [ox, oy] = [random.between(0, 500), random.between(0, 500)];
  return (xs, ys, into) => {
    for (let i = 0, to = 0; i < xs.length; i++, to += 3) {
      const x = xs[i] ?? 0;
      const y = ys[i] ?? 0;
      const speck = (noiseAt(noise, x * perMm * 4 + ox, y * perMm * 4 + oy) - 0.5) * 2 * levels;
      const wide = (noiseAt(noise, x * 0.25 + oy, y * 0.25 + ox) - 0.5) * levels;
      into[to] = base[0] + speck + wide;
      into[to + 1] = base[1] + speck + wide;
      into[to + 2] = base[2] + speck + wide;
    }
  };
}

function paintShade(into: Float32Array, to: number, colour: Colour, shade: number): void {
  into[to] = colour[0] * shade;
  into[to + 1] = colour[1] * shade;
  into[to + 2] = colour[2] * shade;
}

function mixIn(into: Float32Array, to: number, colour: Colour, share: number): void {
  for (let c = 0; c < 3; c++) into[to + c] = (into[to + c] ?? 0) * (1 - share) + (colour[c] ?? 0) * share;
}

function positive(value: number, period: number): number {
  const turns = value / period;
  return turns - Math.floor(turns);
}
