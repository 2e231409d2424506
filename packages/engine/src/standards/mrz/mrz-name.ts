/** The name field of the zone: `PRIMARY<<SECONDARY`, one filler between components (ICAO Doc 9303-3 §4.6). */

export type MrzName = {
  readonly primary: string;
  /** Empty where the holder has one name only. */
  readonly secondary: string;
  /** The last position is a letter, so that letters may be missing (9303-4 §4.2.3). */
  readonly truncated: boolean;
};

/** Reads a name field; components come back parted by one space. Never fails: what is there is told. */
export function parseMrzName(field: string): MrzName {
  const truncated = field.length > 0 && !field.endsWith('<');
  const [primary = '', ...rest] = field.replace(/^<+/, '').split('<<');
  return { primary: words(primary), secondary: words(rest.join('<')), truncated };
}

/**
 * Writes `PRIMARY<<SECONDARY` into `length` positions. Identifiers hold A–Z and spaces.
 * What does not fit is cut so that the last position is a letter and the first letter of the secondary identifier
 * always stands (9303-4 §4.2.3, 9303-5 §4.2.3, 9303-6 §4.2.3, 9303-7 §4.2.3).
 */
export function composeMrzName(primary: string, secondary: string, length: number): string {
  const first = fillers(primary);
  const second = fillers(secondary);
  if (second === '') return cutToLetter(first, length);
  const shortest = length - SHORTEST_SECONDARY;
  const kept = first.length > shortest ? cutToLetter(first, shortest) : first;
  return cutToLetter(`${kept}<<${second}`, length);
}

/** Writes one identifier alone (the French card has two fields), its words parted by `separator`. */
export function composeIdentifier(identifier: string, length: number, separator: '<' | '<<'): string {
  return cutToLetter(fillers(identifier).replaceAll('<', separator), length);
}

/** Two fillers and an initial. */
const SHORTEST_SECONDARY = 3;

/** Pads to `length`, or cuts; a cut that would end in a filler keeps the initial of the next component instead. */
function cutToLetter(text: string, length: number): string {
  if (text.length <= length) return text.padEnd(length, '<');
  const cut = text.slice(0, length);
  if (!cut.endsWith('<')) return cut;
  const body = cut.replace(/<+$/, '');
  const separator = cut.slice(body.length).length > 1 || text.charAt(length) === '<' ? '<<' : '<';
  const next = text.slice(body.length).replace(/^<+/, '').charAt(0);
  const keep = length - separator.length - 1;
  return `${body.slice(0, keep)}${separator}${next}`;
}

function fillers(identifier: string): string {
  return identifier.trim().replace(/ +/g, '<');
}

function words(part: string): string {
  return part.replace(/<+/g, ' ').trim();
}
