import type { CheckDigitOf, MrzCheckDigitSlot, MrzSlot } from '../../standards/index.ts';
import type { ReadCharacter } from '../document-reading.ts';
import type { LineCell } from './line-cells.ts';
import { MRZ_CHARACTERS } from './line-network.ts';
import { checkEvidence, dateEvidence, stateEvidence } from './rule-evidence.ts';
import { type Hypothesis, type Place, spellOut } from './spell-out.ts';
import type { ZoneRules } from './zone-rules.ts';

/** A zone with its characters settled, and how well picture and rules bear it out together. */
export type SettledZone = {
  readonly characters: readonly (readonly ReadCharacter[])[];
  /** Natural logarithm of the likelihood, a character. */
  readonly score: number;
};

/** Places that a rule ties together, with their likeliest readings, best first. */
type Group = {
  readonly of: CheckDigitOf | 'state';
  readonly places: readonly Place[];
  readonly hypotheses: readonly Hypothesis[];
};

/**
 * Weighs the readings that the picture leaves open under the rules of the format, all places together: what may stand where, codes
 * of states, days of the calendar, check digits. A check digit is evidence between readings, not a repair: where the picture is
 * surer of a reading that breaks it than genuine zones are of keeping it, the reading stands.
 */
export function settleCharacters(lines: readonly (readonly LineCell[])[], rules: ZoneRules): SettledZone {
  const posterior = lines.map((line, i) => line.map((cell, j) => weighted(cell, rules.weights[i]?.[j])));
  const groups = agreeOnComposite(groupsOf(rules, posterior), rules, posterior);
  const settled = new Map<string, Float64Array>();
  let score = 0;
  for (const group of groups) {
    score += group.hypotheses[0]?.score ?? 0;
    group.places.forEach((place, at) => {
      settled.set(keyOf(place), marginal(group.hypotheses, at));
    });
  }
  let count = 0;
  const characters = posterior.map((line, i) =>
    line.map((scores, j) => {
      count++;
      const shares = settled.get(keyOf({ line: i, column: j }));
      if (!shares) score += Math.max(...scores);
      const presence = lines[i]?.[j]?.presence ?? 0;
      return readCharacter(shares ?? shareOut(scores), presence);
    }),
  );
  return { characters, score: score / Math.max(1, count) };
}

/** Confidence from which on another reading is worth telling. */
const WORTH_TELLING = 0.01;
/** Other readings of a character that are told at most. */
const ALTERNATIVES = 3;

function weighted(cell: LineCell, weights: Float32Array | undefined): Float64Array {
  const scores = new Float64Array(MRZ_CHARACTERS.length);
  for (let c = 0; c < scores.length; c++) {
    scores[c] = Math.log((cell.probabilities[c] ?? 0) * (weights?.[c] ?? 1) + Number.MIN_VALUE);
  }
  return scores;
}

