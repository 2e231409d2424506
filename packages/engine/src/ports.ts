import type { WhyNotUsable } from '@vidimus/vocabulary';
import type { ModelName } from './models/model-name.ts';
import type { RgbImage } from './photo/pixels.ts';
import type { Result } from './standards/index.ts';

/** Why a file cannot be used, what was seen of it, and the most that is taken where that is a figure. */
export type FileNotUsable = {
  readonly code: 'file.not-usable';
  readonly why: WhyNotUsable;
  readonly observed: string;
  readonly limit?: { readonly value: number; readonly unit: 'MB' | 'MP' | 's' | 'm' };
};

/** One picture of a file: a photograph has one, a PDF one a page. EXIF orientation is applied already. */
export type DecodedPicture = {
  readonly image: RgbImage;
  readonly mediaType: string;
  readonly page: number;
  /** Gives its memory (36.6 MB of a photograph) to the next picture now, not when the collector comes. The picture is empty afterwards. */
  readonly release?: () => void;
};

/** A dense float tensor, row-major. */
export type Tensor = { readonly dims: readonly number[]; readonly data: Float32Array };

/** Everything that the engine needs from the world outside. */
export type EnginePorts = {
  readonly decode: (
    bytes: Uint8Array,
    signal?: AbortSignal,
  ) => Promise<Result<readonly DecodedPicture[], FileNotUsable>>;
  /** Runs a model with one input, which it takes over and may empty, and gives its outputs by name: they belong to whoever asked. */
  readonly infer: (model: ModelName, input: Tensor) => Promise<Readonly<Record<string, Tensor>>>;
  /** Decodes bar codes on a grey or colour picture (PDF417, QR, DataMatrix, Aztec). */
  readonly decodeBarcodes: (image: RgbImage) => Promise<readonly DecodedBarcode[]>;
  /** Monotonic milliseconds, for timings and budgets. */
  readonly now: () => number;
};

export type DecodedBarcode = {
  readonly symbology: string;
  readonly bytes: Uint8Array;
  readonly text: string;
  /** Corners in pixels of the picture that was given. */
  readonly corners: readonly [number, number][];
};
