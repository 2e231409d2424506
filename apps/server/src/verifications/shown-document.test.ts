import type { FieldName, FieldReport } from '@vidimus/vocabulary';
import { expect, test } from 'vitest';
import { photographsOf, type Reading, shownInstead } from './shown-document.ts';

type Values = Partial<Readonly<Record<FieldName, string>>>;
const ANNA: Values = {
  document_number: 'L898902C3',
  primary_identifier: 'ERIKSSON',
  secondary_identifier: 'ANNA MARIA',
  birth_date: '1994-08-12',
};
const RENEWED = { ...ANNA, document_number: 'K112358D1' };
const BRUNO: Values = {
  document_number: 'P555201A7',
  primary_identifier: 'MARTIN',
  secondary_identifier: 'BRUNO',
  birth_date: '1971-01-30',
};

type Sureness = 'agree' | 'mrz' | 'barcode' | 'print' | 'faint' | 'unclear' | 'differ';
const witnesses = (value: string, how: Sureness, media_id: string): FieldReport['witnesses'] => {
  const print = { witness: 'visual_zone', value, confidence: how === 'faint' ? 0.6 : 0.97, media_id } as const;
  if (how === 'print' || how === 'faint') return [print];
  if (how === 'mrz' || how === 'barcode') return [{ witness: how, value, confidence: 0.98, media_id }];
  return [{ witness: 'mrz', value, confidence: 0.98, media_id }, print];
};
const AGREEMENT: Readonly<Record<Sureness, FieldReport['agreement']>> = {
  agree: 'agree',
  mrz: 'one_witness',
  barcode: 'one_witness',
  print: 'one_witness',
  faint: 'one_witness',
  unclear: 'unclear',
  differ: 'differ',
};
let photos = 0;
function reading(values: Values, how: Sureness = 'agree', holds = true): Reading {
  photos += 1;
  const media_id = `med_${photos}`;
  const fields = Object.entries(values) as readonly (readonly [FieldName, string])[];
  return {
    document: {
      type: 'passport',
      issuing_state: 'UTO',
      score: 1,
      fields: fields.map(([field, value]) => ({
        field,
        value,
        agreement: AGREEMENT[how],
        witnesses: witnesses(value, how, media_id),
      })),
    },
    checks: holds
      ? [{ check: 'check-digits-hold', outcome: 'passed', evidence: [{ measure: 'm', observed: 5 }] }]
      : [{ check: 'check-digits-hold', outcome: 'not_performed', because: 'no zone' }],
    photos: [{ media_id, width: 10, height: 10, pages: [] }],
  };
}

const SAME = undefined;
const OTHER_HOLDER = { is: 'holder', isSamePerson: false };
const RENEWAL = { is: 'document', isSamePerson: true };
const OTHER_DOCUMENT = { is: 'document', isSamePerson: false };

test.each<readonly [string, readonly Reading[], object | undefined]>([
  ['the same document again', [reading(ANNA), reading(ANNA)], SAME],
  ['one photograph', [reading(ANNA)], SAME],
  ['somebody else’s document', [reading(ANNA), reading(BRUNO)], OTHER_HOLDER],
  ['a renewed document', [reading(ANNA), reading(RENEWED)], RENEWAL],
  ['another birth date alone', [reading(ANNA), reading({ ...ANNA, birth_date: '1994-08-13' })], OTHER_HOLDER],
  [
    'another family name on a new document, as after a wedding',
    [reading(ANNA), reading({ ...RENEWED, primary_identifier: 'LUND' })],
    OTHER_DOCUMENT,
  ],
  ['a twin', [reading(ANNA), reading({ ...BRUNO, ...pick(ANNA, 'primary_identifier', 'birth_date') })], OTHER_HOLDER],
  ['a name in another spelling', [reading(ANNA), reading({ ...ANNA, primary_identifier: 'Eriksson' })], SAME],
  ['a name that is cut off', [reading(ANNA), reading({ ...ANNA, secondary_identifier: 'ANNA MAR' })], SAME],
  ['another number, and nothing else read', [reading(ANNA), reading(pick(BRUNO, 'document_number'))], OTHER_DOCUMENT],
  ['another number, coded under check digits', [reading(ANNA, 'mrz'), reading(BRUNO, 'mrz')], OTHER_HOLDER],
  ['another number, in a bar code', [reading(ANNA, 'barcode'), reading(BRUNO, 'barcode')], OTHER_HOLDER],
  [
    'a zone whose check digits do not hold',
    [reading(ANNA), reading(pick(BRUNO, 'document_number'), 'mrz', false)],
    SAME,
  ],
  ['a name in the zone alone', [reading(ANNA), reading(pick(BRUNO, 'primary_identifier'), 'mrz')], SAME],
  ['print alone, with another name and another birth', [reading(ANNA, 'print'), reading(BRUNO, 'print')], OTHER_HOLDER],
  [
    'print alone, with another birth date, which may be misread',
    [reading(ANNA, 'print'), reading({ ...ANNA, birth_date: '1991-08-12' }, 'print')],
    SAME,
  ],
  ['print that can hardly be read', [reading(ANNA), reading(BRUNO, 'faint')], SAME],
  ['witnesses that cannot tell', [reading(ANNA), reading(BRUNO, 'unclear')], SAME],
  ['sides that differ, which is told as that', [reading(ANNA), reading(BRUNO, 'differ')], SAME],
  ['first photographs that say nothing', [reading({}), reading(BRUNO), reading(BRUNO)], SAME],
  [
    'a first photograph that says little',
    [reading(pick(ANNA, 'birth_date')), reading(ANNA), reading(RENEWED)],
    RENEWAL,
  ],
  ['the first document again, after another', [reading(ANNA), reading(BRUNO), reading(ANNA)], SAME],
  [
    'the first document again, of which the other one knows more',
    [reading(pick(ANNA, 'birth_date')), reading(BRUNO), reading(ANNA)],
    SAME,
  ],
  ['another document, and it once more', [reading(ANNA), reading(BRUNO), reading(BRUNO)], OTHER_HOLDER],
  [
    'a birth date of which only the year is known',
    [reading(ANNA), reading({ ...ANNA, birth_date: '1990-XX-XX' })],
    SAME,
  ],
])('%s', (_, readings, expected) => {
  const last = shownInstead(readings).at(-1);
  if (expected === undefined) expect(last).toBeUndefined();
  else expect(last).toMatchObject(expected);
});

test('it stands on the photograph that shows it', () => {
  const [first, second] = [reading(ANNA), reading(BRUNO)];
  const instead = shownInstead([first, second]).at(-1);
  expect(instead?.differing.map(({ field }) => field)).toEqual([
    'primary_identifier',
    'secondary_identifier',
    'birth_date',
    'document_number',
  ]);
  expect(instead === undefined ? [] : [...photographsOf(instead)]).toEqual(
    second.photos.map(({ media_id }) => media_id),
  );
});

function pick(values: Values, ...names: readonly FieldName[]): Values {
  return Object.fromEntries(names.flatMap((name) => (values[name] === undefined ? [] : [[name, values[name]]])));
}
