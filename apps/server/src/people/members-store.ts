/** Members in the database: who they are is sealed under a key of their own, and found by a keyed hash of the address. */
import type { Result } from '@vidimus/engine/standards';
import type { Role } from '@vidimus/protocol';
import { z } from 'zod';
import type { DatabaseTransaction } from '../db/transaction.ts';
import { newId } from '../ids.ts';
import { openJson, sealJson } from '../vault/sealed-json.ts';
import type { Vault } from '../vault/vault.ts';
import { withdrawInvitations } from './challenges-store.ts';
import { normaliseEmail } from './email-address.ts';
import { keepsAnOwner, type Member, type MemberRefused, type Ownership, type Person } from './member.ts';
import type { MemberPlace } from './parts.ts';
import { rolesIn } from './role.ts';
import { endSessionsOf } from './sessions-store.ts';

export type NewMember = Person & { readonly organizationId: string; readonly roles: readonly Role[] };

/** What changes; what is left out stays. */
export type MemberChange = { readonly roles?: readonly Role[] | undefined; readonly disabled?: boolean | undefined };

type MemberRow = {
  readonly id: string;
  readonly organization_id: string;
  readonly roles: readonly string[];
  readonly sealed_person: Buffer;
  readonly has_password: boolean;
  readonly has_totp: boolean;
  readonly passkeys: number;
  readonly created_at: Date;
  readonly disabled_at: Date | null;
  readonly removed_at: Date | null;
};

const personSchema = z.strictObject({ name: z.string(), email: z.string() });

/** Index of an address, however it was typed. */
export function emailIndex(vault: Vault, email: string): Buffer {
  return vault.blindIndex('member-email', normaliseEmail(email));
}

/** Adds a member who cannot sign in yet. */
export async function addMember(
  trx: DatabaseTransaction,
  vault: Vault,
  member: NewMember,
  now: Date,
): Promise<Result<MemberPlace, MemberRefused>> {
  const id = newId('member', now.getTime());
  const place = { organizationId: member.organizationId, memberId: id };
  const person: Person = { name: member.name.normalize('NFC'), email: normaliseEmail(member.email) };
  const added = await trx
    .insertInto('member')
    .values({
      id,
      organization_id: member.organizationId,
      roles: [...member.roles],
      email_index: emailIndex(vault, member.email),
      sealed_person: await sealJson(vault, trx, personContext(place), person),
      password_hash: null,
      sealed_totp: null,
      sealed_new_totp: null,
      totp_used_step: null,
      created_at: now,
      disabled_at: null,
      removed_at: null,
    })
    .onConflict((conflict) => conflict.column('email_index').doNothing())
    .returning('id')
    .executeTakeFirst();
  if (added === undefined) return { ok: false, error: { code: 'member.email-taken' } };
  return { ok: true, value: place };
}

export async function readMember(
  trx: DatabaseTransaction,
  vault: Vault,
  place: MemberPlace,
): Promise<Member | undefined> {
  const row = await memberRows(trx, place.organizationId).where('member.id', '=', place.memberId).executeTakeFirst();
  return row === undefined ? undefined : memberOf(trx, vault, row);
}

/** Oldest first, one more than `limit` where there are more. */
export async function listMembers(
  trx: DatabaseTransaction,
  vault: Vault,
  organizationId: string,
  page: { readonly limit: number; readonly after?: string | undefined },
): Promise<readonly Member[]> {
  let query = memberRows(trx, organizationId);
  if (page.after !== undefined) query = query.where('member.id', '>', page.after);
  const rows = await query
    .orderBy('member.id')
    .limit(page.limit + 1)
    .execute();
  const members: Member[] = [];
  // One after another: a transaction is one connection.
  for (const row of rows) members.push(await memberOf(trx, vault, row));
  return members;
}

/** Roles or the right to come in at all. Disabling ends every session and invitation. */
export async function changeMember(
  trx: DatabaseTransaction,
  place: MemberPlace,
  change: MemberChange,
  now: Date,
): Promise<Result<undefined, MemberRefused>> {
  const before = await lockMember(trx, place);
  if (!before.ok) return before;
  const { members, member } = before.value;
  const after = { ...member, roles: change.roles ?? member.roles, disabled: change.disabled ?? member.disabled };
  const kept = keepsAnOwner(members, after);
  if (!kept.ok) return kept;
  const set = {
    roles: [...after.roles],
    ...(after.disabled !== member.disabled && { disabled_at: after.disabled ? now : null }),
  };
  await trx
    .updateTable('member')
    .set(set)
    .where('id', '=', place.memberId)
    .where('organization_id', '=', place.organizationId)
    .execute();
  if (after.disabled && !member.disabled) await shutOut(trx, place, now);
  return { ok: true, value: undefined };
}

