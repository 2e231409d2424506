import type { FlatSide } from '../flat-document.ts';
import type { CameraOptions } from '../specimen.ts';
import type { Random } from './random.ts';
import type { CameraFaults } from './scene.ts';
import type { Sheet } from './sheet.ts';
import { chooseStand } from './stand.ts';
import type { View } from './view.ts';

/** What decides where the camera stands. */
export type StandFacts = {
  readonly side: FlatSide | null;
  readonly sheet: Sheet;
  readonly beside: Sheet | undefined;
  readonly faults: CameraFaults;
  readonly camera: CameraOptions;
  readonly random: Random;
};

const MM_PER_INCH = 25.4;
/** A clean photograph is well over the limit of `far`, and its smallest field well over 12 pixels. */
const CLEAN_DPI = 225;
const CLEAN_CAP_HEIGHT_PX = 15;
/** Leaning shortens the far side by so much at most. */
const FAR_SIDE_SHRINKS = 1.15;

/** Stands the camera where the faults want it: farther off, or with an edge outside; clean otherwise. */
export function standFor({ side, sheet, beside, faults, camera, random }: StandFacts): View {
  const isDemo = camera.variant === 'demo';
  const far = faults.far === undefined ? undefined : faults.far.strength / MM_PER_INCH;
  const cutOff = faults['cut-off'];
  const clean = Math.max(CLEAN_DPI / MM_PER_INCH, CLEAN_CAP_HEIGHT_PX / smallestCapMm(side)) * FAR_SIDE_SHRINKS;
  const drawnRotation = isDemo ? random.between(-6, 6) : random.between(0, 360);
  const tiltDegrees = isDemo ? random.between(4, 10) : random.between(0, 25);
  const view = chooseStand(
    {
      widthPx: camera.widthPx,
      heightPx: camera.heightPx,
      rotationDegrees: camera.rotationDegrees ?? drawnRotation,
      tiltDegrees: far === undefined ? tiltDegrees : tiltDegrees / 3,
      tiltDirectionDegrees: random.between(0, 360),
      distortion: random.between(-0.03, 0.03),
      inFrame: beside === undefined ? [sheet] : [sheet, beside],
      pixelsPerMm: far === undefined ? { least: clean, most: Number.POSITIVE_INFINITY } : { least: far, most: far },
      span: { least: far === undefined ? (isDemo ? 0.62 : 0.3) : 0, most: isDemo ? 0.8 : 0.96 },
      ...(cutOff === undefined || cutOff.strength === 0
        ? {}
        : { cutOff: { edge: random.pick(['left', 'right', 'top', 'bottom']), share: cutOff.strength } }),
    },
    random,
  );
  return view;
}

const SMALLEST_CAP_MM = 1.2;

function smallestCapMm(side: FlatSide | null): number {
  const heights = (side?.elements ?? [])
    .filter(({ kind }) => kind === 'text' || kind === 'mrz-line')
    .flatMap(({ capHeightMm }) => (capHeightMm === undefined ? [] : [capHeightMm]));
  return heights.length === 0 ? SMALLEST_CAP_MM : Math.min(...heights);
}
