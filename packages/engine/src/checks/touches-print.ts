import type { Page, Quad } from '../photo/index.ts';
import { clipPolygon, type XY } from './clip-polygon.ts';

/** A reflection fades print for this part of its own size around it. */
const RIM = 0.25;

/** Whether an area of the page, with its rim, lies on a line of text. */
export function touchesPrint(page: Page, area: Quad<XY>): boolean {
  const around = grown(area);
  return page.textLines.some(({ quad }) => clipPolygon(quad, around).length > 0);
}

function grown(quad: Quad<XY>): Quad<XY> {
  const x = (quad[0].x + quad[2].x) / 2;
  const y = (quad[0].y + quad[2].y) / 2;
  const out = (p: XY): XY => ({ x: p.x + (p.x - x) * 2 * RIM, y: p.y + (p.y - y) * 2 * RIM });
  return [out(quad[0]), out(quad[1]), out(quad[2]), out(quad[3])];
}
