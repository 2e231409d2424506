import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { transliterateForMrz } from './transliterate-for-mrz.ts';
import { transliterationsOf } from './transliterations-of.ts';

test.each([
  ['Jörg Götz', 'DEU', 'JOERG GOETZ'],
  ['Gül Öztürk', 'TUR', 'GUL OZTURK'],
  ['Søren Bjørn', 'DNK', 'SOEREN BJOERN'],
  ['Łukasz Żółć', 'POL', 'LUKASZ ZOLC'],
  ['Weiß', 'DEU', 'WEISS'],
  ['Þór Æsa Œuvré', 'ISL', 'THOR AESA OEUVRE'],
  ['D’Artagnan-Smith, Jr.', 'FRA', 'DARTAGNAN SMITH JR'],
  ['Олександр Шевченко', 'UKR', 'OLEKSANDR SHEVCHENKO'],
  ['Ярослав Згурський', 'UKR', 'YAROSLAV ZGHURSKYI'],
  ['Юлия Щукина', 'RUS', 'IULIIA SHCHUKINA'],
  ['Георги Щерев', 'BGR', 'GEORGI SHTEREV'],
  ['Ђорђе Жижић', 'SRB', 'DJORDJE ZIZIC'],
  ['Ќемал Ѓорѓи', 'MKD', 'KJEMAL GJORGJI'],
  ['Παπαδόπουλος', 'GRC', 'PAPADOPOULOS'],
  ['გიორგი ბერიძე', 'GEO', 'GIORGI BERIDZE'],
  ['Արմեն Հակոբյան', 'ARM', 'ARMEN HAKOBYAN'],
  // ICAO Doc 9303-3 Appendix B: the worked example of the Arabic scheme.
  ['ابو بكر محمد بن زكريا الرازي', 'EGY', 'ABW BKR MXHMD BN ZKRYA ALRAZY'],
] as const)('%s is printed by %s as %s', (name, state, expected) => {
  expect(transliterateForMrz(name, state)).toEqual({ ok: true, value: expected });
});

describe('a text that no table knows', () => {
  test.each([
    ['王小明', '王', 'Hani'],
    ['นาย', 'น', 'Thai'],
    ['Anna 王', '王', 'Hani'],
    ['Anna 2', '2', 'Zyyy'],
  ])('%s is not stripped: %s is named, of script %s', (name, character, script) => {
    expect(transliterateForMrz(name)).toMatchObject({
      ok: false,
      error: { code: 'transliteration.character-unknown', character, script },
    });
  });
});

test.each([
  ['Müller', ['MUELLER', 'MULLER', 'MUXXLLER', 'Müller'], ['MILLER', 'MULER']],
  ['محمد', ['MOHAMMED', 'MUHAMMAD', 'MOHAMED', 'MEHMED', 'MXHMD'], ['AHMAD', 'MOHSEN', 'HAMID']],
  ['علي', ['ALI', 'ALY', 'ELY'], ['ALIA X', 'OMAR']],
  ['Ђоковић', ['DJOKOVIC', 'DOKOVIC'], ['JOKER']],
  ['Юрий', ['IURII', 'YURIY', 'YURI', 'YURY'], ['IGOR']],
  ['כהן', ['KOHEN', 'COHEN', 'KAHAN'], ['LEVI']],
])('the spellings of %s', (name, legal, others) => {
  const set = transliterationsOf(name);
  if (!set.ok) throw new Error(set.error.code);
  for (const spelling of legal) expect([spelling, set.value.has(spelling)]).toEqual([spelling, true]);
  for (const spelling of others) expect([spelling, set.value.has(spelling)]).toEqual([spelling, false]);
});

test('a few spellings are listed, the primary one first, however large the set', () => {
  const set = transliterationsOf('Щщщщщщщщщщщщщщщщщщщ Юююююююююююююю');
  const spellings = set.ok ? set.value.spellings(4) : [];
  expect(spellings).toHaveLength(4);
});

test('the primary spelling is one of the set, in A–Z and spaces', () => {
  const letters = [...'abcßäöüåøæłżğıñçабвгдежзийклмнопрстуфхцчшщъыьэюяєіїґђјљњћџαβγδεζηθικλμνξοπρστυφχψω -’'];
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom(...letters), minLength: 1, maxLength: 20 }), (name) => {
      const primary = transliterateForMrz(name);
      const set = transliterationsOf(name);
      if (!primary.ok || !set.ok) throw new Error('a letter of the tables was not read');
      expect(primary.value).toMatch(/^[A-Z ]*$/);
      expect(set.value.has(primary.value)).toBe(true);
    }),
  );
});

test('no text makes it throw', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 40 }), (name) => {
      expect(transliterateForMrz(name).ok).toBeTypeOf('boolean');
    }),
  );
});
