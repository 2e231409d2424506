/** How true confidences are: of the characters said to be right with some confidence, how many were. */
export type Judged = { readonly confidence: number; readonly isRight: boolean };

const BINS = 10;

/** The characters of lines that were read at their full length, each with its confidence and whether it is the printed one. */
export function judge(
  printed: readonly string[],
  read: readonly (readonly { readonly character: string; readonly confidence: number }[])[],
): readonly Judged[] {
  return printed.flatMap((line, i) => {
    const characters = read[i] ?? [];
    if (characters.length !== line.length) return [];
    return characters.map(({ character, confidence }, j) => ({ confidence, isRight: character === line.charAt(j) }));
  });
}

/** The reliability curve in ten bins as a table, and below it the expected calibration error. */
export function curveText(judged: readonly Judged[]): string {
  let error = 0;
  const rows = Array.from({ length: BINS }, (_, bin) => {
    const inside = judged.filter(({ confidence }) => Math.min(BINS - 1, Math.floor(confidence * BINS)) === bin);
    if (inside.length === 0) return null;
    const said = inside.reduce((sum, { confidence }) => sum + confidence, 0) / inside.length;
    const right = inside.filter(({ isRight }) => isRight).length / inside.length;
    error += (inside.length / judged.length) * Math.abs(said - right);
    return `| ${bin / BINS}–${(bin + 1) / BINS} | ${inside.length} | ${said.toFixed(3)} | ${right.toFixed(3)} |`;
  });
  return [
    '| confidence | characters | said | right |',
    '|---|---|---|---|',
    ...rows.filter((row) => row !== null),
    `expected calibration error ${error.toFixed(4)} over ${judged.length} characters`,
  ].join('\n');
}
