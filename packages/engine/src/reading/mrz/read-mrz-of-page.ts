import { applyHomography, type PagePoint, type StraightPage } from '../../photo/index.ts';
import type { EnginePorts } from '../../ports.ts';
import type { MrzNotRead, MrzReading } from '../document-reading.ts';
import { findLineCandidates } from './find-line-candidates.ts';
import type { FoundZone } from './found-zone.ts';
import { isZoneInPart } from './is-zone.ts';
import type { PlacedZone } from './read-place.ts';
import { readZone } from './read-zone.ts';
import { upsideDown } from './turned-quad.ts';
import { findZoneInPicture } from './zone-in-picture.ts';
import { zoneReading } from './zone-reading.ts';

/** How long is looked for a zone, and when. */
export type ReadMrzOptions = {
  /** What is not found by then is not looked for any longer. */
  readonly budgetMs: number;
  /** The day that "today" means, `YYYY-MM-DD`: settles the century of two-digit years. */
  readonly asOf: string;
};

/**
 * Reads the machine-readable zone of a page: where the zone network finds its lines, and where it finds none or they cannot be read,
 * from the longest lines that the text detector found. All lines together are settled under the rules of the formats. The lines come
 * as printed, each character with its confidence; nothing is repaired. `MrzNotRead` tells what was tried, and what was seen of a zone.
 */
export async function readMrzOfPage(
  page: StraightPage,
  ports: Pick<EnginePorts, 'infer' | 'now'>,
  options: ReadMrzOptions,
): Promise<MrzReading | MrzNotRead> {
  const started = ports.now();
  const toPhoto = ({ x, y }: PagePoint) => applyHomography(page.pageToPhoto, x, y);
  const told = (placed: PlacedZone) => zoneReading(placed, toPhoto, options.asOf);
  const found = await findZoneInPicture(page.grey, ports, options);
  if (found.zone) return told(found.zone);
  const tried = [...found.tried];
  const rejected: PlacedZone[] = found.rejected ? [found.rejected] : [];
  const candidates = findLineCandidates(page);
  const rounds = [0, HALF_TURN].flatMap((turn) =>
    [candidates.filter(({ row }) => row < LIKELY_ROWS), candidates.filter(({ row }) => row >= LIKELY_ROWS)].map(
      (chosen) => ({ turn, quads: chosen.map(({ quad }) => (turn === 0 ? quad : upsideDown(quad))) }),
    ),
  );
  for (const { turn, quads } of rounds) {
    if (quads.length === 0) continue;
    if (ports.now() - started > options.budgetMs) {
      tried.push(`stopped after ${options.budgetMs} ms`);
      break;
    }
    tried.push(`${quads.length} cut-outs of print, turned by ${turn} degrees`);
    const { zone, isSeen } = await readZone(page.grey, quads, ports.infer, LOOKS);
    if (!zone) continue;
    if (isSeen) return told(onPage(zone));
    if (isZoneInPart(zone)) rejected.push(onPage(zone));
  }
  if (candidates.length === 0)
    tried.push(`${page.textLines.length} lines of print, none as long as a line of the zone`);
  const [likeliest] = rejected.toSorted((a, b) => b.zone.score - a.zone.score);
  return {
    tried,
    elapsedMs: ports.now() - started,
    ...(likeliest === undefined ? {} : { rejected: told(likeliest) }),
  };
}

/** First what was seen in part is cut out whole, then what is missed is looked for beside it. */
const LOOKS = 2;
/** Degrees: pages are straightened, and may still stand on their heads. */
const HALF_TURN = 180;
/** Rows that are read first: a zone has two or three, lowest on the page. */
const LIKELY_ROWS = 4;
function onPage(zone: FoundZone): PlacedZone {
  return { zone, toPicture: (point) => point };
}
