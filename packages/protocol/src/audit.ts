import { z } from 'zod';
import { instantSchema } from './ids.ts';

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
});

/** A page of the record. */
export const auditEntryListSchema = z.strictObject({
  data: z.array(auditEntrySchema),
  has_more: z.boolean(),
  /** Send it as `before` to get what is older. */
  next_before: z.int().nullable(),
});

export const listAuditSchema = z.strictObject({
  action: z.string().max(100).optional(),
  actor: z.string().max(100).optional(),
  object: z.string().max(100).optional(),
  limit: z.coerce.number().int().min(1).max(100).default(20),
  /** Entries before this position. */
  before: z.coerce.number().int().min(0).optional(),
});
