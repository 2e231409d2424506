/** What was found, as the pages show it. */
import type { ReasonClass, ReasonCode } from '@vidimus/vocabulary';

/** One measurement in the page's language: "saturated share of the field: 30 %, limit 15 %". */
export type FactView = {
  readonly measure: string;
  readonly observed: string;
  readonly limit: { readonly words: string; readonly name: 'limit' | 'expected' } | null;
  /** The field that it is about. */
  readonly place: string | null;
};

/** A reason with its number in the list and every place where it can be seen. */
export type FindingView = {
  readonly number: number;
  readonly code: ReasonCode;
  readonly class: ReasonClass;
  readonly heading: string;
  /** What is wrong, and what to do. */
  readonly message: string;
  readonly facts: readonly FactView[];
  readonly marks: readonly { readonly mediaId: string; readonly points: readonly (readonly [number, number])[] }[];
};

/** A photograph that can be shown, with the size in whose pixels the marks are. */
export type PictureView = {
  readonly mediaId: string;
  readonly src: string;
  readonly side: 'front' | 'back';
  readonly size: { readonly width: number; readonly height: number } | null;
};
