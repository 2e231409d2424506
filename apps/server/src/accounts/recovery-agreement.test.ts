import { describe, expect, test } from 'vitest';
import { bestAgreement, compareHolders, type HolderReading } from './recovery-agreement.ts';

const ANNA: HolderReading = {
  document_number: 'L01X00T47',
  primary: 'MUSTERMANN',
  secondary: 'ANNA MARIA',
  birth_date: '1983-08-12',
  nationality: 'DEU',
  issuing_state: 'DEU',
};

describe('two readings', () => {
  test.each<[string, Partial<HolderReading>, 'agrees' | 'person' | 'differs']>([
    ['that say the same agree', {}, 'agrees'],
    ['that differ in fillers and case agree', { document_number: 'l01x00t47<', primary: 'Mustermann' }, 'agrees'],
    ['of a renewed passport are a person’s to compare', { document_number: 'C4J3Z9XK1' }, 'person'],
    ['of whoever moved to another state are a person’s', { document_number: 'P123', nationality: 'AUT' }, 'person'],
    ['with a family name that changed are a person’s', { primary: 'GABLER', document_number: 'X1' }, 'person'],
    ['without a number are a person’s', { document_number: null }, 'person'],
    ['with a birth date of which the day is not known are a person’s', { birth_date: '1983-08-XX' }, 'person'],
    ['of a twin differ', { secondary: 'BEATE', document_number: 'X2' }, 'differs'],
    ['with another birth date differ, even with the same number', { birth_date: '1983-08-13' }, 'differs'],
    [
      'of two people differ',
      { primary: 'SCHMIDT', secondary: 'ERIKA', birth_date: '1970-01-01', document_number: 'Z' },
      'differs',
    ],
    [
      'of two people who share a birth date differ',
      { primary: 'SCHMIDT', secondary: 'ERIKA', document_number: 'Z' },
      'differs',
    ],
  ])('%s', (_, now, outcome) => {
    expect(compareHolders(ANNA, { ...ANNA, ...now }).outcome).toBe(outcome);
  });

  test('are compared by the legal spellings of a name', () => {
    const before = { ...ANNA, primary: 'Götz', secondary: 'Jörg' };
    const now = { ...before, primary: 'GOETZ', secondary: 'JOERG' };
    expect(compareHolders(before, now)).toMatchObject({ outcome: 'agrees', readings: { name: 'same' } });
  });

  test('say what of them agrees, field by field', () => {
    const { readings } = compareHolders(ANNA, { ...ANNA, document_number: 'X', nationality: null });
    expect(readings).toEqual({
      document_number: 'different',
      name: 'same',
      birth_date: 'same',
      nationality: 'missing',
      issuing_state: 'same',
    });
  });

  test('of which one agrees are enough', () => {
    const [agrees, differs] = [compareHolders(ANNA, ANNA), compareHolders(ANNA, { ...ANNA, birth_date: '1990-01-01' })];
    expect(bestAgreement([differs, agrees])).toBe(agrees);
    expect(bestAgreement([])).toBeUndefined();
  });
});
