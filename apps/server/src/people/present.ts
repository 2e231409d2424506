/** People as the wire shows them. */
import type { ApiKey } from './api-keys-store.ts';
import { scopesIn } from './api-keys-store.ts';
import type { Member } from './member.ts';

/** Never the secret, nor its hash. */
export function presentApiKey(key: ApiKey) {
  return {
    id: key.id,
    name: key.name,
    mode: key.mode,
    scopes: [...scopesIn(key.scopes)],
    hint: key.hint,
    created_at: key.created_at.toISOString(),
    last_used_at: key.last_used_at?.toISOString() ?? null,
    revoked_at: key.revoked_at?.toISOString() ?? null,
  };
}

export function presentMember(member: Member) {
  return {
    id: member.id,
    name: member.person?.name ?? null,
    email: member.person?.email ?? null,
    roles: [...member.roles],
    sign_in: { password: member.hasPassword, totp: member.hasTotp, passkeys: member.passkeys },
    created_at: member.createdAt.toISOString(),
    disabled_at: member.disabledAt?.toISOString() ?? null,
    removed_at: member.removedAt?.toISOString() ?? null,
  };
}

export function presentInvitation(invitation: { readonly token: string; readonly expiresAt: Date }) {
  return { token: invitation.token, expires_at: invitation.expiresAt.toISOString() };
}

/** A page of rows, of which the store was asked for one more than `limit`. */
export function presentPage<Row extends { readonly id: string }, Item>(
  rows: readonly Row[],
  limit: number,
  present: (row: Row) => Item,
) {
  const shown = rows.slice(0, limit);
  const hasMore = rows.length > limit;
  return {
    data: shown.map(present),
    has_more: hasMore,
    next_cursor: hasMore ? (shown.at(-1)?.id ?? null) : null,
  };
}
