/** Going on with another device: a second link, that must be opened soon, and lives as long as the first from then on. */
import type { Result } from '@vidimus/engine/standards';
import type { DatabaseTransaction } from '../db/transaction.ts';
import type { Caller } from '../http/caller.ts';
import type { PageAddress } from '../http/page-address.ts';
import type { Vault } from '../vault/vault.ts';
import type { StepRefused } from './applicant-steps.ts';
import { addLink } from './link-store.ts';
import { loadVerification } from './store.ts';
import { hasRunOut } from './verification.ts';

/** Nothing but this machine would open it. */
export type NoPublicAddress = { readonly code: 'hand-off.no-public-address' };

/** For walking to a phone and finding its camera; not for a photograph of the code that somebody finds later. */
const OPEN_WITHIN_MS = 15 * 60 * 1000;

export async function handOff(
  parts: { readonly vault: Vault; readonly pages: PageAddress },
  trx: DatabaseTransaction,
  link: Extract<Caller, { readonly kind: 'applicant' }>,
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
  const openUntil = new Date(now.getTime() + OPEN_WITHIN_MS);
  const token = await addLink(trx, { organizationId, verificationId, mode, kind: 'apply', openUntil }, now);
  return { ok: true, value: { token, openUntil } };
}
