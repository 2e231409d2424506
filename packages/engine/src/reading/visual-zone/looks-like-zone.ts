import type { StraightPage, TextLine } from '../../photo/index.ts';

/** Lines of the zone span the page (ICAO Doc 9303-3 §4.1: 30 to 44 characters of 2.54 mm); printed fields hardly do. */
const LEAST_WIDTH = 0.66;
/** The zone is in the lower half, or where a TD1 card has it. */
const HIGHEST = 0.45;
/** Length by height of 30 OCR-B characters is 24; detectors' boxes are up to twice as high as the letters. */
const LEAST_ASPECT = 12;

/** Whether a line looks like one of a machine-readable zone, by its place and shape alone: that zone has its own witness. */
export function looksLikeZone({ quad }: TextLine, page: Pick<StraightPage, 'image'>): boolean {
  const [a, b, c, d] = quad;
  const long = Math.hypot(b.x - a.x, b.y - a.y);
  const high = Math.hypot(d.x - a.x, d.y - a.y);
  const middle = (a.y + c.y) / 2;
  return long > LEAST_WIDTH * page.image.width && middle > HIGHEST * page.image.height && long > LEAST_ASPECT * high;
}

const FILLERS = /[<«‹]{2,}|<[A-Z0-9]*</;
const ZONE_LENGTH = /^[A-Z0-9<]{26,50}$/;

/** The same by what was read: fillers, or capitals and digits without a space over the whole length. */
export function readsLikeZone(text: string): boolean {
  return FILLERS.test(text) || (ZONE_LENGTH.test(text) && /\d/.test(text));
}
