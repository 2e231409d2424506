/** A number between two others, drawn anew at each call. */
export type ChanceOf = (least: number, most: number) => number;

/** Chance that is the same for the same seed: mulberry32 by Tommy Ettinger (public domain, 2017); its constants are the generator. */
export function chanceFrom(seed: number): ChanceOf {
  let state = Math.imul(seed, 0x9e3779b1) | 0;
  return (least, most) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return least + ((most - least) * ((mixed ^ (mixed >>> 14)) >>> 0)) / 2 ** 32;
  };
}
