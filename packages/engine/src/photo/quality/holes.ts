import type { PageArea } from '../page.ts';
import type { GreyImage } from '../pixels.ts';
import { medianLevel } from './median-level.ts';
import { pageAreas } from './page-areas.ts';

/** The page is looked at this wide: a hole of 3 mm in a passport is 12 cells across. */
const COLUMNS = 480;
/** Offices punch holes of 3 to 8 mm. */
const LEAST_MM = 3;
const MOST_MM = 8;
/** A hole shows what lies behind: much darker than the paper, or lighter than it and not burnt out as a reflection is. */
const DARK = 0.4;
const LIGHT = 1.2;
const BURNT_OUT = 245;
/** The paper must be lit. */
const LEAST_PAPER = 60;
/** A disc fills 0.785 of its box, which is square. Slack for cells, perspective and a coarse outline. */
const LEAST_FILL = 0.7;
const MOST_FILL = 0.87;
const MOST_LONGER = 1.2;
/** A ring around the hole, in radii, is paper: nearly all of it much lighter than the hole. */
const RING_RADII = [1.35, 1.6] as const;
const RING_SAMPLES = 48;
const RING_PAPER = 0.9;
const RING_LIGHTER = 2;
/** Inside there is nothing but the hole: darkest and lightest sample differ by less than this part of the paper. */
const INSIDE_RADII = [0, 0.4, 0.7] as const;
const INSIDE_EVEN = 0.2;
/** A light disc is told by less contrast, so it must be evener, and the paper beside it surely darker. */
const LIGHT_EVEN = 0.1;
const RING_DARKER = 0.9;

/**
 * Round holes punched through a page: even discs of 3 to 8 mm with paper all around, dark over a dark table and light over a light one.
 * `pxPerMm` is that of the page.
 */
export function findHoles(grey: GreyImage, pxPerMm: number): readonly PageArea[] {
  const { width, height } = grey;
  const rows = Math.max(1, Math.round((COLUMNS * height) / width));
  const small = sampled(grey, COLUMNS, rows);
  const paper = medianLevel(small);
  if (paper < LEAST_PAPER) return [];
  // Filled first: Float32Array.from takes ten times as long.
  const lightness = new Float32Array(small);
  const darkness = new Float32Array(small.length);
  for (let i = 0; i < small.length; i++) darkness[i] = 255 - (small[i] ?? 0);
  const leastShare = (Math.PI * (LEAST_MM / 2) ** 2 * pxPerMm * pxPerMm) / (width * height);
  const dark = pageAreas(darkness, COLUMNS, rows, 255 - DARK * paper, leastShare / 2, width, height);
  const light = pageAreas(lightness, COLUMNS, rows, LIGHT * paper, leastShare / 2, width, height);
  return [
    ...dark.filter((blob) => isHole(grey, blob, paper, pxPerMm, showsDark)),
    ...light.filter((blob) => isHole(grey, blob, paper, pxPerMm, showsLight)),
  ];
}

/** Whether what is inside a disc is a hole beside what is around it, ring by ring. */
type Shows = (inside: readonly number[], rings: readonly (readonly number[])[], paper: number) => boolean;

function isHole(grey: GreyImage, { quad, share }: PageArea, paper: number, pxPerMm: number, shows: Shows): boolean {
  const [a, b, , d] = quad;
  const across = Math.hypot(b.x - a.x, b.y - a.y);
  const down = Math.hypot(d.x - a.x, d.y - a.y);
  const [short, long] = [Math.min(across, down), Math.max(across, down)];
  if (short < LEAST_MM * pxPerMm || long > MOST_MM * pxPerMm || long > MOST_LONGER * short) return false;
  const fill = (share * grey.width * grey.height) / (across * down);
  if (fill < LEAST_FILL || fill > MOST_FILL) return false;
  const x = (a.x + quad[2].x) / 2;
  const y = (a.y + quad[2].y) / 2;
  const inside = INSIDE_RADII.flatMap((r) => ring(grey, x, y, (r * across) / 2, (r * down) / 2));
  const rings = RING_RADII.map((r) => ring(grey, x, y, (r * across) / 2, (r * down) / 2));
  return shows(inside, rings, paper);
}

const showsDark: Shows = (inside, rings, paper) => {
  const lightest = Math.max(...inside);
  if (lightest - Math.min(...inside) > INSIDE_EVEN * paper) return false;
  return rings.every((around) => isAround(around, (level) => level > DARK * paper && level > RING_LIGHTER * lightest));
};

const showsLight: Shows = (inside, rings, paper) => {
  const [darkest, lightest] = [Math.min(...inside), Math.max(...inside)];
  if (lightest >= BURNT_OUT || lightest - darkest > LIGHT_EVEN * paper) return false;
  return rings.every((around) => isAround(around, (level) => level < RING_DARKER * darkest));
};

function isAround(levels: readonly number[], isPaper: (level: number) => boolean): boolean {
  return levels.filter(isPaper).length >= RING_PAPER * RING_SAMPLES;
}

/** Luma along an ellipse; what lies outside the page is left out. */
function ring({ width, height, data }: GreyImage, x: number, y: number, rx: number, ry: number): number[] {
  const levels: number[] = [];
  for (let k = 0; k < RING_SAMPLES; k++) {
    const angle = (2 * Math.PI * k) / RING_SAMPLES;
    const px = Math.floor(x + rx * Math.cos(angle));
    const py = Math.floor(y + ry * Math.sin(angle));
    if (px >= 0 && py >= 0 && px < width && py < height) levels.push(data[py * width + px] ?? 0);
  }
  return levels;
}

function sampled({ width, height, data }: GreyImage, columns: number, rows: number): Uint8Array {
  const out = new Uint8Array(columns * rows);
  for (let y = 0, to = 0; y < rows; y++) {
    const row = Math.floor(((y + 0.5) * height) / rows) * width;
    for (let x = 0; x < columns; x++) out[to++] = data[row + Math.floor(((x + 0.5) * width) / columns)] ?? 0;
  }
  return out;
}
