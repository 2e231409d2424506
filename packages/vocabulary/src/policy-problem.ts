import type { z } from 'zod';
import { expectedBy, quote } from './expected-by.ts';
import { type Policy, policySchema } from './policy.ts';

/** What is wrong with a policy, where, and what was expected there, in plain words. */
export type PolicyProblem = {
  /** Keys and list positions from the top: `['documents', 0, 'states']`. The caller finds the line. */
  readonly path: readonly (string | number)[];
  readonly expected: string;
  readonly observed: string;
  /** One sentence with all of it. */
  readonly message: string;
};

export type ParsedPolicy =
  | { readonly ok: true; readonly value: Policy }
  | { readonly ok: false; readonly error: readonly PolicyProblem[] };

/** Reads a policy from any value (parsed YAML or JSON), or says everything that is wrong with it. Never throws. */
export function parsePolicy(value: unknown): ParsedPolicy {
  const parsed = policySchema.safeParse(value);
  if (parsed.success) return { ok: true, value: parsed.data };
  return { ok: false, error: parsed.error.issues.flatMap((issue) => problemsOf(issue, value)) };
}

/** Turns one issue of zod into problems in plain words; `value` is what was parsed. */
export function problemsOf(issue: z.core.$ZodIssue, value: unknown): readonly PolicyProblem[] {
  const path = issue.path.map((step) => (typeof step === 'symbol' ? String(step) : step));
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => {
      const known = keysAt(path);
      const near = known.find((word) => resembles(word, key));
      const expected = near === undefined ? `one of ${known.join(', ')}` : `"${near}", perhaps`;
      return problem([...path, key], expected, `the key "${key}", which no policy has`);
    });
  }
  if (issue.code === 'invalid_union') {
    // None where one key tells them apart.
    const branches =
      issue.errors.length === 0 ? [expectedBy(issue)] : issue.errors.flatMap((branch) => branch.map(expectedBy));
    // The list branch is the telling one where a list was given: say which of its entries is wrong.
    const inner = issue.errors.flat().find((one) => one.path.length > 0);
    if (inner !== undefined) return problemsOf({ ...inner, path: [...issue.path, ...inner.path] }, value);
    return [problem(path, [...new Set(branches)].join(' or '), shown(at(value, path)))];
  }
  return [problem(path, expectedBy(issue), shown(at(value, path)))];
}

function problem(path: readonly (string | number)[], expected: string, observed: string): PolicyProblem {
  const where = path.length === 0 ? 'The policy' : `"${path.join('.')}"`;
  return { path, expected, observed, message: `${where}: expected ${expected}, found ${observed}.` };
}

function shown(value: unknown): string {
  if (value === undefined) return 'nothing';
  if (value === null) return 'an empty value';
  if (Array.isArray(value)) return value.length === 0 ? 'an empty list' : `a list of ${value.length}`;
  if (typeof value === 'object') return 'keys with values';
  return quote(value);
}

function at(value: unknown, path: readonly (string | number)[]): unknown {
  let here: unknown = value;
  for (const step of path) {
    if (typeof here !== 'object' || here === null) return undefined;
    here = Reflect.get(here, step);
  }
  return here;
}

/** Keys that the schema has at a place; only the four nested places need to be told apart. */
function keysAt(path: readonly (string | number)[]): readonly string[] {
  const { shape } = policySchema;
  const [first] = path;
  if (first === 'thresholds') return Object.keys(shape.thresholds.unwrap().shape);
  if (first === 'residence') return Object.keys(shape.residence.unwrap().shape);
  if (first === 'phone_countries') return Object.keys(shape.phone_countries.unwrap().shape);
  if (first === 'contacts') return ['kind', 'channels', 'by_itself'];
  if (first === 'documents') return Object.keys(shape.documents.element.shape);
  return Object.keys(shape);
}

/** Near enough for "perhaps": the same letters but for two, or one contained in the other. */
function resembles(word: string, typed: string): boolean {
  const plain = typed.toLowerCase().replace(/[^a-z]/g, '');
  const other = word.replaceAll('_', '');
  if (plain.length > 2 && (other.includes(plain) || plain.includes(other))) return true;
  return editDistance(other, plain) <= 2;
}

function editDistance(one: string, other: string): number {
  let row = Array.from({ length: other.length + 1 }, (_cell, index) => index);
  for (let i = 1; i <= one.length; i++) {
    const next = [i];
    for (let j = 1; j <= other.length; j++) {
      const same = one[i - 1] === other[j - 1] ? 0 : 1;
      next.push(Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, (row[j - 1] ?? 0) + same));
    }
    row = next;
  }
  return row[other.length] ?? 0;
}
