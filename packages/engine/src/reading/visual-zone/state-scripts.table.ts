const states = (script: string, codes: string) => codes.split(' ').map((code) => [code, script] as const);

/** States that print names in a script of their own beside the Latin one (ISO 15924): ICAO Doc 9303-3 §3.3 asks for both. */
export const STATE_SCRIPTS: ReadonlyMap<string, string> = new Map([
  ...states('Cyrl', 'UKR BGR SRB RUS BLR MKD KAZ KGZ MNG TJK'),
  ...states('Grek', 'GRC CYP'),
  ...states('Geor', 'GEO'),
  ...states('Armn', 'ARM'),
  ...states('Arab', 'EGY SAU ARE MAR DZA TUN JOR LBN SYR IRQ IRN KWT QAT BHR OMN YEM LBY SDN PAK AFG PSE'),
  ...states('Hebr', 'ISR'),
  ...states('Thai', 'THA'),
  ...states('Jpan', 'JPN'),
  ...states('Kore', 'KOR PRK'),
  ...states('Hans', 'CHN'),
  ...states('Hant', 'TWN HKG'),
  ...states('Ethi', 'ETH'),
  ...states('Deva', 'IND NPL'),
  ...states('Beng', 'BGD'),
  ...states('Khmr', 'KHM'),
  ...states('Mymr', 'MMR'),
  ...states('Laoo', 'LAO'),
  ...states('Sinh', 'LKA'),
]);
