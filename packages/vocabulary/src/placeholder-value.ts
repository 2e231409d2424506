import type { Evidence } from './evidence.ts';
import { PLACEHOLDERS, type PlaceholderName } from './placeholder.table.ts';
import type { Catalogue } from './texts/catalogue.ts';
import {
  formatCountry,
  formatDate,
  formatDocumentType,
  formatField,
  formatFieldValue,
  formatList,
  formatScript,
  formatUnit,
  wordFor,
} from './texts/format-value.ts';
import { isolated } from './texts/isolate.ts';

/** What a text may know besides the evidence. `by` is an ISO date or moment. */
export type TextContext = { readonly operator?: string; readonly by?: string };

/** Whether a word is a placeholder of the table. */
export function isPlaceholderName(word: string): word is PlaceholderName {
  return Object.hasOwn(PLACEHOLDERS, word);
}

/** What stands for a placeholder, in the language; nothing when nobody knows it. Several values become a list. */
export function placeholderValue(
  name: PlaceholderName,
  evidence: readonly Evidence[],
  catalogue: Catalogue,
  context: TextContext,
): string | undefined {
  const given = name === 'operator' ? context.operator : name === 'by' ? context.by : undefined;
  const raw = given === undefined ? evidence.flatMap((one) => rawValues(name, one)) : [given];
  const field = evidence.find((one) => one.field !== undefined)?.field;
  const words = [...new Set(raw.map((value) => format(name, value, field, catalogue)).filter((word) => word !== ''))];
  if (words.length === 0) return undefined;
  const list = formatList(words, CHOICES.has(name) ? 'disjunction' : 'conjunction', catalogue.locale);
  return isolated(list, catalogue.locale);
}

/** Of these the reader picks one. */
const CHOICES: ReadonlySet<PlaceholderName> = new Set<PlaceholderName>(['accepted', 'channels', 'browsers', 'medium']);

type Raw = string | number;

function rawValues(name: PlaceholderName, evidence: Evidence): readonly Raw[] {
  const fact = evidence.facts?.[name];
  if (fact !== undefined) return Array.isArray(fact) ? fact : [fact];
  switch (name) {
    case 'field':
    case 'fields':
      return evidence.field === undefined ? [] : [evidence.field];
    case 'value':
      return typeof evidence.observed === 'string' ? [evidence.observed] : [];
    case 'a':
      return sourceValues(evidence).slice(0, 1);
    case 'b':
      return sourceValues(evidence).slice(1, 2);
    case 'claimed':
      return sourceValues(evidence, (witness) => witness === 'claim').slice(0, 1);
    case 'read':
      return sourceValues(evidence, (witness) => witness !== 'claim').slice(0, 1);
    default:
      return [];
  }
}

function sourceValues(evidence: Evidence, wanted: (witness: string) => boolean = () => true): readonly string[] {
  return (evidence.sources ?? []).flatMap(({ witness, value }) => (value !== null && wanted(witness) ? [value] : []));
}

function format(name: PlaceholderName, raw: Raw, field: string | undefined, catalogue: Catalogue): string {
  const { kind } = PLACEHOLDERS[name];
  const text = String(raw);
  switch (kind) {
    case 'country':
      return formatCountry(text, catalogue);
    case 'document_type':
      return formatDocumentType(text, catalogue);
    case 'deadline':
      return catalogue.terms.deadline.replace('{date}', formatDate(text, catalogue.locale));
    case 'date':
      return formatDate(text, catalogue.locale);
    case 'years':
      return typeof raw === 'number' ? formatUnit(raw, 'year', catalogue.locale) : text;
    case 'days':
      return typeof raw === 'number' ? formatUnit(raw, 'day', catalogue.locale) : text;
    case 'seconds':
      return typeof raw === 'number' ? formatUnit(raw, 'second', catalogue.locale) : text;
    case 'number':
      return typeof raw === 'number' ? new Intl.NumberFormat(catalogue.locale).format(raw) : text;
    case 'field':
      return formatField(text, catalogue);
    case 'script':
      return formatScript(text, catalogue.locale);
    case 'value':
      return formatFieldValue(text, field, catalogue);
    case 'text':
      return text;
    default:
      return wordFor(catalogue.terms.words[kind], text) ?? text;
  }
}
