import { normaliseStateCode } from '../states/normalise-state-code.ts';
import { aamvaDateOrder, composeAamvaDate, parseAamvaDate } from './aamva-date.ts';
import type { AamvaPayload, AamvaSubfile } from './aamva-payload.ts';
import { JURISDICTIONS, type Jurisdiction } from './jurisdictions.table.ts';

/** The data elements that we read, by the names of the vocabulary. */
export type AamvaFieldName =
  | 'document_type'
  | 'issuing_state'
  | 'issuing_authority'
  | 'document_number'
  | 'primary_identifier'
  | 'secondary_identifier'
  | 'birth_date'
  | 'sex'
  | 'issue_date'
  | 'expiry_date'
  | 'birth_place'
  | 'address'
  | 'licence_categories';

/** `value` normalised (dates ISO, states alpha-3, sex M/F/X); `elements` the ids it came from. */
export type AamvaField = {
  readonly field: AamvaFieldName;
  readonly value: string;
  readonly printed: string;
  readonly elements: readonly string[];
};

export type AamvaReading = {
  readonly fields: readonly AamvaField[];
  readonly jurisdiction: Jurisdiction | null;
  /** DDE, DDF or DDG say that letters were cut. */
  readonly nameTruncated: boolean;
};

/** What the payload says of the holder and the document. Elements that say "unavailable" or "none" are left out. */
export function readAamvaFields(payload: AamvaPayload): AamvaReading {
  const subfile = payload.subfiles.find(({ type }) => HOLDER_SUBFILES.has(type)) ?? payload.subfiles[0];
  const value = elementReader(payload.subfiles);
  const jurisdiction = JURISDICTIONS.find(({ iin }) => iin === payload.iin) ?? null;
  const state = normaliseStateCode(value('DCG')) ?? jurisdiction?.state ?? 'USA';
  const order = aamvaDateOrder(payload.version, state);
  const fields: AamvaField[] = [];
  const add = (field: AamvaFieldName, text: string | null, ...elements: string[]) => {
    const printed = elements.map(value).filter(Boolean).join(', ');
    if (text !== null && text !== '') fields.push({ field, value: text, printed: printed || text, elements });
  };

  add('document_type', subfile?.type === 'ID' ? 'identity_card' : 'driving_licence');
  add('issuing_state', state, 'DCG');
  add('issuing_authority', jurisdiction?.name ?? null);
  add('document_number', value('DAQ') || value('DBJ'), value('DAQ') ? 'DAQ' : 'DBJ');
  const name = nameOf(value);
  add('primary_identifier', name.primary, ...name.primaryFrom);
  add('secondary_identifier', name.secondary, ...name.secondaryFrom);
  for (const [field, element] of [
    ['birth_date', 'DBB'],
    ['issue_date', 'DBD'],
    ['expiry_date', 'DBA'],
  ] as const) {
    add(field, parseAamvaDate(value(element), order) ?? value(element), element);
  }
  add('sex', SEX.get(value('DBC').toUpperCase()) ?? null, 'DBC');
  add('birth_place', value('DCI'), 'DCI');
  const place = ['DAG', 'DAH', 'DAI', 'DAJ'];
  add('address', [...place.map(value), postalCode(value('DAK'))].filter(Boolean).join(', '), ...place, 'DAK');
  add('licence_categories', value('DCA') || value('DAR'), value('DCA') ? 'DCA' : 'DAR');
  return { fields, jurisdiction, nameTruncated: ['DDE', 'DDF', 'DDG'].some((element) => value(element) === 'T') };
}

/** What the drawn licences say; names in Latin letters. */
export type AamvaValues = Readonly<Partial<Record<AamvaFieldName, string>>>;

/**
 * The elements of a `DL` or `ID` subfile for normalised values, in the order of Annex D, as the version writes names and dates.
 * `iin` names the jurisdiction. Pass the result to `composeAamva`.
 */
export function aamvaElements(values: AamvaValues, version: number, iin: string): AamvaSubfile['elements'] {
  const jurisdiction = JURISDICTIONS.find((one) => one.iin === iin);
  const state = values.issuing_state ?? jurisdiction?.state ?? 'USA';
  const order = aamvaDateOrder(version, state);
  const date = (value: string | undefined) => (value === undefined ? undefined : composeAamvaDate(value, order));
  const upper = (value: string | undefined) => value?.toUpperCase();
  const [first, ...middle] = (upper(values.secondary_identifier) ?? '').split(' ');
  const primary = upper(values.primary_identifier) ?? '';
  const name: readonly (readonly [string, string | undefined])[] =
    version < 2
      ? [['DAA', [primary, first, middle.join(' ')].join(',').replace(/,+$/, '')]]
      : version < FIRST_WITH_SEPARATE_NAMES
        ? [
            ['DCS', primary],
            ['DCT', [first, ...middle].join(',')],
          ]
        : [
            ['DCS', primary],
            ['DDE', 'N'],
            ['DAC', first || 'NONE'],
            ['DDF', 'N'],
            ['DAD', middle.join(' ') || 'NONE'],
            ['DDG', 'N'],
          ];
  const elements: readonly (readonly [string, string | undefined])[] = [
    ['DAQ', values.document_number],
    ...name,
    [version < 2 ? 'DAR' : 'DCA', values.licence_categories],
    ['DBD', date(values.issue_date)],
    ['DBB', date(values.birth_date)],
    ['DBA', date(values.expiry_date)],
    ['DBC', SEX_CODE.get(values.sex ?? '')],
    ['DCI', upper(values.birth_place)],
    ...addressElements(upper(values.address)),
    ['DCG', version < 2 ? undefined : state],
  ];
  return elements.flatMap(([id, value]) => (value === undefined ? [] : [[id, value] as const]));
}

