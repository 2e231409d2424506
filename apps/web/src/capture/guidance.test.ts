import { thresholdsSchema } from '@vidimus/vocabulary';
import { describe, expect, test } from 'vitest';
import { hintOf, isCameraGoodEnough, type SeenFrame } from './guidance.ts';
import { GUIDANCE_LIMITS } from './guidance-limits.table.ts';

const point = (x: number, y: number) => ({ x, y });
const square = (left: number, top: number, width: number, height: number) =>
  [point(left, top), point(left + width, top), point(left + width, top + height), point(left, top + height)] as const;

/** A passport's page, 800 px wide in a frame of 1280, sharp and well lit. */
const preview: SeenFrame['preview'] = {
  outline: square(240, 80, 800, 563),
  widthPx: 800,
  aspect: 1.42,
  goesOn: 0,
  blurSigmaPx: 1,
  meanLuma: 150,
  glare: [],
};
const seen: SeenFrame = {
  preview,
  frame: { width: 1280, height: 720 },
  still: { width: 1920, height: 1080 },
  documentType: 'passport',
};

describe('a frame says what to do', () => {
  test.each([
    ['all is well', {}, 'good'],
    ['nothing stands out', { outline: null, widthPx: 0 }, 'no_document'],
    ['nothing stands out in the dark', { outline: null, widthPx: 0, meanLuma: 20 }, 'too_dark'],
    ['the document is dark', { meanLuma: 50 }, 'too_dark'],
    ['the document is burnt out', { meanLuma: 240 }, 'too_bright'],
    ['a corner at the edge of the frame', { outline: square(2, 80, 800, 563) }, 'cut_off'],
    ['too long for a passport: an edge is out of sight', { aspect: 1.55 }, 'cut_off'],
    ['too short for a passport: a side is out of sight', { aspect: 1.3 }, 'cut_off'],
    ['a passport whose perspective is a little off', { aspect: 1.5 }, 'good'],
    ['edges that go on beyond a side', { goesOn: 0.5 }, 'cut_off'],
    ['an edge that seems to go on a little', { goesOn: 0.13 }, 'good'],
    ['too few dots', { widthPx: 530 }, 'too_far'],
    ['a reflection', { glare: [{ quad: square(300, 200, 40, 30), share: 0.002 }] }, 'glare'],
    ['a glint that hides no letter', { glare: [{ quad: square(300, 200, 9, 9), share: 0.0002 }] }, 'good'],
    ['out of focus', { blurSigmaPx: 4 }, 'blurry'],
    ['several things at once: light first', { meanLuma: 50, widthPx: 300, blurSigmaPx: 9 }, 'too_dark'],
  ] as const)('%s', (_, differs, hint) => {
    expect(hintOf({ ...seen, preview: { ...preview, ...differs } })).toBe(hint);
  });

  test('dots are counted in the photograph, not in the frame that was looked at', () => {
    const far = { ...seen, preview: { ...preview, widthPx: 700 } };
    expect(hintOf(far)).toBe('good');
    expect(hintOf({ ...far, still: { width: 1280, height: 720 } })).toBe('too_far');
  });

  // Width of the document in a frame of 1280 px.
  test.each([
    [
      'a passport in full HD wants what the check says nothing of',
      { width: 1920, height: 1080 },
      'passport',
      680,
      'too_far',
    ],
    ['a passport in full HD, nearer', { width: 1920, height: 1080 }, 'passport', 700, 'good'],
    ['a passport before a laptop, as near as all of it fits', { width: 1280, height: 720 }, 'passport', 820, 'good'],
    ['a passport before a laptop, less near', { width: 1280, height: 720 }, 'passport', 800, 'too_far'],
    ['a passport before a laptop whose still is larger', { width: 2560, height: 1440 }, 'passport', 560, 'good'],
    ['a card before a laptop', { width: 1280, height: 720 }, 'identity_card', 680, 'too_far'],
    ['a card before a laptop, nearer', { width: 1280, height: 720 }, 'identity_card', 720, 'good'],
    ['a passport before a phone that stands upright', { width: 1080, height: 1920 }, 'passport', 600, 'good'],
    [
      'a passport before a phone that stands upright, less near',
      { width: 1080, height: 1920 },
      'passport',
      560,
      'too_far',
    ],
  ] as const)('%s', (_, still, documentType, widthPx, hint) => {
    const isUpright = still.height > still.width;
    const frame = isUpright ? { width: 720, height: 1280 } : seen.frame;
    const outline = isUpright ? square(60, 300, widthPx, 420) : preview.outline;
    const aspect = documentType === 'passport' ? 1.42 : 1.586;
    expect(hintOf({ preview: { ...preview, outline, aspect, widthPx }, frame, still, documentType })).toBe(hint);
  });

  test.each([
    ['identity_card', 1.586, 'good'],
    ['identity_card', 1.42, 'good'],
    ['identity_card', 1.8, 'cut_off'],
    ['driving_licence', 1.42, 'cut_off'],
    ['visa', 1.5, 'good'],
  ] as const)('of a %s proportions of %f: %s', (documentType, aspect, hint) => {
    expect(hintOf({ ...seen, documentType, preview: { ...preview, aspect } })).toBe(hint);
  });
});

test.each([
  ['passport', 640, false],
  ['passport', 1280, true],
  ['identity_card', 640, false],
  ['identity_card', 800, true],
] as const)('for a %s a camera of %i px: good enough is %s', (documentType, width, enough) => {
  expect(isCameraGoodEnough({ width, height: (width * 3) / 4 }, documentType)).toBe(enough);
});

test('the limits are those of the checks', () => {
  const thresholds = thresholdsSchema.parse({});
  expect(GUIDANCE_LIMITS.blurToTextHeightMax).toBe(thresholds.blur_to_text_height_max);
  expect(GUIDANCE_LIMITS.lumaMin).toBe(thresholds.luma_min);
  expect(GUIDANCE_LIMITS.lumaMax).toBe(thresholds.luma_max);
  expect(GUIDANCE_LIMITS.glareShareMax).toBe(thresholds.glare_share_max / 4);
  expect(GUIDANCE_LIMITS.dpiMin).toBeCloseTo(thresholds.dpi_min * 1.1, 5);
  expect(GUIDANCE_LIMITS.dpiWanted).toBeCloseTo(thresholds.dpi_warn * 1.05, 5);
});
