/** Codes in the database. It offers to use one, and to tell none. */
import { type Channel, type CodePurpose, REACHED_BY } from '@vidimus/protocol';
import type { ContactKind, Locale } from '@vidimus/vocabulary';
import { type Selectable, sql } from 'kysely';
import type { Database, Mode } from '../db/schema.ts';
import type { DatabaseTransaction } from '../db/transaction.ts';
import { newId } from '../ids.ts';
import { openJson, sealJson } from '../vault/sealed-json.ts';
import type { Vault } from '../vault/vault.ts';
import { CODE_TRIES, type Code, codeState, expiryOf, normaliseCode } from './code.ts';
import { type Contact, contactSchema } from './contact.ts';
import { codeOf, findVerifier, verifierOf } from './derive-code.ts';
import { networkIndex } from './send-limits.ts';

export type CodeRow = Selectable<Database['contact_code']>;

export type NewCode = {
  readonly organizationId: string;
  readonly mode: Mode;
  readonly purpose: CodePurpose;
  readonly channel: Channel;
  readonly locale: Locale;
  readonly contact: Contact;
  readonly refused: CodeRow['refused'];
  /** It is sent to nobody, so that its never being entered says nothing of where it would have gone. */
  readonly isNobodys?: boolean;
  /** Of whoever asks for it. */
  readonly networkAddress?: string | undefined;
  /** Of the page of its own, where it has one. */
  readonly page?: { readonly tokenHash: Buffer; readonly returnUrl: string | null };
  /** Of the same person, offered where the first one fails. */
  readonly alternative?: Contact | undefined;
  readonly correctable?: boolean;
  /** Where it is a step of a verification. */
  readonly step?: {
    readonly verificationId: string;
    readonly kind: ContactKind;
    readonly channels: readonly Channel[];
    readonly byItself: boolean;
  };
};

/** How a try went: of a code that is over, why. */
export type TryResult = 'accepted' | 'wrong' | 'expired' | 'used' | 'tries_used' | 'refused';

/** Under an id of its own, from which its digits follow; its contact is sealed. */
export async function insertCode(
  trx: DatabaseTransaction,
  vault: Pick<Vault, 'seal' | 'blindIndex'>,
  wanted: NewCode,
  now: Date,
): Promise<CodeRow> {
  const id = newId('contact_code', now.getTime());
  const { organizationId, contact } = wanted;
  return trx
    .insertInto('contact_code')
    .values({
      id,
      organization_id: organizationId,
      mode: wanted.mode,
      purpose: wanted.purpose,
      channel: wanted.channel,
      locale: wanted.locale,
      sealed_contact: await sealJson(vault, trx, contactContext(organizationId, id), contact),
      country: wanted.isNobodys === true ? null : contact.country,
      prefix: wanted.isNobodys === true ? null : contact.prefix,
      verifier: verifierOf(vault, id, codeOf(vault, id)),
      refused: wanted.refused,
      network_index: wanted.networkAddress === undefined ? null : networkIndex(vault, wanted.networkAddress),
      last_sent_at: null,
      expires_at: expiryOf(wanted.purpose, wanted.channel, now),
      used_at: null,
      created_at: now,
      token_hash: wanted.page?.tokenHash ?? null,
      return_url: wanted.page?.returnUrl ?? null,
      sealed_alternative:
        wanted.alternative === undefined
          ? null
          : await sealJson(vault, trx, alternativeContext(organizationId, id), wanted.alternative),
      alternative_kind: wanted.alternative?.kind ?? null,
      correctable: wanted.correctable ?? false,
      verification_id: wanted.step?.verificationId ?? null,
      kind: wanted.step?.kind ?? null,
      channels: wanted.step === undefined ? null : [...wanted.step.channels],
      by_itself: wanted.step?.byItself ?? false,
    })
    .returningAll()
    .executeTakeFirstOrThrow();
}

/** Undefined where there is none of that id and mode. `change` keeps others from it until the transaction ends. */
export async function findCode(
  trx: DatabaseTransaction,
  mode: Mode,
  id: string,
  purpose: 'reading' | 'change',
): Promise<CodeRow | undefined> {
  const asked = trx.selectFrom('contact_code').selectAll().where('id', '=', id).where('mode', '=', mode);
  return (purpose === 'change' ? asked.forUpdate() : asked).executeTakeFirst();
}

/** What the rules look at. */
export function codeFacts(row: CodeRow): Code {
  return {
    purpose: row.purpose,
    refused: row.refused !== null,
    tries: row.tries,
    sends: row.sends,
    lastSentAt: row.last_sent_at,
    expiresAt: row.expires_at,
    usedAt: row.used_at,
  };
}

/** Undefined once it was erased. */
export async function openContact(
  trx: DatabaseTransaction,
  vault: Pick<Vault, 'open'>,
  row: CodeRow,
): Promise<Contact | undefined> {
  return openJson(vault, trx, contactContext(row.organization_id, row.id), row.sealed_contact, contactSchema);
}

/** The other contact, where the operator named one and it was not erased. */
export async function openAlternative(
  trx: DatabaseTransaction,
  vault: Pick<Vault, 'open'>,
  row: CodeRow,
): Promise<Contact | undefined> {
  if (row.sealed_alternative === null) return undefined;
  const context = alternativeContext(row.organization_id, row.id);
  return openJson(vault, trx, context, row.sealed_alternative, contactSchema);
}

