import { FOREIGN } from './foreign-letters.ts';
import { normaliseValue, type ValueContext } from './normalise-value.ts';
import type { Label, Placed } from './place-values.ts';
import { nearestBelow } from './place-values.ts';
import type { PrintedLine } from './printed-line.ts';
import { STATE_SCRIPTS } from './state-scripts.table.ts';

const NAMES = ['primary_identifier', 'secondary_identifier'] as const;
const SURELY_LATIN = 0.8;
/** The second spelling stands at most this many heights under the first, as high within a third, and begins where it does. */
const FARTHEST_BELOW = 0.9;
const LIKE_HEIGHT = 0.67;
/** Georgian's round letters come out as 3, 0, 6 and small letters. */
const GEORGIAN = /^(?=(?:.*[0369]){2})[0-9a-z\s]{5,}$/;
const UNREAD = 0.6;

/**
 * Names in two scripts: the Latin spelling stands under the original (ICAO Doc 9303-3 §3.3). A name in another script alone
 * is no reading: its script is told where the state or the letters' look make it sure.
 */
export function settleNames(
  placed: readonly Placed[],
  labels: readonly Label[],
  values: readonly PrintedLine[],
  context: ValueContext & { readonly state: string | null },
): { readonly placed: readonly Placed[]; readonly unreadScripts: readonly string[] } {
  const script = context.state === null ? undefined : STATE_SCRIPTS.get(context.state);
  const isName = (one: Placed) => NAMES.some((name) => name === one.label.target);
  const used = new Set(placed.map(({ line }) => line));
  let foreign: string | undefined;
  const settled = placed.flatMap((one): readonly Placed[] => {
    if (!isName(one)) return [one];
    const strange = FOREIGN.test(one.line.text) || one.line.confidence < SURELY_LATIN;
    if (script === undefined && !strange) return [one];
    const below = values.find((line) => !used.has(line) && standsUnder(line, one.line));
    const value = below ? normaliseValue(one.label.target, below.text, context) : null;
    if (below && value !== null && (script !== undefined || below.confidence > one.line.confidence))
      return [{ ...one, line: below, value }];
    if (script === undefined || !strange) return [one];
    foreign = script;
    return [];
  });
  if (foreign === undefined) foreign = georgianUnder(labels, values, used);
  if (foreign === undefined) return { placed: settled, unreadScripts: [] };
  const hasLatin = settled.some(
    (one) => isName(one) && one.line.confidence >= SURELY_LATIN && !FOREIGN.test(one.value),
  );
  return hasLatin && settled.some((one) => one.label.target === 'primary_identifier')
    ? { placed: settled, unreadScripts: [] }
    : { placed: settled.filter((one) => !isName(one)), unreadScripts: [foreign] };
}

function standsUnder(line: PrintedLine, upper: PrintedLine): boolean {
  const [height, other] = [line.bottom - line.top, upper.bottom - upper.top];
  const gap = line.top - upper.bottom;
  const alike = Math.min(height, other) > LIKE_HEIGHT * Math.max(height, other);
  return alike && gap > -other / 2 && gap < FARTHEST_BELOW * other && Math.abs(line.left - upper.left) < other;
}

function georgianUnder(
  labels: readonly Label[],
  values: readonly PrintedLine[],
  used: ReadonlySet<PrintedLine>,
): string | undefined {
  const label = labels.find(({ target }) => target === 'primary_identifier');
  const line = label
    ? nearestBelow(
        label,
        values.filter((one) => !used.has(one)),
      )
    : null;
  return line && line.confidence < UNREAD && GEORGIAN.test(line.text) ? 'Geor' : undefined;
}
