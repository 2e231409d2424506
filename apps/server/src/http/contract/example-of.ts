/** One value that a JSON Schema describes, for people to read. */
import type { Schema } from './open-api.ts';

/** Deeper than any body that helps a reader. */
const DEEPEST = 6;
const BY_FORMAT: Readonly<Record<string, string>> = {
  'date-time': '2026-03-01T09:00:00Z',
  date: '2026-03-01',
  uri: 'https://shop.example/done',
  email: 'person@example.com',
};
/** Prefix of an id in its pattern, as `idSchema` writes it. */
const ID_PATTERN = /^\^([a-z]+)_\[/;
const SOME_ULID = '01JZZZZZZZZZZZZZZZZZZZZZZZ';

/** Takes examples, defaults and constants where the schema has them, and makes up the rest. */
export function exampleOf(schema: Schema, components: Readonly<Record<string, Schema>>, depth = 0): unknown {
  if (schema.$ref !== undefined) {
    const named = components[schema.$ref.slice(schema.$ref.lastIndexOf('/') + 1)];
    return named === undefined || depth > DEEPEST ? {} : exampleOf(named, components, depth);
  }
  const given = schema.examples?.[0] ?? schema.const ?? schema.enum?.[0];
  if (given !== undefined) return given;
  const choice = (schema.anyOf ?? schema.oneOf)?.[0];
  if (choice !== undefined) return exampleOf(choice, components, depth);
  const properties = Object.entries(schema.properties ?? {});
  if (properties.length > 0) {
    if (depth > DEEPEST) return {};
    return Object.fromEntries(properties.map(([name, of]) => [name, exampleOf(of, components, depth + 1)]));
  }
  if (schema.default !== undefined) return schema.default;
  switch ([schema.type].flat()[0]) {
    case 'string':
      return exampleText(schema);
    case 'integer':
    case 'number':
      return Math.max(1, schema.minimum ?? 1);
    case 'boolean':
      return true;
    case 'array':
      return schema.items === undefined || depth > DEEPEST ? [] : [exampleOf(schema.items, components, depth + 1)];
    case 'null':
      return null;
    default:
      return {};
  }
}

function exampleText(schema: Schema): string {
  const prefix = schema.pattern === undefined ? undefined : ID_PATTERN.exec(schema.pattern)?.[1];
  if (prefix !== undefined) return `${prefix}_${SOME_ULID}`;
  if (schema.pattern === '^[A-Z]{3}$') return 'CRI';
  return BY_FORMAT[schema.format ?? ''] ?? 'text';
}
