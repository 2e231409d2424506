import type { GreyImage, PagePoint, Quad } from '../../photo/index.ts';
import type { EnginePorts } from '../../ports.ts';
import { isPossibleDate } from '../../standards/index.ts';
import { recogniseLines } from '../recognise-text.ts';
import { DOUBTED, type FoundField, type FoundFields } from './find-fields.ts';
import { OTHER_SCRIPT } from './foreign-letters.ts';
import { normaliseValue } from './normalise-value.ts';
import type { Label, Placed } from './place-values.ts';
import { type PrintedLine, printedLine } from './printed-line.ts';

/** So many labels without a value are looked for: detectors miss letters that stand alone, such as a sex. */
const MOST_LABELS = 4;
/** A value read where none was detected is less sure. */
const CERTAINTY = 0.85;
/** A second look takes in this part of the height more on every side. */
const WIDER = 0.2;
/** In heights: a value may begin this much before or behind where those of the other labels do. */
const SLACK = 1 / 3;
/** How much room a value takes, in its heights. */
const SEX_ROOM = 2.4;
const VALUE_ROOM = 11;
/** Pairs of label and value on a page are set alike; so many tell how. */
const LEAST_PAIRS = 2;

/** Looks once more for values where their labels stand without, and at dates that no calendar has. */
export async function lookAgain(
  found: FoundFields,
  lines: readonly PrintedLine[],
  page: GreyImage,
  infer: EnginePorts['infer'],
): Promise<Pick<FoundFields, 'fields' | 'unserved' | 'unreadScripts'>> {
  const known = new Set(found.fields.map(({ field }) => field));
  const places = found.unserved
    .filter(({ target }) => target !== 'other' && target !== 'document_type' && !known.has(target))
    .slice(0, MOST_LABELS)
    .flatMap((label) => {
      const quad = expectedPlace(label, found.placed, lines, page);
      return quad ? [{ label, quad }] : [];
    });
  const impossible = found.fields.filter(({ field, value }) => field.endsWith('_date') && !isPossibleDate(value));
  const quads = [...places.map(({ quad }) => quad), ...impossible.map(({ line }) => grown(line.quad, WIDER))];
  if (quads.length === 0) return found;
  const read = await recogniseLines(page, quads, infer);
  const more = places.flatMap(({ label, quad }, i): readonly FoundField[] => {
    const { target } = label;
    const { text, confidence } = read[i] ?? { text: '', confidence: 0 };
    const value = text === '' || target === 'other' ? null : normaliseValue(target, text, found.context);
    if (value === null || value.includes(OTHER_SCRIPT) || target === 'other' || confidence < DOUBTED) return [];
    return [{ field: target, value, line: printedLine(text, confidence, quad), confidence: confidence * CERTAINTY }];
  });
  const served = new Set(more.map(({ field }) => field));
  return {
    fields: [
      ...found.fields.map((one) => {
        const at = impossible.indexOf(one);
        return at < 0 ? one : reread(one, read[places.length + at]?.text ?? '', found);
      }),
      ...more,
    ],
    unserved: found.unserved.filter(({ target }) => target === 'other' || !served.has(target)),
    unreadScripts: found.unreadScripts,
  };
}

/** The document may really say so: then it is read the same twice. What is read another way is not to be believed. */
function reread(one: FoundField, text: string, { context }: FoundFields): FoundField {
  const value = normaliseValue(one.field, text, context);
  if (value === one.value) return one;
  return value !== null && isPossibleDate(value)
    ? { ...one, value, line: { ...one.line, text } }
    : { ...one, confidence: Math.min(DOUBTED, one.confidence) };
}

/** Where the value of a label should stand, by where those of the other labels of the page do. */
function expectedPlace(
  { line, target }: Label,
  placed: readonly Placed[],
  lines: readonly PrintedLine[],
  { width }: GreyImage,
): Quad<PagePoint> | null {
  const pairs = placed.filter((one) => one.label.line !== one.line && one.line.quad !== one.label.line.quad);
  if (pairs.length < LEAST_PAIRS) return null;
  const middle = (values: readonly number[]) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
  const height = middle(pairs.map((one) => one.line.bottom - one.line.top));
  const down = middle(
    pairs.map((one) => (one.line.top + one.line.bottom - one.label.line.top - one.label.line.bottom) / 2),
  );
  const across = middle(pairs.map((one) => one.line.left - one.label.line.left));
  const y = (line.top + line.bottom) / 2 + down;
  const left = line.left + across - SLACK * height;
  const room = left + (target === 'sex' ? SEX_ROOM : VALUE_ROOM) * height;
  const next = lines
    .filter((one) => one.top < y && one.bottom > y && one.right > left + SLACK * height)
    .map((one) => one.left);
  const right = Math.min(room, width, ...next);
  if (right - left < height / 2) return null;
  const [top, bottom] = [y - height / 2, y + height / 2];
  return [
    { x: left, y: top },
    { x: right, y: top },
    { x: right, y: bottom },
    { x: left, y: bottom },
  ];
}

function grown([a, b, c, d]: Quad<PagePoint>, share: number): Quad<PagePoint> {
  const height = Math.hypot(d.x - a.x, d.y - a.y) * share;
  const at = (p: PagePoint, x: number, y: number): PagePoint => ({ x: p.x + x * height, y: p.y + y * height });
  return [at(a, -1, -1), at(b, 1, -1), at(c, 1, 1), at(d, -1, 1)];
}
