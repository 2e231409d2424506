/** What was answered, held against what is published. */
import { z } from 'zod';
import type { OpenApiDocument, Schema } from './open-api.ts';

export type Answer = {
  readonly method: string;
  /** Without query. */
  readonly path: string;
  readonly status: number;
  /** The media type alone. */
  readonly contentType: string;
  /** Parsed where it is JSON. */
  readonly body: unknown;
};

/** The schema of the document as a parser again. */
export function parserOf(schema: Schema, contract: OpenApiDocument): z.ZodType {
  const moved: z.core.JSONSchema.JSONSchema = JSON.parse(
    JSON.stringify({ ...schema, $defs: contract.components.schemas }).replaceAll('#/components/schemas/', '#/$defs/'),
  );
  return z.fromJSONSchema(moved);
}

/** Tells in what an answer strays from the contract; undefined where it does not. */
export function contractReader(contract: OpenApiDocument): (answer: Answer) => string | undefined {
  const parsers = new Map<string, z.ZodType>();
  return ({ method, path, status, contentType, body }) => {
    const template = templateOf(path, Object.keys(contract.paths));
    const operation = template === undefined ? undefined : contract.paths[template]?.[method.toLowerCase()];
    if (operation === undefined) return `${method} ${path} is not published`;
    const published = operation.responses[status];
    if (published === undefined) return `${operation.operationId} does not publish ${status}`;
    if (contentType === '') return published.content === undefined ? undefined : `${operation.operationId} has no body`;
    const content = published.content?.[contentType] ?? published.content?.['*/*'];
    if (content === undefined) return `${operation.operationId} does not publish ${status} as ${contentType}`;
    if (content.schema === undefined || !contentType.endsWith('json')) return undefined;
    const key = `${operation.operationId} ${status} ${contentType}`;
    const parser = parsers.get(key) ?? parserOf(content.schema, contract);
    parsers.set(key, parser);
    const code = z.object({ code: z.string() }).safeParse(body).data?.code;
    const codes = published['x-codes'];
    if (status >= 400 && codes !== undefined && code !== undefined && !codes.includes(code)) {
      return `${operation.operationId} does not publish ${status} ${code}`;
    }
    const { error } = parser.safeParse(body);
    return error === undefined ? undefined : `${key}: ${z.prettifyError(error)}`;
  };
}

/** The most literal one that the path fits. */
function templateOf(path: string, templates: readonly string[]): string | undefined {
  return templates
    .filter((template) => new RegExp(`^${template.replaceAll('.', '[.]').replace(/\{\w+\}/g, '[^/]+')}$`).test(path))
    .toSorted((one, other) => one.split('{').length - other.split('{').length)[0];
}
