import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compareNames, type PersonName } from './compare-names.ts';

const zone = (primary: string, secondary: string, truncated = false): PersonName => ({ primary, secondary, truncated });

describe('these pairs are one name', () => {
  test.each([
    ['Jörg Götz', zone('GOETZ', 'JOERG'), 'DEU'],
    ['Søren Bjørn', zone('BJOERN', 'SOEREN'), 'DNK'],
    ['Łukasz Żółć', zone('ZOLC', 'LUKASZ'), 'POL'],
    ['Олександр Шевченко', zone('SHEVCHENKO', 'OLEKSANDR'), 'UKR'],
    ['محمد علي', zone('ALI', 'MOHAMMED'), 'EGY'],
    ['محمد علي', zone('ALI', 'MUHAMMAD'), 'PAK'],
    ['فاطمة الزهراء', zone('ALZAHRAA', 'FATIMAH'), 'MAR'],
    ['Γεώργιος Παπαδόπουλος', zone('PAPADOPOULOS', 'GEORGIOS'), 'GRC'],
    ['გიორგი ბერიძე', zone('BERIDZE', 'GIORGI'), 'GEO'],
    ['Արմեն Հակոբյան', zone('HAKOBYAN', 'ARMEN'), 'ARM'],
    ['Наталья Щукина', zone('SHCHUKINA', 'NATALIA'), 'RUS'],
    ['Димитър Христов', zone('HRISTOV', 'DIMITAR'), 'BGR'],
    ['Seán O’Connor-Smith', zone('OCONNOR SMITH', 'SEAN'), 'IRL'],
    ['Müller', zone('MUELLER', ''), 'DEU'],
    ['Müller', zone('MULLER', ''), 'TUR'],
    ['Håkan Åberg', zone('AABERG', 'HAAKAN'), 'SWE'],
    ['Håkan Åberg', zone('ABERG', 'HAKAN'), 'SWE'],
    ['Nguyễn Văn Ánh', zone('NGUYEN', 'VAN ANH'), 'VNM'],
    ['Anna Maria Eriksson', zone('ERIKSSON', 'ANNA MARIA'), 'UTO'],
    ['Jean-Pierre van der Berg', zone('VAN DER BERG', 'JEAN PIERRE'), 'FRA'],
    ['Jean-Pierre Vandenberg', zone('VAN DEN BERG', 'JEANPIERRE'), 'BEL'],
  ] as const)('%s', (printed, mrz, state) => {
    const result = compareNames({ whole: printed }, mrz, { state });
    expect(['same', 'same_under']).toContain(result.outcome);
    expect(compareNames(mrz, { whole: printed }, { state }).outcome).toBe(result.outcome);
  });
});

test.each([
  [{ whole: 'Anna Maria Eriksson' }, zone('ERIKSSON', 'ANNA MARIA'), { outcome: 'same' }],
  [{ whole: 'Jörg Götz' }, zone('GOETZ', 'JOERG'), { outcome: 'same_under', rules: ['icao'] }],
  [zone('MARIA', 'ERIKSSON'), zone('ERIKSSON', 'MARIA'), { outcome: 'same_under', rules: ['order'] }],
  [
    zone('Nilavadhanananda', 'Chayapa Dejthamrong Krasuang'),
    zone('NILAVADHANANANDA', 'CHAYAPA DEJTHAMRONG K', true),
    { outcome: 'same_under', rules: ['mrz_truncation'] },
  ],
  [
    zone('Bennelong Wooloomooloo Warrandyte Warnambool', 'Dingo Potoroo'),
    zone('BENNELONG WOOLOOMOOLOO WARRANDYTE W', 'DI', true),
    { outcome: 'same_under', rules: ['mrz_truncation'] },
  ],
] as const)('%j and %j: %j', (a, b, expected) => {
  expect(compareNames(a, b)).toEqual(expected);
});

test.each([
  [zone('SMITH', 'ANNA'), zone('ERIKSSON', 'ANNA'), 'primary_identifier'],
  [zone('ERIKSSON', 'BERTA'), zone('ERIKSSON', 'ANNA'), 'secondary_identifier'],
  [{ whole: 'John Smith' }, zone('ERIKSSON', 'ANNA'), 'name'],
  [{ whole: 'Anna Erikson' }, zone('ERIKSSON', 'ANNA'), 'name'],
  [{ whole: 'محمد علي' }, zone('KHAN', 'IMRAN'), 'name'],
] as const)('%j and %j differ in %s', (a, b, where) => {
  expect(compareNames(a, b)).toEqual({ outcome: 'different', where });
});

test.each([
  [{ whole: '王小明' }, zone('WANG', 'XIAOMING'), { code: 'name.script-unknown', script: 'Hani' }],
  [{ whole: 'Anna Eriksson' }, zone('ERIKSSON', 'ANNA MARIA'), { code: 'name.parts-left-out', count: 1 }],
  [{ whole: 'A Eriksson' }, zone('ERIKSSON', 'ANNA'), { code: 'name.initials' }],
  [{ whole: '' }, zone('ERIKSSON', 'ANNA'), { code: 'name.empty' }],
] as const)('%j and %j: what decides lies beyond', (a, b, beyond) => {
  expect(compareNames(a, b)).toEqual({ outcome: 'inconclusive', beyond });
});

test('a name that the zone cut is one name only with the cut told', () => {
  const whole = zone('ERIKSSON', 'ANNA MARIA');
  expect(compareNames(whole, zone('ERIKSSON', 'ANNA M', true)).outcome).toBe('same_under');
  expect(compareNames(whole, zone('ERIKSSON', 'ANNA M')).outcome).toBe('inconclusive');
});

test('no text makes the comparison throw, and every readable name is itself', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), fc.string({ maxLength: 60 }), (a, b) => {
      expect(compareNames({ whole: a }, { primary: b, secondary: a, truncated: true }).outcome).toBeTypeOf('string');
      const self = compareNames({ whole: a }, { whole: a });
      expect(['same', 'inconclusive']).toContain(self.outcome);
    }),
  );
});
