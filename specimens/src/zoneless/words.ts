import type { SeededRandom } from '../documents/seeded-random.ts';

const SYLLABLES = ['BAR', 'TO', 'LIN', 'ME', 'KAS', 'OR', 'VE', 'DUN', 'PA', 'SIL', 'ET', 'GRA', 'MO', 'IX'] as const;

/** A made-up word in capitals. */
export function capitals(random: SeededRandom): string {
  return Array.from({ length: random.whole(1, 4) }, () => random.pick(SYLLABLES)).join('');
}

export function digits(random: SeededRandom, count: number): string {
  return Array.from({ length: count }, () => random.whole(0, 9)).join('');
}

/** Words and numbers up to a length. */
export function phrase(random: SeededRandom, length: number, between: string): string {
  let text = capitals(random);
  for (;;) {
    const next = random.next() < 0.3 ? digits(random, random.whole(1, 7)) : capitals(random);
    if (text.length + between.length + next.length > length) return text;
    text += between + next;
  }
}
