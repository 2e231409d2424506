/** The usual settings of a policy as a form, and the document that they are written into. What the form does not know stays. */
import { isObject, type JsonObject } from './json-object.ts';

/** As it is typed: numbers are text; lists of countries are their codes with commas, all where the text is empty. */
export type PolicyForm = {
  readonly name: string;
  readonly operator: string;
  readonly documents: readonly DocumentRow[];
  readonly residence_accept: string;
  readonly residence_refuse: string;
  readonly minimum_age: string;
  readonly minimum_days_left: string;
  readonly retention_days: string;
  readonly required_fields: readonly string[];
  readonly contact_phone: boolean;
  readonly contact_email: boolean;
  /** Of the telephone's channels. */
  readonly contact_by_itself: boolean;
  readonly require_both_sides: boolean;
  readonly review_every_approval: boolean;
  readonly two_person_review: boolean;
};
export type DocumentRow = { readonly states: string; readonly types: readonly string[] };

/** Rows are numbered in the names of their fields: `documents.0.states`. More are not read. */
export const MOST_ROWS = 40;

/** What a document says, or what holds where it is silent: `defaults` is a document in which nothing is left out. */
export function formOf(document: JsonObject, defaults: JsonObject): PolicyForm {
  const said = (key: string) => document[key] ?? defaults[key];
  const residence = said('residence');
  const { accept, refuse } = isObject(residence) ? residence : {};
  return {
    name: textIn(said('name')),
    operator: textIn(said('operator')),
    documents: listIn(said('documents')).map((rule) => {
      const { states, types } = isObject(rule) ? rule : {};
      return { states: codesIn(states), types: textsIn(types) };
    }),
    residence_accept: codesIn(accept),
    residence_refuse: codesIn(refuse),
    minimum_age: textIn(said('minimum_age')),
    minimum_days_left: textIn(said('minimum_days_left')),
    retention_days: textIn(said('retention_days')),
    required_fields: textsIn(said('required_fields')),
    contact_phone: contactIn(said('contacts'), 'phone') !== undefined,
    contact_email: contactIn(said('contacts'), 'email') !== undefined,
    contact_by_itself: contactIn(said('contacts'), 'phone')?.by_itself === true,
    require_both_sides: said('require_both_sides') === true,
    review_every_approval: said('review_every_approval') === true,
    two_person_review: said('two_person_review') === true,
  };
}

/** Writes into the document what differs between two states of the form; the same states change nothing. */
export function applyForm(document: JsonObject, before: PolicyForm, after: PolicyForm): JsonObject {
  const changed: Record<string, unknown> = { ...document };
  const put = (key: string, value: unknown) => {
    if (value === undefined) delete changed[key];
    else changed[key] = value;
  };
  for (const key of ['name', 'operator'] as const) if (before[key] !== after[key]) put(key, after[key]);
  for (const key of ['minimum_age', 'minimum_days_left', 'retention_days'] as const) {
    if (before[key] !== after[key]) put(key, numberOf(after[key]));
  }
  for (const key of ['require_both_sides', 'review_every_approval', 'two_person_review'] as const) {
    if (before[key] !== after[key]) put(key, after[key]);
  }
  const isOther = (['contact_phone', 'contact_email', 'contact_by_itself'] as const).some(
    (key) => before[key] !== after[key],
  );
  if (isOther) put('contacts', contactsOf(document.contacts, before, after));
  const fields = inOrder(before.required_fields, after.required_fields);
  if (!same(before.required_fields, fields)) put('required_fields', fields);
  const rows = after.documents.map(({ states, types }, index) => {
    return { states, types: inOrder(before.documents[index]?.types ?? [], types) };
  });
  if (!same(before.documents, rows)) put('documents', rows.map(ruleOf));
  if (before.residence_accept !== after.residence_accept || before.residence_refuse !== after.residence_refuse) {
    const kept = isObject(document.residence) ? document.residence : {};
    const accept = countriesOf(after.residence_accept) ?? 'all';
    put('residence', { ...kept, accept, refuse: countriesOf(after.residence_refuse) ?? [] });
  }
  return changed;
}

