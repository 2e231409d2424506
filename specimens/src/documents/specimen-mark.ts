import type { DesignItem } from './side-design.ts';
import type { IssuingState } from './states.table.ts';

/**
 * SPECIMEN across the document, large and pale under the print, and once more level, small and plain, so that neither
 * a person nor a program takes an invented layout under a real code for a document.
 */
export function specimenMark(
  state: IssuingState,
  widthMm: number,
  heightMm: number,
  valueCapMm: number,
): readonly DesignItem[] {
  if (!state.specimenMark) return [];
  const angle = (-Math.atan2(heightMm * 0.5, widthMm) * 180) / Math.PI;
  const cap = heightMm * 0.2;
  const length = widthMm * 0.78;
  const turn = (angle * Math.PI) / 180;
  const common = {
    draw: 'text',
    name: 'specimen_mark',
    kind: 'title',
    text: 'SPECIMEN',
    face: 'sans-bold',
    colour: '#c62f35',
  } as const;
  return [
    {
      ...common,
      x: widthMm / 2 - (length / 2) * Math.cos(turn) + (cap / 2) * Math.sin(-turn),
      baseline: heightMm / 2 - (length / 2) * Math.sin(turn) + (cap / 2) * Math.cos(turn),
      capHeightMm: cap,
      maxWidthMm: length,
      rotateDegrees: angle,
      opacity: MARK_OPACITY,
    },
    { ...common, x: widthMm - 3, baseline: heightMm - 1.2, capHeightMm: valueCapMm * 0.8, align: 'end', opacity: 0.9 },
  ];
}

/** Seen at once, and the print over it keeps its contrast. */
const MARK_OPACITY = 0.2;
