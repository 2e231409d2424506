import type { GreyImage } from '../../photo/index.ts';

/** A rectangle of pixels; right and bottom are the first outside. */
export type PixelBox = { readonly left: number; readonly top: number; readonly right: number; readonly bottom: number };

/** Side of a cell, px. A module of PDF417 is 3–5 pixels on a page of 1,600, so that a cell holds two rows of it. */
const CELL = 16;
/** A step between neighbours that counts as an edge, as a part of the page's own range from black to white. */
const EDGE_SHARE = 0.22;
/** Smaller steps, of 255, are noise whatever the page's range. */
const LEAST_EDGE_LUMA = 10;
/** The darkest and the lightest fiftieth are left out of that range. */
const TAIL = 0.02;
/** So many tell the range; prime, so that no pattern of columns is met again and again. */
const EVERY_NTH_PIXEL = 37;
/** Edges per pixel, over rows and columns: printed text has 0.05–0.12 in its cells, bar codes 0.2–0.5. */
const DENSE = 0.14;
/** Cells a block must have on its short and on its long side. */
const LEAST_SHORT = 3;
const LEAST_LONG = 4;
/** Part of a block's box that is dense: a bar code fills its box, lines of text and guilloches do not. */
const LEAST_FILLED = 0.62;
/** Each block costs the decoder a run or two. */
const MOST_BLOCKS = 3;

/** The blocks that are dense with edges as a bar code is, largest first. Costs one pass over the page. */
export function findDenseBlocks(grey: GreyImage): readonly PixelBox[] {
  const columns = Math.floor(grey.width / CELL);
  const rows = Math.floor(grey.height / CELL);
  const dense = closeGaps(denseCells(grey, columns, rows), columns, rows);
  return components(dense, columns, rows)
    .filter(({ left, top, right, bottom, cells }) => {
      const [across, down] = [right - left, bottom - top];
      const filled = cells / (across * down);
      return Math.min(across, down) >= LEAST_SHORT && Math.max(across, down) >= LEAST_LONG && filled >= LEAST_FILLED;
    })
    .sort((a, b) => b.cells - a.cells)
    .slice(0, MOST_BLOCKS)
    .map(({ left, top, right, bottom }) => ({
      left: left * CELL,
      top: top * CELL,
      right: Math.min(grey.width, right * CELL),
      bottom: Math.min(grey.height, bottom * CELL),
    }));
}

function denseCells({ width, data }: GreyImage, columns: number, rows: number): Uint8Array {
  const dense = new Uint8Array(columns * rows);
  const edge = Math.max(LEAST_EDGE_LUMA, EDGE_SHARE * lumaRange(data));
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      let edges = 0;
      // Every second line is enough: modules are several pixels long.
      for (let y = row * CELL; y < (row + 1) * CELL - 1; y += 2) {
        const start = y * width + column * CELL;
        const end = Math.min(start + CELL, (y + 1) * width - 2);
        for (let at = start; at < end; at++) {
          const here = data[at] ?? 0;
          const right = here - (data[at + 2] ?? 0);
          const below = here - (data[at + width] ?? 0);
          if (right > edge || right < -edge) edges++;
          if (below > edge || below < -edge) edges++;
        }
      }
      if (edges > (DENSE * CELL * CELL) / 2) dense[row * columns + column] = 1;
    }
  }
  return dense;
}

function lumaRange(data: Uint8Array): number {
  const histogram = new Uint32Array(256);
  let total = 0;
  for (let at = 0; at < data.length; at += EVERY_NTH_PIXEL) {
    const luma = data[at] ?? 0;
    histogram[luma] = (histogram[luma] ?? 0) + 1;
    total++;
  }
  const below = (share: number): number => {
    let seen = 0;
    return histogram.findIndex((count) => {
      seen += count;
      return seen >= share * total;
    });
  };
  return below(1 - TAIL) - below(TAIL);
}

/** A cell with dense neighbours on both sides is dense: wide bars leave holes. */
function closeGaps(dense: Uint8Array, columns: number, rows: number): Uint8Array {
  const closed = Uint8Array.from(dense);
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      const at = row * columns + column;
      const across = column > 0 && column < columns - 1 && dense[at - 1] === 1 && dense[at + 1] === 1;
      const down = row > 0 && row < rows - 1 && dense[at - columns] === 1 && dense[at + columns] === 1;
      if (across || down) closed[at] = 1;
    }
  }
  return closed;
}

type Component = PixelBox & { readonly cells: number };

function components(dense: Uint8Array, columns: number, rows: number): readonly Component[] {
  const seen = new Uint8Array(dense.length);
  const found: Component[] = [];
  const stack: number[] = [];
  for (let start = 0; start < dense.length; start++) {
    if (dense[start] !== 1 || seen[start] === 1) continue;
    let [left, top, right, bottom, cells] = [columns, rows, 0, 0, 0];
    stack.push(start);
    seen[start] = 1;
    for (let at = stack.pop(); at !== undefined; at = stack.pop()) {
      const [x, y] = [at % columns, Math.floor(at / columns)];
      left = Math.min(left, x);
      right = Math.max(right, x + 1);
      top = Math.min(top, y);
      bottom = Math.max(bottom, y + 1);
      cells++;
      for (const [next, inside] of [
        [at - 1, x > 0],
        [at + 1, x < columns - 1],
        [at - columns, y > 0],
        [at + columns, y < rows - 1],
      ] as const) {
        if (!inside || dense[next] !== 1 || seen[next] === 1) continue;
        seen[next] = 1;
        stack.push(next);
      }
    }
    found.push({ left, top, right, bottom, cells });
  }
  return found;
}
