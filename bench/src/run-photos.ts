import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { BENCH_DAY } from './drawn-specimens.ts';
import { openBenchEngine } from './engine-adapter.ts';
import { editDistance } from './mrz/edit-alignment.ts';
import { type PhotoTruth, readPhotoTruths } from './mrz/photo-truths.ts';

export type PhotoScore = {
  readonly truth: PhotoTruth;
  readonly observed: readonly string[] | null;
  readonly isExact: boolean;
  readonly characterErrors: number;
  readonly wholeMs: number;
};

/** Reads every photo that `truth.json` of the folder names, and compares the lines of the machine-readable zone. */
export async function runPhotos(
  folder: string,
  limit: number,
  onProgress: (done: number, of: number, score: PhotoScore) => void,
): Promise<readonly PhotoScore[]> {
  const truths = (await readPhotoTruths(folder)).slice(0, limit);
  const engine = await openBenchEngine();
  const scores: PhotoScore[] = [];
  try {
    for (const truth of truths) {
      const bytes = new Uint8Array(await readFile(join(folder, truth.file)));
      const { mrzLines, wholeMs } = await engine.check([bytes], BENCH_DAY);
      const [expected, observed] = [truth.mrz.join('\n'), mrzLines?.join('\n') ?? ''];
      const characterErrors = editDistance(expected, observed);
      const score = { truth, observed: mrzLines, isExact: expected === observed, characterErrors, wholeMs };
      scores.push(score);
      onProgress(scores.length, truths.length, score);
    }
  } finally {
    await engine.close();
  }
  return scores;
}

/** A table of exactness: all, those of standard layout, and those whose check digits hold. */
export function photosText(scores: readonly PhotoScore[]): string {
  const line = (name: string, of: readonly PhotoScore[]): string => {
    const exact = of.filter(({ isExact }) => isExact).length;
    const none = of.filter(({ observed }) => observed === null).length;
    const errors = of.reduce((sum, { characterErrors }) => sum + characterErrors, 0);
    const characters = of.reduce((sum, { truth }) => sum + truth.mrz.join('').length, 0);
    const share = of.length === 0 ? '–' : `${((100 * exact) / of.length).toFixed(1)} %`;
    return `| ${name} | ${exact} | ${of.length} | ${share} | ${none} | ${((100 * errors) / Math.max(characters, 1)).toFixed(1)} % |`;
  };
  const types = [...new Set(scores.map(({ truth }) => truth.type))].sort();
  return `## Photographs from a folder

| | exact | of | share | no zone found | characters wrong |
|---|---|---|---|---|---|
${line('all', scores)}
${line(
  'standard layout',
  scores.filter(({ truth }) => truth.standard_layout !== false),
)}
${line(
  'check digits hold',
  scores.filter(({ truth }) => truth.check_digits_hold === true),
)}
${types
  .map((type) =>
    line(
      type,
      scores.filter(({ truth }) => truth.type === type),
    ),
  )
  .join('\n')}
`;
}
