/** Verifications whose time has come. */
import { type SqlBool, sql } from 'kysely';
import type { Mode } from '../db/schema.ts';
import type { DatabaseTransaction } from '../db/transaction.ts';

export type DueVerification = {
  readonly organizationId: string;
  readonly verificationId: string;
  readonly mode: Mode;
};

/** A wait that is longer than was promised, a link that ran out, data whose time is over, a recovery of an account that goes on. */
export const DUE_KINDS = ['overdue', 'expired', 'redactable', 'recovering'] as const;
export type Due = Readonly<Record<(typeof DUE_KINDS)[number], readonly DueVerification[]>>;

/** Of a kind in one round, so that a long backlog does not keep the others waiting. */
const MOST_AT_A_TIME = 200;

/** Each of these at most as often as a round takes up. In the role `clock` those of every organization, as a tenant one's own. */
export async function findDue(trx: DatabaseTransaction, now: Date): Promise<Due> {
  const dueBy = (column: 'expected_by' | 'expires_at' | 'redact_at') =>
    trx
      .selectFrom('verification as v')
      .leftJoin('test_clock as c', 'c.organization_id', 'v.organization_id')
      .select(['v.organization_id as organizationId', 'v.id as verificationId', 'v.mode'])
      // In test mode time is what the organization says it is.
      .where(
        sql<SqlBool>`v.${sql.ref(column)} <= case when v.mode = 'test' then coalesce(c.now, ${now}) else ${now} end`,
      )
      .orderBy(`v.${column}`)
      .limit(MOST_AT_A_TIME);
  return {
    overdue: await dueBy('expected_by')
      .where('v.state', 'in', ['processing', 'delayed', 'in_review'])
      .where('v.overdue_told_at', 'is', null)
      .execute(),
    expired: await dueBy('expires_at').where('v.state', 'in', ['created', 'open', 'action_required']).execute(),
    redactable: await dueBy('redact_at').where('v.redaction', '=', 'scheduled').execute(),
    recovering: await recovering(trx, now),
  };
}

/** Those whose verification was decided, and those whose wait or whole time is over. */
async function recovering(trx: DatabaseTransaction, now: Date): Promise<readonly DueVerification[]> {
  return trx
    .selectFrom('account_recovery as r')
    .innerJoin('verification as v', 'v.id', 'r.verification_id')
    .leftJoin('test_clock as c', 'c.organization_id', 'r.organization_id')
    .select(['r.organization_id as organizationId', 'r.verification_id as verificationId', 'r.mode'])
    .where((eb) =>
      eb.or([
        eb.and([eb('r.state', '=', 'asked'), eb('v.state', 'in', ['approved', 'declined', 'cancelled'])]),
        sql<SqlBool>`r.due_at <= case when r.mode = 'test' then coalesce(c.now, ${now}) else ${now} end`,
      ]),
    )
    .orderBy('r.id')
    .limit(MOST_AT_A_TIME)
    .execute();
}
