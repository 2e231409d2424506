import { median, percentile } from '../percentile.ts';
import { characterErrorRate, confusionMatrixText, listConfusions } from './confusions.ts';
import { nameOfDrawn } from './drawn-photo.ts';
import { calibrationError } from './reliability.ts';
import type { CoreTiming } from './run-core-timing.ts';
import type { SideBySideRow } from './run-side-by-side.ts';
import type { Bucket, ConfusionGroup, DrawnScores, ScoredZone } from './score-drawn.ts';
import { whyWrong } from './why-wrong.ts';

const P95 = 0.95;
const MOST_CONFUSIONS = 6;
const MOST_FAILURES = 20;

/** The side-by-side table of every set of pictures. */
export function sideBySideText(rows: readonly SideBySideRow[], isOneCore: boolean): string {
  const sets = [...new Set(rows.map(({ set }) => set))];
  return `## Side by side

The same picture files, one after another, each reader alone in its own process${isOneCore ? ' and on one core' : ' (not pinned to a core: no `taskset` here)'}, opening the file
included. *Dangerous*: all check digits hold and a line is wrong all the same. Seconds are of the clock; processor seconds are those of the
reader's processes, which other work on the machine disturbs less. How each reader is run: [peers.md](peers.md).

${sets.map((set) => setText(rows.filter((row) => row.set === set))).join('\n')}`;
}

function setText(rows: readonly SideBySideRow[]): string {
  const [first] = rows;
  if (first === undefined) return '';
  const hasZones = first.read.some(({ picture }) => picture.printed !== null);
  const head = hasZones
    ? '| | all lines exact | number, birth, expiry exact | dangerous | nothing found | failed | median s | p95 s | processor s | MiB |\n|---|---|---|---|---|---|---|---|---|---|'
    : '| | false reads | failed | median s | p95 s | processor s | MiB |\n|---|---|---|---|---|---|---|';
  const lines = rows.map(
    (row) => `| ${row.reader} | ${(hasZones ? zoneCells(row) : zonelessCells(row)).join(' | ')} |`,
  );
  return `### ${first.set} (${first.read.length})\n\n${head}\n${lines.join('\n')}\n`;
}

function zoneCells(row: SideBySideRow): readonly string[] {
  const scores = row.read.flatMap(({ score }) => score ?? []);
  const count = (isCounted: (score: (typeof scores)[number]) => boolean): string =>
    String(scores.filter(isCounted).length);
  return [
    `**${count(({ isExact }) => isExact)}**`,
    count(({ areFieldsExact }) => areFieldsExact),
    count(({ isWrongButChecked }) => isWrongButChecked),
    count(({ isFound }) => !isFound),
    ...commonCells(row),
  ];
}

function zonelessCells(row: SideBySideRow): readonly string[] {
  return [`**${row.read.filter(({ reading }) => reading.lines !== null).length}**`, ...commonCells(row)];
}

function commonCells({ read, peakMib }: SideBySideRow): readonly string[] {
  const seconds = read.map(({ reading }) => reading.wholeMs / 1000);
  const processor = read.reduce((sum, { reading }) => sum + reading.cpuMs / 1000, 0) / Math.max(1, read.length);
  return [
    String(read.filter(({ reading }) => reading.failed !== null).length),
    median(seconds).toFixed(2),
    percentile(seconds, P95).toFixed(2),
    processor.toFixed(2),
    String(peakMib),
  ];
}

