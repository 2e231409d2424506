/** One command to one verification: loaded for change, moved, saved, and told to whom it concerns, in one transaction. */
import type { Result } from '@vidimus/engine/standards';
import type { Actor, AuditLog } from '../audit/audit.ts';
import type { DatabaseTransaction } from '../db/transaction.ts';
import type { Events, EventType } from '../events/events.ts';
import { noteChange } from '../numbers/fact-store.ts';
import type { Vault } from '../vault/vault.ts';
import { erasedAt } from './deadlines.ts';
import { policyOf } from './policy-of.ts';
import { openReview, settleReviews } from './review-store.ts';
import { scheduleRedaction } from './schedule-redaction.ts';
import { loadVerification, type NotLoaded, saveVerification } from './store.ts';
import type { StoredVerification } from './stored-verification.ts';
import { type Command, type StateName, type TransitionRefused, transition, type Verification } from './verification.ts';

export type ChangeParts = { readonly vault: Vault; readonly events: Events; readonly audit: AuditLog };

export type Changed = {
  readonly before: StoredVerification;
  readonly after: Verification;
  /** Empty when the decision was on file already. */
  readonly decisionIds: readonly string[];
};

/** The verification after the command, or why not; nothing is written then. */
export async function changeVerification(
  parts: ChangeParts,
  trx: DatabaseTransaction,
  id: string,
  command: Command,
  actor: Actor,
  now: Date,
): Promise<Result<Changed, NotLoaded | TransitionRefused>> {
  const before = await loadVerification(parts.vault, trx, id, 'change');
  if (!before.ok) return before;
  return changeLoaded(parts, trx, before.value, command, actor, now);
}

/** The same for one that was loaded for change already. */
export async function changeLoaded(
  parts: ChangeParts,
  trx: DatabaseTransaction,
  before: StoredVerification,
  command: Command,
  actor: Actor,
  now: Date,
): Promise<Result<Changed, TransitionRefused>> {
  const moved = transition(before.verification, command);
  if (!moved.ok) return moved;
  const after = moved.value;
  if (after === before.verification) return { ok: true, value: { before, after, decisionIds: [] } };
  const decisionIds = await saveVerification(parts.vault, trx, before, after, now);
  await noteChange(trx, after.id, command, now);
  await followReviews(trx, before, after, command, now);
  if (after.state !== before.verification.state) {
    await scheduleRedaction(trx, after.id, erasedAt(after, now, await policyOf(trx, before)));
  }
  await tell(parts, trx, before, after, command, actor);
  return { ok: true, value: { before, after, decisionIds } };
}

/** A verification in review has exactly one open review, and no other has. */
async function followReviews(
  trx: DatabaseTransaction,
  before: StoredVerification,
  after: Verification,
  command: Command,
  now: Date,
): Promise<void> {
  if (after.state !== 'in_review') {
    if (before.verification.state === 'in_review') await settleReviews(trx, after.id, now);
    return;
  }
  const isLimit = after.reasons.some(({ code }) => code === 'attempt_limit_reached');
  const cause =
    command.do === 'appeal'
      ? 'appeal'
      : command.do === 'look_again'
        ? 'new_evidence'
        : isLimit
          ? 'attempt_limit'
          : 'decision';
  await openReview(trx, before, after, cause, now);
}

async function tell(
  parts: ChangeParts,
  trx: DatabaseTransaction,
  { organizationId, mode, verification }: StoredVerification,
  after: Verification,
  command: Command,
  actor: Actor,
): Promise<void> {
  const codes = 'reasons' in after ? after.reasons.map(({ code }) => code) : [];
  await parts.audit.append(trx, {
    organizationId,
    actor,
    action: `verification.${command.do}`,
    objectId: after.id,
    facts: { from: verification.state, to: after.state, reasons: codes },
  });
  const type = EVENT_OF[after.state];
  const isNews = after.state !== verification.state || command.do === 'decide';
  if (type === undefined || !isNews) return;
  await parts.events.record(trx, {
    organizationId,
    mode,
    type,
    objectId: after.id,
    payload: { state: after.state, reason_codes: codes },
  });
}

const EVENT_OF: Readonly<Partial<Record<StateName, EventType>>> = {
  open: 'verification.opened',
  processing: 'verification.processing',
  approved: 'verification.approved',
  action_required: 'verification.action_required',
  in_review: 'verification.in_review',
  declined: 'verification.declined',
  delayed: 'verification.delayed',
  expired: 'verification.expired',
  cancelled: 'verification.cancelled',
};
