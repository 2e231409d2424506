import { composeAamva } from '@vidimus/engine/standards';
import type { DocumentRecord } from './issue-document.ts';

/** The contents of a licence's barcode, version 10: AAMVA DL/ID Card Design Standard 2020, annex D.12. */
export function licenceBarcodeText(record: DocumentRecord): string {
  const { state, holder } = record;
  const [street, town] = record.address;
  const parts = town.split(' ');
  const isCanada = state.code === 'CAN';
  const regionAt = parts.findIndex((part) => /^[A-Z]{2}$/.test(part));
  const given = (holder.secondary?.mrz ?? 'NONE').split(' ');
  const date = (iso: string): string => {
    const [year = '', month = '', day = ''] = iso.split('-');
    return isCanada ? year + month + day : month + day + year;
  };
  const elements: readonly (readonly [string, string])[] = [
    ['DAQ', record.documentNumber],
    ['DCS', holder.primary.mrz],
    ['DDE', 'N'],
    ['DAC', given[0] ?? ''],
    ['DDF', 'N'],
    ['DAD', given.slice(1).join(' ') || 'NONE'],
    ['DDG', 'N'],
    ['DCA', record.categories[0] ?? 'B'],
    ['DCB', 'NONE'],
    ['DCD', 'NONE'],
    ['DBD', date(record.issueDate)],
    ['DBB', date(record.birthDate)],
    ['DBA', date(record.expiryDate)],
    ['DBC', holder.sex === 'F' ? '2' : '1'],
    ['DAU', isCanada ? '172 cm' : '068 in'],
    ['DAY', 'BRO'],
    ['DAG', street],
    ['DAI', parts.slice(0, regionAt).join(' ')],
    ['DAJ', parts[regionAt] ?? ''],
    [
      'DAK',
      parts
        .slice(regionAt + 1)
        .join('')
        .padEnd(isCanada ? 0 : ZIP_DIGITS, '0')
        .padEnd(POSTAL_CODE_LENGTH, ' '),
    ],
    ['DCF', `${record.documentNumber.replace(/\W/g, '')}X${record.issueDate.replaceAll('-', '')}`],
    ['DCG', state.code],
  ];
  const composed = composeAamva({
    fileType: 'ANSI ',
    iin: ISSUER,
    version: AAMVA_2020,
    jurisdictionVersion: 0,
    subfiles: [{ type: 'DL', elements }],
  });
  if (!composed.ok) throw new Error(`barcode of ${state.code} cannot be written: ${composed.error.element}`);
  return composed.value;
}

/** Version number of the standard of 2020. */
const AAMVA_2020 = 10;
/** The issuer number of AAMVA's own example; no invented jurisdiction has one. */
const ISSUER = '636000';
/** A ZIP code is filled with zeros to nine digits, any postal code with spaces to eleven positions (D.12.5.1). */
const ZIP_DIGITS = 9;
const POSTAL_CODE_LENGTH = 11;
