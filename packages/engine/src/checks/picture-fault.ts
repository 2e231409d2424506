import type { CheckSubject } from './check.ts';
import { locatedPages } from './located-pages.ts';

/** What is wrong with the picture as a whole, so that what was not seen may be there all the same; null where it is clear. */
export function pictureFault(subject: CheckSubject): string | null {
  const limits = subject.request.policy.thresholds;
  for (const { page } of locatedPages(subject)) {
    const { quality } = page;
    const sum = (areas: readonly { readonly share: number }[]) => areas.reduce((total, { share }) => total + share, 0);
    if (quality.blurToTextHeight > limits.blur_to_text_height_max) return 'the picture is blurred';
    if (quality.meanLuma < limits.luma_min || quality.meanLuma > limits.luma_max) return 'the light is not right';
    if (quality.cutOffEdges.length > 0) return 'the document is cut off';
    if (sum(quality.glare) > limits.glare_share_max) return 'light reflects on the document';
    if (sum(quality.covered) > limits.covered_share_max) return 'something covers the document';
    if (quality.pixelsPerMm < limits.dpi_min / MM_PER_INCH) return 'the document is too small in the picture';
  }
  return null;
}

const MM_PER_INCH = 25.4;
