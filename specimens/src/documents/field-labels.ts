import type { SpecimenKind } from '../flat-document.ts';
import { type LanguageWords, languageWords } from './labels.table.ts';
import type { IssuingState } from './states.table.ts';

/** The label of a field on the kind: words in the state's languages, or the numbers of ISO/IEC 18013-1 and AAMVA DL/ID 2020. */
export function fieldLabel(kind: SpecimenKind, state: IssuingState, field: string): string {
  if (kind === 'driving-licence-eu') return ISO_NUMBERS[field] ?? '';
  if (kind === 'driving-licence-na')
    return state.code === 'AUS' ? (AUSTRALIAN[field] ?? '') : (AAMVA_LABELS[field] ?? '');
  if (field === 'document_code') return 'Type';
  if (field === 'issuing_state') return 'Code';
  const isBook = kind === 'passport';
  const word = field === 'document_number' ? (isBook ? 'passport_number' : 'card_number') : field;
  return state.languages
    .map((language) => wordOf(languageWords(language), word))
    .filter((text, index, all) => text !== '' && all.indexOf(text) === index)
    .join(' / ');
}

/** ISO/IEC 18013-1 annex A. */
const ISO_NUMBERS: Readonly<Record<string, string>> = {
  primary_identifier: '1.',
  secondary_identifier: '2.',
  birth_date: '3.',
  issue_date: '4a.',
  expiry_date: '4b.',
  issuing_authority: '4c.',
  personal_number: '4d.',
  document_number: '5.',
  signature: '7.',
  address: '8.',
  licence_categories: '9.',
};

/** AAMVA DL/ID Card Design Standard 2020, table A.1. */
const AAMVA_LABELS: Readonly<Record<string, string>> = {
  document_number: '4d DLN',
  licence_categories: '9 CLASS',
  expiry_date: '4b EXP',
  issue_date: '4a ISS',
  primary_identifier: '1',
  secondary_identifier: '2',
  address: '8',
  birth_date: '3 DOB',
  sex: '15 SEX',
};

const AUSTRALIAN: Readonly<Record<string, string>> = {
  document_number: 'Licence No.',
  licence_categories: 'Class',
  expiry_date: 'Expiry',
  issue_date: 'Issued',
  primary_identifier: 'Name',
  secondary_identifier: 'Given name',
  address: 'Address',
  birth_date: 'Birth date',
  sex: 'Sex',
};

function wordOf(words: LanguageWords, name: string): string {
  const entry = Object.entries(words).find(([key]) => key === name);
  return entry?.[1] ?? '';
}
