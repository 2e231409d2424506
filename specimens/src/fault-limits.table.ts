import type { FaultName } from './fault.ts';

/**
 * From which strength on a fault must be reported, and up to which it must not. Fixed before any threshold was tuned;
 * strengths between the two are not counted. Readable means: characters ≥ 12 px high, contrast ≥ 0.4,
 * blur σ ≤ ⅛ of the height, nothing covered.
 */
export const FAULT_LIMITS = {
  blur: { unit: 'blur sigma / cap height of the smallest field', mustNot: 0.125, must: 0.25, code: 'image_blurry' },
  'motion-blur': {
    unit: 'path length / cap height of the smallest field',
    mustNot: 0.4,
    must: 0.9,
    code: 'image_blurry',
  },
  glare: { unit: 'saturated share of the field named', mustNot: 0, must: 0.4, code: 'image_glare' },
  dark: { unit: 'mean luma of the document', mustNot: 80, must: 40, code: 'image_lighting' },
  bright: { unit: 'mean luma of the document', mustNot: 215, must: 238, code: 'image_lighting' },
  far: { unit: 'dots per inch across the document', mustNot: 175, must: 135, code: 'image_resolution_low' },
  'grey-copy': { unit: 'chroma deviation', mustNot: 3, must: 1.5, code: 'image_not_colour' },
  'no-document': { unit: 'documents in the frame', mustNot: 1, must: 0, code: 'document_not_found' },
  'cut-off': { unit: 'share of the length beyond the frame', mustNot: 0, must: 0.04, code: 'document_cut_off' },
  finger: { unit: 'covered share of the field named', mustNot: 0, must: 0.4, code: 'document_covered' },
  sleeve: { unit: 'saturated share of the document', mustNot: 0.002, must: 0.012, code: 'image_glare' },
  screen: { unit: 'pixel grid contrast', mustNot: 0, must: 0.25, code: 'document_not_original' },
  'wrong-side': { unit: 'present', mustNot: 0, must: 1, code: 'document_wrong_side' },
  'side-missing': { unit: 'present', mustNot: 0, must: 1, code: 'document_side_missing' },
  'two-documents': {
    unit: 'share of the second document in the frame',
    mustNot: 0,
    must: 0.6,
    code: 'document_multiple',
  },
} as const satisfies Partial<
  Record<FaultName, { readonly unit: string; readonly mustNot: number; readonly must: number; readonly code: string }>
>;
