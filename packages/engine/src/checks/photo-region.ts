import type { Region } from '@vidimus/vocabulary';
import {
  applyHomography,
  invertHomography,
  type Page,
  type PageArea,
  type PhotoPoint,
  type Quad,
} from '../photo/index.ts';
import { areaOf, clipPolygon, type XY } from './clip-polygon.ts';

/** A quad of the photo as evidence carries it, in whole pixels. */
export function regionOf(quad: Quad<PhotoPoint>): Region {
  const corner = ({ x, y }: PhotoPoint): [number, number] => [Math.round(x), Math.round(y)];
  return { corners: [corner(quad[0]), corner(quad[1]), corner(quad[2]), corner(quad[3])] };
}

/** A quad of the straightened page, in pixels of the photo. */
export function toPhoto(page: Page, quad: Quad<XY>): Quad<PhotoPoint> {
  const map = ({ x, y }: XY): PhotoPoint => applyHomography(page.pageToPhoto, x, y);
  return [map(quad[0]), map(quad[1]), map(quad[2]), map(quad[3])];
}

/** The whole page in the photo. */
export function pageRegion(page: Page): Region {
  return regionOf(page.outline);
}

/** Share of a field's region that lies under the areas, 0–1; areas that overlap one another count once at most. */
export function hitShare(page: Page, region: Quad<PhotoPoint>, areas: readonly PageArea[]): number {
  const field = toPage(page, region);
  const size = areaOf(field);
  if (!(size > 0)) return 0;
  const hit = areas.reduce((sum, { quad }) => sum + areaOf(clipPolygon(field, quad)), 0);
  return Math.min(1, hit / size);
}

/** Share of the whole page that lies under the areas, 0–1. */
export function totalShare(areas: readonly PageArea[]): number {
  return areas.reduce((sum, { share }) => sum + share, 0);
}

/** The middle blur (σ by text height) of the map's cells under a region; null where nothing could be measured there. */
export function blurUnder(page: Page, region: Quad<PhotoPoint>): number | null {
  const { columns, rows, values } = page.quality.blurMap;
  const quad = toPage(page, region);
  const xs = quad.map(({ x }) => Math.floor((x / page.image.width) * columns));
  const ys = quad.map(({ y }) => Math.floor((y / page.image.height) * rows));
  const found: number[] = [];
  for (let row = Math.max(0, Math.min(...ys)); row <= Math.min(rows - 1, Math.max(...ys)); row++) {
    for (let column = Math.max(0, Math.min(...xs)); column <= Math.min(columns - 1, Math.max(...xs)); column++) {
      const value = values[row * columns + column] ?? Number.NaN;
      if (!Number.isNaN(value)) found.push(value);
    }
  }
  return found.sort((a, b) => a - b)[found.length >> 1] ?? null;
}

function toPage(page: Page, quad: Quad<PhotoPoint>): Quad<XY> {
  const inverse = invertHomography(page.pageToPhoto);
  const map = ({ x, y }: XY) => applyHomography(inverse, x, y);
  return [map(quad[0]), map(quad[1]), map(quad[2]), map(quad[3])];
}
