/** What a schema expected, in plain words: zod's own sentences speak of types and characters. */
import type { z } from 'zod';

/** What stands after "expected": `some text`, `one of "a", "b"`. Messages of our own schemas are such words already. */
export function expectedBy(issue: z.core.$ZodIssue): string {
  switch (issue.code) {
    case 'invalid_type':
      return KINDS[issue.expected] ?? issue.expected;
    case 'invalid_value':
      return oneOf(issue.values);
    case 'invalid_union':
      // Told apart by the word under one key: the options say which words there are.
      if ('options' in issue && issue.options !== undefined) return oneOf(issue.options);
      return [...new Set(issue.errors.flatMap((branch) => branch.map(expectedBy)))].join(' or ');
    case 'invalid_format':
      return FORMATS[issue.format] ?? ownWords(issue.message, 'text of another form');
    case 'too_small':
      if (issue.origin === 'array') return `a list with at least ${issue.minimum} ${entries(issue.minimum)}`;
      if (issue.origin === 'string') {
        return issue.minimum === 1 ? 'some text' : `text of at least ${issue.minimum} characters`;
      }
      return `a number ${issue.inclusive === false ? 'greater than' : 'of at least'} ${issue.minimum}`;
    case 'too_big':
      if (issue.origin === 'array') return `a list with at most ${issue.maximum} ${entries(issue.maximum)}`;
      if (issue.origin === 'string') return `text of at most ${issue.maximum} characters`;
      return `a number ${issue.inclusive === false ? 'less than' : 'of at most'} ${issue.maximum}`;
    default:
      return ownWords(issue.message, 'something else');
  }
}

/** Quotes a text, and shows anything else as it is. */
export function quote(value: unknown): string {
  return typeof value === 'string' ? `"${value}"` : String(value);
}

const KINDS: Readonly<Record<string, string>> = {
  string: 'text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'keys with values',
  record: 'keys with values',
};

const FORMATS: Readonly<Record<string, string>> = {
  datetime: 'a moment in UTC, e.g. 2026-03-02T09:00:00Z (RFC 3339)',
  date: 'a day as YYYY-MM-DD',
  url: 'an address that begins with http:// or https://',
  email: 'an e-mail address',
};

/** zod begins its own sentences so; a schema of ours that has words says what it expects. */
function ownWords(message: string, otherwise: string): string {
  return message.startsWith('Invalid ') ? otherwise : message;
}

function oneOf(values: readonly unknown[]): string {
  return values.length === 1 ? quote(values[0]) : `one of ${values.map(quote).join(', ')}`;
}

function entries(count: number | bigint): string {
  return count === 1 ? 'entry' : 'entries';
}
