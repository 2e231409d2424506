import type { RecognisedLine } from './recognised-line.ts';

/** A letter that the print network says for two that print alike, the other one, and the letters that only its alphabet has. */
const DRAWN_ALIKE = [
  { read: 'Đ', other: 'Ð', beside: /[Þþð]/ },
  { read: 'Ş', other: 'Ș', beside: /[ȚțĂă]/ },
  { read: 'ş', other: 'ș', beside: /[ȚțĂă]/ },
] as const;

/** Settles letters that print alike by the other letters of the page: Ð of Iceland and Đ of Croatia, Ș of Romania and Ş of Turkey. */
export function settleDrawnAlike(lines: readonly RecognisedLine[]): readonly RecognisedLine[] {
  const page = lines.map(({ text }) => text).join('\n');
  const settled = DRAWN_ALIKE.filter(({ read, beside }) => page.includes(read) && beside.test(page));
  if (settled.length === 0) return lines;
  const settle = (text: string) => settled.reduce((done, { read, other }) => done.replaceAll(read, other), text);
  return lines.map((line) => ({
    ...line,
    text: settle(line.text),
    characters: line.characters.map((one) => ({ ...one, character: settle(one.character) })),
  }));
}
