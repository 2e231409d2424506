import type { EnginePorts } from '../ports.ts';
import type { OutlineMaps } from './outline/outline-maps.ts';
import type { TextLine, UnmeasuredPage } from './page.ts';
import type { RgbImage } from './pixels.ts';
import { straightenPage } from './straighten-page.ts';
import { findTextLines } from './text/find-text-lines.ts';
import { lengthOf } from './text/line-length.ts';

/** Of the text detector's input when it looks over a whole photo. */
const TEXT_LONG_EDGE = 736;
/** A machine-readable zone has at least 30 characters in a line: over 20 times as long as high, also where the detector lost an end. */
const ZONE_ASPECT = 14;
/** Lines of one zone are of like length. */
const ALIKE = 0.8;
/** A page of prose has more long lines than a zone. */
const MOST_ZONE_LINES = 4;
const FEWEST_LINES = 3;

/** The whole frame as a page when its text looks like a document's: a zone of long lines of like length, at most a few. Null otherwise. */
export async function wholeFrame(
  photo: RgbImage,
  small: RgbImage,
  maps: OutlineMaps,
  infer: EnginePorts['infer'],
): Promise<UnmeasuredPage | null> {
  const lines = await findTextLines(small, TEXT_LONG_EDGE, infer);
  if (lines.length < FEWEST_LINES || !hasZone(lines)) return null;
  const { width, height } = photo;
  return straightenPage(
    {
      photo,
      small,
      found: false,
      isSettled: false,
      outline: {
        quad: [
          { x: 0, y: 0 },
          { x: width, y: 0 },
          { x: width, y: height },
          { x: 0, y: height },
        ],
        onFrame: [true, true, true, true],
        directionCertainty: 0,
        confidence: 0,
        clear: false,
        maps,
      },
    },
    infer,
  );
}

function hasZone(lines: readonly TextLine[]): boolean {
  const long = lines
    .map((line) => ({ length: lengthOf(line), height: line.heightPx }))
    .filter((l) => l.length > ZONE_ASPECT * l.height);
  const longest = Math.max(0, ...long.map((l) => l.length));
  const alike = long.filter((l) => l.length > ALIKE * longest);
  return alike.length >= 2 && alike.length <= MOST_ZONE_LINES;
}
