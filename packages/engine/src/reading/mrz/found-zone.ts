import type { MrzFormat } from '../../standards/index.ts';
import type { ReadCharacter } from '../document-reading.ts';
import type { PlacedLine } from './place-line.ts';
import type { SeenLine } from './seen-line.ts';

/** Lines that together make a zone of one format, with their characters settled. */
export type FoundZone = {
  readonly format: MrzFormat;
  readonly characters: readonly (readonly ReadCharacter[])[];
  /** Natural logarithm of the likelihood, a character. */
  readonly score: number;
  readonly lines: readonly { readonly seen: SeenLine; readonly placed: PlacedLine }[];
};
