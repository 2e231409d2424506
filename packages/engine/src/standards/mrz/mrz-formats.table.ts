/**
 * Layouts of the machine-readable zone, position by position. Columns are 0-based, `end` is exclusive.
 * Sources: ICAO Doc 9303-4 §4.2.2 (TD3), 9303-5 §4.2.2 (TD1), 9303-6 §4.2.2 (TD2), 9303-7 §4.2, §5.2 (MRV-A, MRV-B);
 * French identity card 1988–2021: arrêté du 24 avril 1991, annexe (2×36).
 */
import type { MrzFormat } from '../mrz-format.ts';

/** The data elements a zone may carry. `optional_data_2` is the second one of TD1. */
export type MrzFieldName =
  | 'document_code'
  | 'issuing_state'
  | 'document_number'
  | 'nationality'
  | 'birth_date'
  | 'sex'
  | 'expiry_date'
  | 'issue_date'
  | 'personal_number'
  | 'optional_data'
  | 'optional_data_2'
  | 'issuing_office'
  | 'primary_identifier'
  | 'secondary_identifier';

/** What a check digit covers. `issue` is the French card's, over date, office and serial number of issue. */
export type CheckDigitOf =
  | 'document_number'
  | 'birth_date'
  | 'expiry_date'
  | 'personal_number'
  | 'optional_data'
  | 'composite'
  | 'issue';

/** One character of the zone. */
export type MrzPlace = { readonly line: number; readonly column: number };

/** A stretch of one line. */
export type MrzSpan = { readonly line: number; readonly start: number; readonly end: number };

/** `names` holds primary and secondary identifier, parted by `<<`. */
export type MrzSlot = MrzSpan & {
  readonly field: MrzFieldName | 'names';
  /** What may stand there: letters, digits, both, or `sex`; the filler `<` always may. */
  readonly characters: 'letters' | 'digits' | 'letters-and-digits' | 'sex';
};

export type MrzCheckDigitSlot = {
  readonly of: CheckDigitOf;
  readonly at: MrzPlace;
  readonly covers: readonly MrzSpan[];
};

export type MrzLayout = {
  readonly lineCount: number;
  readonly lineLength: number;
  readonly slots: readonly MrzSlot[];
  readonly checkDigits: readonly MrzCheckDigitSlot[];
  /** Where the rest of a document number longer than nine characters goes (9303-5 §4.2.2 note j, 9303-6 note j). */
  readonly numberOverflow?: MrzSpan;
};

const TD3_SECOND_LINE = [
  { field: 'document_number', line: 1, start: 0, end: 9, characters: 'letters-and-digits' },
  { field: 'nationality', line: 1, start: 10, end: 13, characters: 'letters' },
  { field: 'birth_date', line: 1, start: 13, end: 19, characters: 'digits' },
  { field: 'sex', line: 1, start: 20, end: 21, characters: 'sex' },
  { field: 'expiry_date', line: 1, start: 21, end: 27, characters: 'digits' },
] as const satisfies readonly MrzSlot[];

const TD3_CHECK_DIGITS = [
  digit('document_number', 1, 9, [{ line: 1, start: 0, end: 9 }]),
  digit('birth_date', 1, 19, [{ line: 1, start: 13, end: 19 }]),
  digit('expiry_date', 1, 27, [{ line: 1, start: 21, end: 27 }]),
] as const;

