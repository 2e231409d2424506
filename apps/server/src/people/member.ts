/** A member of an organization, and the rule that it always has an owner. */
import type { Result } from '@vidimus/engine/standards';
import type { Role } from '@vidimus/protocol';

export type Person = { readonly name: string; readonly email: string };

export type Member = {
  readonly id: string;
  /** `null` once the member was removed. */
  readonly person: Person | null;
  readonly roles: readonly Role[];
  readonly hasPassword: boolean;
  readonly hasTotp: boolean;
  readonly passkeys: number;
  readonly createdAt: Date;
  readonly disabledAt: Date | null;
  readonly removedAt: Date | null;
};

export type MemberRefused =
  | { readonly code: 'member.not-found' }
  /** The address belongs to a member already, of this organization or of another. */
  | { readonly code: 'member.email-taken' }
  /** An organization without an owner could not be given one by anybody in it. */
  | { readonly code: 'member.last-owner' }
  /** What the person was is erased; invite them anew. */
  | { readonly code: 'member.removed' };

/** What of a member says whether the organization keeps an owner. */
export type Ownership = { readonly id: string; readonly roles: readonly Role[]; readonly disabled: boolean };

/** Whether somebody who can sign in would still own the organization after `change` replaced the member of its id. */
export function keepsAnOwner(
  members: readonly Ownership[],
  change: Ownership,
): Result<undefined, Extract<MemberRefused, { code: 'member.last-owner' }>> {
  const after = [...members.filter(({ id }) => id !== change.id), change];
  const owned = after.some(({ roles, disabled }) => roles.includes('owner') && !disabled);
  return owned ? { ok: true, value: undefined } : { ok: false, error: { code: 'member.last-owner' } };
}
