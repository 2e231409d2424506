import { expect, test } from 'vitest';
import type { MrzFormat } from '../standards/index.ts';
import type { FieldReading, SideReading } from './document-reading.ts';
import { recogniseKind } from './recognise-kind.ts';

const NOT_READ = { tried: [], elapsedMs: 0 };

function named(type: string, confidence: number, witness: 'mrz' | 'visual_zone'): FieldReading {
  return { field: 'document_type', witness, value: type, printed: type, confidence };
}

function side(zone: readonly FieldReading[], printed: readonly FieldReading[], format: MrzFormat): SideReading {
  const visualZone = { lines: [], fields: printed, labelsWithoutValue: [], unreadScripts: [], marks: [] };
  const mrz = {
    format,
    lines: [],
    characters: [],
    lineRegions: [],
    checkDigits: [],
    fields: zone,
    nameTruncated: false,
  } as const;
  return { side: 'front', mrz: zone.length > 0 ? mrz : NOT_READ, barcode: NOT_READ, visualZone };
}

type KindCase = {
  readonly name: string;
  readonly zone: readonly FieldReading[];
  readonly printed: readonly FieldReading[];
  readonly format?: MrzFormat;
  readonly type: string | null;
  readonly score: number;
};

test.each([
  {
    name: 'a letter of the zone that was surely read',
    zone: [named('identity_card', 0.9, 'mrz')],
    printed: [],
    type: 'identity_card',
    score: 0.98,
  },
  {
    name: 'a blurred letter in a layout that only passports have',
    zone: [named('passport', 0.18, 'mrz')],
    printed: [],
    format: 'TD3',
    type: 'passport',
    score: 0.98,
  },
  {
    name: 'a blurred letter, and no title',
    zone: [named('identity_card', 0.18, 'mrz')],
    printed: [],
    type: null,
    score: 0.98,
  },
  {
    name: 'a blurred letter beside a title',
    zone: [named('identity_card', 0.18, 'mrz')],
    printed: [named('passport', 0.9, 'visual_zone')],
    type: 'passport',
    score: 0.85,
  },
  { name: 'a title alone', zone: [], printed: [named('visa', 0.9, 'visual_zone')], type: 'visa', score: 0.85 },
] as readonly KindCase[])('$name: $type', ({ zone, printed, format, type, score }) => {
  expect(recogniseKind([side(zone, printed, format ?? 'TD2')])).toMatchObject({ type, score });
});
