import type { MrzFormat, MrzLayout } from '../../standards/index.ts';
import type { FoundZone } from './found-zone.ts';
import { fuseLooks } from './fuse-looks.ts';
import { isPlainlyRead } from './is-plainly-read.ts';
import type { PlacedLine } from './place-line.ts';
import { stateEvidence } from './rule-evidence.ts';
import { cutoutPoint, type SeenLine } from './seen-line.ts';
import { readCharacters, weighZone } from './settle-characters.ts';
import { spelledLines } from './spelled-line.ts';
import { intoRows, type Row, stackRows } from './stack-rows.ts';
import { type ZoneRules, zoneRules } from './zone-rules.ts';

/** The zone that the seen lines bear out best; null where no lines make one. Several cut-outs of one line compete. */
export function findZone(seen: readonly SeenLine[]): FoundZone | null {
  const rows = intoRows(seen);
  const fits = ({ lineLength }: MrzLayout) =>
    rows.some((row) => row.some(({ cells: { cells } }) => cells.length === lineLength));
  const fitting = FORMATS.filter((format) => fits(zoneRules(format).layout));
  const plain = bestOf(roughZones(rows, fitting).slice(0, 1));
  // Lines as long as the format's that are read plainly leave nothing to weigh.
  if (plain !== null && isPlainlyRead(plain)) return plain;
  return bestOf(roughZones(rows, FORMATS));
}

/** The likeliest of those that fit roughly and read differently. */
function roughZones(rows: readonly Row[], formats: readonly MrzFormat[]): readonly RoughZone[] {
  const zones = formats.flatMap((format) =>
    stackRows(rows, zoneRules(format).layout.lineCount).flatMap((stack) => zoneOf(stack, format)),
  );
  const [best, ...others] = firstOfEach(
    zones.toSorted((a, b) => b.rough - a.rough),
    readsAs,
  ).slice(0, WEIGHED);
  return best ? [best, ...others.filter(({ rough }) => rough >= best.rough - WORTH_WEIGHING)] : [];
}

/** The one that is likeliest when each is weighed in full. */
function bestOf(zones: readonly RoughZone[]): FoundZone | null {
  const weighed = zones.map(({ format, lines, stack, penalty }) => {
    const cells = lines.map(({ seen: look, placed }, i) => fuseLooks(placed, look, stack[i] ?? []));
    const zone = weighZone(cells, zoneRules(format));
    return { format, lines, zone, score: zone.score - penalty };
  });
  const [best] = weighed.toSorted((a, b) => b.score - a.score);
  if (!best) return null;
  const { format, lines, zone, score } = best;
  return { format, lines, characters: readCharacters(zone), score };
}

/** The French card and the visas have the length of TD2 and TD3; their rules tell them apart. */
const FORMATS: readonly MrzFormat[] = ['TD3', 'TD1', 'TD2', 'MRV-A', 'MRV-B', 'FRA-ID'];
/** Zones that are weighed in full, of those that fit roughly and read differently; and of one stack of rows in one format. */
const WEIGHED = 6;
const COMBINATIONS = 3;
/** In nats a character: the zone that proved likeliest fitted at most 0.21 worse than the first, on 150 drawn ones that were not plain. */
const WORTH_WEIGHING = 0.6;
/** Ways to place each line that are weighed together. */
const CHOICES = 6;
/** What a character counts that was seen and found no place, and a place that lies outside the cut-out (in nats). */
const LEFT_OVER = 6;
const UNSEEN = 1;
/** A place at which the network saw nothing at all still may hold a character that glare covers. */
const LEAST_PRESENCE = 0.1;
/** A filler more or less within a run of them, in nats. */
const EDITED = 4;
/** Pitches by which lines may begin apart, for perspective and the fit; what each further one costs, and at most, in nats. */
const FREE_SHIFT = 0.5;
const SHIFTED = 6;
const WORST_SHIFT = 24;
/** What `IDFRA` costs a zone of another format, in nats. */
const FRENCH_START = 6;
const FRENCH = /^IDFRA/;

const readsAs = ({ format, text }: RoughZone): string => `${format} ${text}`;

type RoughZone = {
  readonly format: MrzFormat;
  readonly lines: FoundZone['lines'];
  readonly stack: readonly Row[];
  /** What each place says by itself, letter by letter. */
  readonly text: string;
  /** Natural logarithm of the likelihood, a character, each place taken for itself. */
  readonly rough: number;
  /** Taken from the score a character: what the rules of the format do not explain. */
  readonly penalty: number;
};

