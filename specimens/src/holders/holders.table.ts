/**
 * Naming traditions. A name is written `printed`, `printed > MRZ` (Latin scripts) or `original > Latin` /
 * `original > Latin > MRZ`; without an MRZ spelling the zone carries the printed letters A–Z.
 * All holders are invented.
 */
export type NamingTradition = {
  readonly script: 'Latn' | 'Cyrl' | 'Grek' | 'Arab' | 'Geor' | 'Armn';
  /** Primary identifiers by sex, where the tradition bends them. */
  readonly primary: { readonly F: readonly string[]; readonly M: readonly string[] };
  readonly secondary: { readonly F: readonly string[]; readonly M: readonly string[] };
  /** How many primary identifiers make the whole (Spanish: two). */
  readonly primaries: 1 | 2;
  /** How many secondary identifiers at most. */
  readonly secondaries: 0 | 1 | 2 | 3;
  readonly places: readonly string[];
};

const both = (...names: readonly string[]): { readonly F: readonly string[]; readonly M: readonly string[] } => ({
  F: names,
  M: names,
});

export const NAMING_TRADITIONS = {
  utopian: {
    script: 'Latn',
    primary: both('Eriksson', 'Hythloday > HYTHLODAY', 'Ademus', 'Anyder', 'Amaurot', 'Moreau', 'Lindqvist'),
    secondary: {
      F: ['Anna Maria', 'Thomasine', 'Utopia', 'Elin', 'Beatrix'],
      M: ['Raphael', 'Thomas', 'Peter Giles', 'Edmund', 'Hugo'],
    },
    primaries: 1,
    secondaries: 1,
    places: ['ZENITH', 'AMAUROT', 'ANYDER BRIDGE'],
  },
} as const satisfies Readonly<Record<string, NamingTradition>>;

export type TraditionName = keyof typeof NAMING_TRADITIONS;
