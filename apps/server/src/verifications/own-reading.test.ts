import type { FieldReport } from '@vidimus/vocabulary';
import { expect, test } from 'vitest';
import { ownReading } from './own-reading.ts';

const ZONE = { witness: 'mrz', confidence: 0.99 } as const;
const PRINT = { witness: 'visual_zone', confidence: 0.9 } as const;

const given = (agreement: FieldReport['agreement'], printed: string): FieldReport => ({
  field: 'secondary_identifier',
  value: 'D',
  agreement,
  witnesses: [
    { ...ZONE, value: 'D' },
    { ...PRINT, value: printed },
  ],
});

test.each([
  [
    'a name that the zone cuts off is shown as it is printed',
    given('agree', 'DEJTHAMRONG'),
    'DEJTHAMRONG',
    'visual_zone',
  ],
  ['where print and zone differ, the surer one is shown', given('differ', 'MALEE'), 'D', 'machine_zone'],
  ['a name that the print shows shorter stays', { ...given('agree', 'DE'), value: 'DEE' }, undefined, undefined],
])('%s', (_, field, value, witness) => {
  const reading = ownReading(
    { document: { type: 'passport', issuing_state: 'THA', score: 1, fields: [field] }, checks: [] },
    { claims: {}, isAsked: false },
    'en',
  );
  expect(reading.fields[0]?.value).toBe(value);
  expect(reading.fields[0]?.witness).toBe(witness);
});

const named = (printed: string, zone: string): FieldReport => ({
  field: 'primary_identifier',
  value: zone,
  agreement: 'agree',
  witnesses: [
    { ...ZONE, value: zone },
    { ...PRINT, value: printed },
  ],
});

test.each([
  ['nobody asked for a spelling: none is offered', false, {}, [], null],
  ['somebody asked: those that the print allows are offered, not only the zone’s', true, {}, ['GOETZ', 'GOTZ'], null],
  ['the one that was chosen is known again', true, { name: 'GOTZ' }, ['GOETZ', 'GOTZ'], 'GOTZ'],
  ['a name that is no spelling of it is not among them', true, { name: 'SMITH' }, ['GOETZ', 'GOTZ'], null],
] as const)('%s', (_, isAsked, claims, spellings, claimed_spelling) => {
  const fields = [named('GÖTZ', 'GOETZ')];
  const reading = ownReading(
    { document: { type: 'passport', issuing_state: 'DEU', score: 1, fields }, checks: [] },
    { claims, isAsked },
    'en',
  );
  expect(reading.spellings).toEqual(spellings);
  expect(reading.claimed_spelling).toBe(claimed_spelling);
});
