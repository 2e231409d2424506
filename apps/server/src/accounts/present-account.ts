/** An account as its person sees it. */
import type { AccountView } from '@vidimus/protocol';
import { operatorName } from '../codes/send-code.ts';
import type { DatabaseTransaction } from '../db/transaction.ts';
import { signInsOf } from './account-sessions-store.ts';
import { isAccountSessionAlive, staysOpenWithout } from './account-way.ts';
import { findAccount, verificationsOf } from './accounts-store.ts';
import type { AccountParts, AccountPlace } from './parts.ts';
import { openWayContact, wayOf, waysOf } from './ways-store.ts';

export async function presentAccount(
  parts: Pick<AccountParts, 'vault' | 'clock'>,
  trx: DatabaseTransaction,
  of: AccountPlace & { readonly sessionId: string },
): Promise<AccountView> {
  const account = await findAccount(trx, of.accountId);
  if (account === undefined) throw new Error(`${of.accountId} was closed while it was asked for`);
  const now = parts.clock();
  const rows = await waysOf(trx, of.accountId);
  const ways = rows.map(wayOf);
  const shown: AccountView['ways'] = [];
  for (const row of rows) {
    if (row.confirmed_at === null) continue;
    const contact = await openWayContact(trx, parts.vault, row);
    shown.push({
      id: row.id,
      kind: row.kind,
      hint: contact?.hint ?? null,
      created_at: row.created_at.toISOString(),
      removable: staysOpenWithout(ways, row.id),
    });
  }
  const verifications = await verificationsOf(trx, of);
  const recovery = await trx
    .selectFrom('account_recovery')
    .selectAll()
    .where('account_id', '=', of.accountId)
    .where('state', 'in', ['in_review', 'waiting', 'ready'])
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst();
  return {
    object: 'account',
    id: account.id,
    mode: account.mode,
    operator: await operatorName(trx, account.organization_id),
    ways: shown,
    verifications: verifications.map(({ id, state, created_at, redaction }) => ({
      id,
      state,
      created_at: created_at.toISOString(),
      erased: redaction === 'done' || redaction === 'running',
    })),
    sign_ins: (await signInsOf(trx, of.accountId)).map((session) => ({
      at: session.created_at.toISOString(),
      by: session.way_kind,
      open: isAccountSessionAlive(session, now),
      this_one: session.id === of.sessionId,
    })),
    recovery:
      recovery === undefined
        ? null
        : {
            state: recovery.state,
            asked_at: recovery.created_at.toISOString(),
            wait_until: recovery.wait_until?.toISOString() ?? null,
          },
    created_at: account.created_at.toISOString(),
  };
}
