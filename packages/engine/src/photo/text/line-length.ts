import type { TextLine } from '../page.ts';

/** How long a line of text is along its upper edge, in pixels of the picture that it was found in. */
export function lengthOf({ quad: [start, end] }: Pick<TextLine, 'quad'>): number {
  return Math.hypot(end.x - start.x, end.y - start.y);
}
