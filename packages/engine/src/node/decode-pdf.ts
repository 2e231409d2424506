import { PDFiumLibrary } from '@hyzyla/pdfium';
import type { DecodeLimits } from './decode-limits.ts';
import { type DecodedMedia, refuse } from './decoded-media.ts';
import { dropAlpha } from './drop-alpha.ts';

/** PDF's unit is 1/72 inch; 300 dpi is what a scanner's usual setting gives. */
const POINTS_PER_INCH = 72;
const RENDER_DPI = 300;
/** A4 at 300 dpi is 8.7 MP; larger pages are drawn smaller, so that each costs as much as a photograph at most. */
const MOST_PIXELS_OF_A_PAGE = 12e6;
/** ISO 32000-1 annex C: at most 14,400 units (200 inches) a side, at least 3. */
const LONGEST_SIDE = 14_400;
/** The same for people: 200 inches are 5.08 m. */
const LONGEST_PAGE = { value: 5, unit: 'm' } as const;

let library: ReturnType<typeof PDFiumLibrary.init> | undefined;

/** The first pages of a PDF, drawn on white. */
export async function* decodePdf(bytes: Uint8Array, limits: DecodeLimits): DecodedMedia {
  library ??= PDFiumLibrary.init();
  const pdfium = await library;
  let pdf: Awaited<ReturnType<typeof pdfium.loadDocument>>;
  try {
    pdf = await pdfium.loadDocument(bytes);
  } catch (cause) {
    const message = cause instanceof Error ? cause.message : '';
    if (/password|security/i.test(message)) return yield refuse('password_protected', 'a password is asked for');
    return yield refuse('damaged', 'the PDF cannot be opened');
  }
  try {
    const pages = pdf.getPageCount();
    if (!(pages > 0)) return yield refuse('no_pages', '0 pages');
    for (let index = 0; index < Math.min(pages, limits.pages); index++) {
      const page = pdf.getPage(index);
      const { originalWidth, originalHeight } = page.getOriginalSize();
      const points = `page ${index + 1} of ${originalWidth}×${originalHeight} points`;
      if (!(originalWidth >= 1 && originalHeight >= 1)) return yield refuse('damaged', points);
      if (Math.max(originalWidth, originalHeight) > LONGEST_SIDE) {
        return yield refuse('page_too_large', points, LONGEST_PAGE);
      }
      const most = Math.min(MOST_PIXELS_OF_A_PAGE, limits.pixels);
      const scale = Math.min(RENDER_DPI / POINTS_PER_INCH, Math.sqrt(most / (originalWidth * originalHeight)));
      const { width, height, data } = await page.render({ scale, render: 'bitmap', renderFormFields: true });
      yield {
        ok: true,
        value: { image: { width, height, data: dropAlpha(data) }, mediaType: 'application/pdf', page: index + 1 },
      };
    }
  } catch {
    yield refuse('damaged', 'a page of the PDF cannot be drawn');
  } finally {
    pdf.destroy();
  }
}
