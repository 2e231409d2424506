import type { BoxMm } from '../flat-document.ts';
import type { Typeface } from '../glyphs/outline-text.ts';

/** A line of print. `x` and `baseline` are millimetres from the top left of the side. */
export type TextItem = {
  readonly draw: 'text';
  readonly name: string;
  readonly kind: 'text' | 'label' | 'title';
  readonly text: string;
  readonly value?: string;
  readonly x: number;
  readonly baseline: number;
  readonly capHeightMm: number;
  readonly face: Typeface;
  readonly colour: string;
  readonly align?: 'start' | 'middle' | 'end';
  /** The line is set narrower where it would be longer than this. */
  readonly maxWidthMm?: number;
  /** Clockwise about (x, baseline). */
  readonly rotateDegrees?: number;
  readonly opacity?: number;
  /** False: drawn, but no element of the truth (microtext, the SPECIMEN mark's repetition). */
  readonly isElement?: boolean;
};

/** Lines, areas and pictures: SVG in millimetres. */
export type ArtItem = { readonly draw: 'art'; readonly svg: string };

/** A picture with a place in the truth: the portrait, a barcode. */
export type PictureItem = {
  readonly draw: 'picture';
  readonly name: string;
  readonly kind: 'portrait' | 'barcode';
  readonly svg: string;
  readonly box: BoxMm;
  readonly printed?: string;
};

export type MrzItem = {
  readonly draw: 'mrz';
  readonly lines: readonly string[];
  readonly x: number;
  /** Baselines of the lines, mm from the top of the side. */
  readonly baselines: readonly number[];
};

export type DesignItem = TextItem | ArtItem | PictureItem | MrzItem;

/** A side, designed but not yet drawn; items are painted in their order. */
export type SideDesign = {
  readonly side: 'front' | 'back';
  readonly widthMm: number;
  readonly heightMm: number;
  readonly cornerRadiusMm: number;
  readonly items: readonly DesignItem[];
};

export type { BoxMm };
