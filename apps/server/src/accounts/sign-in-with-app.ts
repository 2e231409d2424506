/** A contact, and what the authenticator app shows: for whoever gets no messages. */
import type { Result } from '@vidimus/engine/standards';
import { normaliseCode } from '../codes/code.ts';
import { type Contact, readContact } from '../codes/contact.ts';
import type { DatabaseTransaction } from '../db/transaction.ts';
import type { Problem } from '../http/problem.ts';
import { settleAttempt } from '../people/sign-in-throttle.ts';
import { newTotpSecret, totpStep } from '../people/totp.ts';
import type { Place } from './account-place.ts';
import type { OpenedAccountSession } from './account-sessions-store.ts';
import { signedIn, slowDown } from './enter-code.ts';
import { type AccountParts, asTenant } from './parts.ts';
import { refuse } from './refusals.ts';
import { contactIndex, findByContact, openSecret, useTotpStep, type WayRow, waysOf } from './ways-store.ts';

/** The same answer, after the same work, for a contact that nobody has, an account without an app, and a wrong code. */
export async function signInWithApp(
  parts: AccountParts,
  place: Place,
  given: { readonly to: string; readonly code: string; readonly address: string | undefined },
): Promise<Result<OpenedAccountSession, Problem>> {
  const now = parts.clock();
  const refused = refuse({ code: 'sign-in.refused' }, now);
  const contact = contactIn(given.to);
  if (contact === undefined) return refused;
  const of = { organization_id: place.organizationId, mode: place.mode };
  const attempt = await slowDown(parts, of, contact, given.address);
  if (!attempt.ok) return attempt;
  const session = await asTenant(parts, place.organizationId, async (trx) => {
    const known = await findByContact(trx, contactIndex(parts.vault, place, contact));
    const app = (await waysOf(trx, known?.account_id ?? '')).find(isApp);
    const secret = app === undefined ? newTotpSecret(parts.random) : await openSecret(trx, parts.vault, app);
    const step = secret === undefined ? undefined : totpStep(secret, normaliseCode(given.code), now, usedStep(app));
    const isRight = step !== undefined && app !== undefined && (await useTotpStep(trx, app.id, step, now));
    if (!isRight) return undefined;
    const account = { ...place, accountId: app.account_id };
    return signedIn(parts, trx, account, { wayId: app.id, kind: 'totp' });
  });
  if (session === undefined) return refused;
  const { value } = attempt;
  if (value !== undefined) await parts.inScope({ role: 'gate' }, (trx) => settleAttempt(trx, value, parts.clock()));
  return { ok: true, value: session };
}

/** Whether the code is of that app; the first right one takes it into use. */
export async function confirmApp(
  parts: Pick<AccountParts, 'vault' | 'clock'>,
  trx: DatabaseTransaction,
  row: WayRow,
  code: string,
): Promise<boolean> {
  const now = parts.clock();
  const secret = await openSecret(trx, parts.vault, row);
  const step = secret === undefined ? undefined : totpStep(secret, normaliseCode(code), now, usedStep(row));
  return step !== undefined && useTotpStep(trx, row.id, step, now);
}

function isApp({ kind, confirmed_at }: WayRow): boolean {
  return kind === 'totp' && confirmed_at !== null;
}

/** A number may be typed where an address could be, and the other way round. */
function contactIn(typed: string): Contact | undefined {
  const read = readContact(typed.includes('@') ? 'email' : 'call', typed);
  return read.ok ? read.value : undefined;
}

function usedStep(row: WayRow | undefined): number | null {
  return row?.totp_used_step == null ? null : Number(row.totp_used_step);
}