/** `DCT` with all given names until version 3; `DAC` and `DAD` from version 4 on. */
const FIRST_WITH_SEPARATE_NAMES = 4;
const HOLDER_SUBFILES: ReadonlySet<string> = new Set(['DL', 'ID', 'EN']);
/** ANSI D-20 codes, and the letters that version 1 and some issuers write. */
const SEX: ReadonlyMap<string, string> = new Map([
  ['1', 'M'],
  ['2', 'F'],
  ['9', 'X'],
  ['0', 'X'],
  ['M', 'M'],
  ['F', 'F'],
  ['X', 'X'],
]);
const SEX_CODE: ReadonlyMap<string, string> = new Map([
  ['M', '1'],
  ['F', '2'],
  ['X', '9'],
]);
/** Annex D.12.4.2: how an element says that it has no value. */
const NO_VALUE = /^(NONE|UNAVL|UNAVAIL|UNAVAILABLE|N\/A)$/i;

type Element = (id: string) => string;

function elementReader(subfiles: readonly AamvaSubfile[]): Element {
  const values = new Map(subfiles.flatMap(({ elements }) => elements).toReversed());
  return (id) => {
    const value = (values.get(id) ?? '').trim();
    return NO_VALUE.test(value) ? '' : value;
  };
}

/** Version 1 has `DAA` LAST,FIRST,MIDDLE,SUFFIX; 2 and 3 `DCS` and `DCT`; 4 on `DCS`, `DAC`, `DAD`. */
function nameOf(value: Element) {
  if (value('DCS') || value('DAC') || value('DCT')) {
    const given = value('DAC') ? [value('DAC'), value('DAD')] : [value('DCT').replaceAll(',', ' ')];
    const from = value('DAC') ? ['DAC', 'DAD'] : ['DCT'];
    return { primary: tidy(value('DCS')), primaryFrom: ['DCS'], secondary: tidy(given.join(' ')), secondaryFrom: from };
  }
  if (value('DAB')) {
    return { primary: tidy(value('DAB')), primaryFrom: ['DAB'], secondary: '', secondaryFrom: [] };
  }
  const whole = value('DAA');
  const parts = whole.split(whole.includes(',') ? ',' : /[@$]/);
  const [primary = '', ...given] = parts;
  return {
    primary: tidy(primary),
    primaryFrom: ['DAA'],
    secondary: tidy(given.slice(0, 2).join(' ')),
    secondaryFrom: ['DAA'],
  };
}

function addressElements(address: string | undefined): readonly (readonly [string, string | undefined])[] {
  if (address === undefined) return [];
  const [street, city, region, postal] = address.split(/\s*,\s*/);
  return [
    ['DAG', street],
    ['DAI', city],
    ['DAJ', region],
    ['DAK', postal && filledPostalCode(postal)],
  ];
}

/**
 * The postal code as people write it. DAK is eleven positions long; where the last four of a ZIP+4 are not known "zeros will be used to
 * fill the trailing set of numbers up to nine (9) digits" (AAMVA DL/ID 2020 Annex D.12.5.1), and some issuers fill all eleven.
 * Canada's six characters have a space between the third and the fourth (Canada Post, Addressing Guidelines).
 */
function postalCode(element: string): string {
  const compact = element.replace(/[\s-]/g, '').toUpperCase();
  const [, zip, extension] = /^(\d{5})(\d{4})?0*$/.exec(compact) ?? [];
  if (zip !== undefined) return extension === undefined || extension === '0000' ? zip : `${zip}-${extension}`;
  const [, forward, local] = /^([A-Z]\d[A-Z])(\d[A-Z]\d)$/.exec(compact) ?? [];
  return forward === undefined ? element : `${forward} ${local}`;
}

/** The other way: a ZIP code filled with zeros to nine digits, then any code with spaces to eleven positions. */
function filledPostalCode(postal: string): string {
  const compact = postal.replace(/[\s-]/g, '');
  const filled = /^\d+$/.test(compact) ? compact.padEnd(ZIP_DIGITS, '0') : compact;
  return filled.padEnd(POSTAL_LENGTH, ' ');
}

const ZIP_DIGITS = 9;
const POSTAL_LENGTH = 11;

function tidy(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
