import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { aamvaDateOrder, composeAamvaDate, parseAamvaDate } from './aamva-date.ts';
import { type AamvaValues, aamvaElements, readAamvaFields } from './aamva-fields.ts';
import type { AamvaPayload } from './aamva-payload.ts';
import { composeAamva } from './compose-aamva.ts';
import { JURISDICTIONS } from './jurisdictions.table.ts';
import { parseAamva } from './parse-aamva.ts';

/** AAMVA DL/ID 2020 Annex D.13: the example of a licence with a jurisdiction's subfile. */
const ANNEX_D =
  '@\n\x1e\rANSI 636000100102DL00410278ZV03190008DLDAQT64235789\nDCSSAMPLE\nDDEN\nDACMICHAEL\nDDFN\nDADJOHN\nDDGN\nDCUJR\nDCAD\nDCBK\nDCDPH\nDBD06062019\nDBB06061986\nDBA12102024\nDBC1\nDAU068 in\nDAYBRO\nDAG2300 WEST BROAD STREET\nDAIRICHMOND\nDAJVA\nDAK232690000  \nDCF2424244747474786102204\nDCGUSA\nDCK123456789\nDDAF\nDDB06062018\nDDC06062020\nDDD1\rZVZVA01\r';

/** Version 1 as Maryland printed it: file type AAMVA, one name element, dates from the year down. */
const VERSION_1 =
  '@\n\x1e\rAAMVA6360030101DL00290192DLDAQK-134-123-145-103\nDAAJOHNSON,JACK,,3RD\nDAG1234 BARNEYS INN PL\nDAIBALTIMORE\nDAJMD\nDAK21230 \nDARC \nDAS \nDAT \nDAU505\nDAW135\nDBA20170209\nDBB19910209\nDBC1\nDBD20120210\nDBHN\r';

describe('the example of Annex D', () => {
  test('is read', () => {
    expect(fieldsOf(ANNEX_D)).toMatchObject({
      document_type: 'driving_licence',
      issuing_state: 'USA',
      issuing_authority: 'Virginia',
      document_number: 'T64235789',
      primary_identifier: 'SAMPLE',
      secondary_identifier: 'MICHAEL JOHN',
      birth_date: '1986-06-06',
      issue_date: '2019-06-06',
      expiry_date: '2024-12-10',
      sex: 'M',
      licence_categories: 'D',
    });
  });

  test('is composed again byte by byte', () => {
    expect(composeAamva(payloadOf(ANNEX_D))).toEqual({ ok: true, value: ANNEX_D });
  });

  test('is read with offsets that do not hold, without marks before it, and from bytes', () => {
    const expected = fieldsOf(ANNEX_D);
    expect(fieldsOf(ANNEX_D.replace('00410278', '00390270'))).toEqual(expected);
    expect(fieldsOf(ANNEX_D.slice(4))).toEqual(expected);
    expect(fieldsOf(ANNEX_D.replaceAll('\r', '\n'))).toMatchObject({ document_number: 'T64235789' });
    const parsed = parseAamva(Uint8Array.from(ANNEX_D, (character) => character.charCodeAt(0)));
    expect(parsed.ok && parsed.value.iin).toBe('636000');
  });
});

test('version 1 has one name element and dates from the year down', () => {
  expect(fieldsOf(VERSION_1)).toMatchObject({
    issuing_authority: 'Maryland',
    primary_identifier: 'JOHNSON',
    secondary_identifier: 'JACK',
    birth_date: '1991-02-09',
    expiry_date: '2017-02-09',
    licence_categories: 'C',
  });
});

test('Canadian issuers write dates from the year down, and letters of ISO 8859-1', () => {
  const elements = aamvaElements({ ...VALUES, issuing_state: 'CAN', primary_identifier: 'Côté' }, 8, '604428');
  const text = composeAamva({ ...FRAME, iin: '604428', version: 8, subfiles: [{ type: 'DL', elements }] });
  if (!text.ok) throw new Error(text.error.code);
  expect(text.value).toContain('DBB19900203');
  const bytes = Uint8Array.from(text.value, (character) => character.charCodeAt(0));
  const parsed = parseAamva(bytes);
  const fields = parsed.ok ? readAamvaFields(parsed.value) : null;
  expect(fields?.jurisdiction?.name).toBe('Quebec');
  expect(fields?.fields.find(({ field }) => field === 'primary_identifier')?.value).toBe('CÔTÉ');
});

