import type { EnginePorts } from '../../ports.ts';
import type { RgbImage } from '../pixels.ts';
import type { XY } from './convex-hull.ts';
import { type FoundOutlines, findOutlines } from './find-outlines.ts';
import type { FoundOutline } from './found-outline.ts';
import type { OutlineJudge } from './outline-judge.ts';
import type { OutlineMaps } from './outline-maps.ts';

/** A closer look takes in this much of the table: the document's extent, that many times. */
const SURROUNDINGS = 1.45;

type Cutout = { readonly image: RgbImage; readonly left: number; readonly top: number };

/** What a cut-out around these points shows, and is wanted, in pixels of the whole picture. */
export async function viewAround(
  image: RgbImage,
  points: readonly XY[],
  infer: EnginePorts['infer'],
  judge: OutlineJudge,
  surroundings = SURROUNDINGS,
  isWanted: (outline: FoundOutline) => boolean = () => true,
): Promise<FoundOutlines> {
  const cutout = cutAround(image, points, surroundings);
  const { left, top, image: part } = cutout;
  const ends = [left === 0, left + part.width === image.width, top === 0, top + part.height === image.height] as const;
  // The judge sees the whole picture, also what lies outside the cut-out.
  const judgeHere: OutlineJudge = (quads) => judge(quads.map(([a, b, c, d]) => [out(a), out(b), out(c), out(d)]));
  const out = (p: XY): XY => ({ x: p.x + left, y: p.y + top });
  const isWantedHere = (found: FoundOutline) => isWanted(moveOut(found, cutout, image));
  const { outlines, maps } = await findOutlines(part, infer, judgeHere, ends, isWantedHere);
  return {
    outlines: outlines
      .filter((found) => !endsAtTheCut(found, cutout, image))
      .map((found) => moveOut(found, cutout, image)),
    maps: moveMapsOut(maps, cutout, image),
  };
}

function cutAround(image: RgbImage, points: readonly XY[], surroundings: number): Cutout {
  const [left, right] = extent(points.map(({ x }) => x));
  const [top, bottom] = extent(points.map(({ y }) => y));
  const half = (Math.max(right - left, bottom - top) * surroundings) / 2;
  const x0 = clamp(Math.floor((left + right) / 2 - half), image.width - 1);
  const y0 = clamp(Math.floor((top + bottom) / 2 - half), image.height - 1);
  const x1 = clamp(Math.ceil((left + right) / 2 + half), image.width);
  const y1 = clamp(Math.ceil((top + bottom) / 2 + half), image.height);
  const width = Math.max(1, x1 - x0);
  const height = Math.max(1, y1 - y0);
  const data = new Uint8Array(width * height * CHANNELS);
  for (let y = 0; y < height; y++) {
    const from = ((y0 + y) * image.width + x0) * CHANNELS;
    data.set(image.data.subarray(from, from + width * CHANNELS), y * width * CHANNELS);
  }
  return { image: { width, height, data }, left: x0, top: y0 };
}
const CHANNELS = 3;

/** Cut off by the cut-out, not by the photo. */
function endsAtTheCut({ quad, onFrame }: FoundOutline, { image: cut, left, top }: Cutout, image: RgbImage): boolean {
  return onFrame.some((framed, i) => {
    const a = quad[i];
    const b = quad[(i + 1) % quad.length];
    if (!framed || a === undefined || b === undefined) return false;
    const middle = { x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 };
    const ends = [
      { distance: Math.abs(middle.x), isPhotoEnd: left === 0 },
      { distance: Math.abs(middle.y), isPhotoEnd: top === 0 },
      { distance: Math.abs(middle.x - cut.width), isPhotoEnd: left + cut.width === image.width },
      { distance: Math.abs(middle.y - cut.height), isPhotoEnd: top + cut.height === image.height },
    ].toSorted((one, other) => one.distance - other.distance);
    return ends[0]?.isPhotoEnd !== true;
  });
}

function moveOut(found: FoundOutline, { left, top }: Omit<Cutout, 'image'>, image: RgbImage): FoundOutline {
  const out = (p: XY): XY => ({ x: p.x + left, y: p.y + top });
  const [a, b, c, d] = found.quad;
  return { ...found, quad: [out(a), out(b), out(c), out(d)], maps: moveMapsOut(found.maps, { left, top }, image) };
}

function moveMapsOut(maps: OutlineMaps, { left, top }: Omit<Cutout, 'image'>, image: RgbImage): OutlineMaps {
  return {
    ...maps,
    left: maps.left - left * maps.cellsPerPixel,
    top: maps.top - top * maps.cellsPerPixel,
    width: image.width * maps.cellsPerPixel,
    height: image.height * maps.cellsPerPixel,
  };
}

function extent(values: readonly number[]): readonly [number, number] {
  return [Math.min(...values), Math.max(...values)];
}

function clamp(value: number, most: number): number {
  return Math.min(Math.max(value, 0), most);
}
