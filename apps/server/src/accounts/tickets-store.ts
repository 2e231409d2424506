/** What a code or a challenge is for. A ticket is used once, and holds for as long as what it stands for. */
import type { Selectable } from 'kysely';
import type { Database, Mode } from '../db/schema.ts';
import type { TicketPurpose } from '../db/tables/account-tables.ts';
import type { DatabaseTransaction } from '../db/transaction.ts';
import { hashSecret, isSecret, newSecret, type Random } from '../people/secret-token.ts';

export type TicketRow = Selectable<Database['account_ticket']>;

export type NewTicket = {
  readonly purpose: TicketPurpose;
  /** Nobody's before a sign-in by passkey. */
  readonly of: { readonly organizationId: string; readonly mode: Mode } | null;
  readonly accountId?: string | null;
  readonly applicantId?: string | null;
  readonly codeId?: string;
  readonly isKnownDevice?: boolean;
  readonly expiresAt: Date;
};

const DAY_MS = 24 * 60 * 60 * 1000;

/** With the token that its browser holds. Tenant. */
export async function putTicket(
  trx: DatabaseTransaction,
  random: Random,
  wanted: NewTicket,
  now: Date,
): Promise<string> {
  const token = newSecret('vct', random);
  await insertTicket(trx, token, wanted, now);
  return token;
}

/** Under the challenge of a passkey. Gate, or tenant. */
export async function insertTicket(
  trx: DatabaseTransaction,
  secret: string,
  wanted: NewTicket,
  now: Date,
): Promise<void> {
  await trx
    .deleteFrom('account_ticket')
    .where('expires_at', '<', new Date(now.getTime() - DAY_MS))
    // Test mode has a clock of its own.
    .where('mode', wanted.of === null ? 'is' : '=', wanted.of?.mode ?? null)
    .execute();
  await trx
    .insertInto('account_ticket')
    .values({
      token_hash: hashSecret(secret),
      organization_id: wanted.of?.organizationId ?? null,
      mode: wanted.of?.mode ?? null,
      purpose: wanted.purpose,
      account_id: wanted.accountId ?? null,
      applicant_id: wanted.applicantId ?? null,
      code_id: wanted.codeId ?? null,
      is_known_device: wanted.isKnownDevice ?? false,
      expires_at: wanted.expiresAt,
      used_at: null,
      created_at: now,
    })
    .execute();
}

/** Undefined where nothing was ever asked for under it. Gate. */
export async function findTicket(trx: DatabaseTransaction, token: string): Promise<TicketRow | undefined> {
  if (!isSecret('vct', token)) return undefined;
  return trx.selectFrom('account_ticket').selectAll().where('token_hash', '=', hashSecret(token)).executeTakeFirst();
}

/** Undefined for one that was used, ran out, or is for something else. */
export async function useTicket(
  trx: DatabaseTransaction,
  secretHash: Buffer,
  purpose: TicketPurpose,
  now: Date,
): Promise<TicketRow | undefined> {
  return trx
    .updateTable('account_ticket')
    .set({ used_at: now })
    .where('token_hash', '=', secretHash)
    .where('purpose', '=', purpose)
    .where('used_at', 'is', null)
    .where('expires_at', '>', now)
    .returningAll()
    .executeTakeFirst();
}
