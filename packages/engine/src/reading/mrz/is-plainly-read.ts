import type { FoundZone } from './found-zone.ts';
import { isZone } from './is-zone.ts';
import { holdsCheckDigit } from './rule-evidence.ts';
import { zoneRules } from './zone-rules.ts';

/** From this confidence on, further looks at a character change nothing. */
const PLAIN = 0.97;

/**
 * Nothing that further looks could settle: as many characters were seen as the format has places, all of them plainly, without a
 * check digit's help, and each check digit holds.
 */
export function isPlainlyRead(zone: FoundZone): boolean {
  const isWhole = zone.lines.every(
    ({ seen, placed }) => placed.edited === 0 && placed.cells.length === seen.cells.cells.length,
  );
  const isPlain = zone.characters.every((line) =>
    line.every(({ confidence, decidedBy }) => confidence >= PLAIN && decidedBy === undefined),
  );
  return isWhole && isPlain && isZone(zone) && keepsCheckDigits(zone);
}

function keepsCheckDigits({ format, characters }: FoundZone): boolean {
  const text = (line: number, start: number, end: number) =>
    (characters[line] ?? [])
      .slice(start, end)
      .map(({ character }) => character)
      .join('');
  return zoneRules(format).layout.checkDigits.every(({ at, covers }) =>
    holdsCheckDigit(
      covers.map(({ line, start, end }) => text(line, start, end)).join(''),
      text(at.line, at.column, at.column + 1),
    ),
  );
}
