import { expect, test } from 'vitest';
import type { FieldReading, SideReading } from './document-reading.ts';
import { recogniseKind } from './recognise-kind.ts';

const NOT_READ = { tried: [], elapsedMs: 0 };

function named(type: string, confidence: number, witness: 'mrz' | 'visual_zone'): FieldReading {
  return { field: 'document_type', witness, value: type, printed: type, confidence };
}

function side(zone: readonly FieldReading[], printed: readonly FieldReading[]): SideReading {
  const visualZone = { lines: [], fields: printed, labelsWithoutValue: [], unreadScripts: [], marks: [] };
  const mrz = {
    format: 'TD2',
    lines: [],
    characters: [],
    lineRegions: [],
    checkDigits: [],
    fields: zone,
    nameTruncated: false,
  } as const;
  return { side: 'front', mrz: zone.length > 0 ? mrz : NOT_READ, barcode: NOT_READ, visualZone };
}

test.each([
  {
    name: 'a letter of the zone that was surely read',
    zone: [named('identity_card', 0.9, 'mrz')],
    printed: [],
    type: 'identity_card',
  },
  {
    name: 'a blurred letter, and no title',
    zone: [named('identity_card', 0.18, 'mrz')],
    printed: [],
    type: null,
  },
  {
    name: 'a blurred letter beside a title',
    zone: [named('identity_card', 0.18, 'mrz')],
    printed: [named('passport', 0.9, 'visual_zone')],
    type: 'passport',
  },
  { name: 'a title alone', zone: [], printed: [named('visa', 0.9, 'visual_zone')], type: 'visa' },
])('$name: $type', ({ zone, printed, type }) => {
  expect(recogniseKind([side(zone, printed)]).type).toBe(type);
});
