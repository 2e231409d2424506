import { type Confusions, countConfusions } from './confusions.ts';
import type { DrawnResult } from './drawn-worker.ts';
import { type ConfidentZone, type ReliabilityBin, reliabilityOf } from './reliability.ts';
import type { ZoneCase } from './zone-cases.ts';
import type { ZoneFacts } from './zone-facts.ts';
import type { ZoneReading } from './zone-reader.ts';
import { scoreZone, type ZoneScore } from './zone-score.ts';

/** One photograph of a zone as one reader read it. */
export type ScoredZone = {
  readonly result: DrawnResult;
  readonly zone: ZoneCase;
  readonly facts: ZoneFacts;
  readonly printed: readonly string[];
  readonly reading: ZoneReading;
  readonly score: ZoneScore;
};

export type Bucket = {
  readonly name: string;
  readonly zones: readonly ScoredZone[];
  /** Share of exact ones that is aimed at; null: only told. */
  readonly wanted: number | null;
};

/** Confusions of the zones that have something in common. */
export type ConfusionGroup = {
  readonly name: string;
  readonly zones: readonly ScoredZone[];
  readonly confusions: Confusions;
};

/** How one reader did on the drawn photographs. */
export type DrawnScores = {
  readonly reader: string;
  readonly zones: readonly ScoredZone[];
  readonly buckets: readonly Bucket[];
  readonly notFound: number;
  readonly readable: readonly ScoredZone[];
  readonly wrongButChecked: number;
  readonly byFault: readonly ConfusionGroup[];
  readonly byFace: readonly ConfusionGroup[];
  readonly all: Confusions;
  readonly reliability: readonly ReliabilityBin[];
  /** Not exact, though something is aimed at for zones like it. */
  readonly wrong: readonly ScoredZone[];
  /** Pictures without a zone of which one was read. */
  readonly falseReads: readonly DrawnResult[];
  readonly zoneless: number;
};

export function scoreDrawn(reader: string, results: readonly DrawnResult[]): DrawnScores {
  const zones = results.flatMap((result) => scoredZone(result, reader));
  const zoneless = results.filter((result) => 'zoneless' in result.drawn && readingOf(result, reader) !== undefined);
  const readable = zones.filter(({ facts }) => facts.isReadable);
  const buckets = [bucket('every character readable', 0.995, readable), ...BUCKETS.map((each) => each(zones))];
  const aimedAt = new Set(buckets.flatMap((each) => (each.wanted === null ? [] : each.zones)));
  return {
    reader,
    zones,
    buckets,
    notFound: readable.filter(({ score }) => !score.isFound).length,
    readable,
    wrongButChecked: readable.filter(({ score }) => score.isWrongButChecked).length,
    byFault: groupsOf(zones, ({ zone }) => zone.fault),
    byFace: groupsOf(zones, ({ zone }) => zone.face.name),
    all: countConfusions(zones.map(asReadZone)),
    reliability: reliabilityOf(zones.flatMap(asConfidentZone)),
    wrong: zones.filter((zone) => aimedAt.has(zone) && !zone.score.isExact),
    falseReads: zoneless.filter((result) => readingOf(result, reader)?.lines !== null),
    zoneless: zoneless.length,
  };
}

/** Heights of capitals that count as twelve pixels: a leaning page has a nearer and a farther line. */
const TWELVE_PX = { least: 11.5, below: 13 } as const;
/** Of the character's height: what counts as a fifth; perspective moves what was asked for. */
const FIFTH = { least: 0.17, most: 0.23 } as const;
/** Heights of the other buckets, pixels. */
const HEIGHTS_PX = [13, 16, 20, 26, 34, 1000] as const;

const isFifth = (value: number): boolean => value >= FIFTH.least && value <= FIFTH.most;

/** What is hidden is not judged by its size or its blur. Contrast is left out: blur takes it away. */
const isSeen = ({ facts }: ScoredZone): boolean => facts.hiddenShare <= 0.01;

const BUCKETS: readonly ((zones: readonly ScoredZone[]) => Bucket)[] = [
  (zones) =>
    bucket(
      'characters 12 px high',
      0.98,
      zones.filter(
        (zone) =>
          isSeen(zone) &&
          zone.facts.heightPx >= TWELVE_PX.least &&
          zone.facts.heightPx < TWELVE_PX.below &&
          zone.facts.blurToHeight <= 0.125,
      ),
    ),
  ...HEIGHTS_PX.slice(1).map((below, i) => {
    const from = HEIGHTS_PX[i] ?? 0;
    const name = below === 1000 ? `… ${from} px and more` : `… ${from} to ${below} px`;
    return (zones: readonly ScoredZone[]) =>
      bucket(
        name,
        null,
        zones.filter(({ facts }) => facts.isReadable && facts.heightPx >= from && facts.heightPx < below),
      );
  }),
  (zones) =>
    bucket(
      'motion blur of a fifth of the height',
      0.95,
      zones.filter((zone) => isSeen(zone) && isFifth(zone.facts.motionToHeight)),
    ),
  (zones) =>
    bucket(
      'focus blur of a fifth of the height',
      0.95,
      zones.filter((zone) => isSeen(zone) && isFifth(zone.facts.blurToHeight) && zone.facts.motionToHeight < 0.05),
    ),
];

function bucket(name: string, wanted: number | null, zones: readonly ScoredZone[]): Bucket {
  return { name, wanted, zones };
}

function groupsOf(zones: readonly ScoredZone[], nameOf: (zone: ScoredZone) => string): readonly ConfusionGroup[] {
  const byName = new Map<string, ScoredZone[]>();
  for (const each of zones) {
    const name = nameOf(each);
    byName.set(name, [...(byName.get(name) ?? []), each]);
  }
  return [...byName].map(([name, each]) => ({
    name,
    zones: each,
    confusions: countConfusions(each.map(asReadZone)),
  }));
}

function scoredZone(result: DrawnResult, reader: string): readonly ScoredZone[] {
  const { drawn, facts, printed } = result;
  const reading = readingOf(result, reader);
  if ('zoneless' in drawn || facts === null || printed === null || reading === undefined) return [];
  return [{ result, zone: drawn, facts, printed, reading, score: scoreZone(printed, reading.lines) }];
}

function readingOf({ readings }: DrawnResult, reader: string): ZoneReading | undefined {
  return readings.find((each) => each.reader === reader)?.reading;
}

function asReadZone({ printed, reading }: ScoredZone) {
  return { printed, read: reading.lines };
}

function asConfidentZone({ printed, reading }: ScoredZone): readonly ConfidentZone[] {
  const { lines, confidences } = reading;
  return lines === null || confidences === undefined ? [] : [{ printed, read: lines, confidences }];
}
