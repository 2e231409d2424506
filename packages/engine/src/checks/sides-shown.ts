import type { DocumentSide } from '@vidimus/vocabulary';
import type { CheckSubject } from './check.ts';
import { lettersAndDigits } from './letters-and-digits.ts';
import { barcodeOf, type LocatedPage, locatedPages, mrzOf } from './located-pages.ts';

/** A page with the side that it shows, as far as its own print and the other pages tell. */
export type ShownSide = {
  readonly located: LocatedPage;
  readonly side: DocumentSide;
  /** The side was read, and not merely concluded from what else was given. */
  readonly isRead: boolean;
  /** A page before it shows the same print. */
  readonly isRepeated: boolean;
};

/**
 * The sides in the order given. Two photos of one card are front and back whatever their order, so that one that could be told settles
 * the other; they are one side twice only where both bear the same print.
 */
export function sidesShown(subject: CheckSubject): readonly ShownSide[] {
  const pages = locatedPages(subject);
  const firsts: LocatedPage[] = [];
  const groups = pages.map((page) => {
    const known = firsts.findIndex((first) => haveSamePrint(first, page));
    return known >= 0 ? known : firsts.push(page) - 1;
  });
  const sides = firsts.length === 2 ? sidesOfTwo(firsts) : firsts.map(likelySide);
  return pages.map((located, i) => ({
    located,
    side: sides[groups[i] ?? 0] ?? 'front',
    isRead: located.reading.side !== 'unknown' || firsts.length === 2,
    isRepeated: groups.indexOf(groups[i] ?? 0) < i,
  }));
}

/** Of all lines, this part must stand on both pages: fronts and backs share a number and labels, a third at most. */
const SAME_PRINT_SHARE = 0.55;
/** Fewer lines say too little; then the sides as read decide. */
const FEWEST_LINES = 3;
/** Lines that were read less surely, or are shorter in letters and digits, are alike by chance. */
const LINE_CONFIDENCE_MIN = 0.6;
const SHORTEST_LINE = 5;
/** Of the pairs of letters that two lines have, this part is common where they are one line read twice (Dice 1945). */
const SAME_LINE_SHARE = 0.7;

function haveSamePrint(a: LocatedPage, b: LocatedPage): boolean {
  const [left, right] = [linesOf(a), linesOf(b)];
  if (Math.min(left.length, right.length) < FEWEST_LINES) {
    return a.reading.side !== 'unknown' && a.reading.side === b.reading.side;
  }
  const share = (from: readonly Pairs[], to: readonly Pairs[]) =>
    from.filter((one) => to.some((other) => likeness(one, other) >= SAME_LINE_SHARE)).length / from.length;
  return Math.min(share(left, right), share(right, left)) >= SAME_PRINT_SHARE;
}

/** Every two neighbouring characters of a line. */
type Pairs = ReadonlySet<string>;

function linesOf({ reading }: LocatedPage): readonly Pairs[] {
  return reading.visualZone.lines
    .filter(({ confidence }) => confidence > LINE_CONFIDENCE_MIN)
    .map(({ text }) => lettersAndDigits(text))
    .filter((text) => text.length >= SHORTEST_LINE)
    .map((text) => new Set([...text].slice(1).map((_, i) => text.slice(i, i + 2))));
}

/** Dice's coefficient, 0–1. */
function likeness(a: Pairs, b: Pairs): number {
  let common = 0;
  for (const pair of a) if (b.has(pair)) common++;
  return (2 * common) / (a.size + b.size);
}

/** What is read of one settles the other; where both read alike, the code that only backs carry decides, then their order. */
function sidesOfTwo([first, second]: readonly LocatedPage[]): readonly DocumentSide[] {
  const [a, b] = [first?.reading.side ?? 'unknown', second?.reading.side ?? 'unknown'];
  if (a !== b && a !== 'unknown') return [a, opposite(a)];
  if (a !== b && b !== 'unknown') return [opposite(b), b];
  if (first && carriesBackCode(first)) return ['back', 'front'];
  return ['front', 'back'];
}

function carriesBackCode(page: LocatedPage): boolean {
  return mrzOf(page)?.format === 'TD1' || barcodeOf(page) !== null;
}

/** A page whose side could not be told: fronts bear the document's title. */
function likelySide({ reading }: LocatedPage): DocumentSide {
  if (reading.side !== 'unknown') return reading.side;
  return reading.visualZone.fields.some(({ field }) => field === 'document_type') ? 'front' : 'back';
}

/** The other side. */
export function opposite(side: DocumentSide): DocumentSide {
  return side === 'front' ? 'back' : 'front';
}
