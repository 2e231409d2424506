/** An entry as it is hashed. */
import { z } from 'zod';

export const loggedEntrySchema = z.strictObject({
  /** From 0, without a gap. */
  position: z.int().min(0),
  at: z.iso.datetime(),
  /** `member:mem_…`, `api_key:key_…`, `applicant:…`, `system:engine`. */
  actor: z.string(),
  action: z.string(),
  object: z.string(),
  facts: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.array(z.string())])),
});
export type LoggedEntry = z.infer<typeof loggedEntrySchema>;

/** The bytes of the leaf: JSON with its keys in one order, whatever order a database keeps them in. */
export function canonicalEntry(entry: LoggedEntry): string {
  const { position, at, actor, action, object } = entry;
  const facts = Object.fromEntries(Object.entries(entry.facts).toSorted(([one], [other]) => (one < other ? -1 : 1)));
  return JSON.stringify({ position, at, actor, action, object, facts });
}
