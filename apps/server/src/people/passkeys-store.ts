/** Passkeys in the database: public keys and counters, nothing that opens anything. */
import type { DatabaseTransaction } from '../db/transaction.ts';
import { newId } from '../ids.ts';
import type { MemberPlace } from './parts.ts';
import type { Passkey } from './passkey.ts';

export type StoredPasskey = Passkey & { readonly id: string; readonly createdAt: Date };

/** Its id; nothing when the authenticator is known already, here or in another organization. */
export async function addPasskey(
  trx: DatabaseTransaction,
  member: MemberPlace,
  passkey: Passkey,
  now: Date,
): Promise<string | undefined> {
  const added = await trx
    .insertInto('passkey')
    .values({
      id: newId('passkey', now.getTime()),
      organization_id: member.organizationId,
      member_id: member.memberId,
      credential_id: passkey.credentialId,
      public_key: Buffer.from(passkey.publicKey),
      counter: passkey.counter,
      transports: [...passkey.transports],
      created_at: now,
    })
    .onConflict((conflict) => conflict.column('credential_id').doNothing())
    .returning('id')
    .executeTakeFirst();
  return added?.id;
}

/** Of one member, oldest first. */
export async function listPasskeys(trx: DatabaseTransaction, member: MemberPlace): Promise<readonly StoredPasskey[]> {
  const rows = await trx
    .selectFrom('passkey')
    .selectAll()
    .where('member_id', '=', member.memberId)
    .where('organization_id', '=', member.organizationId)
    .orderBy('id')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    credentialId: row.credential_id,
    publicKey: row.public_key,
    // A bigint column arrives as text.
    counter: Number(row.counter),
    transports: row.transports,
    createdAt: row.created_at,
  }));
}

/** Whose passkey it is, unless the member is disabled. Gate. */
export async function findPasskey(
  trx: DatabaseTransaction,
  credentialId: string,
): Promise<(MemberPlace & { readonly passkey: Passkey }) | undefined> {
  const row = await trx
    .selectFrom('passkey')
    .innerJoin('member', 'member.id', 'passkey.member_id')
    .selectAll('passkey')
    .where('passkey.credential_id', '=', credentialId)
    .where('member.disabled_at', 'is', null)
    .executeTakeFirst();
  if (row === undefined) return undefined;
  return {
    organizationId: row.organization_id,
    memberId: row.member_id,
    passkey: {
      credentialId: row.credential_id,
      publicKey: row.public_key,
      counter: Number(row.counter),
      transports: row.transports,
    },
  };
}

/** `false` when another answer moved the counter as far in the meantime: one of the two is a copy (WebAuthn Level 3 §6.1.1). */
export async function moveCounter(
  trx: DatabaseTransaction,
  member: MemberPlace,
  credentialId: string,
  counter: number,
): Promise<boolean> {
  const moved = await trx
    .updateTable('passkey')
    .set({ counter })
    .where('credential_id', '=', credentialId)
    .where('member_id', '=', member.memberId)
    .where('organization_id', '=', member.organizationId)
    .where((eb) => eb.or([eb('counter', '<', counter), eb.and([eb('counter', '=', 0), eb.val(counter === 0)])]))
    .returning('id')
    .executeTakeFirst();
  return moved !== undefined;
}

/** `false` when there is none of this id. */
export async function removePasskey(trx: DatabaseTransaction, member: MemberPlace, id: string): Promise<boolean> {
  const removed = await trx
    .deleteFrom('passkey')
    .where('id', '=', id)
    .where('member_id', '=', member.memberId)
    .where('organization_id', '=', member.organizationId)
    .returning('id')
    .executeTakeFirst();
  return removed !== undefined;
}
