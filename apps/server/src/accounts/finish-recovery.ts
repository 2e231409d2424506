/** After the wait: the new contact becomes a way in, whatever was open is closed, and its person is signed in. */
import type { Result } from '@vidimus/engine/standards';
import type { Problem } from '../http/problem.ts';
import { inPlace } from './account-place.ts';
import { endAccountSessions, type OpenedAccountSession } from './account-sessions-store.ts';
import { contactWayKind } from './account-way.ts';
import { applicantOf, bringApplicant } from './accounts-store.ts';
import { carryOutRecovery } from './change-recovery.ts';
import { signedIn } from './enter-code.ts';
import type { AccountParts } from './parts.ts';
import { findRecoveryByToken, lockRecovery, openNewContact } from './recovery-store.ts';
import { refuse } from './refusals.ts';
import { addContactWay, contactIndex, findByContact } from './ways-store.ts';

const GATE = { role: 'gate' } as const;

export async function finishRecovery(
  parts: AccountParts,
  token: string,
): Promise<Result<OpenedAccountSession, Problem>> {
  const found = await parts.inScope(GATE, (trx) => findRecoveryByToken(trx, 'finish_hash', token));
  if (found === undefined) return refuse({ code: 'account-recovery.not-found' }, parts.clock());
  const place = { organizationId: found.organization_id, mode: found.mode };
  return inPlace(parts, place, async (trx, now): Promise<Result<OpenedAccountSession, Problem>> => {
    const row = await lockRecovery(trx, found.id);
    const contact = row === undefined ? undefined : await openNewContact(trx, parts.vault, row);
    if (row === undefined || row.account_id === null || contact === undefined) {
      return refuse({ code: 'account-recovery.not-found' }, now);
    }
    const account = { ...place, accountId: row.account_id };
    const actor = { kind: 'applicant', id: row.account_id } as const;
    const done = await carryOutRecovery(parts, trx, row, { do: 'finish', now }, { actor, now });
    if (!done.ok) return refuse(done.error, now);
    const known = await findByContact(trx, contactIndex(parts.vault, place, contact));
    if (known !== undefined && known.account_id !== account.accountId) {
      return refuse({ code: 'account.contact-known' }, now);
    }
    const clock = parts.clock();
    const wayId = known?.id ?? (await addContactWay(trx, parts.vault, account, contact, clock));
    if (wayId === undefined) return refuse({ code: 'account.contact-known' }, now);
    await bringApplicant(trx, account, await applicantOf(trx, row.verification_id), clock);
    await endAccountSessions(trx, account.accountId, { exceptSessionId: null }, clock);
    return { ok: true, value: await signedIn(parts, trx, account, { wayId, kind: contactWayKind(contact) }) };
  });
}

/** With the link that went to the old channels. */
export async function stopRecovery(parts: AccountParts, token: string): Promise<Result<undefined, Problem>> {
  const found = await parts.inScope(GATE, (trx) => findRecoveryByToken(trx, 'stop_hash', token));
  if (found === undefined) return refuse({ code: 'account-recovery.not-found' }, parts.clock());
  const place = { organizationId: found.organization_id, mode: found.mode };
  return inPlace(parts, place, async (trx, now): Promise<Result<undefined, Problem>> => {
    const row = await lockRecovery(trx, found.id);
    if (row === undefined) return refuse({ code: 'account-recovery.not-found' }, now);
    if (row.state === 'stopped') return { ok: true, value: undefined };
    const actor = { kind: 'applicant', id: row.account_id ?? row.id } as const;
    const stopped = await carryOutRecovery(parts, trx, row, { do: 'stop' }, { actor, now });
    return stopped.ok ? { ok: true, value: undefined } : refuse(stopped.error, now);
  });
}
