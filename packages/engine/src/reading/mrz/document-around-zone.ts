import type { PhotoPoint, Quad } from '../../photo/index.ts';
import type { MrzFormat } from '../../standards/index.ts';
import type { MrzReading } from '../document-reading.ts';

/**
 * Millimetres: the document, the left edge of the zone's first character and the middle of its first line from the top, as the
 * figures of ICAO Doc 9303-4 to -7 have them (§4.2); tolerances are about a millimetre.
 */
const DOCUMENTS: Readonly<Record<MrzFormat, { width: number; height: number; left: number; firstLine: number }>> = {
  TD3: { width: 125, height: 88, left: 6, firstLine: 72.2 },
  TD1: { width: 85.6, height: 53.98, left: 4.7, firstLine: 37.1 },
  TD2: { width: 105, height: 74, left: 6, firstLine: 58.2 },
  'FRA-ID': { width: 105, height: 74, left: 6, firstLine: 58.2 },
  'MRV-A': { width: 120, height: 80, left: 4, firstLine: 64.2 },
  'MRV-B': { width: 105, height: 74, left: 4, firstLine: 58.2 },
};
/** From character to character (ICAO Doc 9303-3 §4.4: ten to the inch). */
const PITCH_MM = 2.54;

/** Where the corners of the document lie whose zone was read, as seen from straight above: the zone is too low to tell a tilt. */
export function documentAroundZone({
  format,
  lines,
  lineRegions,
}: Pick<MrzReading, 'format' | 'lines' | 'lineRegions'>): Quad<PhotoPoint> {
  const [first] = lineRegions;
  const count = lines[0]?.length ?? 0;
  if (!first) throw new Error(`a zone of format ${format} has no place for its lines`);
  const start = between(first[0], first[3]);
  const end = between(first[1], first[2]);
  // One millimetre along the line, in pixels.
  const right = { x: (end.x - start.x) / (count * PITCH_MM), y: (end.y - start.y) / (count * PITCH_MM) };
  const { width, height, left, firstLine } = DOCUMENTS[format];
  const corner = (x: number, y: number): PhotoPoint => ({
    x: start.x + (x - left) * right.x - (y - firstLine) * right.y,
    y: start.y + (x - left) * right.y + (y - firstLine) * right.x,
  });
  return [corner(0, 0), corner(width, 0), corner(width, height), corner(0, height)];
}

function between(a: PhotoPoint, b: PhotoPoint): PhotoPoint {
  return { x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 };
}
