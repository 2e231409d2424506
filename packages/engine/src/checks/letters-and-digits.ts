/** Capitals without marks; letters and digits only, as values are compared whatever stands between their characters. */
export function lettersAndDigits(text: string): string {
  return text
    .toUpperCase()
    .replace(/[ŁĐÐØÆŒÞĦŦŊƏ]/g, (letter) => WITHOUT_BASE[letter] ?? letter)
    .normalize('NFD')
    .replace(/[^\p{L}\p{N}]/gu, '');
}

/** Letters that are no base letter with a mark, as the zone spells them: ICAO Doc 9303-3 §6 A, and Ə by its base letter. */
const WITHOUT_BASE: Readonly<Record<string, string>> = {
  Ł: 'L',
  Đ: 'D',
  Ð: 'D',
  Ø: 'OE',
  Æ: 'AE',
  Œ: 'OE',
  Þ: 'TH',
  Ħ: 'H',
  Ŧ: 'T',
  Ŋ: 'N',
  Ə: 'A',
};