function groupsOf(rules: ZoneRules, posterior: readonly (readonly Float64Array[])[]): readonly Group[] {
  const { layout } = rules;
  const checks = layout.checkDigits.filter(({ of }) => of !== 'composite').map((check) => checkGroup(check, posterior));
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

const DATE_SENSES: Partial<Record<CheckDigitOf, 'birth' | 'expiry'>> = { birth_date: 'birth', expiry_date: 'expiry' };

function stateGroup(slot: MrzSlot, posterior: readonly (readonly Float64Array[])[]): Group {
  const places = placesOf(slot);
  return { of: 'state', places, hypotheses: spellOut(places, posterior, stateEvidence) };
}

/** The composite check digit covers all groups: their readings are weighed together, and so are those of the digit itself. */
function agreeOnComposite(
  groups: readonly Group[],
  rules: ZoneRules,
  posterior: readonly (readonly Float64Array[])[],
): readonly Group[] {
  const composite = rules.layout.checkDigits.find(({ of }) => of === 'composite');
  if (!composite) return groups;
  const covered = composite.covers.flatMap(placesOf);
  const inside = new Set(covered.map(keyOf));
  const taking = groups.filter((group) => group.places.some((place) => inside.has(keyOf(place))));
  const others = groups.filter((group) => !taking.includes(group));
  const free = covered.filter((place) => !taking.some((group) => group.places.some((p) => keyOf(p) === keyOf(place))));
  const alone = freeGroup(free, posterior);
  const digit: Group = {
    of: 'composite',
    places: [composite.at],
    hypotheses: spellOut([composite.at], posterior, () => 0),
  };
  return [...others, ...weighTogether([...taking, ...alone, digit], covered)];
}

/** Places under the composite digit alone (sex, optional data): their own likeliest readings. */
function freeGroup(places: readonly Place[], posterior: readonly (readonly Float64Array[])[]): readonly Group[] {
  if (places.length === 0) return [];
  return [{ of: 'optional_data', places, hypotheses: spellOut(places, posterior, () => 0) }];
}

/** One reading of each group, in their order. */
type Joint = { readonly picks: readonly Hypothesis[]; readonly score: number };
/** Combinations of groups' readings that are weighed. */
const JOINT_BEAM = 160;

function weighTogether(groups: readonly Group[], covered: readonly Place[]): readonly Group[] {
  let joint: readonly Joint[] = [{ picks: [], score: 0 }];
  for (const group of groups) {
    const next = joint.flatMap(({ picks, score }) =>
      group.hypotheses.map((pick) => ({ picks: [...picks, pick], score: score + pick.score })),
    );
    joint = next.toSorted((a, b) => b.score - a.score).slice(0, JOINT_BEAM);
  }
  const sources = covered.map((place) => findPlace(groups, place));
  const judged = joint
    .map(({ picks, score }) => {
      const text = sources.map(({ group, at }) => picks[group]?.text.charAt(at) ?? '').join('');
      return { picks, score: score + checkEvidence(text, picks.at(-1)?.text ?? '') };
    })
    .toSorted((a, b) => b.score - a.score);
  return groups.map((group, index) => ({
    ...group,
    // Each reading of the group with the best whole that it is a part of; only the first group carries the whole's score once.
    hypotheses: judged.map(({ picks, score }) => ({
      text: picks[index]?.text ?? '',
      score: index === 0 ? score : score - (judged[0]?.score ?? 0),
    })),
  }));
}

function findPlace(groups: readonly Group[], place: Place): { readonly group: number; readonly at: number } {
  for (const [group, { places }] of groups.entries()) {
    const at = places.findIndex((other) => other.line === place.line && other.column === place.column);
    if (at >= 0) return { group, at };
  }
  return { group: 0, at: -1 };
}

/** Share of each character at one place over all readings of its group. */
function marginal(hypotheses: readonly Hypothesis[], at: number): Float64Array {
  const shares = new Float64Array(MRZ_CHARACTERS.length);
  const best = hypotheses[0]?.score ?? 0;
  let total = 0;
  for (const { text, score } of hypotheses) {
    const weight = Math.exp(score - best);
    const c = MRZ_CHARACTERS.indexOf(text.charAt(at));
    if (c >= 0) shares[c] = (shares[c] ?? 0) + weight;
    total += weight;
  }
  return shares.map((share) => share / total);
}

function shareOut(scores: Float64Array): Float64Array {
  const best = Math.max(...scores);
  const weights = scores.map((score) => Math.exp(score - best));
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  return weights.map((weight) => weight / total);
}

function readCharacter(shares: Float64Array, presence: number): ReadCharacter {
  const ranked = Array.from(shares, (share, c) => ({
    character: MRZ_CHARACTERS.charAt(c),
    confidence: share,
  })).toSorted((a, b) => b.confidence - a.confidence);
  const [best = { character: '<', confidence: 0 }, ...rest] = ranked;
  // A place where nothing was seen is no better known for one character being the likeliest there, nor is any other.
  const alternatives = rest
    .slice(0, ALTERNATIVES)
    .map((one) => ({ ...one, confidence: one.confidence * presence }))
    .filter(({ confidence }) => confidence >= WORTH_TELLING);
  return { character: best.character, confidence: best.confidence * presence, alternatives };
}

function placesOf(span: { readonly line: number; readonly start: number; readonly end: number }): readonly Place[] {
  return Array.from({ length: span.end - span.start }, (_, i) => ({ line: span.line, column: span.start + i }));
}

function keyOf({ line, column }: Place): string {
  return `${line}:${column}`;
}
