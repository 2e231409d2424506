/** "I have lost everything": the contact is named, a new verification begins. The same for a contact that nobody has. */
import type { Result } from '@vidimus/engine/standards';
import type { Locale } from '@vidimus/vocabulary';
import { type Contact, readContact } from '../codes/contact.ts';
import { contactProblem, noRoute } from '../codes/refusals.ts';
import { channelsFor, hasChannel } from '../codes/send-code.ts';
import { countOne } from '../codes/send-limits.ts';
import type { DatabaseTransaction } from '../db/transaction.ts';
import { type Problem, problem } from '../http/problem.ts';
import { newId } from '../ids.ts';
import { newSecret } from '../people/secret-token.ts';
import { createVerification } from '../verifications/create-verification.ts';
import { inPlace, type Place } from './account-place.ts';
import { noteRecovery } from './change-recovery.ts';
import type { AccountParts } from './parts.ts';
import { ASKED_MS } from './recovery.ts';
import { policyForRecovery } from './recovery-policy.ts';
import { insertRecovery, lockRecovery } from './recovery-store.ts';
import { refuse } from './refusals.ts';
import { contactIndex, findByContact } from './ways-store.ts';

export type RecoveryWanted = {
  readonly contact: string;
  readonly newContact: string;
  readonly locale: Locale;
  readonly address: string | undefined;
};

/** What is handed out once. */
type Asked = { readonly token: string; readonly verificationToken: string };

/** Each begins a verification, which costs somebody something. */
const MOST_A_DAY = 3;
const MOST_FROM_AN_ADDRESS = 10;
const DAY_MS = 24 * 60 * 60 * 1000;
const SECOND_MS = 1000;

export async function askRecovery(
  parts: AccountParts,
  place: Place,
  wanted: RecoveryWanted,
): Promise<Result<Asked, Problem>> {
  const contact = readContact(wanted.contact.includes('@') ? 'email' : 'call', wanted.contact);
  if (!contact.ok) return contactProblem(contact.error);
  const fresh = writtenContact(parts, place, wanted.newContact);
  if (!fresh.ok) return fresh;
  return inPlace(parts, place, async (trx, now): Promise<Result<Asked, Problem>> => {
    const tooMany = await countAsked(parts, trx, place, contact.value, wanted.address);
    if (tooMany !== undefined) return { ok: false, error: tooMany };
    const way = await findByContact(trx, contactIndex(parts.vault, place, contact.value));
    const token = newSecret('vct', parts.random);
    const policy = await policyForRecovery(trx, place);
    const verification =
      policy === undefined
        ? undefined
        : await createVerification(
            parts,
            trx,
            { ...place, actor: { kind: 'system', name: 'recovery' } },
            {
              policy,
              applicant: {},
              claims: {},
              contacts: {},
              locale: wanted.locale,
              return_url: parts.pages.urlOf(`/account/recovery/${token}`),
              expires_in: ASKED_MS / SECOND_MS,
            },
            now,
          );
    if (verification === undefined || !verification.ok) return refuse({ code: 'account-recovery.no-policy' }, now);
    const id = newId('account_recovery', now.getTime());
    const asked = {
      id,
      accountId: way?.account_id ?? null,
      verificationId: verification.value.id,
      contact: fresh.value,
      locale: wanted.locale,
      token,
      expiresAt: new Date(now.getTime() + ASKED_MS),
    };
    await insertRecovery(trx, parts.vault, place, asked, now);
    const row = await lockRecovery(trx, id);
    if (row !== undefined) await noteRecovery(parts, trx, row, { kind: 'system', name: 'recovery' });
    return { ok: true, value: { token, verificationToken: verification.value.token } };
  });
}

/** Where a link can be sent. */
function writtenContact(parts: AccountParts, { mode }: Place, typed: string): Result<Contact, Problem> {
  const channel = typed.includes('@') ? 'email' : 'sms';
  const contact = readContact(channel, typed);
  if (!contact.ok) return contactProblem(contact.error);
  if (!hasChannel(parts, mode, channel)) return noRoute(channel);
  return channelsFor(parts, mode, contact.value).includes(channel) ? contact : noRoute(channel);
}

async function countAsked(
  parts: Pick<AccountParts, 'vault' | 'clock'>,
  trx: DatabaseTransaction,
  { organizationId, mode }: Place,
  contact: Contact,
  address: string | undefined,
): Promise<Problem | undefined> {
  const nowMs = parts.clock().getTime();
  const until = new Date((Math.floor(nowMs / DAY_MS) + 1) * DAY_MS);
  const key = (value: string) => parts.vault.blindIndex('asked recoveries', JSON.stringify([mode, value]));
  const isFree =
    (await countOne(trx, organizationId, key(contact.to), until, MOST_A_DAY)) &&
    (address === undefined || (await countOne(trx, organizationId, key(address), until, MOST_FROM_AN_ADDRESS)));
  if (isFree) return undefined;
  const detail = `Several recoveries were asked for today; the next one can be at ${until.toISOString()}.`;
  return problem('request.rate-limited', detail, { retryAfter: Math.ceil((until.getTime() - nowMs) / SECOND_MS) });
}
