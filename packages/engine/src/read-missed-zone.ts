/** A zone that the photo shows, but none of the pages that were found in it. */
import { type PhotoPoint, pageAt, type Quad, type RgbImage, type UnmeasuredPage } from './photo/index.ts';
import type { EnginePorts } from './ports.ts';
import { documentAroundZone, type MrzReading, type ReadPage, readMrzOfPhoto, recogniseSide } from './reading/index.ts';

type Quadrangle = Quad<PhotoPoint>;

/**
 * Where no page shows a zone, the photo itself is looked at once. A zone found there belongs to the page over which its document
 * lies, whose outline was then seen too small; or it has a page of its own, around the place where it stands.
 */
export async function readMissedZone(
  image: RgbImage,
  pages: readonly ReadPage[],
  ports: Pick<EnginePorts, 'infer' | 'now'>,
  options: {
    readonly budgetMs: number;
    readonly asOf: string;
    readonly readPage: (page: UnmeasuredPage) => Promise<ReadPage>;
  },
): Promise<readonly ReadPage[]> {
  if (pages.some(({ reading }) => 'lines' in reading.mrz || isLicence(reading.barcode))) return pages;
  const zone = await readMrzOfPhoto(image, ports, options);
  if (!('lines' in zone)) return pages;
  const outline = documentAroundZone(zone);
  const owner = pages.find(({ page }) => holds(outline, centreOf(page.outline)) || holds(page.outline, placeOf(zone)));
  if (owner) return pages.map((page) => (page === owner ? withZone(page, zone) : page));
  return [...pages, withZone(await options.readPage(await pageAt(image, outline, ports)), zone)];
}

/** The bar code of a licence (AAMVA DL/ID): such a document carries no zone. */
function isLicence(barcode: ReadPage['reading']['barcode']): boolean {
  return 'standard' in barcode && barcode.standard === 'AAMVA';
}

function withZone({ page, reading }: ReadPage, zone: MrzReading): ReadPage {
  if ('lines' in reading.mrz) return { page, reading };
  const { barcode, visualZone } = reading;
  return {
    page,
    reading: { ...reading, mrz: zone, side: recogniseSide({ mrz: zone, barcode, visualZone }) },
  };
}

function placeOf({ lineRegions }: MrzReading): PhotoPoint {
  return centreOf(lineRegions[0] ?? [NOWHERE, NOWHERE, NOWHERE, NOWHERE]);
}
const NOWHERE: PhotoPoint = { x: Number.NaN, y: Number.NaN };

function centreOf(quad: Quadrangle): PhotoPoint {
  return {
    x: quad.reduce((sum, { x }) => sum + x, 0) / quad.length,
    y: quad.reduce((sum, { y }) => sum + y, 0) / quad.length,
  };
}

/** Whether the point lies within the quad, whose corners go round clockwise. */
function holds(quad: Quadrangle, point: PhotoPoint): boolean {
  return quad.every((a, i) => {
    const b = quad[(i + 1) % quad.length] ?? a;
    return (b.x - a.x) * (point.y - a.y) - (b.y - a.y) * (point.x - a.x) >= 0;
  });
}
