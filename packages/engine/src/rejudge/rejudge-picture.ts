/** Limits on one figure a page, judged again from the figure. */
import type { Evidence, Policy, ReasonCode } from '@vidimus/vocabulary';
import { failedIfAny, notPerformed } from '../checks/index.ts';
import { isBadlyLit, type PageOnFile, pagesOf, showsSeveral } from './pages-on-file.ts';
import type { Rejudge, Rejudged } from './rejudge.ts';

type Figure = {
  readonly check: string;
  readonly code: ReasonCode;
  readonly limits: (policy: Policy) => readonly number[];
  /** The figure with its limit, and whether it breaks it; words where the page cannot be judged by it. */
  readonly look: (page: PageOnFile, policy: Policy) => { readonly over: boolean; readonly evidence: Evidence } | string;
};

export const rejudgeLight = rejudgeFigure({
  check: 'well-lit',
  code: 'image_lighting',
  limits: ({ thresholds }) => [thresholds.luma_min, thresholds.luma_max],
  look({ mediaId, quality }, { thresholds: { luma_min, luma_max } }) {
    const luma = quality.mean_luma;
    const light = luma < luma_min ? 'dark' : luma > luma_max ? 'bright' : null;
    const evidence: Evidence = {
      measure: 'mean luma of the document',
      observed: luma,
      threshold: light === 'bright' ? luma_max : luma_min,
      unit: '0–255',
      media_id: mediaId,
      detector: 'light',
      ...(light ? { facts: { light } } : {}),
    };
    return { over: light !== null, evidence };
  },
});

export const rejudgeColour = rejudgeFigure({
  check: 'in-colour',
  code: 'image_not_colour',
  limits: ({ thresholds }) => [thresholds.chroma_deviation_min, thresholds.luma_min, thresholds.luma_max],
  look({ mediaId, side, quality }, policy) {
    if (side === 'unknown') return 'no field was read';
    if (isBadlyLit(quality, policy)) return 'the light is too weak or too strong to tell colours';
    const limit = policy.thresholds.chroma_deviation_min;
    const evidence: Evidence = {
      measure: 'chroma deviation',
      observed: quality.chroma_deviation,
      threshold: limit,
      unit: '0–255',
      media_id: mediaId,
      detector: 'colour',
    };
    return { over: quality.chroma_deviation < limit, evidence };
  },
});

export const rejudgeOriginal = rejudgeFigure({
  check: 'original-document',
  code: 'document_not_original',
  limits: ({ thresholds }) => [thresholds.recapture_hint_min, thresholds.luma_min, thresholds.luma_max],
  look({ mediaId, quality }, policy) {
    if (isBadlyLit(quality, policy)) return 'the light is too weak or too strong to tell a screen';
    const limit = policy.thresholds.recapture_hint_min;
    const evidence: Evidence = {
      measure: 'likeness to a photographed screen',
      observed: quality.recapture,
      threshold: limit,
      unit: '0–1',
      media_id: mediaId,
      detector: 'recapture',
      facts: { medium: 'screen' },
    };
    return { over: quality.recapture >= limit, evidence };
  },
});

const RESOLUTION = 'resolution-sufficient';

/** Dots per inch of the document's true size stand in the evidence alone: a failed check names the pages that failed. */
export const rejudgeResolution: Rejudge = {
  check: RESOLUTION,
  dependsOn: ({ thresholds }) => [thresholds.dpi_min, thresholds.dpi_warn],
  again(known, { to }) {
    if (known.outcome !== 'passed' && known.outcome !== 'failed') return known;
    const { dpi_min, dpi_warn } = to.thresholds;
    const judged = known.evidence.map(
      ({ facts: _note, ...rest }): { readonly dpi: number; readonly evidence: Evidence } => {
        const dpi = Number(rest.observed);
        const note = dpi >= dpi_min && dpi < dpi_warn ? { facts: { note: 'image_resolution_low' } } : {};
        return {
          dpi,
          evidence: { ...rest, threshold: dpi >= dpi_min && dpi < dpi_warn ? dpi_warn : dpi_min, ...note },
        };
      },
    );
    const found = judged.filter(({ dpi }) => dpi < dpi_min).map(({ evidence }) => evidence);
    return failedIfAny(
      RESOLUTION,
      'image_resolution_low',
      found,
      judged.map(({ evidence }) => evidence),
    );
  },
};

function rejudgeFigure({ check, code, limits, look }: Figure): Rejudge {
  return {
    check,
    dependsOn: limits,
    again(known, { report, to }): Rejudged {
      const pages = pagesOf(report);
      if (pages.length === 0) return known;
      if (showsSeveral(report))
        return { check, because: 'which page is the document is not on file', mightRaise: code };
      const looks = pages.map((page) => look(page, to));
      const figures = looks.filter((one) => typeof one !== 'string');
      const unjudged = looks.find((one) => typeof one === 'string');
      if (figures.length === 0 && unjudged !== undefined) return notPerformed(check, unjudged);
      const found = figures.filter(({ over }) => over).map(({ evidence }) => evidence);
      return failedIfAny(
        check,
        code,
        found,
        figures.map(({ evidence }) => evidence),
      );
    },
  };
}
