/**
 * What may stand in {braces} in a text about a reason. A value comes from the evidence's `facts` by the same name;
 * where `from` says so, also from other parts of the evidence or from the context (operator, answer time).
 */
export const PLACEHOLDERS = {
  // who, where
  operator: { kind: 'text', from: 'context' },
  country: { kind: 'country', from: 'facts' },
  document_type: { kind: 'document_type', from: 'facts' },
  /** Document types that would be accepted instead. */
  accepted: { kind: 'document_type', from: 'facts' },
  // when
  /** By when a person answers; rendered with its preposition. */
  by: { kind: 'deadline', from: 'context' },
  date: { kind: 'date', from: 'facts' },
  // how many
  age: { kind: 'years', from: 'facts' },
  days: { kind: 'days', from: 'facts' },
  seconds: { kind: 'seconds', from: 'facts' },
  tries: { kind: 'number', from: 'facts' },
  done: { kind: 'number', from: 'facts' },
  steps: { kind: 'number', from: 'facts' },
  max: { kind: 'text', from: 'facts' },
  // what, in the picture and on the document
  /** The fields concerned: `evidence.field` of every evidence, or facts `fields`. */
  fields: { kind: 'field', from: 'evidence' },
  field: { kind: 'field', from: 'evidence' },
  edges: { kind: 'edge', from: 'facts' },
  light: { kind: 'light', from: 'facts' },
  side: { kind: 'side', from: 'facts' },
  other_side: { kind: 'side', from: 'facts' },
  zone: { kind: 'zone', from: 'facts' },
  script: { kind: 'script', from: 'facts' },
  damage: { kind: 'damage', from: 'facts' },
  medium: { kind: 'medium', from: 'facts' },
  item: { kind: 'text', from: 'facts' },
  // values, shown where the disclosure is `full`
  value: { kind: 'value', from: 'evidence' },
  /** As printed, and as coded: facts, or the first two sources. */
  a: { kind: 'value', from: 'evidence' },
  b: { kind: 'value', from: 'evidence' },
  /** What was claimed, and what the document shows: facts, or the source `claim` and the first other one. */
  claimed: { kind: 'value', from: 'evidence' },
  read: { kind: 'value', from: 'evidence' },
  variants: { kind: 'value', from: 'facts' },
  // words of the operator, a provider or the device
  where: { kind: 'name_place', from: 'facts' },
  why: { kind: 'why', from: 'facts' },
  step: { kind: 'step', from: 'facts' },
  purpose: { kind: 'purpose', from: 'facts' },
  alternative: { kind: 'text', from: 'facts' },
  browser: { kind: 'text', from: 'facts' },
  browsers: { kind: 'text', from: 'facts' },
  channel: { kind: 'channel', from: 'facts' },
  channels: { kind: 'channel', from: 'facts' },
  status: { kind: 'text', from: 'facts' },
  source: { kind: 'text', from: 'facts' },
  case_id: { kind: 'text', from: 'facts' },
  body: { kind: 'text', from: 'facts' },
  reasons: { kind: 'text', from: 'facts' },
} as const satisfies Readonly<
  Record<string, { readonly kind: string; readonly from: 'facts' | 'evidence' | 'context' }>
>;

export type PlaceholderName = keyof typeof PLACEHOLDERS;
export type PlaceholderKind = (typeof PLACEHOLDERS)[PlaceholderName]['kind'];
