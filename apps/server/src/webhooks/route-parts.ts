/** What the routes of endpoints and those of deliveries share. */
import type { Result } from '@vidimus/engine/standards';
import type { AuditEntry, AuditLog } from '../audit/audit.ts';
import type { Clock } from '../clock.ts';
import type { DatabaseTransaction } from '../db/transaction.ts';
import type { Caller } from '../http/caller.ts';
import type { Problem } from '../http/problem.ts';
import type { Jobs } from '../jobs/jobs.ts';
import { actorOf } from '../people/caller-actor.ts';
import type { Vault } from '../vault/vault.ts';
import type { RandomBytes } from './endpoint-secret.ts';
import type { AllowedNetworks } from './safe-address.ts';

export type WebhookParts = {
  readonly vault: Vault;
  readonly jobs: Jobs;
  readonly audit: AuditLog;
  readonly allowed: AllowedNetworks;
  /** The real one: a webhook travels in real time, in test mode, too. */
  readonly clock: Clock;
  readonly randomBytes: RandomBytes;
};

export const TAG = 'webhooks';
export const CALLERS = ['api_key', 'member'] as const;
export const NO_ENDPOINT = { status: 404, code: 'webhook-endpoint.not-found' } as const;

/** The refusal for an id that this caller has no endpoint of. */
export function noEndpoint(): Result<never, Problem> {
  const detail = 'There is no such endpoint here. Live and test mode each have their own.';
  return { ok: false, error: { ...NO_ENDPOINT, detail } };
}

/** Writes who did it; the URL stays out, it may hold a token. */
export async function audited(
  trx: DatabaseTransaction,
  { audit }: Pick<WebhookParts, 'audit'>,
  caller: Caller,
  action: string,
  objectId: string,
  facts: NonNullable<AuditEntry['facts']>,
): Promise<void> {
  const { organizationId, mode } = caller;
  await audit.append(trx, { organizationId, actor: actorOf(caller), action, objectId, mode, facts });
}
