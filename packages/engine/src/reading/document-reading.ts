import type { DocumentSide, DocumentType, FieldName, Witness } from '@vidimus/vocabulary';
import type { PhotoPoint, Quad } from '../photo/index.ts';
import type { CheckDigitOf, MrzFormat, MrzPlace, MrzSpan } from '../standards/index.ts';

/** One character as read: the reading, its probability, and what else it could be. */
export type ReadCharacter = {
  readonly character: string;
  readonly confidence: number;
  readonly alternatives: readonly { readonly character: string; readonly confidence: number }[];
  /** Check digits of the zone that decided between this reading and others which the picture left open; absent where it decided. */
  readonly decidedBy?: readonly CheckDigitOf[];
};

/** A character of the zone with its place in the photo: a pitch wide, as high as the line was cut out. */
export type PlacedCharacter = ReadCharacter & { readonly region: Quad<PhotoPoint> };

/** A field as one witness read it. `value` is normalised (dates EDTF, states alpha-3); `printed` is what stands there. */
export type FieldReading = {
  readonly field: FieldName;
  readonly witness: Witness;
  readonly value: string;
  readonly printed: string;
  /** 0–1; for the MRZ the least of its characters. */
  readonly confidence: number;
  /** The characters of `printed` one by one, where the witness knows how sure it is of each. */
  readonly characters?: readonly Pick<ReadCharacter, 'character' | 'confidence'>[];
  readonly region?: Quad<PhotoPoint>;
  /** Of the zone: where in its lines the field stands; a long document number has two places. */
  readonly spans?: readonly MrzSpan[];
  /** For names: the spelling in its original script, where the document prints one (ISO 15924 code, e.g. `Cyrl`). */
  readonly original?: { readonly script: string; readonly text: string };
};

/** What became of one check digit of the zone; `not_performed` where a character under it could not be read. */
export type CheckDigitFinding = {
  readonly of: CheckDigitOf;
  readonly outcome: 'passed' | 'failed' | 'not_performed';
  readonly expected?: string;
  readonly observed?: string;
  readonly at: MrzPlace;
  /** The characters that it vouches for. */
  readonly covers: readonly MrzSpan[];
};

/** The machine-readable zone as printed, and what it says. */
export type MrzReading = {
  readonly format: MrzFormat;
  readonly lines: readonly string[];
  readonly characters: readonly (readonly PlacedCharacter[])[];
  readonly lineRegions: readonly Quad<PhotoPoint>[];
  readonly checkDigits: readonly CheckDigitFinding[];
  readonly fields: readonly FieldReading[];
  /** The names filled their space, so that letters may be missing (ICAO Doc 9303-3 §4.6). */
  readonly nameTruncated: boolean;
};

/** A bar code as decoded, and what it says; another standard's has no fields. */
export type BarcodeReading = {
  readonly symbology: string;
  readonly standard: 'AAMVA' | 'unknown';
  readonly version?: number;
  readonly fields: readonly FieldReading[];
  readonly region?: Quad<PhotoPoint>;
};

/** The printed text of a page, and what its labels make of it. */
export type VisualZoneReading = {
  /** Every line of printed text as recognised, in reading order. */
  readonly lines: readonly { readonly text: string; readonly confidence: number; readonly region: Quad<PhotoPoint> }[];
  readonly fields: readonly FieldReading[];
  /** Labels seen without a value beside or below them. */
  readonly labelsWithoutValue: readonly { readonly field: FieldName; readonly region: Quad<PhotoPoint> }[];
  /** ISO 15924 codes of scripts seen that the recogniser cannot read. */
  readonly unreadScripts: readonly string[];
  /** SPECIMEN, VOID and the like, printed across, and whether they mean a model or a document that no longer counts. */
  readonly marks: readonly { readonly word: string; readonly meaning: 'specimen' | 'void' }[];
  /** Lines that were seen but not read before the time was up. */
  readonly linesNotLookedAt?: number;
};

/** What a witness tried when it saw nothing, in words for the report. */
export type NotRead = { readonly tried: readonly string[]; readonly elapsedMs: number };

/** No zone was read; `rejected` is the likeliest one, of which too little was seen to trust any of it. */
export type MrzNotRead = NotRead & { readonly rejected?: MrzReading };

/** One page of the document: what each witness read on it, or what it tried. */
export type SideReading = {
  readonly side: DocumentSide | 'unknown';
  readonly mrz: MrzReading | MrzNotRead;
  readonly barcode: BarcodeReading | NotRead;
  readonly visualZone: VisualZoneReading;
};

/** What kind of document it is, and how sure the layout is (0–1). */
export type DocumentKind = {
  readonly type: DocumentType | null;
  readonly issuingState: string | null;
  readonly score: number;
};
