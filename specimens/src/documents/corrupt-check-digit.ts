import { MRZ_LAYOUTS } from '@vidimus/engine/standards';
import type { Zone } from './issue-document.ts';

/** Prints another digit in the place of the check digit over `of`; of a format without one, over the document number. */
export function corruptCheckDigit(zone: Zone, of: string): Zone {
  const digits = MRZ_LAYOUTS[zone.format].checkDigits;
  const slot = digits.find((digit) => digit.of === of) ?? digits[0];
  if (slot === undefined) return zone;
  const { line, column } = slot.at;
  return {
    format: zone.format,
    lines: zone.lines.map((text, index) =>
      index === line ? text.slice(0, column) + otherDigit(text.charAt(column)) + text.slice(column + 1) : text,
    ),
  };
}

/** Four on, so that neither looks like the other. */
const STEP = 4;

function otherDigit(digit: string): string {
  return digit === '<' ? '7' : String((Number(digit) + STEP) % 10);
}
