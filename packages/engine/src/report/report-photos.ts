import type { PhotoReport, QualityReport, Region } from '@vidimus/vocabulary';
import type { PhotoSubject } from '../checks/index.ts';
import type { PageQuality, PhotoPoint, Quad } from '../photo/index.ts';
import type { FileNotUsable } from '../ports.ts';
import type { VisualZoneReading } from '../reading/index.ts';

/** Photos as a report tells them: what was measured on each document seen, or why there is none. */
export function reportPhotos(photos: readonly PhotoSubject[]): PhotoReport[] {
  return photos.map(({ mediaId, asked, content }) => {
    const head = { media_id: mediaId, ...(asked === undefined ? {} : { asked }) };
    if (content.kind === 'file_not_usable') {
      return { ...head, width: null, height: null, pages: [], not_usable: reportNotUsable(content.error) };
    }
    const { photo, pages } = content;
    return {
      ...head,
      width: photo.width,
      height: photo.height,
      pages: pages.map(({ page, reading }) => ({
        side: reading.side,
        format: page.format,
        outline: page.outlineFound ? regionOf(page.outline) : null,
        text_lines: page.textLines.length,
        ...leftOf(reading.visualZone),
        quality: reportQuality(page.quality),
      })),
      ...(photo.noPage === undefined ? {} : { tried: [...photo.noPage.tried] }),
    };
  });
}

/** Absent where every line was looked at. */
function leftOf({ linesNotLookedAt = 0 }: VisualZoneReading): { readonly text_lines_left?: number } {
  return linesNotLookedAt === 0 ? {} : { text_lines_left: linesNotLookedAt };
}

/** Why a file could not be used. */
export function reportNotUsable({ why, observed, limit }: FileNotUsable): NonNullable<PhotoReport['not_usable']> {
  return { why, observed, ...(limit === undefined ? {} : { limit: `${limit.value} ${limit.unit}` }) };
}

/** The figures of a page, rounded to what they mean. */
function reportQuality(quality: PageQuality): QualityReport {
  return {
    blur_to_text_height: Number.isFinite(quality.blurToTextHeight) ? rounded(quality.blurToTextHeight) : null,
    glare_share: rounded(shareOf(quality.glare)),
    covered_share: rounded(shareOf(quality.covered)),
    mean_luma: rounded(quality.meanLuma),
    pixels_per_mm: rounded(quality.pixelsPerMm),
    dpi: rounded(quality.pixelsPerMm * MM_PER_INCH),
    chroma_deviation: rounded(quality.chromaDeviation),
    cut_off_edges: [...quality.cutOffEdges],
    corners_visible: quality.cornersVisible,
    recapture: rounded(quality.recapture),
  };
}

/** A place in the photo as the vocabulary writes it, to a tenth of a pixel. */
export function regionOf(quad: Quad<PhotoPoint>): Region {
  const corner = (point: PhotoPoint): [number, number] => [tenth(point.x), tenth(point.y)];
  const [a, b, c, d] = quad;
  return { corners: [corner(a), corner(b), corner(c), corner(d)] };
}

const MM_PER_INCH = 25.4;

/** Four decimals: finer differences are noise in every measure that we have. */
const DECIMALS = 10_000;

function rounded(value: number): number {
  return Number.isFinite(value) ? Math.round(value * DECIMALS) / DECIMALS : 0;
}

function tenth(value: number): number {
  return Math.round(value * 10) / 10;
}

function shareOf(areas: PageQuality['glare']): number {
  return areas.reduce((sum, area) => sum + area.share, 0);
}