/** Erases what the person was; the id stays for the record that names it. */
export async function removeMember(
  trx: DatabaseTransaction,
  vault: Vault,
  place: MemberPlace,
  now: Date,
): Promise<Result<undefined, MemberRefused>> {
  const before = await lockMember(trx, place);
  if (!before.ok) return before;
  const kept = keepsAnOwner(before.value.members, { ...before.value.member, disabled: true });
  if (!kept.ok) return kept;
  await shutOut(trx, place, now);
  await trx
    .deleteFrom('passkey')
    .where('member_id', '=', place.memberId)
    .where('organization_id', '=', place.organizationId)
    .execute();
  await trx
    .updateTable('member')
    .set({
      email_index: null,
      password_hash: null,
      sealed_totp: null,
      sealed_new_totp: null,
      disabled_at: now,
      removed_at: now,
    })
    .where('id', '=', place.memberId)
    .where('organization_id', '=', place.organizationId)
    .execute();
  await vault.forget(trx, place.organizationId, place.memberId);
  return { ok: true, value: undefined };
}

/** Two owners who demote each other at the same time wait for one another here. */
async function lockMember(
  trx: DatabaseTransaction,
  place: MemberPlace,
): Promise<Result<{ readonly members: readonly Ownership[]; readonly member: Ownership }, MemberRefused>> {
  await trx.selectFrom('organization').select('id').where('id', '=', place.organizationId).forUpdate().execute();
  const rows = await trx
    .selectFrom('member')
    .select(['id', 'roles', 'disabled_at', 'removed_at'])
    .where('organization_id', '=', place.organizationId)
    .execute();
  const members = rows.map((row) => ({
    id: row.id,
    roles: rolesIn(row.roles),
    disabled: row.disabled_at !== null,
    removed: row.removed_at !== null,
  }));
  const member = members.find(({ id }) => id === place.memberId);
  if (member === undefined) return { ok: false, error: { code: 'member.not-found' } };
  if (member.removed) return { ok: false, error: { code: 'member.removed' } };
  return { ok: true, value: { members, member } };
}

async function shutOut(trx: DatabaseTransaction, place: MemberPlace, now: Date): Promise<void> {
  await endSessionsOf(trx, place, null, now);
  await withdrawInvitations(trx, place);
}

function memberRows(trx: DatabaseTransaction, organizationId: string) {
  return trx
    .selectFrom('member')
    .select((eb) => [
      'member.id',
      'member.organization_id',
      'member.roles',
      'member.sealed_person',
      eb('member.password_hash', 'is not', null).$castTo<boolean>().as('has_password'),
      eb('member.sealed_totp', 'is not', null).$castTo<boolean>().as('has_totp'),
      eb
        .selectFrom('passkey')
        .select(({ cast, fn }) => cast<number>(fn.countAll(), 'integer').as('count'))
        .whereRef('passkey.member_id', '=', 'member.id')
        .$asScalar()
        .$notNull()
        .as('passkeys'),
      'member.created_at',
      'member.disabled_at',
      'member.removed_at',
    ])
    .where('member.organization_id', '=', organizationId);
}

async function memberOf(trx: DatabaseTransaction, vault: Vault, row: MemberRow): Promise<Member> {
  const context = personContext({ organizationId: row.organization_id, memberId: row.id });
  return {
    id: row.id,
    person: (await openJson(vault, trx, context, row.sealed_person, personSchema)) ?? null,
    roles: rolesIn(row.roles),
    hasPassword: row.has_password,
    hasTotp: row.has_totp,
    passkeys: row.passkeys,
    createdAt: row.created_at,
    disabledAt: row.disabled_at,
    removedAt: row.removed_at,
  };
}

function personContext(place: MemberPlace) {
  return {
    organizationId: place.organizationId,
    subject: place.memberId,
    object: place.memberId,
    field: 'sealed_person',
  };
}
