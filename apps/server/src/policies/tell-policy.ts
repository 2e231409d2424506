/** Policies as the wire tells them. */
import type { PolicyVersionSummary, policyResourceSchema, policyVersionSchema } from '@vidimus/protocol';
import type { z } from 'zod';
import { type PolicyVersion, versionIn } from './policy.ts';
import type { StoredPolicy } from './store.ts';

export function tellPolicy({
  id,
  name,
  createdAt,
  history,
  isDefault,
}: StoredPolicy): z.infer<typeof policyResourceSchema> {
  return {
    id,
    name,
    created_at: createdAt.toISOString(),
    is_default: isDefault,
    published_version: versionIn(history, 'published')?.version ?? null,
    draft_version: versionIn(history, 'draft')?.version ?? null,
    versions: history.map(tellSummary),
  };
}

/** With the document. */
export function tellVersion(policyId: string, one: PolicyVersion): z.infer<typeof policyVersionSchema> {
  return { policy_id: policyId, ...tellSummary(one), document: one.document };
}

/** A version without what it says. */
export function tellSummary(one: PolicyVersion): PolicyVersionSummary {
  return {
    version: one.version,
    state: one.state,
    created_at: one.createdAt.toISOString(),
    published_at: one.state === 'draft' ? null : one.publishedAt.toISOString(),
    archived_at: one.state === 'archived' ? one.archivedAt.toISOString() : null,
  };
}
