import { mkdir, writeFile } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import { findReaders } from './find-readers.ts';
import type { MrzBench } from './mrz-bench.ts';
import { sideBySideText } from './mrz-results-text.ts';
import { readPhotoTruths } from './photo-truths.ts';
import type { DrawnRun } from './run-drawn.ts';
import { type PictureSet, runSideBySide, type SideBySideRow } from './run-side-by-side.ts';

/** Ours and the peers that are installed on the same pictures; what was read is kept where `--save` wants it. */
export async function peersSection({ options, starter, note }: MrzBench, run: DrawnRun): Promise<string> {
  const { readers, missing } = findReaders(options.peers);
  const absent = missing.map(({ name, remedy }) => `Not found: ${name} (${remedy}).`);
  for (const text of absent) note(text);
  const sets = [...(await photoSets(options.folder)), ...drawnSets(run, options.sample)];
  const rows = await runSideBySide({ readers, sets, peers: options.peers, starter, onProgress: note });
  if (options.save !== null) await saveReadings(options.save, rows);
  return [sideBySideText(rows, starter !== null), ...absent, ''].join('\n');
}

async function photoSets(folder: string): Promise<readonly PictureSet[]> {
  if (folder === '') return [];
  const truths = await readPhotoTruths(folder);
  const pictures = truths.map(({ file, mrz }) => ({ path: join(folder, file), printed: mrz }));
  return [{ name: `Photographs of the folder \`${basename(resolve(folder))}\``, pictures }];
}

/** Peers are slow: they read the first of the drawn photographs only. */
function drawnSets({ results }: DrawnRun, sample: number): readonly PictureSet[] {
  const withZone = results.filter(({ printed, facts }) => printed !== null && facts?.isReadable === true);
  const without = results.filter(({ printed }) => printed === null);
  return [
    { name: 'Drawn photographs, every character readable', pictures: withZone.slice(0, sample) },
    { name: 'Drawn pictures without a zone', pictures: without.slice(0, sample) },
  ].filter(({ pictures }) => pictures.length > 0);
}

async function saveReadings(folder: string, rows: readonly SideBySideRow[]): Promise<void> {
  const readings = rows.flatMap(({ reader, read }) =>
    read.map(({ picture, reading, score }) => ({
      reader,
      picture: picture.path,
      isExact: score?.isExact ?? reading.lines === null,
      isDangerous: score?.isWrongButChecked ?? false,
      printed: picture.printed,
      read: reading.lines,
      failed: reading.failed,
      wholeMs: Math.round(reading.wholeMs),
    })),
  );
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, 'side-by-side.json'), `${JSON.stringify(readings, null, 1)}\n`);
}
