import { z } from 'zod';
import { evidenceSchema, namedCharacterSchema, sourceSchema } from '../packages/vocabulary/src/evidence.ts';
import { checkReportSchema, mrzReportSchema, readReportSchema } from '../packages/vocabulary/src/index.ts';
import {
  mrzCharacterSchema,
  mrzFieldSchema,
  mrzPhotoSchema,
  mrzSchema,
} from '../packages/vocabulary/src/read-report.ts';
import {
  documentSchema,
  fieldSchema,
  pageSchema,
  photoSchema,
  qualitySchema,
  reasonSchema,
} from '../packages/vocabulary/src/report-parts.ts';
import { JSON_REPORT_MEANINGS, type Meanings } from './json-report-meanings.table.ts';

type Shape = z.core.JSONSchema.JSONSchema;

/** In the order of the page; `check` and `read` are the reports, the rest are parts that they share. */
const SECTIONS = [
  ['check', 'What `vidimus check --json` prints', checkReportSchema],
  ['read', 'What `vidimus read --json` prints', readReportSchema],
  ['mrz_report', 'What `vidimus read --only mrz --json` prints', mrzReportSchema],
  ['mrz_photo', 'A photo of which the zone alone was read', mrzPhotoSchema],
  ['reason', 'A reason (`reasons`, `notes`)', reasonSchema],
  ['evidence', 'Evidence', evidenceSchema],
  ['character', 'A character that a finding rests on (`characters`)', namedCharacterSchema],
  ['document', 'The document', documentSchema],
  ['field', 'A field', fieldSchema],
  ['source', 'What a witness says (`witnesses`, `sources`)', sourceSchema],
  ['photo', 'A photo', photoSchema],
  ['page', 'A document seen on a photo (`pages`)', pageSchema],
  ['quality', 'Quality', qualitySchema],
  ['mrz', 'The machine-readable zone (`mrz`)', mrzSchema],
  ['mrz_character', 'A character of the zone (`mrz.characters`)', mrzCharacterSchema],
  ['mrz_field', 'A field of the zone, where the zone alone was read', mrzFieldSchema],
] as const;
/** Longer lists of words stand elsewhere. */
const MOST_WORDS = 8;

/** The whole page docs/json-report.md. Throws where a key has no meaning written down, or a meaning no key. */
export function jsonReportPage(): string {
  const sections = SECTIONS.map(([name, title, schema]) =>
    sectionOf(title, shapeOf(schema), JSON_REPORT_MEANINGS[name]),
  );
  return `# The reports as JSON

<!-- Written by scripts/generate-docs.ts from the schemas in packages/vocabulary: do not edit. -->

\`--json\` prints one report on standard output, and nothing else there. It keeps the schemas
[\`check-report.ts\`](../packages/vocabulary/src/check-report.ts) and
[\`read-report.ts\`](../packages/vocabulary/src/read-report.ts), against which the command line tests what it prints before it
prints it. A new optional key may come at any time; anything else is a new \`vidimus_report\`.

Days are \`YYYY-MM-DD\`, countries three letters (ISO 3166-1 alpha-3), places four corners in pixels of the photo as a person
sees it (upright), clockwise from the top left of the text. The exit status of
\`check\` says the same as \`outcome\`: 0 approved, 1 not; that of \`read\`: 0 something was read, 1
nothing was; with \`--only mrz\`: 0 every photo has a zone, 1 one has none.

The report holds personal data. Keep it as you keep the document itself.

${sections.join('\n\n')}
`;
}

function shapeOf(schema: z.ZodType): Shape {
  return z.toJSONSchema(schema);
}

function sectionOf(title: string, shape: Shape, meanings: Meanings): string {
  const properties = Object.entries(shape.properties ?? {});
  const unknown = Object.keys(meanings).filter((key) => !properties.some(([name]) => name === key));
  if (unknown.length > 0) throw new Error(`${title}: no such key: ${unknown.join(', ')}`);
  const rows = properties.map(([key, value]) => {
    const meaning = meanings[key];
    if (meaning === undefined)
      throw new Error(`${title}: write down what ${key} means (json-report-meanings.table.ts)`);
    const optional = shape.required?.includes(key) ? '' : ', may be missing';
    return `| \`${key}\` | ${typeOf(value)}${optional} | ${meaning} |`;
  });
  return [`## ${title}`, '', '| Key | Type | Meaning |', '|---|---|---|', ...rows].join('\n');
}

function typeOf(shape: Shape | boolean): string {
  if (typeof shape === 'boolean') return 'anything';
  if (shape.const !== undefined) return `\`${String(shape.const)}\``;
  if (shape.enum !== undefined) {
    return shape.enum.length > MOST_WORDS ? 'word' : shape.enum.map((word) => `\`${String(word)}\``).join(', ');
  }
  const choices = shape.anyOf ?? shape.oneOf;
  if (choices !== undefined) return [...new Set(choices.map(typeOf))].join(', ');
  if (shape.type === 'array') {
    const item = [shape.items ?? [], shape.prefixItems ?? []].flat()[0];
    return item === undefined ? 'list' : `list of ${typeOf(item)}`;
  }
  return [shape.type ?? 'anything'].flat().join(', ');
}
