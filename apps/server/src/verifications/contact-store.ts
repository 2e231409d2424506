/** Contacts of a verification: what was confirmed, and the code that is on its way. */
import { type ContactAnswer, contactAnswerSchema, type KnownContacts } from '@vidimus/protocol';
import type { ContactKind } from '@vidimus/vocabulary';
import { z } from 'zod';
import type { CodeRow } from '../codes/store.ts';
import type { DatabaseTransaction } from '../db/transaction.ts';
import { openJson } from '../vault/sealed-json.ts';
import type { Vault } from '../vault/vault.ts';
import { contextOf } from './seal-context.ts';
import { CONTACT_STEPS, type Step } from './step.ts';

/** One contact that is asked for, or was confirmed. */
export type StoredContact = {
  readonly kind: ContactKind;
  readonly confirmed: (ContactAnswer & { readonly at: Date }) | undefined;
  /** Of the latest code. */
  readonly codeId: string | undefined;
};

type Of = { readonly organizationId: string; readonly verificationId: string; readonly steps: readonly Step[] };

const KINDS = ['phone', 'email'] as const;

/** In the order of the steps; undefined where what was sealed opens no more. */
export async function contactsOf(
  vault: Pick<Vault, 'open'>,
  trx: DatabaseTransaction,
  { organizationId, verificationId, steps }: Of,
): Promise<readonly StoredContact[] | undefined> {
  const contacts: StoredContact[] = [];
  for (const kind of KINDS) {
    const step = steps.find(({ name }) => name === CONTACT_STEPS[kind]);
    if (step === undefined) continue;
    const attempt = await standingAttempt(trx, verificationId, step);
    const codeId = (await latestCode(trx, verificationId, kind))?.id;
    if (attempt === undefined || attempt.sealed_answer === null) {
      contacts.push({ kind, confirmed: undefined, codeId });
      continue;
    }
    const context = contextOf(organizationId, verificationId, attempt.id)('answer');
    const answer = await openJson(vault, trx, context, attempt.sealed_answer, contactAnswerSchema);
    if (answer === undefined) return undefined;
    contacts.push({ kind, confirmed: { ...answer, at: attempt.created_at }, codeId });
  }
  return contacts;
}

/** The newest code of the step; an older one is worth nothing any more. */
export async function latestCode(
  trx: DatabaseTransaction,
  verificationId: string,
  kind: ContactKind,
): Promise<CodeRow | undefined> {
  return trx
    .selectFrom('contact_code')
    .selectAll()
    .where('verification_id', '=', verificationId)
    .where('kind', '=', kind)
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst();
}

/** What the operator knew, as it is sealed beside the verification. */
export const sealedContactsSchema: z.ZodType<KnownContacts> = z.strictObject({
  phone: z.string().optional(),
  email: z.string().optional(),
});

/** Number, address and their messages go: the keys first, so that nothing opens any more. */
export async function forgetContacts(
  vault: Pick<Vault, 'forget'>,
  trx: DatabaseTransaction,
  organizationId: string,
  verificationId: string,
): Promise<void> {
  const codes = await trx
    .selectFrom('contact_code')
    .select('id')
    .where('verification_id', '=', verificationId)
    .execute();
  for (const { id } of codes) {
    await vault.forget(trx, organizationId, id);
    await trx.deleteFrom('message').where('object_id', '=', id).execute();
  }
  await trx.deleteFrom('contact_code').where('verification_id', '=', verificationId).execute();
}

/** While the step is asked the one that would be handed in, else the one that was. */
async function standingAttempt(trx: DatabaseTransaction, verificationId: string, step: Step) {
  const latest = await trx
    .selectFrom('attempt')
    .select(['id', 'sealed_answer', 'created_at'])
    .where('verification_id', '=', verificationId)
    .where('step', '=', step.name)
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst();
  return latest !== undefined && step.state === 'asked' && step.attempts.includes(latest.id) ? undefined : latest;
}
