import type { MrzFormat } from '@vidimus/engine/standards';

/** What a zone is made of: values as the zone writes them, without filler. */
export type ZoneContent = {
  readonly format: MrzFormat;
  /** One or two letters, e.g. `P`, `ID`. */
  readonly documentCode: string;
  readonly issuingState: string;
  readonly primary: string;
  readonly secondary: string;
  readonly documentNumber: string;
  readonly nationality: string;
  /** `YYMMDD`. */
  readonly birth: string;
  readonly sex: 'F' | 'M' | '<';
  readonly expiry: string;
  readonly optional: string;
  readonly optionalSecond?: string;
};

/** Composes the lines: ICAO Doc 9303-4 §4.2 (TD3), -5 (TD1), -6 (TD2), -7 (MRV-A, MRV-B). */
export function machineZoneLines(zone: ZoneContent): readonly string[] {
  const number = checked(fill(zone.documentNumber, 9));
  const birth = checked(zone.birth);
  const expiry = checked(zone.expiry);
  const head = fill(zone.documentCode, 2) + fill(zone.issuingState, 3);
  const nationality = fill(zone.nationality, 3);
  switch (zone.format) {
    case 'TD3': {
      const personal = fill(zone.optional, 14);
      const personalCheck = zone.optional === '' ? '<' : checkDigit(personal);
      const composite = checkDigit(number + birth + expiry + personal + personalCheck);
      return [
        head + names(zone, 39),
        number + nationality + birth + zone.sex + expiry + personal + personalCheck + composite,
      ];
    }
    case 'TD2': {
      const optional = fill(zone.optional, 7);
      const composite = checkDigit(number + birth + expiry + optional);
      return [head + names(zone, 31), number + nationality + birth + zone.sex + expiry + optional + composite];
    }
    case 'MRV-A':
      return [head + names(zone, 39), number + nationality + birth + zone.sex + expiry + fill(zone.optional, 16)];
    case 'MRV-B':
      return [head + names(zone, 31), number + nationality + birth + zone.sex + expiry + fill(zone.optional, 8)];
    case 'TD1': {
      const optional = fill(zone.optional, 15);
      const second = fill(zone.optionalSecond ?? '', 11);
      const composite = checkDigit(number + optional + birth + expiry + second);
      return [head + number + optional, birth + zone.sex + expiry + nationality + second + composite, names(zone, 30)];
    }
    case 'FRA-ID':
      throw new Error('FRA-ID zones are not drawn');
  }
}

/** ICAO Doc 9303-3 §4.9: weights 7, 3, 1; A = 10 … Z = 35; filler = 0; modulo 10. */
export function checkDigit(text: string): string {
  const weights = [7, 3, 1];
  let sum = 0;
  for (const [index, character] of [...text].entries())
    sum += (character === '<' ? 0 : Number.parseInt(character, 36)) * (weights[index % 3] ?? 0);
  return String(sum % 10);
}

function checked(field: string): string {
  return field + checkDigit(field);
}

function fill(text: string, length: number): string {
  return text
    .replace(/[^A-Z0-9]/g, '<')
    .padEnd(length, '<')
    .slice(0, length);
}

/** Names, truncated as ICAO Doc 9303-4 §4.2.3 says: the secondary identifier gives way first, so that at least its first letter stays. */
function names(zone: ZoneContent, length: number): string {
  const primary = zone.primary.replace(/[^A-Z]+/g, '<');
  const secondary = zone.secondary.replace(/[^A-Z]+/g, '<');
  if (secondary === '') return fill(primary, length);
  const room = length - secondary.length - 2;
  const kept =
    primary.length + secondary.length + 2 <= length
      ? primary
      : primary.slice(0, Math.max(room, length - 2 - MIN_SECONDARY));
  return fill(`${kept}<<${secondary}`, length);
}

/** Letters of the secondary identifier that always stay. */
const MIN_SECONDARY = 4;