/** Everything about one reader on the drawn photographs. */
export function drawnText(scores: DrawnScores): string {
  const { reader, zones, readable, zoneless, falseReads, wrongButChecked, notFound } = scores;
  const fieldsExact = readable.filter(({ score }) => score.areFieldsExact).length;
  return `## ${reader}, on drawn photographs

${zones.length} photographs with a zone and ${zoneless} without; what is readable is told by the camera's own measurements
(\`specimens/src/fault-limits.table.ts\`).

| | exact | of | share | wanted |
|---|---|---|---|---|
${scores.buckets.map(bucketLine).join('\n')}

Where every character is readable: ${fieldsExact} of ${readable.length} have document number, birth and expiry exact; ${wrongButChecked} have all check
digits right but a line wrong; in ${notFound} nothing was found. Pictures without a zone of which one was read: ${falseReads.length} of ${zoneless}${falseReads.length === 0 ? '' : ` (${falseReads.map(({ drawn }) => nameOfDrawn(drawn)).join(', ')})`}.

### Character errors

All zones, readable or not. The error rate is of those that were found: characters mistaken, lost or made up; and the commonest
mistakes (printed→read).

| | zones | found | exact | error rate | mistaken | lost | made up |
|---|---|---|---|---|---|---|---|
${[{ name: '**all**', zones, confusions: scores.all }, ...scores.byFault, ...scores.byFace].map(groupLine).join('\n')}

<details><summary>Confusion matrix: printed (rows) as read (columns)</summary>

\`\`\`
${confusionMatrixText(scores.all)}
\`\`\`

</details>

### Confidence

Characters by the confidence that was reported, and how many of them were right. Expected calibration error: ${percent(calibrationError(scores.reliability), 2)}.

| confidence | characters | mean confidence | right |
|---|---|---|---|
${scores.reliability.map((bin) => `| ${bin.from.toFixed(1)}–${bin.to.toFixed(1)} | ${bin.count} | ${percent(bin.meanConfidence, 2)} | ${percent(bin.rightShare, 2)} |`).join('\n')}

### What still fails

${failuresText(scores)}
`;
}

function bucketLine({ name, zones, wanted }: Bucket): string {
  const share = zones.length === 0 ? null : exactOf(zones) / zones.length;
  const goal = wanted === null ? '' : `≥ ${percent(wanted, 1)}`;
  const mark = wanted === null || share === null ? '' : share >= wanted ? ' ✓' : ' ✗';
  return `| ${name} | ${exactOf(zones)} | ${zones.length} | ${percent(share, 1)} | ${goal}${mark} |`;
}

function exactOf(zones: readonly ScoredZone[]): number {
  return zones.filter(({ score }) => score.isExact).length;
}

function groupLine({ name, zones, confusions }: ConfusionGroup): string {
  const found = zones.filter(({ score }) => score.isFound).length;
  const list = listConfusions(confusions);
  const top = list.slice(0, MOST_CONFUSIONS).map(({ printed, read, count }) => `${printed}→${read} ×${count}`);
  return `| ${name} | ${zones.length} | ${found} | ${exactOf(zones)} | ${percent(characterErrorRate(confusions), 3)} | ${top.join(', ')} | ${confusions.lost} | ${confusions.madeUp} |`;
}

function failuresText({ wrong }: DrawnScores): string {
  if (wrong.length === 0) return 'Nothing of which the table above wants anything.';
  const lines = wrong
    .slice(0, MOST_FAILURES)
    .map(({ result, reading }) => `- \`${nameOfDrawn(result.drawn)}\`: ${whyWrong(result, reading.lines)}`);
  const rest = wrong.length - lines.length;
  return [...lines, ...(rest > 0 ? [`- and ${rest} more`] : [])].join('\n');
}

/** From decoded pixels to lines. */
export function coreTimingText(timings: readonly CoreTiming[], isOneCore: boolean): string {
  const lines = timings.map(
    ({ reader, withZoneMs, withoutZoneMs, peakMib }) =>
      `| ${reader} | ${spread(withZoneMs)} | ${spread(withoutZoneMs)} | ${peakMib} |`,
  );
  return `## Time on one core

From a decoded photograph of 12 megapixels to lines, one after another in a warm process${isOneCore ? '' : ' (not pinned to a core: no `taskset` here)'}: median / 95th percentile,
milliseconds; peak memory of the process and its decoders, MiB.

| | with a zone (${timings[0]?.withZoneMs.length ?? 0}) | without (${timings[0]?.withoutZoneMs.length ?? 0}) | memory |
|---|---|---|---|
${lines.join('\n')}
`;
}

function spread(numbers: readonly number[]): string {
  return `${Math.round(median(numbers))} / ${Math.round(percentile(numbers, P95))}`;
}

function percent(value: number | null, digits: number): string {
  return value === null ? '–' : `${(100 * value).toFixed(digits)} %`;
}
