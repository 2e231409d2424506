import type { FlatSide, PrintedElement } from '../flat-document.ts';
import type { CameraOptions, SpecimenRequest } from '../specimen.ts';
import type { ClutterKind } from './clutter-picture.ts';
import { type DrawnFault, faultToDraw } from './fault-strength.ts';
import { greyPicture } from './grey.ts';
import { clampedPixels } from './pixels.ts';
import type { Random } from './random.ts';
import { randomFrom } from './random.ts';
import type { Sheet } from './sheet.ts';
import type { TableStyle } from './table-texture.ts';

/** Everything that chance settles before the picture is taken: each part has its own stream of numbers. */
export type Chance = (purpose: string) => Random;

export function chanceOf(request: SpecimenRequest, camera: CameraOptions, index: number): Chance {
  return (purpose) => randomFrom(request.seed, `${camera.variant}/${index}/${purpose}`);
}

type CameraFault =
  | 'blur'
  | 'motion-blur'
  | 'glare'
  | 'dark'
  | 'bright'
  | 'far'
  | 'grey-copy'
  | 'cut-off'
  | 'finger'
  | 'sleeve'
  | 'screen'
  | 'two-documents';

/** The faults of the picture, each with its strength. */
export type CameraFaults = Readonly<Partial<Record<CameraFault, DrawnFault>>>;

const CAMERA_FAULTS = [
  'blur',
  'motion-blur',
  'glare',
  'dark',
  'bright',
  'far',
  'grey-copy',
  'cut-off',
  'finger',
  'sleeve',
  'screen',
  'two-documents',
] as const satisfies readonly CameraFault[];

export function cameraFaults(request: SpecimenRequest, chance: Chance): CameraFaults {
  const faults: Partial<Record<CameraFault, DrawnFault>> = {};
  for (const name of CAMERA_FAULTS) {
    const fault = faultToDraw(request.faults, name, chance(`strength/${name}`));
    if (fault !== undefined) faults[name] = fault;
  }
  return faults;
}

type Choice = {
  readonly tables: readonly [TableStyle, ...TableStyle[]];
  readonly clutter: readonly [ClutterKind, ...ClutterKind[]];
  readonly mostClutter: number;
};

/**
 * Tuning and reporting see different tables and different things on them; `plain` has other colours by its seed. `other` has
 * tables of its own, and things most of which neither of the two has: it shows, before a report does, what holds on the tables of tuning alone.
 */
export const SURROUNDINGS: Readonly<Record<CameraOptions['variant'], Choice>> = {
  tune: {
    tables: ['wood', 'cloth', 'checked', 'marble', 'plain'],
    clutter: ['letter', 'receipt', 'phone', 'blank-card', 'keyboard', 'coin', 'newspaper'],
    mostClutter: 5,
  },
  report: {
    tables: ['parquet', 'dotted', 'terrazzo', 'carpet', 'metal', 'plain'],
    clutter: ['notebook', 'magazine', 'gift-card', 'book', 'pen', 'cup', 'envelope', 'receipt', 'phone'],
    mostClutter: 5,
  },
  other: {
    tables: ['tiles', 'striped', 'wicker', 'granite', 'gridded'],
    clutter: ['tablet', 'playing-card', 'snapshot', 'coaster', 'calculator', 'letter', 'blank-card', 'pen'],
    mostClutter: 5,
  },
  demo: { tables: ['wood'], clutter: ['pen'], mostClutter: 0 },
};

/** ISO/IEC 7810 §5 gives cards corners of 3.18 mm; stickers and pages inside a booklet are cut square. */
const CARD_CORNER_MM = 3.18;
const ID_3_WIDTH_MM = 125;

/** The document as it lies on the table. */
export function documentSheet(side: FlatSide, request: SpecimenRequest, faults: CameraFaults, random: Random): Sheet {
  const isBooklet = request.kind === 'passport' && side.widthMm >= ID_3_WIDTH_MM;
  const isSticker = request.kind === 'visa-a' || request.kind === 'visa-b';
  const isGrey = faults['grey-copy'] !== undefined;
  return {
    picture: isGrey ? greyPicture(clampedPixels(side.pixels)) : clampedPixels(side.pixels),
    widthMm: side.widthMm,
    heightMm: side.heightMm,
    centreMm: [0, 0],
    rotationDegrees: 0,
    cornerRadiusMm: isSticker ? 0.3 : CARD_CORNER_MM,
    bendMm: isBooklet && random.chance(0.5) ? random.between(-1.6, 1.6) : 0,
    thicknessMm: isBooklet ? 3 : 0.8,
  };
}

/** The element that a fault names, or one of the printed fields where it names none; undefined: not on this side. */
export function fieldHit(side: FlatSide, fault: DrawnFault, random: Random): PrintedElement | undefined {
  if (fault.field === undefined) {
    const [first, ...rest] = side.elements.filter(({ kind }) => kind === 'text');
    return first === undefined ? side.elements[0] : random.pick([first, ...rest]);
  }
  const named = side.elements.filter(({ name }) => name === fault.field);
  return named.find(({ kind }) => kind === 'text') ?? named[0];
}
