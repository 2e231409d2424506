import {
  type CheckDigitOf,
  computeCheckDigit,
  type MrzLayout,
  type MrzPlace,
  type MrzSpan,
  toMrzText,
} from '../../standards/index.ts';
import { SURE_CHARACTER } from '../sure-character.ts';

/**
 * Which check digits decided that `character` (its index of the 37) stands at a place: those over it that hold for the lines as read,
 * where the picture alone was surer of another one, or less sure than counts as seen. `seen` and `settled` are the shares by the
 * picture and with the digits. Empty where the picture decided. Pairs whose values differ by ten (`G` and 6, `S` and 8, `B` and 1,
 * `K` and 0) no digit can decide.
 */
export function decidedBy(
  lines: readonly string[],
  layout: MrzLayout,
  place: MrzPlace,
  character: number,
  { seen, settled }: { readonly seen: Float64Array; readonly settled: Float64Array },
): readonly CheckDigitOf[] {
  const before = seen[character] ?? 0;
  const isTurned = before < Math.max(...seen);
  const isLifted = before < SURE_CHARACTER && (settled[character] ?? 0) >= SURE_CHARACTER;
  if (!isTurned && !isLifted) return [];
  return layout.checkDigits
    .filter(({ at, covers }) => [...covers, { line: at.line, start: at.column, end: at.column + 1 }].some(holds(place)))
    .filter(({ at, covers }) => {
      const text = toMrzText(covers.map(({ line, start, end }) => (lines[line] ?? '').slice(start, end)).join(''));
      return text.ok && computeCheckDigit(text.value) === lines[at.line]?.charAt(at.column);
    })
    .map(({ of }) => of);
}

function holds({ line, column }: MrzPlace) {
  return (span: MrzSpan): boolean => span.line === line && span.start <= column && column < span.end;
}
