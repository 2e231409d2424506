import { MAP_SIDE, type OutlineMaps } from './outline-maps.ts';

const INSIDE = 0.5;
/** A core is where no border runs; touching documents have two. */
const BORDER = 0.5;
/** Smallest part of the photo's area that counts as a document: a card whose long edge is an eighth of the frame's. */
const SMALLEST_SHARE = 0.012;
/** A card too far away to be read is still told so, when the network is sure of it: a twelfth of the frame's long edge. */
const FAR_SHARE = 0.004;
const SURE_FAR = 0.75;
/** A second core under this share of the whole blob is a broken-off corner, not a second document. */
const SECOND_CORE_SHARE = 0.15;

/** Cells of one document: `labels[cell] === label`. */
export type LabelledDocument = { readonly label: number; readonly cells: number; readonly confidence: number };

/** Connected areas of document, split where a border runs between two, largest first; of so many cells, or of a share of the photo's. */
export function labelDocuments(
  maps: OutlineMaps,
  fewestCells?: number,
): {
  readonly labels: Int16Array;
  readonly documents: readonly LabelledDocument[];
} {
  const size = MAP_SIDE * MAP_SIDE;
  // Of most parts of a table.
  if (!maps.document.some((inside) => inside > INSIDE)) return { labels: new Int16Array(size), documents: [] };
  const blobs = connect(size, (i) => (maps.document[i] ?? 0) > INSIDE);
  const cores = connect(size, (i) => (maps.document[i] ?? 0) > INSIDE && (maps.border[i] ?? 0) < BORDER);
  const labels = new Int16Array(size);
  const coresOfBlob = new Map<number, number[]>();
  for (let c = 1; c < cores.sizes.length; c++) {
    const blob = blobs.labels[cores.seeds[c] ?? 0] ?? 0;
    if ((cores.sizes[c] ?? 0) >= (blobs.sizes[blob] ?? 0) * SECOND_CORE_SHARE) {
      coresOfBlob.set(blob, [...(coresOfBlob.get(blob) ?? []), c]);
    }
  }
  const split = new Set<number>();
  for (const list of coresOfBlob.values()) if (list.length > 1) for (const core of list) split.add(core);
  const offset = blobs.sizes.length;
  for (let i = 0; i < size; i++) {
    const core = cores.labels[i] ?? 0;
    const blob = blobs.labels[i] ?? 0;
    if (split.has(core)) labels[i] = offset + core;
    else if (blob > 0 && (coresOfBlob.get(blob)?.length ?? 0) < 2) labels[i] = blob;
  }
  growInto(labels, blobs.labels);
  return { labels, documents: describe(labels, maps, fewestCells) };
}

function describe(labels: Int16Array, maps: OutlineMaps, fewestCells: number | undefined): LabelledDocument[] {
  const cells = new Map<number, { count: number; sum: number }>();
  for (let i = 0; i < labels.length; i++) {
    const label = labels[i] ?? 0;
    if (label === 0) continue;
    const entry = cells.get(label) ?? { count: 0, sum: 0 };
    entry.count++;
    entry.sum += maps.document[i] ?? 0;
    cells.set(label, entry);
  }
  const all = maps.width * maps.height;
  const fewest = (confidence: number) => fewestCells ?? (confidence >= SURE_FAR ? FAR_SHARE : SMALLEST_SHARE) * all;
  return [...cells]
    .filter(([, { count, sum }]) => count >= fewest(sum / count))
    .map(([label, entry]) => ({ label, cells: entry.count, confidence: entry.sum / entry.count }))
    .sort((a, b) => b.cells - a.cells);
}

/** Gives the border cells of a split blob to the nearest core, breadth first. */
function growInto(labels: Int16Array, blobs: Int16Array): void {
  let queue: number[] = [];
  for (let i = 0; i < labels.length; i++) if ((labels[i] ?? 0) > 0) queue.push(i);
  while (queue.length > 0) {
    const next: number[] = [];
    for (const i of queue) {
      for (const j of [i - 1, i + 1, i - MAP_SIDE, i + MAP_SIDE]) {
        if (j < 0 || j >= labels.length || labels[j] !== 0 || (blobs[j] ?? 0) === 0) continue;
        labels[j] = labels[i] ?? 0;
        next.push(j);
      }
    }
    queue = next;
  }
}

function connect(size: number, inside: (i: number) => boolean) {
  const labels = new Int16Array(size);
  const sizes = [0];
  const seeds = [0];
  const stack: number[] = [];
  for (let start = 0; start < size; start++) {
    if (labels[start] !== 0 || !inside(start)) continue;
    const label = sizes.length;
    labels[start] = label;
    stack.push(start);
    let count = 0;
    for (let i = stack.pop(); i !== undefined; i = stack.pop()) {
      count++;
      const x = i % MAP_SIDE;
      if (x > 0) visit(i - 1, label);
      if (x < MAP_SIDE - 1) visit(i + 1, label);
      visit(i - MAP_SIDE, label);
      visit(i + MAP_SIDE, label);
    }
    sizes.push(count);
    seeds.push(start);
  }
  return { labels, sizes, seeds };

  function visit(j: number, label: number): void {
    if (j < 0 || j >= size || labels[j] !== 0 || !inside(j)) return;
    labels[j] = label;
    stack.push(j);
  }
}
