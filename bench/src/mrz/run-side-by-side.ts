import { ReaderProcess, type TimedReading } from './reader-process.ts';
import type { ReaderKind } from './zone-reader.ts';
import { scoreZone, type ZoneScore } from './zone-score.ts';

/** A picture that every reader reads; `printed` is null where it shows no zone. */
export type Picture = { readonly path: string; readonly printed: readonly string[] | null };

/** Pictures that are counted together. */
export type PictureSet = { readonly name: string; readonly pictures: readonly Picture[] };

export type ReadPicture = {
  readonly picture: Picture;
  readonly reading: TimedReading;
  /** Null: no zone to compare with. */
  readonly score: ZoneScore | null;
};

/** One reader's readings of one set. */
export type SideBySideRow = {
  readonly reader: string;
  readonly set: string;
  readonly read: readonly ReadPicture[];
  readonly peakMib: number;
};

export type SideBySideOptions = {
  readonly readers: readonly ReaderKind[];
  readonly sets: readonly PictureSet[];
  readonly peers: string | null;
  readonly starter: readonly [string, ...string[]] | null;
  readonly onProgress: (text: string) => void;
};

/** Every reader reads the same pictures: one picture after another, each reader alone in its process, none beside another. */
export async function runSideBySide(options: SideBySideOptions): Promise<readonly SideBySideRow[]> {
  const { readers, sets, peers, starter, onProgress } = options;
  const rows: SideBySideRow[] = [];
  for (const kind of readers) {
    const reader = new ReaderProcess(kind, peers, starter);
    await warm(reader, sets);
    for (const { name, pictures } of sets) {
      const read: ReadPicture[] = [];
      for (const picture of pictures) {
        const reading = await reader.read(picture.path);
        const score = picture.printed === null ? null : scoreZone(picture.printed, reading.lines);
        read.push({ picture, reading, score });
        onProgress(`${kind.name}, ${name}: ${read.length}/${pictures.length}, ${Math.round(reading.wholeMs)} ms`);
      }
      rows.push({ reader: kind.name, set: name, read, peakMib: reader.peakMib });
    }
    reader.close();
  }
  return rows;
}

/** Models and compilers are loaded with the first picture: it is read once before anything is timed. */
async function warm(reader: ReaderProcess, sets: readonly PictureSet[]): Promise<void> {
  const first = sets.find(({ pictures }) => pictures.length > 0)?.pictures[0];
  if (first !== undefined) await reader.read(first.path);
}
