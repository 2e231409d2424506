import type { EnginePorts } from '../../ports.ts';
import type { PagePoint, Quad } from '../geometry.ts';
import { areaOf, convexHull, type XY } from '../outline/convex-hull.ts';
import type { TextLine } from '../page.ts';
import type { RgbImage } from '../pixels.ts';
import { type Box, minAreaBox } from './min-area-box.ts';
import { type TextMap, textMap } from './text-map.ts';

/** Thresholds and the factor of growing back are those of PP-OCRv4's own post-processing (DBPostProcess). */
const PIXEL_THRESHOLD = 0.3;
const LINE_THRESHOLD = 0.5;
const UNCLIP_RATIO = 1.6;
/** Shrunk boxes lower than this (map px) are specks. */
const LOWEST = 2.5;
/** A shrunk area with fewer map px is no line. */
const FEWEST_PIXELS = 12;

/** Lines of text on a picture, top to bottom, in its pixels; each quad begins at the line's left end as the picture stands. */
export async function findTextLines(
  image: RgbImage,
  longEdge: number,
  infer: EnginePorts['infer'],
): Promise<readonly TextLine[]> {
  const map = await textMap(image, longEdge, infer);
  return linesOf(map);
}

/** Connected areas over the threshold, each as a box grown back to the text's full height. */
function linesOf(map: TextMap): readonly TextLine[] {
  const lines: TextLine[] = [];
  for (const blob of blobsOf(map)) {
    const hull = convexHull(blob.rim);
    const box = minAreaBox(hull);
    if (box === null || box.height < LOWEST || blob.score < LINE_THRESHOLD) continue;
    lines.push(toLine(unclip(box), map, blob.score));
  }
  return lines.sort((a, b) => a.quad[0].y - b.quad[0].y);
}

type Blob = { readonly rim: XY[]; readonly score: number };

/** The leftmost and rightmost pixel of every row make the rim: enough for a convex hull. */
function blobsOf({ width, height, values }: TextMap): Blob[] {
  const seen = new Uint8Array(width * height);
  const stack: number[] = [];
  const blobs: Blob[] = [];
  const leftmost = new Int32Array(height);
  const rightmost = new Int32Array(height);
  for (let start = 0; start < values.length; start++) {
    if (seen[start] === 1 || (values[start] ?? 0) < PIXEL_THRESHOLD) continue;
    seen[start] = 1;
    stack.push(start);
    let count = 0;
    let sum = 0;
    const first = Math.floor(start / width);
    let last = first;
    leftmost[first] = width;
    rightmost[first] = -1;
    let top = first;
    for (let i = stack.pop(); i !== undefined; i = stack.pop()) {
      const y = Math.floor(i / width);
      const x = i - y * width;
      while (y > last) open(++last);
      while (y < top) open(--top);
      if (x < (leftmost[y] ?? 0)) leftmost[y] = x;
      if (x > (rightmost[y] ?? 0)) rightmost[y] = x;
      count++;
      sum += values[i] ?? 0;
      for (let dy = -1; dy <= 1; dy++) {
        for (let dx = -1; dx <= 1; dx++) {
          const nx = x + dx;
          const ny = y + dy;
          if (nx < 0 || ny < 0 || nx >= width || ny >= height) continue;
          const j = ny * width + nx;
          if (seen[j] === 1 || (values[j] ?? 0) < PIXEL_THRESHOLD) continue;
          seen[j] = 1;
          stack.push(j);
        }
      }
    }
    if (count < FEWEST_PIXELS) continue;
    const rim: XY[] = [];
    for (let y = top; y <= last; y++) {
      const left = leftmost[y] ?? 0;
      const right = (rightmost[y] ?? 0) + 1;
      rim.push({ x: left, y }, { x: right, y }, { x: left, y: y + 1 }, { x: right, y: y + 1 });
    }
    blobs.push({ rim, score: sum / count });
  }
  return blobs;

  function open(y: number): void {
    leftmost[y] = width;
    rightmost[y] = -1;
  }
}

/** The detector is trained on boxes shrunk by area × ratio ÷ perimeter (DB, Liao et al. 2020, §3.4). */
function unclip(box: Box): Box {
  const grow = (box.length * box.height * UNCLIP_RATIO) / (2 * (box.length + box.height));
  return { ...box, length: box.length + 2 * grow, height: box.height + 2 * grow };
}

function toLine(box: Box, map: TextMap, score: number): TextLine {
  const forwards = box.ux > 0 || (box.ux === 0 && box.uy > 0) ? 1 : -1;
  const ax = (forwards * box.ux * box.length) / 2;
  const ay = (forwards * box.uy * box.length) / 2;
  const bx = (-forwards * box.uy * box.height) / 2;
  const by = (forwards * box.ux * box.height) / 2;
  const point = (x: number, y: number): PagePoint => ({ x: (box.cx + x) / map.scaleX, y: (box.cy + y) / map.scaleY });
  const quad: Quad<PagePoint> = [
    point(-ax - bx, -ay - by),
    point(ax - bx, ay - by),
    point(ax + bx, ay + by),
    point(-ax + bx, -ay + by),
  ];
  const along = Math.hypot(quad[1].x - quad[0].x, quad[1].y - quad[0].y);
  return { quad, heightPx: along > 0 ? areaOf(quad) / along : 0, score };
}
