/** Layouts of the machine-readable zone: ICAO Doc 9303-4 (TD3), -5 (TD1), -6 (TD2), -7 (MRV-A, MRV-B); the French identity card 1988–2021 (2×36). */
export type MrzFormat = 'TD1' | 'TD2' | 'TD3' | 'MRV-A' | 'MRV-B' | 'FRA-ID';

/** What a zone is of by its layout alone; the others are cards' of several types. */
export const TYPE_OF_FORMAT: Readonly<Partial<Record<MrzFormat, 'passport' | 'visa'>>> = {
  TD3: 'passport',
  'MRV-A': 'visa',
  'MRV-B': 'visa',
};
