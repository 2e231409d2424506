import type { FlatSide } from '../flat-document.ts';
import type { CameraOptions } from '../specimen.ts';
import { blurGaussian } from './blur.ts';
import { chromaDeviationOf } from './chroma.ts';
import { fadeColour } from './grey.ts';
import { blurMotion } from './motion-blur.ts';
import type { Pixels } from './pixels.ts';
import { cornersInPhoto } from './probe.ts';
import type { CameraFaults, Chance } from './scene.ts';
import { paintPixelGrid } from './screen.ts';
import { develop } from './sensor.ts';
import type { Sheet } from './sheet.ts';
import type { View } from './view.ts';

/** What the optics did, for the truth. */
export type Developed = { readonly blurSigmaPx: number; readonly motionPx: number; readonly gridContrast: number };

type Exposed = {
  readonly pixels: Pixels;
  readonly view: View;
  readonly side: FlatSide | null;
  readonly sheet: Sheet;
  readonly faults: CameraFaults;
  readonly camera: CameraOptions;
  readonly chance: Chance;
};

/** Screen grid, lens, shaking hand, sensor and colour, in the order in which light meets them. */
export function developPhoto({ pixels, view, side, sheet, faults, camera, chance }: Exposed): Developed {
  const random = chance('sensor');
  const isDemo = camera.variant === 'demo';
  const lensSigmaPx = random.between(LENS_SIGMA_PX.least, LENS_SIGMA_PX.most);
  const printSigmaPx = resamplingSigma(view, sheet);
  const capHeightPx = side === null ? 0 : smallestCapHeightPx(view, sheet, side);
  const wantedSigmaPx = (faults.blur?.strength ?? 0) * capHeightPx;
  const defocusPx = Math.sqrt(Math.max(0, wantedSigmaPx ** 2 - printSigmaPx ** 2));
  const opticsPx = Math.max(lensSigmaPx, defocusPx);
  const gridContrast =
    faults.screen === undefined ? 0 : layGrid(pixels, view, faults.screen.strength, opticsPx, chance);
  blurGaussian(pixels, opticsPx);
  const motionPx = (faults['motion-blur']?.strength ?? 0) * capHeightPx;
  if (motionPx > 1) blurMotion(pixels, motionPx, chance('motion').between(0, Math.PI));

  const isDark = faults.dark !== undefined;
  const isGrey = faults['grey-copy'] !== undefined;
  const lumaNoise = random.between(0.8, isDemo ? 1.2 : 2.6) + (isDark ? random.between(1, 2.5) : 0);
  const chromaNoise = isGrey ? 0.2 : random.between(0.2, 0.9);
  develop(pixels, { lumaNoise, chromaNoise, sharpening: random.between(0.15, 0.5) }, random);
  if (faults['grey-copy'] !== undefined && side !== null) {
    const coloured = chromaDeviationOf(pixels, view, sheet);
    fadeColour(pixels, Math.min(1, faults['grey-copy'].strength / Math.max(coloured, 0.01)));
  }
  return { blurSigmaPx: Math.hypot(opticsPx, printSigmaPx), motionPx, gridContrast };
}

/** What a good phone lens and its demosaicing leave. */
const LENS_SIGMA_PX = { least: 0.45, most: 0.8 } as const;

/** Softness of drawing the flat picture larger or smaller: a box of one texel and linear steps between texels. */
function resamplingSigma(view: View, sheet: Sheet): number {
  const texelPx = (view.pose.pixelsPerMm * sheet.widthMm) / sheet.picture.width;
  const TEXEL_VARIANCE = 1 / 12 + 1 / 6;
  return Math.sqrt(TEXEL_VARIANCE) * Math.max(texelPx, LEAST_TEXEL_PX);
}

/** Smaller texels are averaged first (pyramid.ts) until they are at least this large. */
const LEAST_TEXEL_PX = 0.67;

function smallestCapHeightPx(view: View, sheet: Sheet, side: FlatSide): number {
  const heights = side.elements
    .filter(({ kind }) => kind === 'text' || kind === 'mrz-line')
    .flatMap(({ box, capHeightMm }) => {
      if (capHeightMm === undefined) return [];
      const [a, b, c, d] = cornersInPhoto(view, sheet, box);
      const height = (Math.hypot(d[0] - a[0], d[1] - a[1]) + Math.hypot(c[0] - b[0], c[1] - b[1])) / 2;
      return [(height / box.height) * capHeightMm];
    });
  return heights.length === 0 ? 0 : Math.min(...heights);
}

function layGrid(pixels: Pixels, view: View, contrast: number, blurPx: number, chance: Chance): number {
  const random = chance('grid');
  // Fine enough to look like a display, coarse enough to outlive the lens.
  const pitchPx = Math.max(random.between(3, 6), blurPx * 5);
  const kept = Math.exp(-2 * (Math.PI * (blurPx / pitchPx)) ** 2);
  const drawn = Math.min(0.95, contrast / kept);
  paintPixelGrid(pixels, view, {
    pitchMm: pitchPx / view.pose.pixelsPerMm,
    contrast: drawn,
    turnDegrees: random.between(-2, 2),
  });
  return drawn * kept;
}
