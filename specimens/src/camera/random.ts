/** A source of chance that gives the same numbers for the same seed on every machine. */
export type Random = {
  /** 0 ≤ number < 1. */
  readonly next: () => number;
  readonly between: (low: number, high: number) => number;
  /** A whole number, both ends included. */
  readonly integer: (low: number, high: number) => number;
  readonly chance: (probability: number) => boolean;
  readonly pick: <T>(choices: readonly [T, ...T[]]) => T;
};

/**
 * Chance for one purpose (`randomFrom(7, 'table')`). Each purpose has its own stream, so that drawing one thing more
 * in one place leaves every other place as it was.
 */
export function randomFrom(seed: number, purpose: string): Random {
  let state = hash(`${seed}/${purpose}`);
  const next = (): number => {
    // Mulberry32 (Tommy Ettinger, public domain); its constants are the generator.
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / TWO_TO_THE_32;
  };
  return {
    next,
    between: (low, high) => low + (high - low) * next(),
    integer: (low, high) => low + Math.floor((high - low + 1) * next()),
    chance: (probability) => next() < probability,
    pick: (choices) => choices[Math.floor(next() * choices.length)] ?? choices[0],
  };
}

const TWO_TO_THE_32 = 4294967296;

/** FNV-1a, 32 bits. */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) value = Math.imul(value ^ text.charCodeAt(i), 0x01000193);
  return value;
}