/** The best ways to make a zone of one format of these rows; none where a line is far too long or too short. */
function zoneOf(stack: readonly Row[], format: MrzFormat): readonly RoughZone[] {
  const rules = zoneRules(format);
  const choices = stack.map((row, index) =>
    firstOfEach(
      row.flatMap((seen) => placements(seen, rules, index)).toSorted((a, b) => b.score - a.score),
      ({ text }) => text,
    ).slice(0, CHOICES),
  );
  let combined: readonly (readonly Placement[])[] = [[]];
  for (const choice of choices) combined = combined.flatMap((lines) => choice.map((line) => [...lines, line]));
  const count = rules.layout.lineCount * rules.layout.lineLength;
  const zones = combined.map((lines): RoughZone => {
    const loss = misalignment(lines) + otherStart(lines[0]?.text ?? '', format);
    const sum = (of: (line: Placement) => number) => lines.reduce((total, line) => total + of(line), 0);
    return {
      format,
      lines,
      stack,
      text: lines.map(({ text }) => text).join('\n'),
      penalty: (sum((line) => line.loss) + loss) / count,
      rough: (sum((line) => line.score) - loss) / count,
    };
  });
  return firstOfEach(
    zones.toSorted((a, b) => b.rough - a.rough),
    ({ text }) => text,
  ).slice(0, COMBINATIONS);
}

/** The first of those that have the same key, in their order. */
function firstOfEach<T>(all: readonly T[], keyOf: (one: T) => string): readonly T[] {
  return [...new Map(all.toReversed().map((one) => [keyOf(one), one])).values()].toReversed();
}

/** Lines of a zone begin below one another (ICAO Doc 9303-3 §4.4): what it costs that these do not, in nats. */
function misalignment(lines: readonly Placement[]): number {
  const [first, ...rest] = lines;
  if (!first) return 0;
  const pitch = first.seen.pitchPx;
  const start = startPoint(first);
  const across = {
    x: (first.seen.right.x - first.seen.left.x) / pitch,
    y: (first.seen.right.y - first.seen.left.y) / pitch,
  };
  const length = Math.max(1, Math.hypot(across.x, across.y));
  return rest.reduce((sum, line) => {
    const point = startPoint(line);
    const shift = ((point.x - start.x) * across.x + (point.y - start.y) * across.y) / length / pitch;
    return sum + Math.min(WORST_SHIFT, SHIFTED * Math.max(0, Math.abs(shift) - FREE_SHIFT));
  }, 0);
}

/** Of the cut-out's height. */
const MIDDLE = 0.5;

function startPoint({ seen, placed }: Placement) {
  return cutoutPoint(seen, placed.cells[0]?.column ?? 0, MIDDLE);
}

/** What it costs, in nats, that a zone begins as that of the French card does, which has the length of TD2. */
function otherStart(text: string, format: MrzFormat): number {
  return format === 'TD2' && FRENCH.test(text) ? FRENCH_START : 0;
}

type Placement = {
  readonly seen: SeenLine;
  readonly placed: PlacedLine;
  /** What each place says by itself. */
  readonly text: string;
  /** Natural logarithm of the likelihood of the whole line, the code of a state in it taken together; `loss` is the part that its places do not explain, in nats. */
  readonly score: number;
  readonly loss: number;
};

function placements(seen: SeenLine, rules: ZoneRules, index: number): readonly Placement[] {
  const weights = rules.weights[index] ?? [];
  const states = rules.layout.slots.filter(
    ({ field, line }) => line === index && (field === 'issuing_state' || field === 'nationality'),
  );
  return spelledLines(seen.cells, rules.layout.lineLength).map(({ placed, text, likeliest }) => {
    const loss = LEFT_OVER * placed.left + UNSEEN * placed.unseen + EDITED * placed.edited;
    let score = -loss;
    placed.cells.forEach(({ probabilities, presence }, column) => {
      const share = strongestShare(probabilities, weights[column], likeliest[column] ?? 0);
      score += Math.log(share * Math.max(LEAST_PRESENCE, presence));
    });
    for (const { start, end } of states) score += stateEvidence(text.slice(start, end));
    return { seen, placed, text, score, loss };
  });
}

/** The share of the likeliest character of a place, as picture and rules weigh it together; `seen` is the likeliest by the picture. */
function strongestShare(probabilities: Float32Array, weights: Float32Array | undefined, seen: number): number {
  // No weight is more than 1.
  if ((weights?.[seen] ?? 1) === 1) return probabilities[seen] ?? 0;
  let best = 0;
  for (let c = 0; c < probabilities.length; c++) best = Math.max(best, (probabilities[c] ?? 0) * (weights?.[c] ?? 1));
  return best;
}