/**
 * `alternative`: where it went there. Its digits count from now on, too, and of a telephone its prefix, for `checkConversion`: the code has
 * none of its own then.
 */
export async function noteSending(
  trx: DatabaseTransaction,
  vault: Pick<Vault, 'blindIndex'>,
  row: CodeRow,
  { alternative, now }: { readonly alternative: Contact | undefined; readonly now: Date },
): Promise<CodeRow> {
  const { id } = row;
  return trx
    .updateTable('contact_code')
    .set({
      sends: sql<number>`sends + 1`,
      last_sent_at: now,
      ...(alternative === undefined
        ? {}
        : { alternative_verifier: verifierOf(vault, id, codeOf(vault, id, 'alternative')) }),
      ...(alternative?.kind === 'phone' ? { country: alternative.country, prefix: alternative.prefix } : {}),
    })
    .where('id', '=', id)
    .returningAll()
    .executeTakeFirstOrThrow();
}

/**
 * Puts the right contact in the place of a wrong one. It gets other digits, so that the former ones are worth nothing; tries stay
 * counted, and the time runs anew. `at`: by the real clock.
 */
export async function correctCode(
  trx: DatabaseTransaction,
  vault: Pick<Vault, 'seal' | 'blindIndex'>,
  row: CodeRow,
  { contact, refused, at }: Pick<NewCode, 'contact' | 'refused'> & { readonly at: Date },
  now: Date,
): Promise<CodeRow> {
  const { id, organization_id: organizationId, purpose, channel } = row;
  const corrected = row.corrected + 1;
  return trx
    .updateTable('contact_code')
    .set({
      sealed_contact: await sealJson(vault, trx, contactContext(organizationId, id), contact),
      country: contact.country,
      prefix: contact.prefix,
      verifier: verifierOf(vault, id, codeOf(vault, id, corrected)),
      refused,
      corrected,
      corrected_at: at,
      sends: 0,
      last_sent_at: null,
      expires_at: expiryOf(purpose, channel, now),
    })
    .where('id', '=', id)
    .returningAll()
    .executeTakeFirstOrThrow();
}

/** In which language whoever waits reads about it, and gets what is sent from now on. */
export async function setCodeLocale(trx: DatabaseTransaction, id: string, locale: Locale): Promise<void> {
  await trx.updateTable('contact_code').set({ locale }).where('id', '=', id).execute();
}

/**
 * One try. It is counted before it is looked at, by a statement that locks the row: of any number of guesses at the same time five are
 * looked at. The count stands only when the transaction commits.
 */
export async function useCode(
  trx: DatabaseTransaction,
  vault: Pick<Vault, 'blindIndex'>,
  row: CodeRow,
  typed: string,
  now: Date,
): Promise<{ readonly result: TryResult; readonly row: CodeRow }> {
  const counted = await trx
    .updateTable('contact_code')
    .set({ tries: sql<number>`tries + 1` })
    .where('id', '=', row.id)
    .where('tries', '<', CODE_TRIES)
    .where('used_at', 'is', null)
    .where('refused', 'is', null)
    .where('expires_at', '>', now)
    .returningAll()
    .executeTakeFirst();
  if (counted === undefined) {
    const over = await trx.selectFrom('contact_code').selectAll().where('id', '=', row.id).executeTakeFirstOrThrow();
    return { result: overAs(over, now), row: over };
  }
  const { verifier, alternative_verifier: alternative, alternative_kind: otherKind, channel } = counted;
  const verifiers = alternative === null ? [verifier] : [verifier, alternative];
  const found = findVerifier(vault, row.id, normaliseCode(typed), verifiers);
  if (found === undefined) return { result: 'wrong', row: counted };
  const reached = found > 0 ? otherKind : REACHED_BY[channel];
  const used = await trx
    .updateTable('contact_code')
    .set({ used_at: now, reached })
    .where('id', '=', row.id)
    .returningAll()
    .executeTakeFirstOrThrow();
  return { result: 'accepted', row: used };
}

/** Codes of before that moment; what was sealed under them opens no more. */
export async function forgetCodes(
  trx: DatabaseTransaction,
  vault: Pick<Vault, 'forget'>,
  organizationId: string,
  before: Date,
): Promise<void> {
  const old = await trx
    .selectFrom('contact_code')
    .select('id')
    .where('organization_id', '=', organizationId)
    .where('created_at', '<', before)
    .limit(MOST_FORGOTTEN)
    .execute();
  for (const { id } of old) {
    await vault.forget(trx, organizationId, id);
    await trx.deleteFrom('contact_code').where('id', '=', id).execute();
  }
}
/** In one transaction. */
const MOST_FORGOTTEN = 2000;

function overAs(row: CodeRow, now: Date): TryResult {
  const state = codeState(codeFacts(row), now);
  switch (state) {
    case 'accepted':
      return 'used';
    case 'expired':
    case 'tries_used':
    case 'refused':
      return state;
    case 'waiting':
      throw new Error(`${row.id} waits, and could not be tried`);
  }
}

function alternativeContext(organizationId: string, id: string) {
  return { organizationId, subject: id, object: id, field: 'sealed_alternative' };
}

function contactContext(organizationId: string, id: string) {
  return { organizationId, subject: id, object: id, field: 'sealed_contact' };
}
