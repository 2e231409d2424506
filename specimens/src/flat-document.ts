import type { MrzFormat } from '@vidimus/engine/standards';

/** The kinds that we draw. */
export type SpecimenKind =
  | 'passport'
  | 'identity-card-td1'
  | 'identity-card-td2'
  | 'visa-a'
  | 'visa-b'
  | 'driving-licence-eu'
  | 'driving-licence-na';

/** Box in millimetres from the top left of the side as printed. */
export type BoxMm = { readonly x: number; readonly y: number; readonly width: number; readonly height: number };

/** A thing printed on a side, with its place and, for text, its true value. */
export type PrintedElement = {
  /** A field name of the vocabulary, or a part of the layout. */
  readonly name: string;
  readonly kind: 'text' | 'mrz-line' | 'barcode' | 'portrait' | 'label' | 'title';
  readonly box: BoxMm;
  /** As printed. */
  readonly printed?: string;
  /** Normalised: dates EDTF, states alpha-3. */
  readonly value?: string;
  /** Height of a capital letter, mm. */
  readonly capHeightMm?: number;
};

/** One side of a document, drawn flat. `pixels` is 8-bit RGB, row-major. */
export type FlatSide = {
  readonly side: 'front' | 'back';
  readonly widthMm: number;
  readonly heightMm: number;
  readonly pixelsPerMm: number;
  readonly pixels: { readonly width: number; readonly height: number; readonly data: Uint8Array };
  readonly elements: readonly PrintedElement[];
  /** Holes punched through, mm; drawn dark in `pixels`. */
  readonly holes?: readonly { readonly x: number; readonly y: number; readonly radius: number }[];
};

/** A fictional document with everything that is true of it. */
export type FlatDocument = {
  readonly kind: SpecimenKind;
  /** ISO 3166-1 alpha-3, or UTO. */
  readonly state: string;
  /** Data elements by vocabulary name, normalised. */
  readonly fields: Readonly<Record<string, string>>;
  readonly mrz?: { readonly format: MrzFormat; readonly lines: readonly string[] };
  readonly sides: readonly FlatSide[];
};
