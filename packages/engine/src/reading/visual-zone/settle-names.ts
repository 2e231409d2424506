import { STATE_SCRIPTS } from '../../standards/index.ts';
import { FOREIGN, OTHER_SCRIPT } from './foreign-letters.ts';
import { normaliseValue, type ValueContext } from './normalise-value.ts';
import type { Placed } from './place-values.ts';
import type { PrintedLine } from './printed-line.ts';

const NAMES = ['primary_identifier', 'secondary_identifier'] as const;
/** Latin letters are read this surely; on documents that print two scripts a name that stands alone must be surer. */
const SURELY_LATIN = 0.8;
const SURELY_LATIN_ALONE = 0.9;
/** The second spelling stands at most this many heights under the first, is about as high, and begins where it does. */
const FARTHEST_BELOW = 0.9;
const LIKE_HEIGHT = 0.6;
/** On a page that is read this well, letters that are read this badly are of another script. */
const WELL_READ = 0.88;
const BADLY_READ = 0.7;
/** Shorter lines are badly read for many reasons. */
const LEAST_LETTERS = 4;

/** ISO 15924: a script that could not be told. */
const UNKNOWN_SCRIPT = 'Zzzz';

/** Letters of Cyrillic and Greek that look like Latin ones: a word of these alone is of either script. */
const LOOK_ALIKES: Readonly<Record<string, RegExp>> = {
  Cyrl: /^[ABCEHIJKMNOPTXYSW360\s-]+$/,
  Grek: /^[ABEZHIKMNOPTYX\s-]+$/,
};

type Settled = { readonly placed: readonly Placed[]; readonly unreadScripts: readonly string[] };

/**
 * Names in two scripts: the Latin spelling stands under the original (ICAO Doc 9303-3 §3.3). A name in another script alone
 * is no reading: its script is told where the state, or the look of the letters, makes it sure.
 */
export function settleNames(
  placed: readonly Placed[],
  values: readonly PrintedLine[],
  context: ValueContext & { readonly state: string | null },
): Settled {
  const script = context.state === null ? undefined : STATE_SCRIPTS.get(context.state);
  const used = new Set(placed.map(({ line }) => line));
  let [latin, foreign] = [0, 0];
  const settled = placed.map((one): Placed => {
    if (!isName(one)) return one;
    const strange = isStrange(one.line, script);
    const under =
      strange || (script !== undefined && one.label.line !== one.line)
        ? values.find((line) => !used.has(line) && standsUnder(line, one.line))
        : undefined;
    const value = under ? normaliseValue(one.label.target, under.text, context) : null;
    const isSpelling = under && value !== null && under.confidence >= SURELY_LATIN && !FOREIGN.test(under.text);
    if (isSpelling) latin++;
    else if (strange) foreign++;
    return isSpelling ? { ...one, line: under, value } : one;
  });
  const unread =
    latin > 0 ? undefined : script === undefined ? unnamed(settled) : alone(script, foreign, placed, values);
  return unread === undefined
    ? { placed: settled.filter((one) => !isOfOtherScript(one)), unreadScripts: [] }
    : { placed: placed.filter((one) => !isName(one)), unreadScripts: [unread] };
}

function isName({ label }: Placed): boolean {
  return NAMES.some((name) => name === label.target);
}

function isOfOtherScript(one: Placed): boolean {
  return isName(one) && one.line.text.includes(OTHER_SCRIPT);
}

/** A name in a script that the state does not tell. */
function unnamed(settled: readonly Placed[]): string | undefined {
  return settled.some(isOfOtherScript) ? UNKNOWN_SCRIPT : undefined;
}

function isStrange({ text, confidence }: PrintedLine, script: string | undefined): boolean {
  if (FOREIGN.test(text)) return true;
  if (script === undefined) return confidence < SURELY_LATIN;
  return confidence < SURELY_LATIN_ALONE || LOOK_ALIKES[script]?.test(text) === true;
}

/** The script of the state, where names stand in it alone. */
function alone(
  script: string,
  foreign: number,
  placed: readonly Placed[],
  values: readonly PrintedLine[],
): string | undefined {
  if (foreign > 0) return script;
  const confidences = [...values, ...placed.map(({ line }) => line)].map(({ confidence }) => confidence);
  const middle = confidences.toSorted((a, b) => a - b)[Math.floor(confidences.length / 2)] ?? 0;
  const bad = values.some(
    ({ text, confidence }) => text.includes(OTHER_SCRIPT) || (text.length >= LEAST_LETTERS && confidence < BADLY_READ),
  );
  return !placed.some(isName) && middle >= WELL_READ && bad ? script : undefined;
}

function standsUnder(line: PrintedLine, upper: PrintedLine): boolean {
  const [height, other] = [line.bottom - line.top, upper.bottom - upper.top];
  const gap = line.top - upper.bottom;
  const alike = Math.min(height, other) > LIKE_HEIGHT * Math.max(height, other);
  return alike && gap > -other / 2 && gap < FARTHEST_BELOW * other && Math.abs(line.left - upper.left) < other;
}
