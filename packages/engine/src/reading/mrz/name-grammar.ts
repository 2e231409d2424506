import { MRZ_CHARACTERS } from './line-network.ts';

/** Natural logarithms of how likely each of the 37 characters is at one place. */
type PlaceScores = Float64Array;

/**
 * What the places of a name field say when they are weighed as a whole (ICAO Doc 9303-3 §4.6): parts of a name are parted by one
 * filler, the primary identifier from the secondary one by two, and fillers alone follow the end. A letter in the midst of the closing
 * fillers breaks that, so the picture must be surer of it (`K` and `<`, `C` and `<`). Which letters a name has is not weighed: the
 * reader tells what is printed. Each place keeps its own likelihood in all; only the shares of filler and letters move.
 * `one-name` is a field without secondary identifier, as the French card has.
 */
export function weighName(scores: readonly PlaceScores[], kind: 'names' | 'one-name'): readonly PlaceScores[] {
  const places = scores.map(splitByKind);
  const forward = passForward(places, kind);
  const backward = passBackward(places);
  return scores.map((place, i) => {
    const own = places[i] ?? { filler: 0, letter: 0 };
    const filler = logSum(waysThrough(forward[i], own, backward[i], FILLER_STEP));
    const letter = logSum(waysThrough(forward[i], own, backward[i], LETTER_STEP));
    const whole = logSum([own.filler, own.letter]) - logSum([filler, letter]);
    return place.map((score, c) => (c === FILLER ? filler : score - own.letter + letter) + whole);
  });
}

const FILLER = MRZ_CHARACTERS.indexOf('<');
/** Natural logarithm of how rarely a genuine zone has letters after the closing fillers, or begins a name with a filler. */
const BREAKS_GRAMMAR = Math.log(0.003);

/** In a part of the primary name, behind it, between the two names, in a part of the secondary one, behind it, in the closing fillers. */
const STATES = ['primary', 'primary-end', 'between', 'secondary', 'secondary-end', 'closing'] as const;
type State = (typeof STATES)[number];
type Step = Readonly<Record<State, { readonly to: State; readonly cost: number }>>;

const LETTER_STEP: Step = {
  primary: { to: 'primary', cost: 0 },
  'primary-end': { to: 'primary', cost: 0 },
  between: { to: 'secondary', cost: 0 },
  secondary: { to: 'secondary', cost: 0 },
  'secondary-end': { to: 'secondary', cost: 0 },
  closing: { to: 'secondary', cost: BREAKS_GRAMMAR },
};
const FILLER_STEP: Step = {
  primary: { to: 'primary-end', cost: 0 },
  'primary-end': { to: 'between', cost: 0 },
  between: { to: 'closing', cost: 0 },
  secondary: { to: 'secondary-end', cost: 0 },
  'secondary-end': { to: 'closing', cost: 0 },
  closing: { to: 'closing', cost: 0 },
};
/** Before the first place a name is expected to begin: a filler there leads behind an empty primary name. */
const START: Readonly<Record<'names' | 'one-name', State>> = { names: 'primary', 'one-name': 'secondary' };

/** Logarithms of the likelihood that a place holds the filler, and that it holds anything else. */
type Place = { readonly filler: number; readonly letter: number };
type Scores = Readonly<Record<State, number>>;

function splitByKind(scores: Float64Array): Place {
  return {
    filler: scores[FILLER] ?? Number.NEGATIVE_INFINITY,
    letter: logSum([...scores].filter((_, c) => c !== FILLER)),
  };
}

function startScores(kind: 'names' | 'one-name'): Scores {
  return scoresBy((state) => (state === START[kind] ? 0 : Number.NEGATIVE_INFINITY));
}

/** Per place, how likely the states before it are with all that was read before. */
function passForward(places: readonly Place[], kind: 'names' | 'one-name'): readonly Scores[] {
  const before: Scores[] = [];
  let now = startScores(kind);
  for (const place of places) {
    before.push(now);
    now = advance(now, place);
  }
  return before;
}

function advance(now: Scores, { filler, letter }: Place): Scores {
  const next: Record<State, number> = { ...NOWHERE };
  for (const state of STATES) {
    const [onFiller, onLetter] = [FILLER_STEP[state], LETTER_STEP[state]];
    next[onFiller.to] = logSum([next[onFiller.to], now[state] + filler + onFiller.cost]);
    next[onLetter.to] = logSum([next[onLetter.to], now[state] + letter + onLetter.cost]);
  }
  return next;
}

/** Per place, how likely all that follows it is from each state behind it. */
function passBackward(places: readonly Place[]): readonly Scores[] {
  const after: Scores[] = [];
  let now: Scores = scoresBy(() => 0);
  for (const { filler, letter } of places.toReversed()) {
    after.unshift(now);
    const behind = now;
    now = scoresBy((state) => {
      const [onFiller, onLetter] = [FILLER_STEP[state], LETTER_STEP[state]];
      return logSum([filler + onFiller.cost + behind[onFiller.to], letter + onLetter.cost + behind[onLetter.to]]);
    });
  }
  return after;
}

/** The likelihood of every way through one place on a filler, or on a letter. */
function waysThrough(before: Scores | undefined, place: Place, after: Scores | undefined, step: Step) {
  const symbol = step === FILLER_STEP ? place.filler : place.letter;
  return STATES.map((state) => (before?.[state] ?? 0) + symbol + step[state].cost + (after?.[step[state].to] ?? 0));
}

function scoresBy(of: (state: State) => number): Scores {
  return {
    primary: of('primary'),
    'primary-end': of('primary-end'),
    between: of('between'),
    secondary: of('secondary'),
    'secondary-end': of('secondary-end'),
    closing: of('closing'),
  };
}

const NOWHERE = scoresBy(() => Number.NEGATIVE_INFINITY);

function logSum(values: readonly number[]): number {
  const most = Math.max(...values);
  if (most === Number.NEGATIVE_INFINITY) return most;
  return most + Math.log(values.reduce((sum, value) => sum + Math.exp(value - most), 0));
}
