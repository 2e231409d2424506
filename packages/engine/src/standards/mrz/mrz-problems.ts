import { normaliseStateCode } from '../states/normalise-state-code.ts';
import { isPossibleDate } from './mrz-date.ts';
import type { MrzField } from './mrz-field.ts';
import type { MrzFieldName, MrzLayout, MrzSlot } from './mrz-formats.table.ts';

/** Where a zone breaks the rules of its format. A finding, no refusal: the fields are told as printed. */
export type MrzProblem =
  | { readonly code: 'mrz.line-length'; readonly line: number; readonly expected: number; readonly observed: number }
  | {
      readonly code: 'mrz.character-not-allowed';
      readonly line: number;
      readonly column: number;
      readonly observed: string;
    }
  | { readonly code: 'mrz.state-unknown'; readonly field: MrzFieldName; readonly observed: string }
  | { readonly code: 'mrz.date-impossible'; readonly field: MrzFieldName; readonly observed: string }
  | { readonly code: 'mrz.sex-unknown'; readonly field: MrzFieldName; readonly observed: string };

/** Lines of another length, and characters that their place does not allow. */
export function lineProblems(
  lines: readonly string[],
  grid: readonly string[],
  layout: MrzLayout,
): readonly MrzProblem[] {
  const problems: MrzProblem[] = [];
  grid.forEach((_, line) => {
    const observed = (lines[line] ?? '').length;
    if (observed !== layout.lineLength) {
      problems.push({ code: 'mrz.line-length', line, expected: layout.lineLength, observed });
    }
  });
  for (const slot of layout.slots) {
    [...(grid[slot.line] ?? '').slice(slot.start, slot.end)].forEach((character, i) => {
      if (ALLOWED[slot.characters].test(character)) return;
      problems.push({
        code: 'mrz.character-not-allowed',
        line: slot.line,
        column: slot.start + i,
        observed: character,
      });
    });
  }
  return problems;
}

const ALLOWED = {
  letters: /[A-Z<]/,
  digits: /[0-9<]/,
  'letters-and-digits': /[A-Z0-9<]/,
  sex: /[MFX<]/,
} as const satisfies Record<MrzSlot['characters'], RegExp>;

/** States that no list knows, days that no calendar has. */
export function fieldProblems(fields: Partial<Record<MrzFieldName, MrzField>>): readonly MrzProblem[] {
  const problems: MrzProblem[] = [];
  for (const field of ['issuing_state', 'nationality'] as const) {
    const state = fields[field];
    if (state && normaliseStateCode(state.value) === null) {
      problems.push({ code: 'mrz.state-unknown', field, observed: state.printed });
    }
  }
  for (const field of ['birth_date', 'expiry_date', 'issue_date'] as const) {
    const date = fields[field];
    if (date && !isPossibleDate(date.value)) {
      problems.push({ code: 'mrz.date-impossible', field, observed: date.printed });
    }
  }
  if (fields.sex && !/^[MFX]$/.test(fields.sex.value)) {
    problems.push({ code: 'mrz.sex-unknown', field: 'sex', observed: fields.sex.printed });
  }
  return problems;
}
