import type { FlatSide } from '../flat-document.ts';
import type { CameraOptions, PhotographTruth, SpecimenRequest } from '../specimen.ts';
import { type Developed, developPhoto } from './develop-photo.ts';
import { gainFor } from './expose.ts';
import { type Finger, fingerCover, fingerOver, paintFinger } from './finger.ts';
import { shadowFrom } from './lamp.ts';
import { evenLight, type LightField } from './light-field.ts';
import { lightRoom, scaleLight } from './light-room.ts';
import { measureTruth } from './measure.ts';
import { paintSheet, type Shadow } from './paint-sheet.ts';
import { paintSurroundings } from './paint-surroundings.ts';
import { clampedPixels, type Pixels } from './pixels.ts';
import type { Random } from './random.ts';
import { addReflection } from './reflection.ts';
import { placeReflections } from './reflections.ts';
import { type CameraFaults, type Chance, cameraFaults, chanceOf, documentSheet, fieldHit } from './scene.ts';
import { layScreen } from './screen-sheets.ts';
import { besideFirst, moveOut, shareInFrame } from './second-document.ts';
import type { Sheet } from './sheet.ts';
import { standFor } from './stand-for.ts';
import type { View } from './view.ts';

/** A photograph before its JPEG. */
export type PhotographedPixels = {
  readonly pixels: Pixels;
  readonly truth: PhotographTruth;
  readonly jpegQuality: number;
};

/** Lays the scene, lets light fall on it, takes the picture and measures what it shows. */
export function takePicture(
  side: FlatSide | null,
  request: SpecimenRequest,
  camera: CameraOptions,
  index: number,
  secondSide?: FlatSide,
): PhotographedPixels {
  const chance = chanceOf(request, camera, index);
  const faults = cameraFaults(request, chance);
  const sheet = side === null ? EMPTY_PLACE : documentSheet(side, request, faults, chance('sheet'));
  const beside = secondSide === undefined ? undefined : besideFirst(sheet, secondSheet(secondSide), chance('second'));
  const view = standFor({ side, sheet, beside, faults, camera, random: chance('stand') });
  const share = faults['two-documents']?.strength ?? 1;
  const second = beside === undefined || share >= 1 ? beside : moveOut(view, beside, share);

  const light = evenLight(camera.widthPx, camera.heightPx);
  const isCalm = camera.variant === 'demo' || faults['grey-copy'] !== undefined;
  lightRoom(light, chance('light'), isCalm);
  scaleLight(light, exposureGain(view, light, side === null ? undefined : sheet, faults, chance('exposure')));
  const finger = side === null ? undefined : placeFinger(view, sheet, side, faults, chance('finger'));
  if (side !== null) {
    for (const reflection of placeReflections(view, light, sheet, side, faults, chance))
      addReflection(light, reflection);
  }

  const { widthPx: width, heightPx: height } = camera;
  const pixels = { width, height, data: new Uint8ClampedArray(width * height * 3) };
  paintScene(pixels, view, light, { sheet: side === null ? undefined : sheet, second, finger, faults, camera, chance });
  const developed = developPhoto({ pixels, view, side, sheet, faults, camera, chance });
  const truth =
    side === null
      ? NOTHING_THERE
      : measureTruth({
          photo: pixels,
          view,
          light,
          side,
          sheet,
          blurSigmaPx: developed.blurSigmaPx,
          motionPx: developed.motionPx,
          gridContrast: developed.gridContrast,
          secondShare: second === undefined ? 0 : shareInFrame(view, second),
          coverAt: finger === undefined ? () => 0 : fingerCover(finger),
        });
  return { pixels, truth, jpegQuality: jpegQualityFor(camera, chance('jpeg'), developed) };
}

type Things = {
  readonly sheet: Sheet | undefined;
  readonly second: Sheet | undefined;
  readonly finger: Finger | undefined;
  readonly faults: CameraFaults;
  readonly camera: CameraOptions;
  readonly chance: Chance;
};

/** From the table up. */
function paintScene(pixels: Pixels, view: View, light: LightField, things: Things): void {
  const { chance, sheet, second, finger, faults } = things;
  const lamp = shadowFrom(chance('shadow'));
  const isScreen = faults.screen !== undefined && sheet !== undefined;
  paintSurroundings(pixels, view, light, {
    variant: things.camera.variant,
    leastClutter: sheet === undefined ? 1 : 0,
    isBare: isScreen,
    chance,
    lamp,
  });
  if (isScreen) {
    for (const layer of layScreen(sheet, chance('screen'))) paintSheet(pixels, view, light, layer, lamp(layer));
  }
  if (second !== undefined) paintSheet(pixels, view, light, second, lamp(second));
  if (sheet !== undefined) paintSheet(pixels, view, light, sheet, isScreen ? NO_SHADOW : lamp(sheet));
  if (finger !== undefined) paintFinger(pixels, light, finger);
}

function exposureGain(
  view: View,
  light: LightField,
  sheet: Sheet | undefined,
  faults: CameraFaults,
  random: Random,
): number {
  const usual = random.between(USUAL_LUMA.least, USUAL_LUMA.most);
  if (sheet === undefined) return usual / MIDDLE_LUMA;
  return gainFor(view, light, sheet, faults.dark?.strength ?? faults.bright?.strength ?? usual);
}

/** Mean luma of documents as phones expose them; well inside the limits of `dark` and `bright`. */
const USUAL_LUMA = { least: 112, most: 186 } as const;
const MIDDLE_LUMA = 150;

function placeFinger(
  view: View,
  sheet: Sheet,
  side: FlatSide,
  faults: CameraFaults,
  random: Random,
): Finger | undefined {
  if (faults.finger === undefined || faults.finger.strength === 0) return undefined;
  const element = fieldHit(side, faults.finger, random);
  return element === undefined ? undefined : fingerOver(view, sheet, element.box, faults.finger.strength, random);
}

function jpegQualityFor(camera: CameraOptions, random: Random, _developed: Developed): number {
  const drawn = camera.variant === 'demo' ? 90 : random.integer(62, 95);
  return camera.jpegQuality ?? drawn;
}

const NOTHING_THERE: PhotographTruth = {
  side: null,
  corners: null,
  dpi: null,
  meanLuma: null,
  chromaDeviation: null,
  elements: [],
  measured: { 'no-document': 0 },
};

const EMPTY_PLACE: Sheet = {
  picture: { width: 8, height: 8, data: new Uint8ClampedArray(192) },
  widthMm: 125,
  heightMm: 88,
  centreMm: [0, 0],
  rotationDegrees: 0,
  cornerRadiusMm: 0,
  bendMm: 0,
  thicknessMm: 0,
};

function secondSheet(side: FlatSide): Omit<Sheet, 'centreMm' | 'rotationDegrees'> {
  const { widthMm, heightMm, pixels } = side;
  return { picture: clampedPixels(pixels), widthMm, heightMm, cornerRadiusMm: 3.18, bendMm: 0, thicknessMm: 0.8 };
}

const NO_SHADOW: Shadow = { offsetMm: [0, 0], softMm: 1, depth: 0 };
