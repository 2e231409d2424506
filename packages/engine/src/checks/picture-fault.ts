import { isBadlyLit } from './badly-lit.ts';
import type { CheckSubject } from './check.ts';
import { locatedPages } from './located-pages.ts';
import { totalShare } from './photo-region.ts';
import { MM_PER_INCH } from './true-size.ts';

/** What is wrong with the picture as a whole, so that what was not seen may be there all the same; null where it is clear. */
export function pictureFault(subject: CheckSubject): string | null {
  const limits = subject.request.policy.thresholds;
  for (const { page } of locatedPages(subject)) {
    const { quality } = page;
    if (quality.blurToTextHeight > limits.blur_to_text_height_max) return 'the picture is blurred';
    if (isBadlyLit(page, limits)) return 'the light is not right';
    if (quality.cutOffEdges.length > 0) return 'the document is cut off';
    if (totalShare(quality.glare) > limits.glare_share_max) return 'light reflects on the document';
    if (totalShare(quality.covered) > limits.covered_share_max) return 'something covers the document';
    if (quality.pixelsPerMm < limits.dpi_min / MM_PER_INCH) return 'the document is too small in the picture';
  }
  return null;
}
