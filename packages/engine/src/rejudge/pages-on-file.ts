/** What a report tells of the pages that were looked at. */
import type { CheckReport, CheckResult, PhotoReport, Policy, QualityReport } from '@vidimus/vocabulary';

export type PageOnFile = {
  readonly mediaId: string;
  readonly side: PhotoReport['pages'][number]['side'];
  readonly quality: QualityReport;
};

/** Every page of the report, in the order of the photos. */
export function pagesOf({ photos }: CheckReport): readonly PageOnFile[] {
  return photos.flatMap(({ media_id, pages }) =>
    pages.map(({ side, quality }) => ({ mediaId: media_id, side, quality })),
  );
}

/** Whether a photo shows something beside the document, so that a page may not be the document's. */
export function showsSeveral(report: CheckReport): boolean {
  return report.photos.some(({ pages }) => pages.length > 1);
}

/** A check of the report by its name. */
export function checkOf(report: CheckReport, name: string): CheckResult | undefined {
  return report.checks.find(({ check }) => check === name);
}

/** Whether the light was out of a policy's limits. */
export function isBadlyLit({ mean_luma }: QualityReport, { thresholds }: Policy): boolean {
  return mean_luma < thresholds.luma_min || mean_luma > thresholds.luma_max;
}

/** Whether a policy finds a fault in the picture as a whole, so that what was not read may be printed all the same. */
export function hasPictureFault(report: CheckReport, policy: Policy): boolean {
  const limits = policy.thresholds;
  return pagesOf(report).some(
    ({ quality }) =>
      isBlurred(quality, policy) ||
      isBadlyLit(quality, policy) ||
      quality.cut_off_edges.length > 0 ||
      quality.glare_share > limits.glare_share_max ||
      quality.covered_share > limits.covered_share_max ||
      quality.dpi < limits.dpi_min,
  );
}

/** Whether a page is too blurred for what was read on it to count against the document; blur that could not be measured is. */
export function isBlurred({ blur_to_text_height }: QualityReport, { thresholds }: Policy): boolean {
  return (blur_to_text_height ?? Number.POSITIVE_INFINITY) > thresholds.blur_to_text_height_max;
}
