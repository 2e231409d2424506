/** What does not fit in a request, in plain words: what was expected, and of which kind the thing is that was found. */
import { expectedBy } from '@vidimus/vocabulary';
import type { z } from 'zod';

/** Of one part of a request, never its value: it may be a name, a number or a secret. `value` is the whole that was parsed. */
export function tellIssue(issue: z.core.$ZodIssue, value: unknown): string {
  return `expected ${expectedBy(issue)}, found ${kindOf(at(value, issue.path))}`;
}

function kindOf(value: unknown): string {
  if (value === undefined) return 'nothing';
  if (value === null) return 'null';
  if (Array.isArray(value)) return value.length === 0 ? 'an empty list' : `a list of ${value.length}`;
  switch (typeof value) {
    case 'string':
      return value === '' ? 'an empty text' : `a text of ${value.length} characters`;
    case 'object':
      return 'keys with values';
    case 'number':
      return 'a number';
    case 'boolean':
      return 'true or false';
    default:
      return 'something else';
  }
}

function at(value: unknown, path: readonly PropertyKey[]): unknown {
  let here: unknown = value;
  for (const step of path) {
    if (typeof here !== 'object' || here === null || !Object.hasOwn(here, step)) return undefined;
    here = Reflect.get(here, step);
  }
  return here;
}
