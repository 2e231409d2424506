import type { Tensor } from '../ports.ts';
import { PRINT_CHARACTERS } from './print-alphabet.table.ts';
import type { RecognisedCharacter } from './recognised-line.ts';
import { OTHER_SCRIPT } from './visual-zone/foreign-letters.ts';

const CHARACTERS = PRINT_CHARACTERS.flatMap((part) => [...part]);
/** Classes beside the characters: nothing, the first, and a word of another script, the last. */
const OTHER = CHARACTERS.length + 1;
/** Two classes that share a stretch are one character when each is at least so likely, on average, where the other stands. */
const AMBIGUOUS = 0.12;
/** A gap of one column belongs to the character on both sides of it when that one is so likely there. */
const BRIDGED = 0.25;
/** A word is of another script when this part of its columns says so. */
const OTHER_SHARE = 0.3;

/** Columns of one class, `to` excluded. */
type Run = { readonly best: number; readonly from: number; readonly to: number };

/**
 * The characters that the columns of one line of the output say. Each stands for a run of columns of its class; runs that melt
 * into one another are the same character doubted, and a word in which another script is seen is wholly of that script.
 */
export function charactersIn(output: Tensor, line: number, used: number): readonly RecognisedCharacter[] {
  const [, columns = 0, classes = 0] = output.dims;
  const probability = (t: number, c: number): number =>
    Math.exp(output.data[(line * columns + t) * classes + c] ?? Number.NEGATIVE_INFINITY);
  const sum = ({ from, to }: Run, c: number): number => {
    let total = 0;
    for (let t = from; t < to; t++) total += probability(t, c);
    return total;
  };
  const join = (runs: readonly Run[], next: Run): readonly Run[] => {
    const last = runs.at(-1);
    const whole = last && { from: last.from, to: next.to };
    if (!last || !whole || next.from - last.to > 1) return [...runs, next];
    if (next.from > last.to) {
      const isBridged = next.best === last.best && probability(last.to, last.best) > BRIDGED;
      return isBridged ? [...runs.slice(0, -1), { ...whole, best: last.best }] : [...runs, next];
    }
    const doubt = Math.max(sum(last, next.best) / lengthOf(last), sum(next, last.best) / lengthOf(next));
    if (doubt < AMBIGUOUS) return [...runs, next];
    const joined = { ...whole, best: last.best };
    const best = sum(joined, last.best) >= sum(joined, next.best) ? last.best : next.best;
    return [...runs.slice(0, -1), { ...joined, best }];
  };
  const runs = runsOf(output, line, used).reduce(join, []);
  return settleLookAlikes(wordsOf(runs).map(settleScript)).flatMap((word) =>
    word.map(({ best, from, to }) => {
      let highest = 0;
      for (let t = from; t < to; t++) highest = Math.max(highest, probability(t, best));
      const at = (from + to) / 2 / used;
      return best === OTHER
        ? { character: OTHER_SCRIPT, confidence: 0, at }
        : { character: CHARACTERS[best - 1] ?? '', confidence: highest, at };
    }),
  );
}

/** Runs of the likeliest class of each column that is likelier to bear something than nothing. */
function runsOf({ data, dims }: Tensor, line: number, used: number): readonly Run[] {
  const [, columns = 0, classes = 0] = dims;
  const runs: Run[] = [];
  for (let t = 0; t < used; t++) {
    const base = (line * columns + t) * classes;
    if ((data[base] ?? 0) >= MOSTLY_BLANK) continue;
    let best = 1;
    for (let c = 2; c < classes; c++) if ((data[base + c] ?? 0) > (data[base + best] ?? 0)) best = c;
    const last = runs.at(-1);
    if (last && last.to === t && last.best === best) runs[runs.length - 1] = { ...last, to: t + 1 };
    else runs.push({ best, from: t, to: t + 1 });
  }
  return runs;
}

/** Logarithm of the probability of nothing from which on a column bears nothing. */
const MOSTLY_BLANK = Math.log(0.5);

/** Marks between words are words of their own. */
function wordsOf(runs: readonly Run[]): readonly (readonly Run[])[] {
  const words: Run[][] = [];
  let isOpen = false;
  for (const run of runs) {
    const isLetter = run.best === OTHER || /[\p{L}\p{N}]/u.test(CHARACTERS[run.best - 1] ?? '');
    const word = words.at(-1);
    if (isLetter && isOpen && word) word.push(run);
    else words.push([run]);
    isOpen = isLetter;
  }
  return words;
}

function settleScript(word: readonly Run[]): readonly Run[] {
  const others = word.filter(({ best }) => best === OTHER);
  if (others.length === 0) return word;
  const length = (runs: readonly Run[]) => runs.reduce((total, run) => total + lengthOf(run), 0);
  return length(others) >= OTHER_SHARE * length(word) ? asOther(word) : word.filter(({ best }) => best !== OTHER);
}

/** Letters of Cyrillic and Greek that look like Latin ones. */
const LOOK_ALIKES = /^[ABCEHIJKMNOPSTXYZaceijopsuvxy]+$/;

/** A line is of one script up to a stroke: words of look-alikes alone follow a neighbour that is of another. */
function settleLookAlikes(words: readonly (readonly Run[])[]): readonly (readonly Run[])[] {
  const parts: (readonly Run[])[][] = [[]];
  for (const word of words) {
    parts.at(-1)?.push(word);
    if (textOf(word) === '/') parts.push([]);
  }
  return parts.flatMap((part) => {
    if (!part.some(([first]) => first?.best === OTHER)) return part;
    return part.map((word) => (LOOK_ALIKES.test(textOf(word)) ? asOther(word) : word));
  });
}

function textOf(word: readonly Run[]): string {
  return word.map(({ best }) => CHARACTERS[best - 1] ?? '').join('');
}

function asOther(word: readonly Run[]): readonly Run[] {
  const [first, last] = [word[0], word.at(-1)];
  return first && last ? [{ best: OTHER, from: first.from, to: last.to }] : word;
}

function lengthOf({ from, to }: Pick<Run, 'from' | 'to'>): number {
  return to - from;
}
