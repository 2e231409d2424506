/** A step of a recovery, with everything that goes with it in the same transaction: the row, the notices, the record, the event. */
import type { Result } from '@vidimus/engine/standards';
import type { Readings } from '@vidimus/protocol';
import type { Actor } from '../audit/audit.ts';
import type { DatabaseTransaction } from '../db/transaction.ts';
import type { EventType } from '../events/events.ts';
import { newSecret } from '../people/secret-token.ts';
import type { AccountParts } from './parts.ts';
import { changeRecovery, type Recovery, type RecoveryCommand, type RecoveryRefused } from './recovery.ts';
import { sendFinishLink, tellOldChannels } from './recovery-messages.ts';
import { hashOf, openNewContact, type RecoveryRow, recoveryOf, saveRecovery, sealGrounds } from './recovery-store.ts';

export type RecoveryParts = Pick<
  AccountParts,
  'vault' | 'courier' | 'jobs' | 'clock' | 'pages' | 'audit' | 'events' | 'random'
>;

const EVENTS: Readonly<Partial<Record<Recovery['state'], EventType>>> = {
  in_review: 'account.recovery_in_review',
  waiting: 'account.recovery_waiting',
  stopped: 'account.recovery_stopped',
  refused: 'account.recovery_refused',
  done: 'account.recovered',
};

/** By a member, and why. */
export type Decision = { readonly by: string; readonly grounds: string };

/** `row` is locked. `now`: by the clock of its mode. */
export async function carryOutRecovery(
  parts: RecoveryParts,
  trx: DatabaseTransaction,
  row: RecoveryRow,
  command: RecoveryCommand,
  by: { readonly actor: Actor; readonly now: Date; readonly readings?: Readings; readonly decision?: Decision },
): Promise<Result<RecoveryRow, RecoveryRefused>> {
  const changed = changeRecovery(recoveryOf(row), command);
  if (!changed.ok) return changed;
  const after = changed.value;
  const contact = after.state === 'ready' ? await openNewContact(trx, parts.vault, row) : undefined;
  const finish = after.state === 'ready' ? newSecret('vct', parts.random) : undefined;
  const saved = await saveRecovery(trx, parts.vault, row, after, {
    now: by.now,
    ...(by.readings === undefined ? {} : { readings: by.readings }),
    ...(finish === undefined ? {} : { finishHash: hashOf(finish) }),
    ...(by.decision === undefined ? {} : { decision: await sealed(parts, trx, row, by.decision) }),
  });
  if (after.state === 'waiting' || after.state === 'in_review') await tellOldChannels(parts, trx, saved);
  if (finish !== undefined && contact !== undefined) await sendFinishLink(parts, trx, saved, contact, finish);
  await noteRecovery(parts, trx, saved, by.actor);
  return { ok: true, value: saved };
}

async function sealed(parts: RecoveryParts, trx: DatabaseTransaction, row: RecoveryRow, { by, grounds }: Decision) {
  return { by, sealedGrounds: await sealGrounds(trx, parts.vault, row, grounds) };
}

/** In the record, and to whoever listens. */
export async function noteRecovery(
  parts: Pick<AccountParts, 'audit' | 'events'>,
  trx: DatabaseTransaction,
  row: RecoveryRow,
  actor: Actor,
): Promise<void> {
  const { organization_id: organizationId, mode, id, state, refusal, verification_id } = row;
  await parts.audit.append(trx, {
    organizationId,
    actor,
    action: `account_recovery.${state}`,
    objectId: id,
    mode,
    facts: { verification: verification_id, ...(refusal === null ? {} : { refusal }) },
  });
  const type = state === 'asked' ? 'account.recovery_asked' : EVENTS[state];
  if (type === undefined) return;
  const payload = { state, verification: verification_id, ...(refusal === null ? {} : { refusal }) };
  await parts.events.record(trx, { organizationId, mode, type, objectId: id, payload });
}
