import type { FieldName } from '@vidimus/vocabulary';
import { applyHomography, type Page, type PagePoint, type PhotoPoint, type Quad } from '../../photo/index.ts';
import type { EnginePorts } from '../../ports.ts';
import type { FieldReading, VisualZoneReading } from '../document-reading.ts';
import { recogniseLines } from '../recognise-text.ts';
import { findLabel, findLicenceNumber } from './find-label.ts';
import { markOf, titleOf } from './find-title.ts';
import { looksLikeZone, readsLikeZone } from './looks-like-zone.ts';
import { normaliseValue } from './normalise-value.ts';
import { type DateOrder, orderShown } from './parse-printed-date.ts';
import { placeUnnumbered } from './place-unnumbered.ts';
import { type Label, type Placed, placeValues } from './place-values.ts';
import { charactersOf, type PrintedLine, printedLine } from './printed-line.ts';
import { sliceQuad, splitAtNumber } from './split-at-number.ts';
import { stateNamed } from './state-names.ts';

export type VisualZoneOptions = {
  /** The day that "today" means, `YYYY-MM-DD`. */
  readonly asOf: string;
  /** Milliseconds after which nothing further is recognised. */
  readonly budgetMs?: number;
};

/** Documents print up to 45 lines; pages of text are not documents. */
const MOST_LINES = 60;
/** Numbers of ISO/IEC 18013-1 count when at least this many different ones begin lines of the page. */
const LEAST_LICENCE_NUMBERS = 3;
/** `4a.` */
const LONGEST_NUMBER = 3;
/** A detected line that the recogniser is less sure of than this is in a script that it does not know, or no text. */
const UNREAD_BELOW = 0.55;
const SURELY_TEXT = 0.75;
/** ISO 15924: a script that could not be told. */
const UNKNOWN_SCRIPT = 'Zzzz';

/** Reads the printed text of a page and finds its data elements by their labels. */
export async function readVisualZone(
  page: Page,
  ports: Pick<EnginePorts, 'infer' | 'now'>,
  options: VisualZoneOptions,
): Promise<VisualZoneReading> {
  const detected = page.textLines.filter((line) => !looksLikeZone(line, page)).slice(0, MOST_LINES);
  const recognised = await recogniseLines(
    page.image,
    detected.map(({ quad }) => quad),
    ports.infer,
  );
  const lines = detected.flatMap(({ quad }, i) => {
    const { text, confidence } = recognised[i] ?? { text: '', confidence: 0 };
    if (readsLikeZone(text) || text.trim() === '') return [];
    return splitAtNumber(recognised[i]?.characters ?? [], text).map(({ part, from, to }) =>
      printedLine(part, confidence, sliceQuad(quad, from, to), recognised[i]?.characters ?? []),
    );
  });
  const unread = detected.some(
    ({ score, heightPx }, i) =>
      score > SURELY_TEXT && heightPx > page.image.height / 60 && (recognised[i]?.confidence ?? 0) < UNREAD_BELOW,
  );
  const toRegion = regionOn(page);
  return {
    lines: lines.map(({ text, confidence, quad }) => ({ text, confidence, region: toRegion(quad) })),
    ...findFields(lines, options.asOf, toRegion),
    unreadScripts: unread ? [UNKNOWN_SCRIPT] : [],
    marks: [...new Set(lines.flatMap(({ text }) => markOf(text) ?? []))],
  };
}

type ToRegion = (quad: Quad<PagePoint>) => Quad<PhotoPoint>;

/** The story of the fields: labels, values within their lines, values placed by geometry, titles and states. */
export function findFields(
  lines: readonly PrintedLine[],
  asOf: string,
  toRegion: ToRegion,
): Pick<VisualZoneReading, 'fields' | 'labelsWithoutValue'> {
  const numbered = lines.map(({ text }) => findLicenceNumber(text));
  const isLicence = new Set(numbered.flatMap((found) => found?.number ?? [])).size >= LEAST_LICENCE_NUMBERS;
  const context = { order: dateOrder(lines), asOf };
  const labels: Label[] = [];
  const values: PrintedLine[] = [];
  const placed: Placed[] = [];
  for (const [i, line] of lines.entries()) {
    const found = (isLicence ? numbered[i] : null) ?? findLabel(line.text);
    if (!found) {
      if (markOf(line.text) === null) values.push(line);
      continue;
    }
    const besideOnly = found.number !== undefined && line.text.length <= LONGEST_NUMBER;
    const label: Label = { target: found.target, line, certainty: found.certainty, besideOnly };
    const value = found.rest === '' ? null : normaliseValue(found.target, found.rest, context);
    if (value !== null) placed.push({ label, value, line: { ...line, text: found.rest } });
    else labels.push(label);
  }
  placed.push(...placeValues(labels, values, context));
  if (isLicence) placed.push(...placeUnnumbered(placed, values, context));
  const fields = best(placed, toRegion);
  const known = new Set(fields.map(({ field }) => field));
  const missing = labels.filter(
    ({ target }) => target !== 'other' && !placed.some(({ label }) => label.target === target),
  );
  return {
    fields: [...fields, ...titleFields(lines, known, toRegion)],
    labelsWithoutValue: missing.flatMap(({ target, line }) =>
      target === 'other' ? [] : [{ field: target, region: toRegion(line.quad) }],
    ),
  };
}

/** One reading a field: the one whose label and letters are surest. */
function best(placed: readonly Placed[], toRegion: ToRegion): readonly FieldReading[] {
  const byField = new Map<FieldName, Placed>();
  for (const one of placed) {
    const { target } = one.label;
    if (target === 'other' || target === 'document_type') continue;
    const other = byField.get(target);
    if (!other || confidenceOf(one) > confidenceOf(other)) byField.set(target, one);
  }
  return [...byField].map(([field, one]) => {
    const characters = charactersOf(one.line, one.line.text);
    return {
      field,
      witness: 'visual_zone',
      value: one.value,
      printed: one.line.text,
      confidence: confidenceOf(one),
      ...(characters ? { characters: characters.map(({ character, confidence }) => ({ character, confidence })) } : {}),
      region: toRegion(one.line.quad),
    };
  });
}

/** The document's type and state as its title says them, where no label did. */
function titleFields(
  lines: readonly PrintedLine[],
  known: ReadonlySet<FieldName>,
  toRegion: ToRegion,
): readonly FieldReading[] {
  const found: FieldReading[] = [];
  const add = (field: 'document_type' | 'issuing_state', read: (text: string) => string | null) => {
    if (known.has(field)) return;
    for (const { text, confidence, quad } of lines) {
      const value = read(text);
      if (value === null) continue;
      found.push({ field, witness: 'visual_zone', value, printed: text, confidence, region: toRegion(quad) });
      return;
    }
  };
  add('document_type', titleOf);
  add('issuing_state', stateNamed);
  return found;
}

/** What the dates show; else North American licences are month-first, and the world is day-first. */
function dateOrder(lines: readonly PrintedLine[]): DateOrder {
  const texts = lines.map(({ text }) => text);
  const american = texts.some((text) => /\b(DOB|EXP|ISS)\b|DRIVER'?S? LICENSE/i.test(text));
  return orderShown(texts) ?? (american ? 'month-first' : 'day-first');
}

function confidenceOf({ label, line }: Placed): number {
  return label.certainty * line.confidence;
}

function regionOn(page: Page): ToRegion {
  return ([a, b, c, d]) => {
    const point = (p: PagePoint): PhotoPoint => applyHomography(page.pageToPhoto, p.x, p.y);
    return [point(a), point(b), point(c), point(d)];
  };
}
