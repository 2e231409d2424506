import type { PhotographTruth } from '@vidimus/specimens';

/** What the camera measured of a zone: the worst of its lines. */
export type ZoneFacts = {
  /** Height of a capital letter. */
  readonly heightPx: number;
  readonly blurToHeight: number;
  readonly motionToHeight: number;
  readonly contrast: number;
  /** Reflected away, covered or beyond the frame. */
  readonly hiddenShare: number;
  /** Every line as `fault-limits.table.ts` defines it. */
  readonly isReadable: boolean;
};

/** Null: the photograph shows no zone. */
export function zoneFacts(truth: PhotographTruth): ZoneFacts | null {
  const lines = truth.elements.filter(({ kind }) => kind === 'mrz-line');
  if (lines.length === 0) return null;
  const heightPx = Math.min(...lines.map(({ capHeightPx }) => capHeightPx ?? 0));
  return {
    heightPx,
    blurToHeight: Math.max(...lines.map(({ blurSigmaPx }) => blurSigmaPx)) / heightPx,
    motionToHeight: motionPxOf(truth) / heightPx,
    contrast: Math.min(...lines.map(({ contrast }) => contrast)),
    hiddenShare: Math.max(
      ...lines.map(({ glareShare, coveredShare, outsideShare }) => glareShare + coveredShare + outsideShare),
    ),
    isReadable: lines.every(({ readable }) => readable),
  };
}

/** The camera tells motion by the smallest print of the side. */
function motionPxOf(truth: PhotographTruth): number {
  const heights = truth.elements
    .filter(({ kind }) => kind === 'text' || kind === 'mrz-line')
    .flatMap(({ capHeightPx }) => (capHeightPx === null ? [] : [capHeightPx]));
  return (truth.measured?.['motion-blur'] ?? 0) * Math.min(...heights);
}
