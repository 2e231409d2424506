import { copyFile, mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { nameOfDrawn } from './drawn-photo.ts';
import type { DrawnScores } from './score-drawn.ts';
import { whyWrong } from './why-wrong.ts';

/** Copies every photograph that still fails, with what was printed, what was read and why, as far as the truth tells it. */
export async function saveFailures(folder: string, scores: DrawnScores): Promise<void> {
  const failures = [
    ...scores.wrong.map(({ result, reading }) => ({
      result,
      read: reading.lines,
      why: whyWrong(result, reading.lines),
    })),
    ...scores.falseReads.map((result) => ({
      result,
      read: result.readings.find(({ reader }) => reader === scores.reader)?.reading.lines ?? null,
      why: 'a zone was read where there is none',
    })),
  ];
  const place = join(folder, scores.reader.replace(/[^a-z]+/gi, '-'));
  await mkdir(place, { recursive: true });
  for (const { result, read, why } of failures) {
    const name = nameOfDrawn(result.drawn);
    await copyFile(result.path, join(place, `${name}.jpg`));
    const facts = { why, printed: result.printed, read, drawn: result.drawn, facts: result.facts };
    await writeFile(join(place, `${name}.json`), `${JSON.stringify(facts, null, 1)}\n`);
  }
}
