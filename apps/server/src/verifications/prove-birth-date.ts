/**
 * A receipt lies in mail for years, and is handed on. What is the person's own is behind the birth date as it was read: five
 * tries, then ever slower, so that nobody goes through the days of a century (36,525 of them).
 */
import { timingSafeEqual } from 'node:crypto';
import type { Result } from '@vidimus/engine/standards';
import type { CodeParts } from '../codes/send-code.ts';
import type { DatabaseTransaction } from '../db/transaction.ts';
import type { Caller } from '../http/caller.ts';
import { addLink } from './link-store.ts';
import { type OwnFacts, ownFacts } from './own-facts.ts';
import { loadVerification, type NotLoaded } from './store.ts';
import type { StoredVerification } from './stored-verification.ts';

export type ProofRefused =
  | NotLoaded
  | { readonly code: 'receipt.birth-date-differs'; readonly triesLeft: number }
  | { readonly code: 'receipt.too-many-tries'; readonly retryAfterSeconds: number }
  /** No birth date was read, and none was given. */
  | { readonly code: 'receipt.nothing-to-compare' };

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const FREE_TRIES = 5;
const FIRST_WAIT_MS = 15 * MINUTE_MS;
const LONGEST_WAIT_MS = 24 * HOUR_MS;
/** For reading it all and saving the file. */
const OPEN_FOR_MS = HOUR_MS;

/** A new receipt that opens everything for an hour, for whoever knows the birth date. */
export async function proveBirthDate(
  parts: CodeParts,
  trx: DatabaseTransaction,
  { organizationId, verificationId, mode }: Extract<Caller, { readonly kind: 'applicant' }>,
  birthDate: string,
  now: Date,
): Promise<Result<{ readonly token: string; readonly provenUntil: Date }, ProofRefused>> {
  // Locked: of two guesses at the same time the second sees the first one counted.
  const loaded = await loadVerification(parts.vault, trx, verificationId, 'change');
  if (!loaded.ok) return loaded;
  const { failures, waitMs } = await failuresOf(trx, verificationId, now);
  if (waitMs > 0) {
    return { ok: false, error: { code: 'receipt.too-many-tries', retryAfterSeconds: Math.ceil(waitMs / 1000) } };
  }
  const known = birthDateOf(loaded.value, await ownFacts(parts, trx, loaded.value, now));
  if (known === undefined) return { ok: false, error: { code: 'receipt.nothing-to-compare' } };
  if (!isSame(known, birthDate)) {
    await noteFailures(trx, verificationId, { proof_failures: failures + 1, proof_failed_at: now });
    return {
      ok: false,
      error: { code: 'receipt.birth-date-differs', triesLeft: Math.max(0, FREE_TRIES - failures - 1) },
    };
  }
  await noteFailures(trx, verificationId, { proof_failures: 0, proof_failed_at: null });
  const provenUntil = provenUntilFrom(now);
  const token = await addLink(trx, { organizationId, verificationId, mode, kind: 'receipt', provenUntil }, now);
  return { ok: true, value: { token, provenUntil } };
}

/** How long a receipt that is made now opens everything. */
export function provenUntilFrom(now: Date): Date {
  return new Date(now.getTime() + OPEN_FOR_MS);
}

/** Whether a link opens what is the person's own. */
export function opensAll(
  { link, provenUntil }: Pick<Extract<Caller, { readonly kind: 'applicant' }>, 'link' | 'provenUntil'>,
  now: Date,
): boolean {
  return link === 'apply' || (provenUntil !== undefined && now < provenUntil);
}

/** Of the document; where that was not read, as the operator knows it. Only a whole day can be asked for. */
function birthDateOf({ claims }: StoredVerification, { report }: OwnFacts): string | undefined {
  const read = report?.document.fields.find(({ field }) => field === 'birth_date')?.value;
  return [read, claims.birth_date].find((one) => one !== undefined && one !== null && WHOLE_DAY.test(one)) ?? undefined;
}
const WHOLE_DAY = /^\d{4}-\d{2}-\d{2}$/;

function isSame(known: string, given: string): boolean {
  const [a, b] = [Buffer.from(known), Buffer.from(given)];
  return a.length === b.length && timingSafeEqual(a, b);
}

async function failuresOf(trx: DatabaseTransaction, verificationId: string, now: Date) {
  const { proof_failures: failures, proof_failed_at: last } = await trx
    .selectFrom('verification')
    .select(['proof_failures', 'proof_failed_at'])
    .where('id', '=', verificationId)
    .executeTakeFirstOrThrow();
  if (last === null || failures < FREE_TRIES) return { failures, waitMs: 0 };
  const wait = Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** (failures - FREE_TRIES));
  return { failures, waitMs: last.getTime() + wait - now.getTime() };
}

function noteFailures(
  trx: DatabaseTransaction,
  id: string,
  noted: { readonly proof_failures: number; readonly proof_failed_at: Date | null },
) {
  return trx.updateTable('verification').set(noted).where('id', '=', id).execute();
}
