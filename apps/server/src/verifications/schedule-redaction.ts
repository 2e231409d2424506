/** When what a verification holds is erased. */
import type { DatabaseTransaction } from '../db/transaction.ts';

/** Notes the day, or, without one, that it is kept; a later word takes its place, and what is being erased already stays so. */
export async function scheduleRedaction(
  trx: DatabaseTransaction,
  verificationId: string,
  at: Date | undefined,
): Promise<void> {
  await trx
    .updateTable('verification')
    .set(at === undefined ? { redaction: 'none', redact_at: null } : { redaction: 'scheduled', redact_at: at })
    .where('id', '=', verificationId)
    .where('redaction', 'in', ['none', 'scheduled'])
    .execute();
}
