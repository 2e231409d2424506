import { MRZ_CHARACTERS } from './line-network.ts';

/** A place of the zone, 0-based. */
export type Place = { readonly line: number; readonly column: number };
/** One reading of a group of places. `score` is the logarithm of its likelihood with the rules as evidence. */
export type Hypothesis = { readonly text: string; readonly score: number };

/** The likeliest readings of some places, best first, weighed with what `judge` says of each. */
export function spellOut(
  places: readonly Place[],
  posterior: readonly (readonly Float64Array[])[],
  judge: (text: string) => number,
): readonly Hypothesis[] {
  let beam: readonly Hypothesis[] = [{ text: '', score: 0 }];
  for (const place of places) {
    const options = likeliest(posterior[place.line]?.[place.column]);
    const next = beam.flatMap(({ text, score }) =>
      options.map((option) => ({ text: text + option.character, score: score + option.score })),
    );
    beam = next.toSorted((a, b) => b.score - a.score).slice(0, BEAM);
  }
  return beam
    .map(({ text, score }) => ({ text, score: score + judge(text) }))
    .toSorted((a, b) => b.score - a.score)
    .slice(0, KEPT);
}

function likeliest(
  scores: Float64Array | undefined,
): readonly { readonly character: string; readonly score: number }[] {
  const all = Array.from(scores ?? [], (score, c) => ({ character: MRZ_CHARACTERS.charAt(c), score }));
  const sorted = all.toSorted((a, b) => b.score - a.score).slice(0, PER_PLACE);
  const best = sorted[0]?.score ?? 0;
  return sorted.filter(({ score }) => score > best - WITHIN);
}

/** Readings of a group that are kept while it is spelled out, and while groups are weighed together. */
const BEAM = 48;
const KEPT = 6;
/** Alternatives that one place contributes, and how much less likely they may be (e^-9). */
const PER_PLACE = 4;
const WITHIN = 9;
