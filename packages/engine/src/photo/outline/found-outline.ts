import type { Quad } from '../geometry.ts';
import type { XY } from './convex-hull.ts';
import type { OutlineVerdict } from './outline-judge.ts';
import type { OutlineMaps } from './outline-maps.ts';

/** A document's outline in pixels of the picture that was given; the first corner is its top left as the network reads it. */
export type FoundOutline = {
  readonly quad: Quad<XY>;
  /** Side i runs from corner i to corner i + 1: top, right, bottom, left. */
  readonly onFrame: readonly [boolean, boolean, boolean, boolean];
  /** Length of the mean direction, 0–1: how sure the network is of the way up. */
  readonly directionCertainty: number;
  readonly confidence: number;
  /** An edge runs along every side: the outline is right whatever the text on it says. */
  readonly clear: boolean;
  /** What else could be the outline of the same document: found when it is asked for. */
  readonly rivals?: () => readonly FoundOutline[];
  /** What the judge said of it, where it was asked. */
  readonly verdict?: OutlineVerdict;
  /** Where the network saw it: the maps of the whole picture, or of a cut-out. */
  readonly maps: OutlineMaps;
};
