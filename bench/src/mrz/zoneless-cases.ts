import { ZONELESS_KINDS, type ZonelessKind } from '@vidimus/specimens';

/** A picture without a zone to draw. */
export type ZonelessCase = { readonly seed: number; readonly zoneless: ZonelessKind; readonly widthPx: number };

const USUAL_WIDTH_PX = 2016;
const FULL_WIDTH_PX = 4032;
/** One in so many is taken with 12 megapixels. */
const FULL_EVERY = 10;

/** Goes round the kinds evenly. */
export function planZoneless(count: number, firstSeed: number): readonly ZonelessCase[] {
  return Array.from({ length: count }, (_, turn) => ({
    seed: firstSeed + turn,
    zoneless: ZONELESS_KINDS[turn % ZONELESS_KINDS.length] ?? 'table',
    widthPx: turn % FULL_EVERY === FULL_EVERY - 1 ? FULL_WIDTH_PX : USUAL_WIDTH_PX,
  }));
}
