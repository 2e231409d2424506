import type { Result } from '@vidimus/engine/standards';
import type { Fault, FaultNotUnderstood, SpecimenKind, SpecimenTruth } from '@vidimus/specimens';
import { FIELD_NAMES } from '@vidimus/vocabulary';
import type { CannotRun } from './cannot-run.ts';
import { closestWord } from './closest-word.ts';
import { FAULT_RULES, type FaultRule } from './fault-rules.table.ts';
import { parseWord, refused } from './parse-values.ts';

/** Besides the fields: parts of a document that light or a finger can fall on. */
const PLACES = ['portrait', 'mrz_line_1', 'mrz_line_2', 'mrz_line_3', 'barcode'] as const;

type ParseFault = typeof import('@vidimus/specimens').parseFault;

/** Reads every `--fault`, and refuses what such a document cannot have: nothing that was asked for is left out in silence. */
export function understandFaults(
  texts: readonly string[],
  kind: SpecimenKind,
  parseFault: ParseFault,
): Result<readonly Fault[], CannotRun> {
  const faults: Fault[] = [];
  for (const text of texts) {
    const parsed = parseFault(text);
    if (!parsed.ok) return notUnderstood(parsed.error);
    const wrong = whatIsWrong(parsed.value, text, kind);
    if (wrong !== undefined) return wrong;
    faults.push(parsed.value);
  }
  const zoneFault = faults.find(({ name }) => name.startsWith('mrz-'));
  if (zoneFault !== undefined && faults.some(({ name }) => name === 'unread-script')) {
    return refused('--fault', zoneFault.name, 'it without unread-script, which leaves the code lines out');
  }
  return { ok: true, value: faults };
}

/** A field that such a document has, but not this one: known only when it is drawn. */
export function faultWithoutPlace(
  faults: readonly Fault[],
  truth: SpecimenTruth,
): Result<never, CannotRun> | undefined {
  const printed = new Set(truth.photographs.flatMap(({ elements }) => elements.map(({ name }) => name)));
  // An empty table has no field at all, and says so by itself.
  if (printed.size === 0) return;
  const known = [...FIELD_NAMES, ...PLACES].filter((name) => printed.has(name));
  const lost = faults.find(({ name, field }) => COVERS.has(name) && field !== undefined && !printed.has(field));
  return lost?.field === undefined
    ? undefined
    : refused(`--fault ${lost.name}`, lost.field, `what stands on this document: ${known.join(', ')}`);
}

/** They fall on a place of the picture. `field-absent` takes the field away, so that it is not missed afterwards. */
const COVERS: ReadonlySet<string> = new Set(['glare', 'finger']);

function whatIsWrong(
  { name, field, strength }: Fault,
  text: string,
  kind: SpecimenKind,
): Result<never, CannotRun> | undefined {
  const { kinds, fields, strength: unit, most } = FAULT_RULES[name];
  if (kinds !== undefined && !kinds.includes(kind)) {
    return refused(`--kind with ${name}`, kind, `one of ${kinds.join(', ')}`);
  }
  if (field !== undefined) {
    if (fields === undefined) return refused('--fault', text, `${name} without a field: it concerns the whole`);
    const place = parseWord(field, `--fault ${name}`, fieldsOf(fields));
    if (!place.ok) return place;
  }
  if (strength === undefined) return;
  if (unit === undefined || most === undefined) return refused('--fault', text, `${name} without a number`);
  if (strength > most) return refused('--fault', text, `a number of at most ${most} (${unit})`);
  if (unit.startsWith('days') && !Number.isInteger(strength)) return refused('--fault', text, 'a whole number of days');
  return;
}

function fieldsOf(fields: NonNullable<FaultRule['fields']>): readonly string[] {
  if (fields === 'any place') return [...FIELD_NAMES, ...PLACES];
  return fields === 'any field' ? FIELD_NAMES : fields;
}

function notUnderstood(error: FaultNotUnderstood): Result<never, CannotRun> {
  switch (error.code) {
    case 'fault.name-unknown':
      return refused(
        '--fault',
        error.observed,
        `one of ${error.expected.join(', ')}`,
        closestWord(error.observed, error.expected),
      );
    case 'fault.strength-not-a-number':
      return refused('--fault', error.observed, `a number after the sign, e.g. ${error.expected}`);
    case 'fault.field-empty':
      return refused('--fault', error.observed, `a field after the colon, e.g. ${error.expected}`);
  }
}