export const MRZ_LAYOUTS: Readonly<Record<MrzFormat, MrzLayout>> = {
  TD3: {
    lineCount: 2,
    lineLength: 44,
    slots: [
      ...firstLine(44),
      ...TD3_SECOND_LINE,
      { field: 'personal_number', line: 1, start: 28, end: 42, characters: 'letters-and-digits' },
    ],
    checkDigits: [
      ...TD3_CHECK_DIGITS,
      digit('personal_number', 1, 42, [{ line: 1, start: 28, end: 42 }]),
      digit('composite', 1, 43, [
        { line: 1, start: 0, end: 10 },
        { line: 1, start: 13, end: 20 },
        { line: 1, start: 21, end: 43 },
      ]),
    ],
  },
  TD2: {
    lineCount: 2,
    lineLength: 36,
    slots: [
      ...firstLine(36),
      ...TD3_SECOND_LINE,
      { field: 'optional_data', line: 1, start: 28, end: 35, characters: 'letters-and-digits' },
    ],
    checkDigits: [
      ...TD3_CHECK_DIGITS,
      digit('composite', 1, 35, [
        { line: 1, start: 0, end: 10 },
        { line: 1, start: 13, end: 20 },
        { line: 1, start: 21, end: 35 },
      ]),
    ],
    numberOverflow: { line: 1, start: 28, end: 35 },
  },
  TD1: {
    lineCount: 3,
    lineLength: 30,
    slots: [
      { field: 'document_code', line: 0, start: 0, end: 2, characters: 'letters-and-digits' },
      { field: 'issuing_state', line: 0, start: 2, end: 5, characters: 'letters' },
      { field: 'document_number', line: 0, start: 5, end: 14, characters: 'letters-and-digits' },
      { field: 'optional_data', line: 0, start: 15, end: 30, characters: 'letters-and-digits' },
      { field: 'birth_date', line: 1, start: 0, end: 6, characters: 'digits' },
      { field: 'sex', line: 1, start: 7, end: 8, characters: 'sex' },
      { field: 'expiry_date', line: 1, start: 8, end: 14, characters: 'digits' },
      { field: 'nationality', line: 1, start: 15, end: 18, characters: 'letters' },
      { field: 'optional_data_2', line: 1, start: 18, end: 29, characters: 'letters-and-digits' },
      { field: 'names', line: 2, start: 0, end: 30, characters: 'letters' },
    ],
    checkDigits: [
      digit('document_number', 0, 14, [{ line: 0, start: 5, end: 14 }]),
      digit('birth_date', 1, 6, [{ line: 1, start: 0, end: 6 }]),
      digit('expiry_date', 1, 14, [{ line: 1, start: 8, end: 14 }]),
      digit('composite', 1, 29, [
        { line: 0, start: 5, end: 30 },
        { line: 1, start: 0, end: 7 },
        { line: 1, start: 8, end: 15 },
        { line: 1, start: 18, end: 29 },
      ]),
    ],
    numberOverflow: { line: 0, start: 15, end: 30 },
  },
  'MRV-A': {
    lineCount: 2,
    lineLength: 44,
    slots: [
      ...firstLine(44),
      ...TD3_SECOND_LINE,
      { field: 'optional_data', line: 1, start: 28, end: 44, characters: 'letters-and-digits' },
    ],
    checkDigits: TD3_CHECK_DIGITS,
  },
  'MRV-B': {
    lineCount: 2,
    lineLength: 36,
    slots: [
      ...firstLine(36),
      ...TD3_SECOND_LINE,
      { field: 'optional_data', line: 1, start: 28, end: 36, characters: 'letters-and-digits' },
    ],
    checkDigits: TD3_CHECK_DIGITS,
  },
  'FRA-ID': {
    lineCount: 2,
    lineLength: 36,
    slots: [
      { field: 'document_code', line: 0, start: 0, end: 2, characters: 'letters' },
      { field: 'issuing_state', line: 0, start: 2, end: 5, characters: 'letters' },
      { field: 'primary_identifier', line: 0, start: 5, end: 30, characters: 'letters' },
      { field: 'issuing_office', line: 0, start: 30, end: 36, characters: 'letters-and-digits' },
      { field: 'document_number', line: 1, start: 0, end: 12, characters: 'letters-and-digits' },
      { field: 'issue_date', line: 1, start: 0, end: 4, characters: 'digits' },
      { field: 'secondary_identifier', line: 1, start: 13, end: 27, characters: 'letters' },
      { field: 'birth_date', line: 1, start: 27, end: 33, characters: 'digits' },
      { field: 'sex', line: 1, start: 34, end: 35, characters: 'sex' },
    ],
    checkDigits: [
      digit('document_number', 1, 12, [{ line: 1, start: 0, end: 12 }]),
      digit('birth_date', 1, 33, [{ line: 1, start: 27, end: 33 }]),
      digit('composite', 1, 35, [
        { line: 0, start: 0, end: 36 },
        { line: 1, start: 0, end: 35 },
      ]),
    ],
  },
};

function firstLine(length: number): readonly MrzSlot[] {
  return [
    { field: 'document_code', line: 0, start: 0, end: 2, characters: 'letters-and-digits' },
    { field: 'issuing_state', line: 0, start: 2, end: 5, characters: 'letters' },
    { field: 'names', line: 0, start: 5, end: length, characters: 'letters' },
  ];
}

function digit(of: CheckDigitOf, line: number, column: number, covers: readonly MrzSpan[]): MrzCheckDigitSlot {
  return { of, at: { line, column }, covers };
}