test.each([
  ['06061986', 'MMDDCCYY', '1986-06-06'],
  ['19860606', 'CCYYMMDD', '1986-06-06'],
  ['20170209', 'MMDDCCYY', '2017-02-09'],
  ['02301990', 'MMDDCCYY', null],
  ['NONE', 'MMDDCCYY', null],
] as const)('%s in the order %s is %s', (printed, order, date) => {
  expect(parseAamvaDate(printed, order)).toBe(date);
});

test.each([
  ['232690000  ', '23269'],
  ['23269', '23269'],
  ['23269000000', '23269'],
  ['232691234  ', '23269-1234'],
  ['23269-1234 ', '23269-1234'],
  ['K1A0B1     ', 'K1A 0B1'],
  ['K1A 0B1    ', 'K1A 0B1'],
  ['2326', '2326'],
])('the postal code %s is %s', (element, postal) => {
  const address = fieldsOf(ANNEX_D.replace('DAK232690000  ', `DAK${element}`)).address;
  expect(address).toBe(`2300 WEST BROAD STREET, RICHMOND, VA, ${postal}`);
});

test('truncation and missing values are told', () => {
  const text = ANNEX_D.replace('DDEN', 'DDET').replace('DADJOHN', 'DADNONE');
  const read = readAamvaFields(payloadOf(text));
  expect(read.nameTruncated).toBe(true);
  expect(read.fields.find(({ field }) => field === 'secondary_identifier')?.value).toBe('MICHAEL');
});

test.each(Array.from({ length: 10 }, (_, i) => i + 1))('version %i: what is composed is read', (version) => {
  for (const { iin, state } of JURISDICTIONS.filter(({ state: country }) => country !== 'MEX')) {
    const values: AamvaValues = { ...VALUES, issuing_state: state };
    const elements = aamvaElements(values, version, iin);
    const text = composeAamva({ ...FRAME, iin, version, subfiles: [{ type: 'DL', elements }] });
    expect(text.ok && fieldsOf(text.value)).toMatchObject(values);
  }
});

test('no bytes make the parser throw', () => {
  const noise = fc.oneof(fc.uint8Array({ maxLength: 200 }), fc.string({ maxLength: 200 }));
  const nearly = fc
    .tuple(fc.nat(ANNEX_D.length), fc.string({ maxLength: 20 }))
    .map(([at, text]) => ANNEX_D.slice(0, at) + text);
  fc.assert(
    fc.property(fc.oneof(noise, nearly), (payload) => {
      const parsed = parseAamva(payload);
      if (parsed.ok) expect(readAamvaFields(parsed.value).fields.length).toBeGreaterThan(0);
      else expect(parsed.error.code).toMatch(/^aamva\./);
    }),
  );
});

test('what is composed is parsed, whatever the elements', () => {
  const element = fc.tuple(fc.stringMatching(/^D[A-D][A-Z]$/), fc.stringMatching(/^[A-Z0-9 .,-]{0,20}$/));
  const subfile = fc.record({
    type: fc.constantFrom('DL', 'ID', 'ZV'),
    elements: fc.array(element, { minLength: 1, maxLength: 8 }),
  });
  fc.assert(
    fc.property(
      fc.uniqueArray(subfile, { minLength: 1, maxLength: 3, selector: ({ type }) => type }),
      fc.integer({ min: 0, max: 10 }),
      (subfiles, version) => {
        const { jurisdictionVersion, ...rest } = FRAME;
        const payload: AamvaPayload = { ...rest, version, subfiles, ...(version >= 2 ? { jurisdictionVersion } : {}) };
        const text = composeAamva(payload);
        expect(text.ok && parseAamva(text.value)).toEqual({ ok: true, value: payload });
      },
    ),
  );
});

test('dates go there and back in both orders', () => {
  for (const version of [1, 2, 10]) {
    for (const state of ['USA', 'CAN']) {
      const order = aamvaDateOrder(version, state);
      expect(parseAamvaDate(composeAamvaDate('1986-06-05', order), order)).toBe('1986-06-05');
    }
  }
});

const FRAME = { fileType: 'ANSI ', iin: '636000', version: 10, jurisdictionVersion: 0 } as const;
const VALUES: AamvaValues = {
  document_number: 'A1234567',
  primary_identifier: 'SAMPLE',
  secondary_identifier: 'ANN MARY',
  birth_date: '1990-02-03',
  issue_date: '2020-02-03',
  expiry_date: '2030-02-03',
  sex: 'F',
};

function payloadOf(text: string): AamvaPayload {
  const parsed = parseAamva(text);
  if (!parsed.ok) throw new Error(parsed.error.code);
  return parsed.value;
}

function fieldsOf(text: string): Record<string, string> {
  return Object.fromEntries(readAamvaFields(payloadOf(text)).fields.map(({ field, value }) => [field, value]));
}
