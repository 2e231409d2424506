const rows = (script: string, states: string) => states.split(' ').map((state) => [state, script] as const);

/**
 * States whose documents print names in a script of their own (ISO 15924), beside the Latin letters that ICAO Doc 9303-3 §3.3 asks for
 * or, on national cards, instead of them: scripts of Doc 9303-3 §6 and of the documents that PRADO (Council of the EU) shows.
 */
export const STATE_SCRIPTS: ReadonlyMap<string, string> = new Map([
  ...rows('Cyrl', 'RUS UKR BLR BGR SRB MKD MNE KAZ KGZ TJK MNG BIH'),
  ...rows('Grek', 'GRC CYP'),
  ...rows('Arab', 'EGY SAU ARE QAT BHR KWT OMN YEM JOR LBN SYR IRQ IRN AFG PAK DZA MAR TUN LBY SDN PSE'),
  ...rows('Hebr', 'ISR'),
  ...rows('Geor', 'GEO'),
  ...rows('Armn', 'ARM'),
  ...rows('Hans', 'CHN'),
  ...rows('Hant', 'TWN HKG MAC'),
  ...rows('Jpan', 'JPN'),
  ...rows('Kore', 'KOR PRK'),
  ...rows('Thai', 'THA'),
  ...rows('Khmr', 'KHM'),
  ...rows('Laoo', 'LAO'),
  ...rows('Mymr', 'MMR'),
  ...rows('Deva', 'IND NPL'),
  ...rows('Beng', 'BGD'),
  ...rows('Sinh', 'LKA'),
  ...rows('Ethi', 'ETH ERI'),
]);
