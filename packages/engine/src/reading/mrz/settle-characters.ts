import type { CheckDigitOf, MrzLayout } from '../../standards/index.ts';
import type { ReadCharacter } from '../document-reading.ts';
import { decidedBy } from './decided-by.ts';
import type { LineCell } from './line-cells.ts';
import { MRZ_CHARACTERS } from './line-network.ts';
import { weighName } from './name-grammar.ts';
import { checkEvidence } from './rule-evidence.ts';
import { type Group, groupsOf, placesOf, strongest } from './rule-groups.ts';
import { type Hypothesis, type Place, spellOut } from './spell-out.ts';
import type { ZoneRules } from './zone-rules.ts';

/** What picture and rules say together of each place of a zone. */
export type WeighedZone = {
  /** Natural logarithm of the likelihood, a character. */
  readonly score: number;
  readonly rules: ZoneRules;
  readonly lines: readonly (readonly LineCell[])[];
  /** Logarithms of the likelihood of each character, by the picture and the alphabet of its place. */
  readonly posterior: readonly (readonly Float64Array[])[];
  /** Of the places that further rules tie together, by `keyOf`: the share of each character. */
  readonly settled: ReadonlyMap<string, Float64Array>;
};

/**
 * Weighs the readings that the picture leaves open under the rules of the format, all places together: what may stand where, codes
 * of states, days of the calendar, the order of names and fillers, check digits. A check digit is evidence between readings, not a repair: where the picture is
 * surer of a reading that breaks it than genuine zones are of keeping it, the reading stands.
 */
export function weighZone(lines: readonly (readonly LineCell[])[], rules: ZoneRules): WeighedZone {
  const weightedCells = lines.map((line, i) => line.map((cell, j) => weighted(cell, rules.weights[i]?.[j])));
  const posterior = weighNames(weightedCells, rules.layout);
  const settled = new Map<string, Float64Array>();
  let score = 0;
  for (const group of agreeOnComposite(groupsOf(rules, posterior), rules, posterior)) {
    score += group.hypotheses[0]?.score ?? 0;
    const shares = marginals(group);
    group.places.forEach((place, at) => {
      settled.set(keyOf(place), shares[at] ?? NOTHING);
    });
  }
  let count = 0;
  posterior.forEach((line, i) => {
    line.forEach((scores, j) => {
      count++;
      if (!settled.has(keyOf({ line: i, column: j }))) score += scores[strongest(scores)] ?? 0;
    });
  });
  return { score: score / Math.max(1, count), rules, lines, posterior, settled };
}

/** The likeliest character of each place, how sure it is, what else it could be, and which check digits decided it. */
export function readCharacters(zone: WeighedZone): readonly (readonly ReadCharacter[])[] {
  const shares = zone.posterior.map((line, i) =>
    line.map((scores, j) => zone.settled.get(keyOf({ line: i, column: j })) ?? shareOut(scores)),
  );
  const text = shares.map((line) => line.map((place) => MRZ_CHARACTERS.charAt(strongest(place))).join(''));
  return shares.map((line, i) =>
    line.map((place, j) => {
      const at = { line: i, column: j };
      const scores = zone.settled.has(keyOf(at)) ? zone.posterior[i]?.[j] : undefined;
      const decided = scores
        ? decidedBy(text, zone.rules.layout, at, strongest(place), { seen: shareOut(scores), settled: place })
        : [];
      return readCharacter(place, zone.lines[i]?.[j]?.presence ?? 0, decided);
    }),
  );
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

/** The places of name fields weighed by the order of names and fillers. The French card's second name follows its own. */
function weighNames(
  lines: readonly (readonly Float64Array[])[],
  { slots }: MrzLayout,
): readonly (readonly Float64Array[])[] {
  const names = slots.filter(({ field }) => field === 'names' || field === 'primary_identifier');
  return lines.map((line, i) => {
    const slot = names.find((one) => one.line === i);
    if (!slot) return line;
    const { start, end, field } = slot;
    const weighed = weighName(line.slice(start, end), field === 'names' ? 'names' : 'one-name');
    return [...line.slice(0, start), ...weighed, ...line.slice(end)];
  });
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

/** At each place of a group, the share of each character over all its readings. */
function marginals({ places, hypotheses }: Group): readonly Float64Array[] {
  const best = hypotheses[0]?.score ?? 0;
  // Weighed together with others, a group reads the same in many ways.
  const weights = new Map<string, number>();
  let total = 0;
  for (const { text, score } of hypotheses) {
    const weight = Math.exp(score - best);
    weights.set(text, (weights.get(text) ?? 0) + weight);
    total += weight;
  }
  return places.map((_, at) => {
    const shares = new Float64Array(MRZ_CHARACTERS.length);
    for (const [text, weight] of weights) {
      const c = MRZ_CHARACTERS.indexOf(text.charAt(at));
      if (c >= 0) shares[c] = (shares[c] ?? 0) + weight / total;
    }
    return shares;
  });
}

const NOTHING = new Float64Array(MRZ_CHARACTERS.length);

function shareOut(scores: Float64Array): Float64Array {
  const best = Math.max(...scores);
  const weights = scores.map((score) => Math.exp(score - best));
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  return weights.map((weight) => weight / total);
}

function readCharacter(shares: Float64Array, presence: number, decided: readonly CheckDigitOf[]): ReadCharacter {
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
  const read = { character: best.character, confidence: best.confidence * presence, alternatives };
  return decided.length > 0 ? { ...read, decidedBy: decided } : read;
}

function keyOf({ line, column }: Place): string {
  return `${line}:${column}`;
}
