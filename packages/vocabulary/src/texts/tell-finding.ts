import { isReasonCode } from '../reason-registry.ts';
import type { Catalogue } from './catalogue.ts';
import { EN_FINDINGS } from './en-findings.table.ts';
import { formatCountry, formatDate, formatField, formatList, wordFor } from './format-value.ts';
import { isolated } from './isolate.ts';

/** What a check or a stage says, in the language. A text that the table does not have stays as it is. */
export function tellFinding(text: string, catalogue: Catalogue): string {
  const whole = wordFor(catalogue.findings, text);
  if (whole !== undefined && !text.includes('{')) return whole;
  for (const { key, pattern } of PATTERNS) {
    const found = pattern.exec(text);
    const parts = found?.groups;
    if (parts === undefined) continue;
    const told = wordFor(catalogue.findings, key) ?? text;
    return told.replace(PLACEHOLDER, (_whole, name: string) =>
      isolated(partOf(name, parts[name] ?? '', catalogue), catalogue.locale),
    );
  }
  return text;
}

const PLACEHOLDER = /\{([a-z_]+)\}/g;

/** What a placeholder of a key stands for; anything else may be any text. */
const SHAPES: Readonly<Record<string, string>> = {
  field: '[a-z_]+',
  fields: '[a-z_, ]+',
  side: 'front|back',
  witness: 'mrz|barcode|visual_zone|claim',
  other: 'mrz|barcode|visual_zone|claim',
  disturbance: 'blur|glare|covering',
  count: '[\\d.,]+',
  turn: '-?[\\d.,]+',
  code: '[a-z_]+',
};

/** The keys with placeholders, those with the most words first: "the document shows no {field}" before "{field} was not read". */
const PATTERNS = Object.keys(EN_FINDINGS)
  .filter((key) => key.includes('{'))
  .toSorted((one, other) => other.length - one.length)
  .map((key) => {
    const source = key
      .split(/(\{[a-z_]+\})/)
      .map((part) => {
        const name = /^\{([a-z_]+)\}$/.exec(part)?.[1];
        // No key has a sign that means something to a regular expression.
        return name === undefined ? part : `(?<${name}>${SHAPES[name] ?? '.+'})`;
      })
      .join('');
    return { key, pattern: new RegExp(`^${source}$`) };
  });

function partOf(name: string, part: string, catalogue: Catalogue): string {
  const { findings, report, reasons, terms, locale } = catalogue;
  switch (name) {
    case 'field':
      return wordFor(findings, part) ?? formatField(part, catalogue);
    case 'fields':
      return formatList(
        part.split(', ').map((field) => formatField(field, catalogue)),
        'conjunction',
        locale,
      );
    case 'list':
      return formatList(
        part.split(', ').map((code) => formatCountry(code, catalogue)),
        'conjunction',
        locale,
      );
    case 'side':
      return wordFor(terms.words.side, part) ?? part;
    case 'witness':
    case 'other': {
      const { mrz, barcode, visual_zone, claim } = report;
      return wordFor({ mrz, barcode, visual_zone, claim }, part) ?? part;
    }
    case 'disturbance':
      return wordFor(findings, part) ?? part;
    case 'date':
      return formatDate(part, locale);
    case 'code':
      return isReasonCode(part) ? reasons[part].heading : part;
    default:
      return part;
  }
}
