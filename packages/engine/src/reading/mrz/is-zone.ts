/** When what was seen is taken for a zone: other print is not to be told as one. */
import type { FoundZone } from './found-zone.ts';
import { MRZ_CHARACTERS } from './line-network.ts';
import { zoneRules } from './zone-rules.ts';

/** Enough was seen, and it is laid out as a zone is. */
export function isZone(zone: FoundZone): boolean {
  const isSeen = zone.score >= LEAST_SCORE && sureShare(zone) >= LEAST_SURE_SHARE;
  const isLaidOut = allowedShare(zone) >= LEAST_ALLOWED_SHARE && digitShare(zone) >= LEAST_DIGIT_SHARE;
  return isSeen && isLaidOut && beginsAsItMust(zone);
}

/** Enough of a zone to say that there is one, too little to trust what it says. */
export function isZoneInPart(zone: FoundZone): boolean {
  return sureShare(zone) >= PART_SURE_SHARE;
}

/** Natural logarithm of the likelihood, a character, below which print is not taken for a zone. */
const LEAST_SCORE = -1.1;
/** Share of characters that must have been seen with this confidence: a zone is not made up from a few letters. */
const SURE = 0.5;
const LEAST_SURE_SHARE = 0.6;
/**
 * Share of the places that must hold what the format allows there: genuine zones break their rules in a place or two; the ends of
 * two lines, or a line that blur turned into strokes, break them where dates and check digits should stand.
 */
const LEAST_ALLOWED_SHARE = 0.92;
/** Share of the places for dates and check digits that hold a digit: a date may be unknown in part (ICAO Doc 9303-3 §4.8), never all of them. */
const LEAST_DIGIT_SHARE = 0.5;
/** Characters that tell document and state; the French card, which has few other rules, always begins `IDFRA`. One may be misread. */
const BEGINNING = 5;
const LEAST_OF_THE_BEGINNING = 4;
/** From this share on it is told as a zone that was seen in part: other print, laid on the places of a zone, stays well below. */
const PART_SURE_SHARE = 0.35;

/** Share of the places that hold a character which the format allows there. */
function allowedShare({ format, characters }: FoundZone): number {
  const { weights } = zoneRules(format);
  const places = characters.flatMap((line, i) => line.map(({ character }, j) => allows(weights[i]?.[j], character)));
  return places.filter(Boolean).length / Math.max(1, places.length);
}

function beginsAsItMust({ format, characters: [first = []] }: FoundZone): boolean {
  const [weights = []] = zoneRules(format).weights;
  const beginning = first.slice(0, BEGINNING).filter(({ character }, j) => allows(weights[j], character));
  return beginning.length >= LEAST_OF_THE_BEGINNING;
}

/** Of the places where digits may stand and letters may not, the share that holds one. */
function digitShare({ format, characters }: FoundZone): number {
  const { weights } = zoneRules(format);
  const isForDigits = (i: number, j: number) => allows(weights[i]?.[j], '0') && !allows(weights[i]?.[j], 'A');
  const places = characters.flatMap((line, i) => line.filter((_, j) => isForDigits(i, j)));
  return places.filter(({ character }) => /[0-9]/.test(character)).length / Math.max(1, places.length);
}

function allows(weights: Float32Array | undefined, character: string): boolean {
  return weights?.[MRZ_CHARACTERS.indexOf(character)] === 1;
}

function sureShare(zone: FoundZone): number {
  const characters = zone.characters.flat();
  return characters.filter(({ confidence }) => confidence >= SURE).length / Math.max(1, characters.length);
}