/** The form as a browser sends it. A row in which nothing is ticked or written is none. */
export function formFrom(sent: Pick<FormData, 'get' | 'getAll' | 'has'>): PolicyForm {
  const text = (key: string) => String(sent.get(key) ?? '').trim();
  const list = (key: string) => sent.getAll(key).map(String);
  const rows = Array.from({ length: MOST_ROWS }, (_row, index) => ({
    states: canonical(text(`documents.${index}.states`)),
    types: list(`documents.${index}.types`),
  }));
  return {
    name: text('name'),
    operator: text('operator'),
    documents: rows.filter(({ states, types }) => states !== '' || types.length > 0),
    residence_accept: canonical(text('residence_accept')),
    residence_refuse: canonical(text('residence_refuse')),
    minimum_age: text('minimum_age'),
    minimum_days_left: text('minimum_days_left'),
    retention_days: text('retention_days'),
    required_fields: list('required_fields'),
    contact_phone: sent.has('contact_phone'),
    contact_email: sent.has('contact_email'),
    contact_by_itself: sent.has('contact_by_itself'),
    require_both_sides: sent.has('require_both_sides'),
    review_every_approval: sent.has('review_every_approval'),
    two_person_review: sent.has('two_person_review'),
  };
}

/** A document as text: two spaces, and lists of plain values on one line where they fit. */
export function writeDocument(document: JsonObject): string {
  return written(document, '');
}

const MOST_LINE = 100;

function written(value: unknown, indent: string): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null';
  const inner = `${indent}  `;
  if (Array.isArray(value)) {
    const parts = value.map((one) => written(one, inner));
    const line = `[${parts.join(', ')}]`;
    const isPlain = value.every((one) => typeof one !== 'object' || one === null);
    return isPlain && line.length <= MOST_LINE ? line : block(parts, '[]', indent);
  }
  const said = Object.entries(value).filter(([, one]) => one !== undefined);
  return block(
    said.map(([key, one]) => `${JSON.stringify(key)}: ${written(one, inner)}`),
    '{}',
    indent,
  );
}

function block(parts: readonly string[], brackets: '[]' | '{}', indent: string): string {
  const [open, close] = brackets;
  if (parts.length === 0) return brackets;
  return `${open}\n${parts.map((part) => `${indent}  ${part}`).join(',\n')}\n${indent}${close}`;
}

function contactIn(contacts: unknown, kind: 'phone' | 'email'): JsonObject | undefined {
  return listIn(contacts)
    .filter(isObject)
    .find((rule) => rule.kind === kind);
}

/** What else a rule says stays; undefined for none. */
function contactsOf(contacts: unknown, before: PolicyForm, after: PolicyForm): readonly JsonObject[] | undefined {
  const phone = contactIn(contacts, 'phone') ?? { kind: 'phone' };
  const isKept = before.contact_by_itself === after.contact_by_itself;
  const rules = [
    ...(after.contact_phone ? [isKept ? phone : { ...phone, by_itself: after.contact_by_itself }] : []),
    ...(after.contact_email ? [contactIn(contacts, 'email') ?? { kind: 'email' }] : []),
  ];
  return rules.length === 0 ? undefined : rules;
}

function ruleOf({ states, types }: DocumentRow) {
  return { states: countriesOf(states) ?? 'all', types };
}

/** Undefined for none. */
function countriesOf(text: string): readonly string[] | undefined {
  const codes = text.split(/[\s,;]+/).filter((code) => code !== '');
  return codes.length === 0 ? undefined : codes.map((code) => code.toUpperCase());
}

function canonical(text: string): string {
  return (countriesOf(text) ?? []).join(', ');
}

function codesIn(value: unknown): string {
  return Array.isArray(value) ? value.map(String).join(', ') : '';
}

function textIn(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}

function listIn(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

function textsIn(value: unknown): readonly string[] {
  return listIn(value).map(String);
}

/** What is no number stays as it was typed: the validation says what is wrong with it. */
function numberOf(text: string): number | string | undefined {
  if (text === '') return undefined;
  return /^-?\d{1,15}(\.\d+)?$/.test(text) ? Number(text) : text;
}

/** What is ticked, in the order in which it stood before; what is new comes last. A form has an order of its own, which means nothing. */
function inOrder(before: readonly string[], ticked: readonly string[]): readonly string[] {
  return [...before.filter((one) => ticked.includes(one)), ...ticked.filter((one) => !before.includes(one))];
}

function same(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
