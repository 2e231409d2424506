import { z } from 'zod';
import { fieldNameSchema, witnessSchema } from './field-name.ts';

/** Four corners, clockwise from the top left as the text is read, in pixels of the upright photo as it was received. */
export const regionSchema = z.object({
  corners: z.tuple([
    z.tuple([z.number(), z.number()]),
    z.tuple([z.number(), z.number()]),
    z.tuple([z.number(), z.number()]),
    z.tuple([z.number(), z.number()]),
  ]),
});
export type Region = z.infer<typeof regionSchema>;

/** A reading of a character, and how likely it is, 0–1. */
export const characterReadingSchema = z.object({ character: z.string(), confidence: z.number().min(0).max(1) });

/**
 * A character that a finding rests on: where it stands, what it was read as, and what else it could be. Lines and positions
 * are counted from 1, as people count.
 */
export const namedCharacterSchema = characterReadingSchema.extend({
  /** Of the machine-readable zone, from the top; none where the character stands in the print of the field. */
  line: z.number().int().positive().optional(),
  /** In the line, or in the print of the field. */
  position: z.number().int().positive(),
  /** The likeliest first. */
  alternatives: z.array(characterReadingSchema),
  /** Of a check digit that does not hold: the one that would. */
  expected: z.string().optional(),
  region: regionSchema.optional(),
});
export type NamedCharacter = z.infer<typeof namedCharacterSchema>;

/** What one witness says of a field. */
export const sourceSchema = z.object({
  witness: witnessSchema,
  value: z.string().nullable(),
  confidence: z.number().min(0).max(1).optional(),
  region: regionSchema.optional(),
  media_id: z.string().optional(),
});
export type Source = z.infer<typeof sourceSchema>;

const observedSchema = z.union([z.string(), z.number(), z.boolean(), z.null()]);

/**
 * What was measured, what was seen, what the limit is, and where. A reason without evidence cannot be built.
 * `facts` fills further {braces} of the texts, e.g. `{ edge: 'left', country: 'UTO' }`.
 */
export const evidenceSchema = z.object({
  measure: z.string().min(1),
  observed: observedSchema,
  threshold: z.union([z.string(), z.number()]).optional(),
  unit: z.string().optional(),
  field: fieldNameSchema.optional(),
  sources: z.array(sourceSchema).optional(),
  region: regionSchema.optional(),
  /** Of a finding about single characters: which. Their boxes lie within `region`. */
  characters: z.array(namedCharacterSchema).optional(),
  media_id: z.string().optional(),
  detector: z.string().optional(),
  detector_version: z.string().optional(),
  facts: z.record(z.string(), z.union([z.string(), z.number(), z.array(z.string())])).optional(),
});
export type Evidence = z.infer<typeof evidenceSchema>;

/** At least one. */
export type NonEmpty<T> = readonly [T, ...T[]];
