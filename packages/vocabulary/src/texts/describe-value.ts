import type { Evidence } from '../evidence.ts';
import type { FieldName } from '../field-name.ts';
import {
  formatCountry,
  formatDocumentType,
  formatFieldValue,
  formatList,
  formatScript,
  formatUnit,
} from './format-value.ts';
import { joinWords } from './join-words.ts';
import type { ReportLanguage } from './report-language.ts';

type Value = string | number | boolean;

/** A value of an evidence with its unit; `against` is what it is set beside, so that the two never look equal unless they are. */
export function describeValue(
  value: Value,
  evidence: Evidence,
  language: ReportLanguage,
  against?: Value | null,
): string {
  if (typeof value === 'boolean') return language.say(value ? 'yes' : 'no');
  if (typeof value === 'string') return words(value, evidence, language);
  const { unit } = evidence;
  const short = figures(value, unit, FEW_FIGURES, language);
  const isAmbiguous =
    typeof against === 'number' && against !== value && figures(against, unit, FEW_FIGURES, language) === short;
  return isAmbiguous ? figures(value, unit, MORE_FIGURES, language) : short;
}

/** Figures that people read at a glance, and those that tell a value from a limit close to it. */
const FEW_FIGURES = 2;
const MORE_FIGURES = 4;

function figures(value: number, unit: string | undefined, digits: number, { locale, say }: ReportLanguage): string {
  const options = { maximumSignificantDigits: Math.max(digits, wholeDigits(unit === 'share' ? value * 100 : value)) };
  if (unit === 'share') return new Intl.NumberFormat(locale, { style: 'percent', ...options }).format(value);
  if (unit === 'days') return formatUnit(value, 'day', locale);
  const figure = new Intl.NumberFormat(locale, Number.isInteger(value) ? {} : options).format(value);
  switch (unit) {
    case undefined:
      return figure;
    case '0–255':
      return say('of_255', { value: figure });
    case '0–1':
      return say('of_1', { value: figure });
    case 'blur sigma / text height':
      return say('of_height', { value: figure });
    case 'dpi':
      return say('dpi', { value: figure });
    case 'mm across':
      return say('mm_across', { value: figure });
    default:
      return `${figure} ${unit}`;
  }
}

/** Digits before the decimal point, which are never rounded away. */
function wholeDigits(value: number): number {
  return String(Math.trunc(Math.abs(value))).length;
}

/** Codes become words where the measure says what they are codes of; what a document says stays as it is. */
function words(value: string, evidence: Evidence, language: ReportLanguage): string {
  const { catalogue, locale, say, tell } = language;
  const each = (word: (code: string) => string) => formatList(value.split(', ').map(word), 'conjunction', locale);
  switch (evidence.measure) {
    case 'file':
      return fileTrouble(evidence.facts?.why, value, language);
    case 'declared country of residence':
      return value.startsWith('all but ') ? tell(value) : each((code) => formatCountry(code, catalogue));
    case 'sides given':
    case 'side of the document':
      return each((side) => describeSide(side, language));
    case 'script of the name':
      return formatScript(value, locale);
    case 'issuing state and type':
      return each((kind) => stateAndType(kind, language));
    case 'machine-readable part read':
    case 'field seen on the document':
      // The limit: it must be read, or seen.
      return say('yes');
    default:
      return CHECK_ENDS.has(value) ? checkEnd(value, language) : fieldValue(value, evidence, language);
  }
}

/** Why a file could not be used, by its code; what the decoder said of it where the code says nothing. */
export function fileTrouble(why: unknown, observed: string, { catalogue }: ReportLanguage): string {
  const known: Readonly<Record<string, string>> = catalogue.terms.words.why;
  return (typeof why === 'string' ? known[why] : undefined) ?? observed;
}

/** "the front", "the back". */
export function describeSide(side: string, { catalogue, say }: ReportLanguage): string {
  const { front, back } = catalogue.terms.words.side;
  return side === 'front' ? front : side === 'back' ? back : say('not_known');
}

/** What the document says stays as it is; its type is our word. */
export function shownValue(value: string, field: FieldName, { catalogue }: ReportLanguage): string {
  if (field !== 'document_type') return value;
  const types: Readonly<Record<string, { readonly label: string }>> = catalogue.terms.documentType;
  return types[value]?.label ?? value;
}

/** "Utopia, a passport (specimen)" of `UTO passport (specimen)`; a type alone. */
function stateAndType(kind: string, language: ReportLanguage): string {
  const { catalogue, say } = language;
  const parts = kind
    .replace(SPECIMEN, '')
    .split(' ')
    .map((part) => {
      if (part === 'unknown') return say('not_known');
      return /^[A-Z]+$/.test(part) ? formatCountry(part, catalogue) : formatDocumentType(part, catalogue);
    });
  const told = joinWords(parts, language);
  return kind.endsWith(SPECIMEN) ? `${told} (${say('specimen')})` : told;
}

const SPECIMEN = ' (specimen)';

/** A check's name as the measure has its end as the value: of a check that could not look and must. */
const CHECK_ENDS: ReadonlySet<string> = new Set([
  'passed',
  'failed',
  'inconclusive',
  'not_applicable',
  'not_performed',
]);

function checkEnd(outcome: string, { say }: ReportLanguage): string {
  if (outcome === 'passed') return say('passed');
  if (outcome === 'failed') return say('failed');
  if (outcome === 'inconclusive') return say('inconclusive');
  return outcome === 'not_applicable' ? say('not_applicable') : say('not_performed');
}

function fieldValue(value: string, { field, unit }: Evidence, { catalogue, tell }: ReportLanguage): string {
  const told = tell(formatFieldValue(value, field, catalogue));
  return unit === undefined ? told : `${told} ${unit}`;
}
