import { z } from 'zod';
import { idSchema, instantSchema, modeSchema } from './ids.ts';
import { pageQuerySchema, pageSchema } from './page.ts';

/** Origin, size, root and one signature. */
const LONGEST_NOTE = 2000;

/** An entry of the record. */
export const auditEntrySchema = z.strictObject({
  /** From 0, without a gap. */
  position: z.int().min(0),
  at: instantSchema,
  /** `member:mem_…`, `api_key:key_…`, `applicant:…`, `system:engine`. */
  actor: z.string(),
  action: z.string(),
  object: z.string(),
  facts: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.array(z.string())])),
  /** Of what it is about; null where that belongs to both: members, policies, the organization. Not part of what is signed. */
  mode: modeSchema.nullable(),
});

/** A page of the record. */
export const auditEntryListSchema = pageSchema(auditEntrySchema);

export const listAuditSchema = pageQuerySchema.extend({
  action: z.string().max(100).optional(),
  actor: z.string().max(100).optional(),
  object: z.string().max(100).optional(),
  mode: modeSchema.optional(),
  from: instantSchema.optional(),
  /** Before this moment. */
  to: instantSchema.optional(),
});

/** The newest signed checkpoint: so many entries, and the root over them (C2SP tlog-checkpoint). */
export const auditCheckpointSchema = z.strictObject({
  object: z.literal('audit_checkpoint'),
  organization: idSchema('org'),
  size: z.int().min(0),
  /** Base64. */
  root: z.string(),
  /** The signed note. */
  note: z.string(),
  created_at: instantSchema,
  /** Base64; whoever kept it from elsewhere compares. */
  public_key: z.string(),
});

/** Whether the record holds: each entry in its place, under every checkpoint. */
export const auditVerdictSchema = z.strictObject({
  object: z.literal('audit_verdict'),
  holds: z.boolean(),
  /** How many there are. */
  entries: z.int().min(0),
  /** So many from the first are as they were signed; where it holds, the rest is what was logged since. */
  holds_to: z.int().min(0),
  /** Signed notes that were compared. */
  checkpoints: z.int().min(0),
  /** What does not hold, in English; null where all does. */
  why: z.string().nullable(),
  /** The first entry that is not as it was; null where none is, or where it cannot be told which. */
  broken_at: z.int().min(0).nullable(),
  checked_at: instantSchema,
});
export type AuditVerdictView = z.infer<typeof auditVerdictSchema>;

/** Optional: a signed note that was kept elsewhere, to be compared as well. */
export const verifyAuditSchema = z.strictObject({ note: z.string().max(LONGEST_NOTE).optional() });
