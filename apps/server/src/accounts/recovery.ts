/**
 * Recovery of an account by document: one transition function, drawn in `recovery.mermaid`. Pure: it is handed the time, and no change
 * to an account comes before the wait that begins when the readings agree.
 */
import type { Result } from '@vidimus/engine/standards';
import type { RecoveryRefusal } from '@vidimus/protocol';
import type { Agreement } from './recovery-agreement.ts';

export type Recovery =
  | { readonly state: 'asked'; readonly expiresAt: Date }
  | { readonly state: 'in_review' }
  | { readonly state: 'waiting'; readonly waitUntil: Date }
  | { readonly state: 'ready'; readonly waitUntil: Date; readonly expiresAt: Date }
  | { readonly state: 'done'; readonly waitUntil: Date }
  | { readonly state: 'stopped' }
  | { readonly state: 'refused'; readonly refusal: RecoveryRefusal }
  | { readonly state: 'expired' };

export type RecoveryCommand =
  /** The new verification was approved, and its reading compared. */
  | { readonly do: 'compare'; readonly agreement: Agreement['outcome']; readonly now: Date; readonly waitMs: number }
  /** The new verification ended otherwise. */
  | { readonly do: 'not_approved' }
  | { readonly do: 'decide'; readonly agrees: boolean; readonly now: Date; readonly waitMs: number }
  | { readonly do: 'end_wait'; readonly now: Date }
  | { readonly do: 'finish'; readonly now: Date }
  | { readonly do: 'stop' }
  | { readonly do: 'expire'; readonly now: Date };

export type RecoveryRefused = { readonly code: 'account-recovery.not-now'; readonly state: Recovery['state'] };

const HOUR_MS = 60 * 60 * 1000;
const DAY_MS = 24 * HOUR_MS;
/** Long enough for somebody who was away to read a notice and stop it. */
export const USUAL_WAIT_HOURS = 72;
/** For the new verification. */
export const ASKED_MS = 7 * DAY_MS;
/** For the link that adds the new way in. */
const READY_MS = 7 * DAY_MS;

/** The one way from state to state; refuses what does not come next. */
export function changeRecovery(recovery: Recovery, command: RecoveryCommand): Result<Recovery, RecoveryRefused> {
  const { state } = recovery;
  switch (command.do) {
    case 'compare':
      return state === 'asked' ? to(compared(command)) : notNow(state);
    case 'not_approved':
      return state === 'asked' ? to({ state: 'refused', refusal: 'not_approved' }) : notNow(state);
    case 'decide':
      if (state !== 'in_review') return notNow(state);
      return to(command.agrees ? waiting(command) : { state: 'refused', refusal: 'person_decided' });
    case 'end_wait': {
      if (state !== 'waiting' || command.now < recovery.waitUntil) return notNow(state);
      const expiresAt = new Date(command.now.getTime() + READY_MS);
      return to({ state: 'ready', waitUntil: recovery.waitUntil, expiresAt });
    }
    case 'finish':
      if (state !== 'ready' || command.now >= recovery.expiresAt || command.now < recovery.waitUntil) {
        return notNow(state);
      }
      return to({ state: 'done', waitUntil: recovery.waitUntil });
    case 'stop':
      return isOver(state) ? notNow(state) : to({ state: 'stopped' });
    case 'expire':
      if ((state !== 'asked' && state !== 'ready') || command.now < recovery.expiresAt) return notNow(state);
      return to({ state: 'expired' });
  }
}

/** Nothing comes after it. */
export function isOver(state: Recovery['state']): boolean {
  return state === 'done' || state === 'stopped' || state === 'refused' || state === 'expired';
}

/** When somebody has to look at it again; null where it waits for a person or for nothing. */
export function dueAt(recovery: Recovery): Date | null {
  if (recovery.state === 'waiting') return recovery.waitUntil;
  return recovery.state === 'asked' || recovery.state === 'ready' ? recovery.expiresAt : null;
}

function compared(command: Extract<RecoveryCommand, { do: 'compare' }>): Recovery {
  switch (command.agreement) {
    case 'agrees':
      return waiting(command);
    case 'person':
      return { state: 'in_review' };
    case 'differs':
      return { state: 'refused', refusal: 'not_agreeing' };
  }
}

function waiting({ now, waitMs }: { readonly now: Date; readonly waitMs: number }): Recovery {
  return { state: 'waiting', waitUntil: new Date(now.getTime() + waitMs) };
}

function to(recovery: Recovery): Result<Recovery, never> {
  return { ok: true, value: recovery };
}

function notNow(state: Recovery['state']): Result<never, RecoveryRefused> {
  return { ok: false, error: { code: 'account-recovery.not-now', state } };
}
