import type { NamedCharacter } from '../evidence.ts';
import { joinWords } from './join-words.ts';
import type { ReportLanguage } from './report-language.ts';

type Character = Omit<NamedCharacter, 'region'>;

/**
 * Each character in words: "line 2, character 10: read as 7 (91 % sure), or 1 (6 %); 6 would fit". Three and more that stand side by
 * side make one entry.
 */
export function describeCharacters(characters: readonly Character[], language: ReportLanguage): readonly string[] {
  return runsOf(characters).flatMap((run) =>
    run.length < SHORTEST_RUN ? run.map((one) => describeCharacter(one, language)) : [describeRun(run, language)],
  );
}

/** "read as 7 (91 % sure), or 1 (6 %)". */
export function describeReading(
  { character, confidence, alternatives }: Pick<Character, 'character' | 'confidence' | 'alternatives'>,
  language: ReportLanguage,
): string {
  const { say } = language;
  const percent = new Intl.NumberFormat(language.locale, { style: 'percent' });
  const reading = { text: character, share: percent.format(confidence) };
  if (alternatives.length === 0) return say('read_as', reading);
  const others = alternatives.map((one) => `${one.character} (${percent.format(one.confidence)})`);
  return say('read_as_or', { ...reading, others: joinWords(others, language) });
}

const SHORTEST_RUN = 3;

function describeCharacter(one: Character, language: ReportLanguage): string {
  const { say } = language;
  const read = describeReading(one, language);
  const reading = one.expected === undefined ? read : say('would_fit', { reading: read, expected: one.expected });
  const { line, position } = one;
  return line === undefined
    ? say('character_in_print', { position, reading })
    : say('character_in_line', { line, position, reading });
}

function describeRun(run: readonly Character[], language: ReportLanguage): string {
  const { say, locale } = language;
  const percent = new Intl.NumberFormat(locale, { style: 'percent' });
  const reading = say('read_as_run', {
    text: run.map(({ character }) => character).join(''),
    share: percent.format(Math.min(...run.map(({ confidence }) => confidence))),
  });
  const [first] = run;
  const from = first?.position ?? 0;
  return say('characters_in_line', { line: first?.line ?? 0, from, to: from + run.length - 1, reading });
}

/** Neighbours of one line together; a check digit stands for itself, and so does print, which has no line. */
function runsOf(characters: readonly Character[]): readonly (readonly Character[])[] {
  const runs: Character[][] = [];
  for (const one of characters) {
    const run = runs.at(-1);
    const before = run?.at(-1);
    const goesOn = before?.line !== undefined && before.line === one.line && before.position + 1 === one.position;
    if (run && goesOn && before.expected === undefined && one.expected === undefined) run.push(one);
    else runs.push([one]);
  }
  return runs;
}
