/**
 * Going on with another device. Whoever sees the first screen can photograph its code, so that the link in the code lets nobody in:
 * each device that opens it gets a link and a number of its own, and the first device says which number is in the person's hand.
 */
import { randomInt } from 'node:crypto';
import type { Result } from '@vidimus/engine/standards';
import type { DatabaseTransaction } from '../db/transaction.ts';
import type { Caller } from '../http/caller.ts';
import type { PageAddress } from '../http/page-address.ts';
import type { Vault } from '../vault/vault.ts';
import type { StepRefused } from './applicant-steps.ts';
import { addLink } from './link-store.ts';
import { loadVerification } from './store.ts';
import { hasRunOut } from './verification.ts';

type Link = Extract<Caller, { readonly kind: 'applicant' }>;

/** Nothing but this machine would open it. */
export type NoPublicAddress = { readonly code: 'hand-off.no-public-address' };
/** As many devices as there are numbers have opened it; or it is none of these links, or ran out. */
export type NotOpened = { readonly code: 'hand-off.opened-too-often' } | { readonly code: 'hand-off.not-a-hand-off' };

/** For walking to a phone and finding its camera; not for a photograph of the code that somebody finds later. */
const OPEN_WITHIN_MS = 15 * 60 * 1000;
/** Enough to choose from, few enough to read; a phone's own look ahead at a link takes one. */
const NUMBERS = 3;

/** The link for the code. */
export async function handOff(
  parts: { readonly vault: Vault; readonly pages: PageAddress },
  trx: DatabaseTransaction,
  link: Link,
  now: Date,
): Promise<Result<{ readonly token: string; readonly openUntil: Date }, StepRefused | NoPublicAddress>> {
  if (!parts.pages.isPublic) return { ok: false, error: { code: 'hand-off.no-public-address' } };
  const { organizationId, verificationId, mode } = link;
  const loaded = await loadVerification(parts.vault, trx, verificationId, 'reading');
  if (!loaded.ok) return loaded;
  const { verification } = loaded.value;
  if (hasRunOut(verification, now.toISOString())) {
    return { ok: false, error: { code: 'verification.session-expired', expiredAt: verification.expiresAt } };
  }
  await closeWaiting(trx, verificationId, now);
  const openUntil = new Date(now.getTime() + OPEN_WITHIN_MS);
  const made = { organizationId, verificationId, mode, kind: 'apply', openUntil, numbers: newNumbers() } as const;
  return { ok: true, value: { token: await addLink(trx, made, now), openUntil } };
}

/** A link of its own for a device that opened the one in the code. It opens nothing until the first device lets it in. */
export async function openHandOff(
  trx: DatabaseTransaction,
  { organizationId, verificationId, mode, id }: Link,
  now: Date,
): Promise<Result<{ readonly token: string; readonly number: number; readonly openUntil: Date }, NotOpened>> {
  const code = await waitingCode(trx, verificationId, now);
  if (code === undefined || !code.token_hash.toString('hex').startsWith(id)) {
    return { ok: false, error: { code: 'hand-off.not-a-hand-off' } };
  }
  const devices = await devicesOf(trx, code.token_hash);
  const number = code.numbers[devices.length];
  if (number === undefined) return { ok: false, error: { code: 'hand-off.opened-too-often' } };
  const { token_hash: handOffHash, open_until: openUntil } = code;
  const device = { handOff: handOffHash, number };
  const token = await addLink(trx, { organizationId, verificationId, mode, kind: 'apply', openUntil, device }, now);
  return { ok: true, value: { token, number, openUntil } };
}

/** Lets in the device that shows this number, and no other one; a number that none of them shows lets nobody in, ever. */
export async function confirmHandOff(
  trx: DatabaseTransaction,
  verificationId: string,
  number: number,
  now: Date,
): Promise<'let_in' | 'nobody'> {
  const code = await waitingCode(trx, verificationId, now);
  const devices = code === undefined ? [] : await devicesOf(trx, code.token_hash);
  const chosen = devices.find((device) => device.number === number);
  if (chosen !== undefined) {
    await trx
      .updateTable('verification_link')
      .set({ opened_at: now })
      .where('token_hash', '=', chosen.token_hash)
      .execute();
  }
  await closeWaiting(trx, verificationId, now);
  return chosen === undefined ? 'nobody' : 'let_in';
}

/** What the first device asks, in order: every number of the code, once one of them is shown somewhere. */
export async function numbersToChoose(trx: DatabaseTransaction, verificationId: string, now: Date) {
  const code = await waitingCode(trx, verificationId, now);
  if (code === undefined || (await devicesOf(trx, code.token_hash)).length === 0) return [];
  return code.numbers.toSorted((a, b) => a - b);
}

/** The number that a device shows which waits to be let in; undefined for the link in the code, and for any other one. */
export async function numberOf(trx: DatabaseTransaction, { verificationId, id }: Pick<Link, 'verificationId' | 'id'>) {
  const devices = await trx
    .selectFrom('verification_link')
    .select(['token_hash', 'number'])
    .where('verification_id', '=', verificationId)
    .where('number', 'is not', null)
    .execute();
  return devices.find(({ token_hash }) => token_hash.toString('hex').startsWith(id))?.number ?? undefined;
}

/** The newest link for another device that has not run out; locked, so that two devices get two numbers. */
async function waitingCode(trx: DatabaseTransaction, verificationId: string, now: Date) {
  const code = await trx
    .selectFrom('verification_link')
    .select(['token_hash', 'numbers', 'open_until'])
    .where('verification_id', '=', verificationId)
    .where('numbers', 'is not', null)
    .where('open_until', '>', now)
    .forUpdate()
    .executeTakeFirst();
  if (code === undefined || code.numbers === null || code.open_until === null) return undefined;
  return { token_hash: code.token_hash, numbers: code.numbers, open_until: code.open_until };
}

function devicesOf(trx: DatabaseTransaction, handOffHash: Buffer) {
  return trx
    .selectFrom('verification_link')
    .select(['token_hash', 'number'])
    .where('hand_off', '=', handOffHash)
    .execute();
}

/** Whatever waits, waits no longer. */
async function closeWaiting(trx: DatabaseTransaction, verificationId: string, now: Date): Promise<void> {
  await trx
    .updateTable('verification_link')
    .set({ open_until: now })
    .where('verification_id', '=', verificationId)
    .where('opened_at', 'is', null)
    .where('open_until', '>', now)
    .execute();
}

/** Different ones of two digits. */
function newNumbers(): readonly number[] {
  const numbers = new Set<number>();
  while (numbers.size < NUMBERS) numbers.add(randomInt(10, 100));
  return [...numbers];
}
