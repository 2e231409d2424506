import type { DrawnResult } from './drawn-worker.ts';
import { alignTexts } from './edit-alignment.ts';
import type { ZoneFacts } from './zone-facts.ts';

/** In words: what went wrong, and what the truth tells of the picture. */
export function whyWrong(result: DrawnResult, read: readonly string[] | null): string {
  const printed = result.printed ?? [];
  const what = read === null ? 'no zone found' : describeErrors(printed, read);
  return result.facts === null ? what : `${what}; ${describeFacts(result.facts)}`;
}

/** Errors told one by one; more are only counted. */
const MOST_TOLD = 4;

function describeErrors(printed: readonly string[], read: readonly string[]): string {
  if (read.length !== printed.length) return `${read.length} lines of ${printed.length}`;
  const errors = printed.flatMap((line, i) =>
    errorsOf(line, read[i] ?? '').map((error) => `${error} in line ${i + 1}`),
  );
  const rest = errors.length - MOST_TOLD;
  return [...errors.slice(0, MOST_TOLD), ...(rest > 0 ? [`${rest} more`] : [])].join(', ');
}

function errorsOf(printed: string, read: string): readonly string[] {
  let column = 0;
  return alignTexts(printed, read).flatMap((pair) => {
    if (pair.printed !== null) column++;
    if (pair.printed === pair.read) return [];
    if (pair.printed === null) return [`${pair.read} made up after column ${column}`];
    return pair.read === null ? [`${pair.printed} lost at column ${column}`] : [`${pair.printed} read as ${pair.read}`];
  });
}

/** From here on it is worth telling. */
const WORTH = { blur: 0.1, motion: 0.1, hidden: 0.001, contrast: 0.5 } as const;

function describeFacts(facts: ZoneFacts): string {
  const told = [`characters ${facts.heightPx.toFixed(1)} px high`];
  if (facts.blurToHeight >= WORTH.blur) told.push(`blur ${facts.blurToHeight.toFixed(2)} of that`);
  if (facts.motionToHeight >= WORTH.motion) told.push(`motion ${facts.motionToHeight.toFixed(2)} of that`);
  if (facts.hiddenShare >= WORTH.hidden) told.push(`${(100 * facts.hiddenShare).toFixed(1)} % hidden`);
  if (facts.contrast <= WORTH.contrast) told.push(`contrast ${facts.contrast.toFixed(2)}`);
  if (!facts.isReadable) told.push('not readable by the table');
  return told.join(', ');
}
