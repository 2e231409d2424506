import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { Resvg } from '@resvg/resvg-js';
import type { Colour, Pixels } from './pixels.ts';
import { type Random, randomFrom } from './random.ts';

type Area = { readonly x: number; readonly y: number; readonly width: number; readonly height: number };
type TextStyle = { readonly lineHeight: number; readonly capHeight: number; readonly ink: Colour };

/** Fills an area with lines of made-up print, in paragraphs. Text too small for the texels becomes grey bars. */
export function textBlock(picture: Pixels, random: Random, area: Area, style: TextStyle): void {
  const strips = printedStrips();
  const scale = STRIP_CAP_PX / style.capHeight;
  let isIndented = true;
  for (let y = area.y; y + style.lineHeight <= area.y + area.height; y += style.lineHeight) {
    if (random.chance(0.12)) {
      isIndented = true;
      continue;
    }
    const indent = isIndented ? style.lineHeight * 0.8 : 0;
    const width = area.width * (random.chance(0.15) ? random.between(0.3, 0.8) : 1) - indent;
    const strip = random.integer(0, STRIPS - 1);
    const start = random.integer(0, strips.width >> 1);
    layStrip(
      picture,
      strips,
      strip,
      start,
      scale,
      { x: area.x + indent, y, width, height: style.capHeight * 1.6 },
      style.ink,
    );
    isIndented = false;
  }
}

const STRIPS = 24;
const STRIP_WIDTH_PX = 1400;
const STRIP_HEIGHT_PX = 26;
/** Height of a capital in the strips: DejaVu Sans has 0.73 of its size. */
const STRIP_CAP_PX = 13;
const CAP_HEIGHT_OF_SIZE = 0.729;
const ASCENT_PX = 18;

type Strips = { readonly width: number; readonly coverage: Uint8Array };
let made: Strips | undefined;

/** Lines of print, one under another: how much ink there is, 0–255. Drawn once. */
function printedStrips(): Strips {
  made ??= drawStrips();
  return made;
}

function drawStrips(): Strips {
  const random = randomFrom(3, 'print');
  const size = STRIP_CAP_PX / CAP_HEIGHT_OF_SIZE;
  let text = '';
  for (let strip = 0; strip < STRIPS; strip++) {
    const family = strip % 3 === 0 ? 'DejaVu Serif' : 'DejaVu Sans';
    const weight = strip % 5 === 0 ? 'bold' : 'normal';
    text += `<text x="2" y="${strip * STRIP_HEIGHT_PX + ASCENT_PX}" font-family="${family}" font-weight="${weight}" font-size="${size}">${sentence(random)}</text>`;
  }
  const height = STRIPS * STRIP_HEIGHT_PX;
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${STRIP_WIDTH_PX}" height="${height}">${text}</svg>`;
  const folder = join(dirname(createRequire(import.meta.url).resolve('dejavu-fonts-ttf/package.json')), 'ttf');
  const fontFiles = ['DejaVuSans.ttf', 'DejaVuSerif.ttf', 'DejaVuSans-Bold.ttf'].map((file) => join(folder, file));
  const { pixels } = new Resvg(svg, { font: { loadSystemFonts: false, fontFiles }, background: '#ffffff' }).render();
  const coverage = new Uint8Array(STRIP_WIDTH_PX * height);
  for (let i = 0; i < coverage.length; i++) coverage[i] = 255 - (pixels[i * 4] ?? 255);
  return { width: STRIP_WIDTH_PX, coverage };
}

const SYLLABLES = [
  'ra',
  'ne',
  'mi',
  'to',
  'sel',
  'ko',
  'dan',
  've',
  'lu',
  'par',
  'in',
  'ost',
  'gre',
  'ha',
  'ti',
  'bo',
] as const;

function sentence(random: Random): string {
  const words: string[] = [];
  for (let length = 0; length < 190; ) {
    if (random.chance(0.08)) words.push(String(random.integer(1, 99_999)));
    else {
      const word = Array.from({ length: random.integer(1, 4) }, () => random.pick(SYLLABLES)).join('');
      words.push(random.chance(0.2) ? word[0]?.toUpperCase() + word.slice(1) : word);
    }
    length += (words.at(-1)?.length ?? 0) + 1;
  }
  return words.join(' ');
}

/** Copies a part of a strip, shrunk or enlarged, by the mean of what a texel covers. */
function layStrip(
  picture: Pixels,
  strips: Strips,
  strip: number,
  start: number,
  scale: number,
  area: Area,
  ink: Colour,
): void {
  const bottom = Math.min(area.height, picture.height - area.y);
  const right = Math.min(area.width, (strips.width - start) / scale, picture.width - area.x);
  for (let y = 0; y < bottom; y++) {
    const top = y * scale;
    if (top >= STRIP_HEIGHT_PX) return;
    for (let x = 0; x < right; x++) {
      const cover = meanCover(strips, strip * STRIP_HEIGHT_PX, start + x * scale, top, scale) / 255;
      if (cover === 0) continue;
      const to = (Math.floor(area.y + y) * picture.width + Math.floor(area.x + x)) * 3;
      for (let c = 0; c < 3; c++)
        picture.data[to + c] = (picture.data[to + c] ?? 0) * (1 - cover) + (ink[c] ?? 0) * cover;
    }
  }
}

function meanCover(strips: Strips, firstRow: number, x: number, y: number, size: number): number {
  const right = Math.min(strips.width, Math.max(Math.floor(x) + 1, Math.floor(x + size)));
  const bottom = Math.min(STRIP_HEIGHT_PX, Math.max(Math.floor(y) + 1, Math.floor(y + size)));
  let [sum, count] = [0, 0];
  for (let row = Math.floor(y); row < bottom; row++) {
    for (let column = Math.floor(x); column < right; column++) {
      sum += strips.coverage[(firstRow + row) * strips.width + column] ?? 0;
      count++;
    }
  }
  return count === 0 ? 0 : sum / count;
}
