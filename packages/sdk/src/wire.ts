/** Types of what is sent, made of the schemas that the server checks it with. */
import type { z } from 'zod';

/** A query as it is written down: what a schema turns text into, with what may be left out left out. */
export type QueryOf<Schema extends z.ZodType> = {
  readonly [Key in keyof z.input<Schema>]: Key extends keyof z.output<Schema> ? z.output<Schema>[Key] : never;
};
