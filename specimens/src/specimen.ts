import type { Fault, FaultName } from './fault.ts';
import type { FlatDocument, SpecimenKind } from './flat-document.ts';

/** What to draw. The same request gives the same bytes on every machine. */
export type SpecimenRequest = {
  readonly kind: SpecimenKind;
  readonly state: string;
  readonly seed: number;
  readonly faults: readonly Fault[];
  /** The day that "today" means for expiry, `YYYY-MM-DD`. */
  readonly asOf: string;
};

/** What surrounds the document: `tune`, `other` and `report` have different tables and things on them, and other numbers for lens and light. */
export const CAMERA_VARIANTS = ['tune', 'other', 'report', 'demo'] as const;
export type CameraVariant = (typeof CAMERA_VARIANTS)[number];

export type CameraOptions = {
  readonly variant: CameraVariant;
  /** Of the photograph; 4032×3024 is a 12-megapixel phone. */
  readonly widthPx: number;
  readonly heightPx: number;
  /** Rotation of the document in the frame in degrees; drawn from the seed when absent. */
  readonly rotationDegrees?: number;
  readonly jpegQuality?: number;
};

/** One photograph with everything that is true of it. Points are pixels of the photograph. */
export type PhotographTruth = {
  readonly side: 'front' | 'back' | null;
  readonly corners: readonly (readonly [number, number])[] | null;
  readonly dpi: number | null;
  readonly meanLuma: number | null;
  readonly chromaDeviation: number | null;
  readonly elements: readonly {
    readonly name: string;
    readonly kind: string;
    readonly corners: readonly (readonly [number, number])[];
    readonly printed?: string;
    readonly value?: string;
    readonly capHeightPx: number | null;
    readonly blurSigmaPx: number;
    readonly glareShare: number;
    readonly coveredShare: number;
    readonly outsideShare: number;
    readonly contrast: number;
    /** Readable as `fault-limits.table.ts` defines it. */
    readonly readable: boolean;
  }[];
  /** How strong every fault came out, wanted or not, in the units of `fault-limits.table.ts`. */
  readonly measured?: Readonly<Partial<Record<FaultName, number>>>;
};

export type SpecimenTruth = {
  readonly request: SpecimenRequest;
  readonly document: Omit<FlatDocument, 'sides'>;
  readonly photographs: readonly PhotographTruth[];
};

/** A drawn document, photographed: JPEG bytes per photograph, and the truth. */
export type Specimen = { readonly photographs: readonly Uint8Array[]; readonly truth: SpecimenTruth };
