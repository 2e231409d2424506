/** JSON Schemas of the zod schemas that validate, each written once and referred to by name. */
import { z } from 'zod';
import type { Schema } from './open-api.ts';

export type Direction = 'input' | 'output';

export type SchemaComponents = {
  /** A reference to the schema, under its own id (`.meta({ id })`) or, without one, under `name`. */
  readonly refer: (schema: z.ZodType, direction: Direction, name: string) => Schema;
  /** The schema in place: for parameters. */
  readonly inline: (schema: z.ZodType) => Schema;
  readonly all: () => Readonly<Record<string, Schema>>;
};

const COMPONENTS = '#/components/schemas/';

/** Collects components. What is sent may differ from what is answered under one id: what is sent is `…Input`. */
export function schemaComponents(): SchemaComponents {
  const components = new Map<string, Schema>();
  const names = { input: new Map<z.ZodType, string>(), output: new Map<z.ZodType, string>() };

  const convert = (schema: z.ZodType, direction: Direction): Schema => {
    const written = z.toJSONSchema(schema, {
      io: direction,
      unrepresentable: 'any',
      override: ({ jsonSchema }) => {
        // The format says it, and the pattern of a date-time has 230 characters.
        if (jsonSchema.format !== undefined) delete jsonSchema.pattern;
      },
    });
    const moved: unknown = JSON.parse(JSON.stringify(written), (key, value) =>
      key === '$ref' && typeof value === 'string' ? nameOf(value.replace('#/$defs/', COMPONENTS), direction) : value,
    );
    const { $schema: _, $defs = {}, ...bare } = WITH_DEFINITIONS.parse(moved);
    for (const [id, definition] of Object.entries($defs)) components.set(nameOf(id, direction), definition);
    return bare;
  };

  return {
    refer: (schema, direction, name) => {
      const id = schema.meta()?.id;
      const known = names[direction].get(schema) ?? (id === undefined ? name : nameOf(id, direction));
      names[direction].set(schema, known);
      if (!components.has(known)) {
        const written = convert(schema, direction);
        // A schema with an id of its own comes as a definition, which is there by now.
        if (id === undefined) components.set(known, written);
      }
      return { $ref: COMPONENTS + known };
    },
    inline: (schema) => convert(schema, 'input'),
    all: () => Object.fromEntries([...components].toSorted(([a], [b]) => (a < b ? -1 : 1))),
  };
}

function nameOf(id: string, direction: Direction): string {
  return direction === 'input' ? `${id}Input` : id;
}

/** What zod wrote is trusted; this only gives it our narrower type. */
const WITH_DEFINITIONS = z.custom<
  Schema & { readonly $schema?: string; readonly $defs?: Readonly<Record<string, Schema>> }
>((value) => typeof value === 'object' && value !== null);
