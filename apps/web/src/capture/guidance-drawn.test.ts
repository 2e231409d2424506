/** What the guidance says of drawn frames of a camera: those that passed as good although they were not, and good ones that did not pass. */
import { previewPhoto } from '@vidimus/engine/live';
import { drawSpecimen, type Fault, type SpecimenKind } from '@vidimus/specimens';
import type { DocumentType } from '@vidimus/vocabulary';
import sharp from 'sharp';
import { expect, test } from 'vitest';
import { type Hint, hintOf } from './guidance.ts';

const FRAME = { width: 1280, height: 720 } as const;
/** Large enough for dots never to be what is wrong. */
const STILL = { width: 4000, height: 2250 } as const;
const PASSPORT = ['passport', 'UTO', 'passport'] as const;
const CARD = ['identity-card-td1', 'UTO', 'identity_card'] as const;
const LICENCE = ['driving-licence-eu', 'DEU', 'driving_licence'] as const;
const VISA = ['visa-b', 'FRA', 'visa'] as const;

const cutOff = (strength: number): Fault => ({ name: 'cut-off', strength });
const GLARE: Fault = { name: 'glare', field: 'expiry_date' };
const SLEEVE: Fault = { name: 'sleeve' };

test.each<readonly [readonly [SpecimenKind, string, DocumentType], number, Fault | null, Hint]>([
  [PASSPORT, 3001, null, 'good'],
  [PASSPORT, 3002, null, 'good'],
  [CARD, 3001, null, 'good'],
  // Their outline ended at a line of print, and they were called cut off.
  [CARD, 3008, null, 'good'],
  [CARD, 3011, null, 'good'],
  [VISA, 3006, null, 'good'],
  // All of these passed as good.
  [PASSPORT, 3002, cutOff(0.04), 'cut_off'],
  [PASSPORT, 3002, cutOff(0.2), 'cut_off'],
  [CARD, 3001, cutOff(0.1), 'cut_off'],
  [CARD, 3001, cutOff(0.2), 'cut_off'],
  [CARD, 3002, cutOff(0.2), 'cut_off'],
  [LICENCE, 3001, cutOff(0.1), 'cut_off'],
  [LICENCE, 3004, GLARE, 'glare'],
  [LICENCE, 3004, SLEEVE, 'glare'],
  [LICENCE, 3008, GLARE, 'glare'],
  [LICENCE, 3011, GLARE, 'glare'],
  [VISA, 3006, GLARE, 'glare'],
])('%s, seed %i, %o: %s', { timeout: 60_000 }, async ([kind, state, documentType], seed, fault, hint) => {
  const request = { kind, state, seed, faults: fault === null ? [] : [fault], asOf: '2026-06-01' };
  const camera = { variant: 'tune', widthPx: FRAME.width, heightPx: FRAME.height, jpegQuality: 93 } as const;
  const { photographs } = await drawSpecimen(request, camera);
  const data = new Uint8Array(await sharp(photographs[0]).removeAlpha().raw().toBuffer());
  const preview = previewPhoto({ ...FRAME, data });
  expect(hintOf({ preview, frame: FRAME, still: STILL, documentType })).toBe(hint);
});
