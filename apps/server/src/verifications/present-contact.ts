/** A contact as its operator sees it. */
import type { ConfirmedContact } from '@vidimus/protocol';
import type { StoredContact } from './contact-store.ts';

/** Without the right to evidence, when it was confirmed and nothing that tells which it is. */
export function presentContact({ kind, confirmed, codeId }: StoredContact, mayEvidence: boolean): ConfirmedContact {
  return {
    kind,
    state: confirmed === undefined ? 'asked' : 'confirmed',
    hint: mayEvidence ? (confirmed?.hint ?? null) : null,
    channel: confirmed?.channel ?? null,
    confirmed_at: confirmed?.at.toISOString() ?? null,
    named_by: confirmed?.named_by ?? null,
    code: codeId ?? null,
  };
}
