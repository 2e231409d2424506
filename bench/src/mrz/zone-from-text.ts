import { MRZ_LAYOUTS, type MrzFormat, recogniseMrzFormat } from '@vidimus/engine/standards';

/**
 * Picks the zone out of the lines that a reader of general text gives, in reading order; null where none looks like one. The
 * same generous step for every peer: spaces go, capitals are made, what looks like a filler becomes one, the fillers that end a
 * line are made as many as its format has, and look-alikes are set right where the format allows only letters or only digits.
 */
export function zoneFromText(text: readonly string[]): readonly string[] | null {
  const lines = text.filter(isMostlyZoneLetters).map(asZoneLine);
  let best: { readonly lines: readonly string[]; readonly misfit: number } | null = null;
  for (const { count, length } of SHAPES) {
    // The lowest lines first: a zone ends its side.
    for (let end = lines.length; end >= count; end--) {
      const chosen = lines.slice(end - count, end);
      const misfits = chosen.map((line) => Math.abs(line.length - length));
      if (Math.max(...misfits) > MOST_MISFIT || fillersOf(chosen) < LEAST_FILLERS) continue;
      const misfit = misfits.reduce((sum, each) => sum + each, 0);
      if (best === null || misfit < best.misfit) best = { lines: chosen.map((line) => fitEnd(line, length)), misfit };
    }
  }
  if (best === null) return null;
  const format = recogniseMrzFormat(best.lines);
  return format === null ? best.lines : setLookAlikesRight(best.lines, format);
}

/** Lines and their characters: TD1; TD2 and MRV-B; TD3 and MRV-A. */
const SHAPES = [
  { count: 3, length: 30 },
  { count: 2, length: 36 },
  { count: 2, length: 44 },
] as const;
/** Characters that a line may have more or less before its end is fitted; runs of fillers are seldom counted right. */
const MOST_MISFIT = 4;
/** The shortest run of fillers that every zone has parts the names. */
const LEAST_FILLERS = 2;
/** Of a line's characters; prose has fewer capitals and digits. */
const LEAST_SHARE = 0.7;
/** What readers that do not know the filler make of it. */
const FILLERS = /[‹〈＜≤]/g;
const DOUBLE_FILLERS = /[«《≪]/g;

function isMostlyZoneLetters(line: string): boolean {
  const printed = plain(line);
  return printed.length > 0 && printed.replace(/[^A-Z0-9<]/g, '').length >= LEAST_SHARE * printed.length;
}

function asZoneLine(line: string): string {
  return plain(line)
    .toUpperCase()
    .replace(/[^A-Z0-9<]/g, '');
}

function plain(line: string): string {
  return line.replace(DOUBLE_FILLERS, '<<').replace(FILLERS, '<').replace(/\s/g, '');
}

function fillersOf(lines: readonly string[]): number {
  return lines.join('').replace(/[^<]/g, '').length;
}

/** Only where the line ends in fillers: nothing else is made up. */
function fitEnd(line: string, length: number): string {
  if (!line.endsWith('<<')) return line;
  const rest = line.replace(/<+$/, '');
  return rest.length > length ? line : rest.padEnd(length, '<');
}

const LETTER_FOR: Readonly<Record<string, string>> = { '0': 'O', '1': 'I', '2': 'Z', '5': 'S', '8': 'B' };
const DIGIT_FOR: Readonly<Record<string, string>> = { O: '0', Q: '0', D: '0', I: '1', L: '1', Z: '2', S: '5', B: '8' };

/** As npm's `mrz` does with `autocorrect`. */
function setLookAlikesRight(lines: readonly string[], format: MrzFormat): readonly string[] {
  const layout = MRZ_LAYOUTS[format];
  const grid = lines.map((line) => [...line]);
  const put = (line: number, column: number, swap: Readonly<Record<string, string>>): void => {
    const row = grid[line];
    const character = row?.[column];
    if (row !== undefined && character !== undefined) row[column] = swap[character] ?? character;
  };
  for (const slot of layout.slots) {
    const isLetters = slot.characters === 'letters' || slot.field === 'names';
    const swap = isLetters ? LETTER_FOR : slot.characters === 'digits' ? DIGIT_FOR : {};
    for (let column = slot.start; column < slot.end; column++) put(slot.line, column, swap);
  }
  for (const { at } of layout.checkDigits) put(at.line, at.column, DIGIT_FOR);
  return grid.map((row) => row.join(''));
}
