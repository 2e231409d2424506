import type { PageArea } from '../page.ts';

/** Connected cells where `strength` exceeds `threshold`, as areas of a page of `pageWidth`×`pageHeight` px. */
export function pageAreas(
  strength: Float32Array,
  columns: number,
  rows: number,
  threshold: number,
  leastShare: number,
  pageWidth: number,
  pageHeight: number,
): PageArea[] {
  const seen = new Uint8Array(columns * rows);
  const areas: PageArea[] = [];
  const stack: number[] = [];
  for (let start = 0; start < strength.length; start++) {
    if (seen[start] === 1 || !((strength[start] ?? 0) > threshold)) continue;
    seen[start] = 1;
    stack.push(start);
    let count = 0;
    let sum = 0;
    let left = columns;
    let right = 0;
    let top = rows;
    let bottom = 0;
    for (let i = stack.pop(); i !== undefined; i = stack.pop()) {
      const y = Math.floor(i / columns);
      const x = i - y * columns;
      count++;
      sum += strength[i] ?? 0;
      left = Math.min(left, x);
      right = Math.max(right, x + 1);
      top = Math.min(top, y);
      bottom = Math.max(bottom, y + 1);
      if (x > 0) visit(i - 1);
      if (x < columns - 1) visit(i + 1);
      if (y > 0) visit(i - columns);
      if (y < rows - 1) visit(i + columns);
    }
    const share = count / (columns * rows);
    if (share < leastShare) continue;
    const sx = pageWidth / columns;
    const sy = pageHeight / rows;
    areas.push({
      quad: [
        { x: left * sx, y: top * sy },
        { x: right * sx, y: top * sy },
        { x: right * sx, y: bottom * sy },
        { x: left * sx, y: bottom * sy },
      ],
      share,
      strength: sum / count,
    });
  }
  return areas.sort((a, b) => b.share - a.share);

  function visit(j: number): void {
    if (seen[j] === 1 || !((strength[j] ?? 0) > threshold)) return;
    seen[j] = 1;
    stack.push(j);
  }
}
