import fc from 'fast-check';
import { expect, test } from 'vitest';
import { FAULT_NAMES } from './fault.ts';
import { parseFault } from './parse-fault.ts';

test.each([
  ['glare:expiry_date', { name: 'glare', field: 'expiry_date' }],
  ['blur=0.3', { name: 'blur', strength: 0.3 }],
  ['finger:document_number=0.5', { name: 'finger', field: 'document_number', strength: 0.5 }],
  [' side-missing ', { name: 'side-missing' }],
])('%s is understood', (text, value) => {
  expect(parseFault(text)).toEqual({ ok: true, value });
});

test.each([
  ['fog', 'fault.name-unknown'],
  ['', 'fault.name-unknown'],
  ['glare:', 'fault.field-empty'],
  ['blur=', 'fault.strength-not-a-number'],
  ['blur=much', 'fault.strength-not-a-number'],
  ['blur=-1', 'fault.strength-not-a-number'],
  ['blur=1=2', 'fault.strength-not-a-number'],
])('%s is refused with a reason', (text, code) => {
  expect(parseFault(text)).toMatchObject({ ok: false, error: { code } });
});

test('what is written is what is read', () => {
  const field = fc.option(fc.stringMatching(/^[a-z_]{1,12}$/), { nil: undefined });
  const strength = fc.option(fc.integer({ min: 0, max: 3000 }), { nil: undefined });
  fc.assert(
    fc.property(fc.constantFrom(...FAULT_NAMES), field, strength, (name, where, thousandths) => {
      const value = thousandths === undefined ? undefined : thousandths / 1000;
      const text = `${name}${where === undefined ? '' : `:${where}`}${value === undefined ? '' : `=${value}`}`;
      expect(parseFault(text)).toEqual({
        ok: true,
        value: {
          name,
          ...(where === undefined ? {} : { field: where }),
          ...(value === undefined ? {} : { strength: value }),
        },
      });
    }),
  );
});

test('no text makes it throw', () => {
  fc.assert(fc.property(fc.string(), (text) => typeof parseFault(text).ok === 'boolean'));
});
