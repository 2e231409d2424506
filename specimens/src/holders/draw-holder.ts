import type { SeededRandom } from '../documents/seeded-random.ts';
import { NAMING_TRADITIONS, type NamingTradition, type TraditionName } from './holders.table.ts';

/** A part of a name in all its spellings. */
export type NamePart = {
  /** Latin letters, as printed on the document, upper case. */
  readonly latin: string;
  /** A–Z and spaces, as the zone spells it (ICAO Doc 9303-3 §6). */
  readonly mrz: string;
  /** The original script, where it is not Latin. */
  readonly original?: string;
};

/** An invented person. */
export type Holder = {
  readonly tradition: TraditionName;
  readonly script: NamingTradition['script'];
  readonly sex: 'F' | 'M';
  readonly primary: NamePart;
  /** Absent for a person with one name. */
  readonly secondary?: NamePart;
};

/** Draws a person of the tradition. */
export function drawHolder(tradition: TraditionName, random: SeededRandom): Holder {
  const names: NamingTradition = NAMING_TRADITIONS[tradition];
  const sex = random.pick(['F', 'M'] as const);
  const primary = join(distinct(names.primary[sex], names.primaries, random, tradition === 'turkish'));
  const secondaries = names.secondaries === 0 ? 0 : random.whole(1, names.secondaries);
  const secondary =
    secondaries === 0 ? undefined : join(distinct(names.secondary[sex], secondaries, random, tradition === 'turkish'));
  return {
    tradition,
    script: names.script,
    sex,
    primary,
    ...(secondary === undefined ? {} : { secondary }),
  };
}

function distinct(
  choices: readonly string[],
  count: number,
  random: SeededRandom,
  turkish: boolean,
): readonly NamePart[] {
  const left = [...choices];
  return Array.from({ length: Math.min(count, choices.length) }, () => {
    const at = random.whole(0, left.length - 1);
    const [entry = ''] = left.splice(at, 1);
    return parseName(entry, turkish);
  });
}

/** Reads `original > Latin > MRZ` as the table writes it. */
function parseName(entry: string, turkish = false): NamePart {
  const parts = entry.split(' > ');
  const isLatin = /^\p{Script=Latin}/u.test(parts[0] ?? '');
  const original = isLatin ? undefined : parts[0];
  const [printed = '', mrz] = isLatin ? parts : parts.slice(1);
  // Turkish and the like: ı and i have capitals of their own.
  const latin = (turkish ? printed.replaceAll('i', 'İ') : printed).toUpperCase();
  return {
    latin,
    mrz:
      mrz ??
      latin
        .normalize('NFD')
        .replace(/[^A-Z -]/g, '')
        .replaceAll('-', ' '),
    ...(original === undefined ? {} : { original }),
  };
}

function join(parts: readonly NamePart[]): NamePart {
  const originals = parts.map((part) => part.original).filter((text) => text !== undefined);
  return {
    latin: parts.map((part) => part.latin).join(' '),
    mrz: parts.map((part) => part.mrz).join(' '),
    ...(originals.length === 0 ? {} : { original: originals.join(' ') }),
  };
}
