import type { Homography, PhotoPoint, Quad } from '../geometry.ts';
import type { OutlineMaps } from '../outline/outline-maps.ts';
import type { PageFormat, PageQuality, TextLine } from '../page.ts';
import type { GreyImage, RgbImage } from '../pixels.ts';
import { hasBlankRim } from './blank-rim.ts';
import { measureBlur, NOMINAL_CAPITAL_MM } from './blur.ts';
import { findCovered } from './covered.ts';
import { cutOff, NOT_CUT } from './cut-off.ts';
import { findGlare } from './glare.ts';
import { findHoles } from './holes.ts';
import { lightAndColour } from './light-and-colour.ts';
import { pageMask } from './page-mask.ts';
import { recaptureHint } from './recapture.ts';
import { resolutionOf } from './resolution.ts';

export type QualitySubject = {
  readonly image: RgbImage;
  readonly grey: GreyImage;
  readonly textLines: readonly TextLine[];
  readonly outline: Quad<PhotoPoint>;
  readonly onFrame: readonly [boolean, boolean, boolean, boolean];
  readonly format: PageFormat;
  readonly photoWidth: number;
  readonly photoHeight: number;
  readonly pageToPhoto: Homography;
  /** The outline network's maps and the way from page px to the picture that it saw. */
  readonly maps: OutlineMaps;
  readonly pageToInput: Homography;
};

/** From this much of a screen's grid on, what has a blank rim is the screen and not the document on it. Of six such panels each measured 0.85 and more, 59 cut documents 0. */
const SCREEN = 0.5;

/** Every measure of the picture, on the page alone. */
export function measureQuality(subject: QualitySubject): PageQuality {
  const { image, grey, outline, format, photoWidth, photoHeight } = subject;
  const resolution = resolutionOf(outline, format);
  const pagePxPerMm = (resolution.pixelsPerMm * Math.max(image.width, image.height)) / resolution.widthPx;
  const covered = findCovered(subject.maps, subject.pageToInput, image.width, image.height);
  const photo = { width: photoWidth, height: photoHeight };
  const maskBut = (hidden: (x: number, y: number) => boolean) =>
    pageMask(image.width, image.height, subject.pageToPhoto, photo, hidden);
  const blur = measureBlur(grey, subject.textLines, pagePxPerMm, maskBut(covered.at));
  const glare = findGlare(image, blur.blurToTextHeight * NOMINAL_CAPITAL_MM * pagePxPerMm);
  const mask = maskBut((x, y) => glare.at(x, y) || covered.at(x, y));
  const looksWhole =
    subject.onFrame.every((framed) => framed) || (format !== 'unknown' && isFramedOnThreeSides(subject.onFrame));
  const cut = cutOff(outline, subject.onFrame, looksWhole, photoWidth, photoHeight);
  const recapture = recaptureHint(grey);
  const rim = {
    page: image,
    pageToPhoto: subject.pageToPhoto,
    photo,
    pagePxPerPhotoPx: Math.max(image.width, image.height) / resolution.widthPx,
  };
  // A screen that the frame cuts may show the whole of a document.
  const isPanel = cut.cutOffEdges.length > 0 && recapture >= SCREEN && hasBlankRim(rim);
  return {
    ...blur,
    glare: glare.areas,
    covered: covered.areas,
    holes: findHoles(grey, pagePxPerMm),
    ...lightAndColour(image, mask),
    ...resolution,
    ...(isPanel ? NOT_CUT : cut),
    recapture,
  };
}

function isFramedOnThreeSides(onFrame: readonly boolean[]): boolean {
  return onFrame.filter((framed) => framed).length > 2;
}
