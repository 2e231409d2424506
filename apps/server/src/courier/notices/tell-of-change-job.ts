/** After a policy was published: those whose country it serves now get their one mail. */
import type { Policy } from '@vidimus/vocabulary';
import type { Kysely } from 'kysely';
import type { Database } from '../../db/schema.ts';
import { type DatabaseTransaction, inTransaction } from '../../db/transaction.ts';
import type { JobHandlers } from '../../jobs/jobs.ts';
import { versionIn } from '../../policies/policy.ts';
import { preflight } from '../../policies/preflight.ts';
import { findPolicy } from '../../policies/store.ts';
import { localeOf } from '../present-delivery.ts';
import { type NoticeMailParts, queueNoticeMail } from './notice-mail.ts';
import { type NoticeRow, noteTold, openEmail, waitingFor } from './notice-store.ts';

export type TellParts = NoticeMailParts & { readonly db: Kysely<Database> };

/** Some at a time, each batch in a transaction of its own; who was told is not told again. */
export function tellOfChangeJob(parts: TellParts): JobHandlers['tell-of-change'] {
  return async ({ organizationId, policyId }, signal) => {
    const batch = (after: string) =>
      inTransaction(parts.db, { role: 'tenant', organizationId }, (trx) => tellBatch(parts, trx, policyId, after));
    let last: string | undefined = '';
    while (last !== undefined && !signal.aborted) last = await batch(last);
    signal.throwIfAborted();
  };
}

/** The id to go on after; undefined when nobody is left. */
async function tellBatch(
  parts: TellParts,
  trx: DatabaseTransaction,
  policyId: string,
  after: string,
): Promise<string | undefined> {
  const stored = await findPolicy(trx, policyId);
  const published = stored === undefined ? undefined : versionIn(stored.history, 'published');
  if (published === undefined) return undefined;
  const rows = await waitingFor(trx, policyId, after);
  for (const row of rows) {
    if (serves(published.document, row.residence, parts.clock())) await tell(parts, trx, row, published.document);
  }
  return rows.at(-1)?.id;
}

function serves(policy: Policy, residence: string, now: Date): boolean {
  const { reasons } = preflight(policy, { residence }, now.toISOString().slice(0, 10));
  return !reasons.some(({ code }) => code === 'residence_country_not_supported');
}

async function tell(parts: TellParts, trx: DatabaseTransaction, row: NoticeRow, policy: Policy): Promise<void> {
  const now = parts.clock();
  const email = await openEmail(trx, parts.vault, row);
  if (email === undefined || !(await noteTold(trx, row.id, now))) return;
  const { id, organization_id: organizationId, mode, residence } = row;
  const { operator } = policy;
  const notice = { id, organizationId, mode, residence, operator, locale: localeOf(row.locale), to: email };
  await queueNoticeMail(parts, trx, notice, 'changed');
}
