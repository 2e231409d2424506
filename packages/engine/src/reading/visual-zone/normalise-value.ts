import { normaliseStateCode } from '../../standards/index.ts';
import { OTHER_SCRIPT } from './foreign-letters.ts';
import type { LabelTarget } from './labels.table.ts';
import { type DateOrder, parsePrintedDate } from './parse-printed-date.ts';
import { stateNamed, stateOfAdjective } from './state-names.ts';

/** What a printed value cannot tell by itself: the page's order of day and month, and today (`YYYY-MM-DD`). */
export type ValueContext = { readonly order: DateOrder; readonly asOf: string };

/** The normalised value of a printed text for a field, or null where it cannot be one. */
export function normaliseValue(target: LabelTarget, printed: string, context: ValueContext): string | null {
  const text = printed.trim();
  switch (target) {
    case 'birth_date':
    case 'issue_date':
    case 'expiry_date':
      return parsePrintedDate(text, context.order, context.asOf);
    case 'sex':
      return sexOf(text);
    case 'nationality':
      return nationalityOf(text);
    case 'issuing_state':
      return /^[A-Z]{1,3}$/.test(text) ? normaliseStateCode(text) : stateNamed(text);
    case 'document_number':
    case 'personal_number':
      return parsePrintedDate(text, context.order, context.asOf) !== null && /[./\s-]/.test(text)
        ? null
        : numberOf(text);
    case 'primary_identifier':
    case 'secondary_identifier':
      return isName(text) ? tidyName(text) : null;
    case 'document_type':
      return /^[PIACV][A-Z<]?$/.test(text) ? text.replace('<', '') : null;
    case 'licence_categories':
      return categoriesIn(text) ?? (/^[A-Z0-9]{1,3}$/.test(text) ? text : null);
    case 'address':
      return text.length > 1 ? withSpaces(text) : null;
    default:
      return text.length > 1 ? text : null;
  }
}

/** Categories of Directive 2006/126/EC art. 4, written together or apart. */
const CATEGORY = /AM|A1|A2|A|B1|BE|B|C1E|C1|CE|C|D1E|D1|DE|D|T/g;
const CATEGORIES = /^(?:(?:AM|A1|A2|A|B1|BE|B|C1E|C1|CE|C|D1E|D1|DE|D|T)[\s,/]*)+$/;

/** `AM B` for `AMB`, `AM  B`, `AM, B`; null where a text names no categories alone. */
export function categoriesIn(text: string): string | null {
  return CATEGORIES.test(text) ? (text.match(CATEGORY) ?? []).join(' ') : null;
}

/** `T.C./TUR`, `ÍSLAND/ICELAND`, `UTOPIAN`: a part that is a code, else the name of a state, else its adjective. */
function nationalityOf(text: string): string | null {
  const parts = text.split('/').map((part) => part.trim());
  const code = parts.filter((part) => /^[A-Z]{3}$/.test(part)).flatMap((part) => normaliseStateCode(part) ?? []);
  return code[0] ?? stateNamed(text) ?? stateOfAdjective(text);
}

/** Recognisers lose spaces: `7LANTERN QUAY,ZENITH UT10380`. */
function withSpaces(text: string): string {
  return text
    .replace(/,(?=\S)/g, ', ')
    .replace(/(?<=\d)(?=\p{Lu}{3})/gu, ' ')
    .replace(/(?<=\p{Lu}{2})(?=\d)/gu, ' ');
}

/** A name, or what stands in the place of one in another script: it keeps its place on the page. */
function isName(text: string): boolean {
  return (LETTERS.test(text) && /\p{Lu}/u.test(text)) || OTHER_LETTERS.test(text);
}

const OTHER_LETTERS = new RegExp(`^${OTHER_SCRIPT}[${OTHER_SCRIPT}\\s.,’'-]*$`);
const LETTERS = /^[\p{L}\p{M}][\p{L}\p{M}\s.,’'`´-]*$/u;
/** Characters that the number of a document or a person may have. */
const LEAST_NUMBER = 5;
const MOST_NUMBER = 24;
/** Words hold fewer digits than this. */
const LEAST_DIGITS = 3;

/** `M`, `F`, `X`; bilingual `K/F`, `W/F`, `H/M` are settled by their English half (ICAO Doc 9303-3 §3.4, element 12). */
function sexOf(text: string): string | null {
  const letters = text.toUpperCase().replace(/[^A-Z/]/g, '');
  const [first = '', second = ''] = letters.split('/');
  for (const part of [second, first]) {
    if (/^(M|MALE|MAN|MASCULIN|MASCULINO|HOMME|HOMBRE)$/.test(part)) return 'M';
    if (/^(F|FEMALE|FEMME|MUJER|FEMENINO|W|K)$/.test(part)) return 'F';
    if (part === 'X') return 'X';
  }
  return null;
}

function numberOf(text: string): string | null {
  const compact = text.toUpperCase().replace(/[\s.]/g, '');
  if (!/^[A-Z0-9-]+$/.test(compact) || (compact.match(/\d/g) ?? []).length < LEAST_DIGITS) return null;
  return compact.length >= LEAST_NUMBER && compact.length <= MOST_NUMBER ? compact : null;
}

function tidyName(text: string): string {
  return text.replace(/\s+/g, ' ').replace(/[\s.,]+$/, '');
}
