import type { PhotographTruth, SpecimenTruth } from '@vidimus/specimens';
import { expect, test } from 'vitest';
import { expectedCodes, FAULT_CODES, type FaultCode } from './expected-codes.ts';

/** A photograph in which nothing is wrong, but for what is named. */
function photo(measured: PhotographTruth['measured'], contrast = 0.9): PhotographTruth {
  const clean = {
    blur: 0.03,
    'motion-blur': 0,
    glare: 0,
    dark: 150,
    bright: 150,
    far: 300,
    'grey-copy': 9,
    'no-document': 1,
    'cut-off': 0,
    finger: 0,
    sleeve: 0,
    screen: 0,
    'two-documents': 0,
  };
  const field = {
    name: 'expiry_date',
    kind: 'text',
    corners: [],
    capHeightPx: 30,
    blurSigmaPx: 1,
    glareShare: 0,
    coveredShare: 0,
    outsideShare: 0,
    contrast,
    readable: true,
  };
  return {
    side: 'front',
    corners: [],
    dpi: 300,
    meanLuma: 150,
    chromaDeviation: 9,
    elements: [field],
    measured: { ...clean, ...measured },
  };
}

const EMPTY: PhotographTruth = {
  side: null,
  corners: null,
  dpi: null,
  meanLuma: null,
  chromaDeviation: null,
  elements: [],
  measured: { 'no-document': 0 },
};

function truthOf(...photographs: readonly PhotographTruth[]): SpecimenTruth {
  const request = { kind: 'passport', state: 'UTO', seed: 1, faults: [], asOf: '2026-06-01' } as const;
  return { request, document: { kind: 'passport', state: 'UTO', fields: {} }, photographs };
}

/** Codes that are due, and codes that are not counted; all others must not be raised. */
function dueAndOpen(truth: SpecimenTruth): { readonly due: readonly FaultCode[]; readonly open: readonly FaultCode[] } {
  const expected = expectedCodes(truth);
  const are = (what: string) => FAULT_CODES.filter((code) => expected.get(code) === what);
  return { due: are('must'), open: are('open') };
}

const DARK = { dark: 30, bright: 30 };
const BURNT_OUT = { dark: 245, bright: 245 };

test.each<readonly [string, readonly PhotographTruth[], readonly FaultCode[], readonly FaultCode[]]>([
  ['nothing is due of a clean photograph, and nothing is open', [photo({})], [], []],
  ['one photograph of two is enough', [photo({}), photo({ far: 100 })], ['image_resolution_low'], []],
  ['between the limits nothing is counted', [photo({ far: 150 })], [], ['image_resolution_low']],
  ['dusk hides nothing but colour', [photo({ ...DARK, 'grey-copy': 1.2 })], ['image_lighting'], ['image_not_colour']],
  ['dusk with colours left hides nothing', [photo(DARK)], ['image_lighting'], []],
  ['a grey copy in good light is due', [photo({ 'grey-copy': 1.2 })], ['image_not_colour'], []],
  ['burnt-out print cannot be called sharp', [photo(BURNT_OUT, 0.2)], ['image_lighting'], ['image_blurry']],
  ['print that outlasts too much light can', [photo(BURNT_OUT, 0.6)], ['image_lighting'], []],
  ['faint print in good light can', [photo({}, 0.2)], [], []],
  ['a reflection is no finger and no blur', [photo({ glare: 0.6, sleeve: 0.001 })], ['image_glare'], []],
  ['a distant document is no blurred one', [photo({ far: 90, blur: 0.1 })], ['image_resolution_low'], []],
  ['a screen is neither blurred nor covered', [photo({ screen: 0.5 })], ['document_not_original'], []],
  [
    'an empty table bears no finger and cuts nothing off',
    [EMPTY],
    ['document_not_found'],
    ['image_blurry', 'image_lighting', 'image_not_colour', 'document_side_missing'],
  ],
])('%s', (_, photographs, due, open) => {
  const observed = dueAndOpen(truthOf(...photographs));
  expect({ due: observed.due.toSorted(), open: observed.open.toSorted() }).toEqual({
    due: due.toSorted(),
    open: open.toSorted(),
  });
});
