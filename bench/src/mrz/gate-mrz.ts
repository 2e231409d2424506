import { ZONELESS_KINDS, type ZonelessKind } from '@vidimus/specimens';
import type { GateScore } from '../gate.ts';
import type { BenchOptions } from '../options.ts';
import { openDrawnFolder } from './drawn-folder.ts';
import { SEED_OFFSETS } from './mrz-bench.ts';
import { OWN_READERS } from './reader-kinds.ts';
import { type DrawnRun, runDrawn } from './run-drawn.ts';
import { scoreDrawn } from './score-drawn.ts';
import { planZones } from './zone-cases.ts';
import { planZoneless } from './zoneless-cases.ts';

/** One round of the faults. */
const GATE_ZONES = 20;
/** Of one round of the pictures without a zone, those that come nearest to one. */
const NEAREST: readonly ZonelessKind[] = [
  'licence-na-back',
  'card-back',
  'receipt',
  'typed-sheet',
  'payment-slip',
  'parcel-label',
];

/** The gate has three minutes: no frame larger than this, in which every document still stands with characters of some 20 pixels. */
const MOST_WIDTH_PX = 1600;

/** What the reader of the zone reaches on a few photographs, by itself. */
export async function gateMrz(
  options: BenchOptions,
  note: (text: string) => void,
): Promise<{ readonly scores: readonly GateScore[]; readonly crashes: DrawnRun['crashes'] }> {
  const [reader] = OWN_READERS;
  const seed = options.seed + SEED_OFFSETS.gate;
  const folder = await openDrawnFolder(options.drawn);
  try {
    const { results, crashes } = await runDrawn({
      cases: [
        ...planZones(GATE_ZONES, seed),
        ...planZoneless(ZONELESS_KINDS.length, seed).filter(({ zoneless }) => NEAREST.includes(zoneless)),
      ].map((each) => ({ ...each, widthPx: Math.min(each.widthPx, MOST_WIDTH_PX) })),
      readersOf: () => [reader.name],
      folder: folder.path,
      processes: options.processes,
      onProgress: (done, of) => note(`${done}/${of} photographs for the reader of the zone`),
    });
    const { readable, zoneless, falseReads } = scoreDrawn(reader.name, results);
    const exact = readable.filter(({ score }) => score.isExact).length;
    return {
      crashes,
      scores: [
        share('mrz reader exact', exact, readable.length),
        share('mrz reader without false read', zoneless - falseReads.length, zoneless),
      ],
    };
  } finally {
    await folder.leave();
  }
}

function share(name: string, count: number, of: number): GateScore {
  return { name, of, value: of === 0 ? 0 : Math.round((1000 * count) / of) / 1000 };
}
