import type { CheckDigitOf, MrzCheckDigitSlot, MrzLayout, MrzSlot, MrzSpan } from '../../standards/index.ts';
import { MRZ_CHARACTERS } from './line-network.ts';
import { checkEvidence, dateEvidence, stateEvidence } from './rule-evidence.ts';
import { type Hypothesis, type Place, spellOut } from './spell-out.ts';
import type { ZoneRules } from './zone-rules.ts';

/** Places that a rule ties together, with their likeliest readings, best first. */
export type Group = {
  readonly of: CheckDigitOf | 'state';
  readonly places: readonly Place[];
  readonly hypotheses: readonly Hypothesis[];
};

/** Every group of the format but the composite check digit, each place of its own likelihood in `posterior`. */
export function groupsOf(rules: ZoneRules, posterior: readonly (readonly Float64Array[])[]): readonly Group[] {
  const { layout } = rules;
  const checks = layout.checkDigits
    .filter(({ of }) => of !== 'composite')
    .map((check) => longNumberGroup(check, layout, posterior) ?? checkGroup(check, posterior));
  const states = layout.slots
    .filter(({ field }) => field === 'issuing_state' || field === 'nationality')
    .map((slot) => stateGroup(slot, posterior));
  return [...checks, ...states];
}

function checkGroup(check: MrzCheckDigitSlot, posterior: readonly (readonly Float64Array[])[]): Group {
  const places = [...check.covers.flatMap(placesOf), check.at];
  const sense = DATE_SENSES[check.of];
  const judge = (text: string) => {
    const covered = text.slice(0, -1);
    return checkEvidence(covered, text.slice(-1)) + (sense ? dateEvidence(covered, sense) : 0);
  };
  return { of: check.of, places, hypotheses: spellOut(places, posterior, judge) };
}

/**
 * A document number of more than nine characters: a filler stands for its check digit, and the rest and the digit begin the optional
 * data, closed by a filler (ICAO Doc 9303-5 and -6 §4.2.2 note j). Null where the picture shows none.
 */
function longNumberGroup(
  check: MrzCheckDigitSlot,
  { numberOverflow }: MrzLayout,
  posterior: readonly (readonly Float64Array[])[],
): Group | null {
  if (check.of !== 'document_number' || !numberOverflow) return null;
  const isFiller = ({ line, column }: Place) => strongest(posterior[line]?.[column] ?? NOTHING) === FILLER;
  const head = check.covers.flatMap(placesOf);
  const rest = placesOf(numberOverflow);
  const end = rest.findIndex(isFiller);
  const tail = end < 0 ? rest : rest.slice(0, end);
  if (!isFiller(check.at) || tail.length < 2 || head.some(isFiller)) return null;
  const judge = (text: string) =>
    checkEvidence(text.slice(0, head.length) + text.slice(head.length + 1, -1), text.slice(-1));
  const places = [...head, check.at, ...tail];
  return { of: check.of, places, hypotheses: spellOut(places, posterior, judge) };
}

const FILLER = MRZ_CHARACTERS.indexOf('<');
const NOTHING = new Float64Array(MRZ_CHARACTERS.length);

const DATE_SENSES: Partial<Record<CheckDigitOf, 'birth' | 'expiry'>> = { birth_date: 'birth', expiry_date: 'expiry' };

function stateGroup(slot: MrzSlot, posterior: readonly (readonly Float64Array[])[]): Group {
  const places = placesOf(slot);
  return { of: 'state', places, hypotheses: spellOut(places, posterior, stateEvidence) };
}

export function placesOf(span: MrzSpan): readonly Place[] {
  return Array.from({ length: span.end - span.start }, (_, i) => ({ line: span.line, column: span.start + i }));
}

/** Index of the likeliest of the 37 characters. */
export function strongest(values: ArrayLike<number>): number {
  let best = 0;
  for (let c = 1; c < values.length; c++) if ((values[c] ?? 0) > (values[best] ?? 0)) best = c;
  return best;
}
