/** Strangers' words become typed values here, or a problem that names every part that does not fit. */
import { MIMEType } from 'node:util';
import type { Result } from '@vidimus/engine/standards';
import { z } from 'zod';
import { type Problem, problem } from './problem.ts';
import type { Route } from './route.ts';
import { tellIssue } from './tell-issue.ts';

/** Enough to mend a request by; a list of a thousand is no help. */
const MOST_ERRORS = 20;
/** No body of ours is as deep as this; schemas that call themselves would otherwise run out of stack. */
const DEEPEST = 32;
const NOTHING = z.strictObject({});

/** Problem: `request.parameters-invalid`, for parts of the path and for the query. */
export function parseParameters(
  route: Pick<Route, 'params' | 'query'>,
  params: Readonly<Record<string, string>>,
  query: Readonly<Record<string, readonly string[]>>,
): Result<{ readonly params: unknown; readonly query: unknown }, Problem> {
  const given = Object.fromEntries(Object.entries(query).map(([name, values]) => [name, oneOrAll(values)]));
  const parsedParams = (route.params ?? NOTHING).safeParse(params);
  const parsedQuery = (route.query ?? NOTHING).safeParse(given);
  if (parsedParams.success && parsedQuery.success) {
    return { ok: true, value: { params: parsedParams.data, query: parsedQuery.data } };
  }
  const errors = [
    ...issuesOf(parsedParams, params, (path) => `{${path.join('/')}}`),
    ...issuesOf(parsedQuery, given, (path) => `?${path.join('/')}`),
  ].slice(0, MOST_ERRORS);
  return { ok: false, error: problem('request.parameters-invalid', namedIn('the address', errors), { errors }) };
}

/**
 * A JSON body. Without one, the schema says whether it may be missing. Problems: `request.media-type-unknown`,
 * `request.json-malformed`, `request.body-invalid`.
 */
export function parseBody(route: Pick<Route, 'body'>, bytes: Uint8Array, mediaType: string): Result<unknown, Problem> {
  let value: unknown = route.body === undefined ? {} : undefined;
  if (bytes.byteLength > 0) {
    if (mediaType !== 'application/json') {
      const detail = 'Send the body as `Content-Type: application/json`.';
      return { ok: false, error: problem('request.media-type-unknown', detail) };
    }
    const read = readJson(bytes);
    if (!read.ok) return read;
    value = read.value;
  }
  const parsed = (route.body ?? NOTHING).safeParse(value);
  if (parsed.success) return { ok: true, value: parsed.data };
  const errors = issuesOf(parsed, value, jsonPointer).slice(0, MOST_ERRORS);
  return { ok: false, error: problem('request.body-invalid', namedIn('the body', errors), { errors }) };
}

/** Type and subtype in small letters, or an empty text for none and for what is no media type. */
export function mediaTypeOf(contentType: string | undefined): string {
  if (contentType === undefined) return '';
  try {
    return new MIMEType(contentType).essence;
  } catch (error) {
    // What is no media type is none that a route takes.
    if (error instanceof TypeError) return '';
    throw error;
  }
}

/** RFC 6901 §3. */
function jsonPointer(path: readonly PropertyKey[]): string {
  return path.map((step) => `/${String(step).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
}

function readJson(bytes: Uint8Array): Result<unknown, Problem> {
  try {
    const value: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
    if (depthExceeds(value, DEEPEST)) return notJson(`The body is nested deeper than ${DEEPEST} levels.`);
    return { ok: true, value };
  } catch (error) {
    if (error instanceof SyntaxError) return notJson('The body is not JSON (RFC 8259).');
    if (error instanceof TypeError) return notJson('The body is not UTF-8.');
    throw error;
  }
}

function notJson(detail: string): Result<never, Problem> {
  return { ok: false, error: problem('request.json-malformed', detail) };
}

function depthExceeds(value: unknown, deepest: number): boolean {
  let level: readonly unknown[] = [value];
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > deepest) return true;
    level = level.flatMap((one) => (typeof one === 'object' && one !== null ? Object.values(one) : []));
  }
  return false;
}

type Parsed = { readonly success: true } | { readonly success: false; readonly error: z.ZodError };
type PartError = { readonly pointer: string; readonly detail: string };

function issuesOf(
  parsed: Parsed,
  value: unknown,
  pointerOf: (path: readonly PropertyKey[]) => string,
): readonly PartError[] {
  if (parsed.success) return [];
  return parsed.error.issues.flatMap((issue) => {
    if (issue.code !== 'unrecognized_keys')
      return [{ pointer: pointerOf(issue.path), detail: tellIssue(issue, value) }];
    return issue.keys.map((key) => ({ pointer: pointerOf([...issue.path, key]), detail: 'not known here' }));
  });
}

function namedIn(where: string, errors: readonly PartError[]): string {
  const parts = errors.length === 1 ? 'One part' : `${errors.length} parts`;
  return `${parts} of ${where} ${errors.length === 1 ? 'does' : 'do'} not fit; \`errors\` says which.`;
}

/** A parameter that was sent once is a text; one that was sent twice is a list, which only some schemas take. */
function oneOrAll(values: readonly string[]): string | readonly string[] {
  return values.length === 1 ? (values[0] ?? '') : values;
}
