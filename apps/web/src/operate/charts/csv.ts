/** A table as a file for spreadsheets. */

export type Cell = string | number | null;

/** RFC 4180, with the mark by which spreadsheets know UTF-8. What a spreadsheet would run as a formula is made text. */
export function csvOf(rows: readonly (readonly Cell[])[]): string {
  return `\u{FEFF}${rows.map((row) => `${row.map(written).join(',')}\r\n`).join('')}`;
}

function written(cell: Cell): string {
  if (cell === null) return '';
  if (typeof cell === 'number') return String(cell);
  // A leading sign makes a formula of a text (OWASP, CSV injection); an apostrophe keeps it a text.
  const text = /^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
