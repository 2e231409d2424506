import type { FlatSide } from '../flat-document.ts';
import type { CameraOptions, PhotographTruth, SpecimenRequest } from '../specimen.ts';
import { blurGaussian } from './blur.ts';
import { gainFor } from './expose.ts';
import { evenLight } from './light-field.ts';
import { lightRoom, scaleLight } from './light-room.ts';
import { measureTruth } from './measure.ts';
import { paintSheet, type Shadow } from './paint-sheet.ts';
import { paintTable } from './paint-table.ts';
import type { Pixels } from './pixels.ts';
import { randomFrom } from './random.ts';
import { develop } from './sensor.ts';
import type { Sheet } from './sheet.ts';
import { chooseStand } from './stand.ts';
import type { TableStyle } from './table-texture.ts';

/** A photograph before its JPEG. */
export type PhotographedPixels = {
  readonly pixels: Pixels;
  readonly truth: PhotographTruth;
  readonly jpegQuality: number;
};

const TABLES = {
  tune: ['wood', 'cloth', 'checked', 'marble', 'plain'],
  report: ['parquet', 'dotted', 'terrazzo', 'carpet', 'metal', 'plain'],
  demo: ['wood'],
} as const satisfies Readonly<Record<CameraOptions['variant'], readonly [TableStyle, ...TableStyle[]]>>;

/** Draws the scene, lets light fall on it, and takes the picture. */
export function takePicture(
  side: FlatSide | null,
  request: SpecimenRequest,
  camera: CameraOptions,
  index: number,
  _second?: FlatSide,
): PhotographedPixels {
  const chance = (purpose: string) => randomFrom(request.seed, `${camera.variant}/${index}/${purpose}`);
  const { widthPx, heightPx } = camera;
  const pixels = { width: widthPx, height: heightPx, data: new Uint8ClampedArray(widthPx * heightPx * 3) };
  const stand = chance('stand');
  const sheet = side === null ? EMPTY_PLACE : sheetOf(side);
  const view = chooseStand(
    {
      widthPx,
      heightPx,
      rotationDegrees: camera.rotationDegrees ?? stand.between(0, 360),
      tiltDegrees: stand.between(0, 24),
      tiltDirectionDegrees: stand.between(0, 360),
      distortion: stand.between(-0.03, 0.03),
      inFrame: [sheet],
      pixelsPerMm: { least: LEAST_PIXELS_PER_MM, most: Infinity },
      span: { least: 0.3, most: 0.96 },
    },
    stand,
  );
  const light = evenLight(widthPx, heightPx);
  lightRoom(light, chance('light'), camera.variant === 'demo');
  if (side !== null) scaleLight(light, gainFor(view, light, sheet, chance('exposure').between(120, 185)));

  const table = chance('table');
  paintTable(pixels, view, light, table.pick(TABLES[camera.variant]), table);
  if (side !== null) paintSheet(pixels, view, light, sheet, shadowFrom(chance('shadow')));
  const sensor = chance('sensor');
  const blurSigmaPx = sensor.between(0.45, 0.8);
  blurGaussian(pixels, blurSigmaPx);
  develop(
    pixels,
    {
      lumaNoise: sensor.between(0.8, 2.5),
      chromaNoise: sensor.between(0.2, 0.8),
      sharpening: sensor.between(0.2, 0.6),
    },
    sensor,
  );

  const truth =
    side === null
      ? NOTHING_THERE
      : measureTruth({ photo: pixels, view, light, side, sheet, blurSigmaPx, coverAt: () => 0 });
  return { pixels, truth, jpegQuality: camera.jpegQuality ?? sensor.integer(70, 95) };
}

/** 240 dots per inch: a clean photograph is well over the limit of `far`. */
const LEAST_PIXELS_PER_MM = 240 / 25.4;

const NOTHING_THERE: PhotographTruth = {
  side: null,
  corners: null,
  dpi: null,
  meanLuma: null,
  chromaDeviation: null,
  elements: [],
};

const EMPTY_PLACE: Sheet = {
  picture: { width: 8, height: 8, data: new Uint8Array(192) },
  widthMm: 86,
  heightMm: 54,
  centreMm: [0, 0],
  rotationDegrees: 0,
  cornerRadiusMm: 0,
  bendMm: 0,
  thicknessMm: 0,
};

function sheetOf(side: FlatSide): Sheet {
  return {
    picture: side.pixels,
    widthMm: side.widthMm,
    heightMm: side.heightMm,
    centreMm: [0, 0],
    rotationDegrees: 0,
    // ISO/IEC 7810 §5: corners of 3.18 mm.
    cornerRadiusMm: 3.18,
    bendMm: 0,
    thicknessMm: 0.8,
  };
}

function shadowFrom(random: ReturnType<typeof randomFrom>): Shadow {
  const angle = random.between(0, 2 * Math.PI);
  const reach = random.between(0.3, 1.6);
  return {
    offsetMm: [Math.cos(angle) * reach, Math.sin(angle) * reach],
    softMm: random.between(0.6, 2.5),
    depth: random.between(0.15, 0.5),
  };
}
