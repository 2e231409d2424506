/** Its object has no more use for a message: what is not sent yet is not sent, and no other route is taken for the rest. */
import type { DatabaseTransaction } from '../db/transaction.ts';
import { changeMessage } from './message.ts';
import { lockMessage, messageOf, messagesAbout, saveMessage } from './store.ts';

/** Stands in the history where a carrier's own code would: not the carrier said that it arrived. */
export const ENTERED = 'entered';

/**
 * `arrived`: somebody did what only the reader could do. Of a single message that proves that it arrived, whatever its carrier says.
 */
export async function settleMessages(
  trx: DatabaseTransaction,
  objectId: string,
  { arrived, now }: { readonly arrived: boolean; readonly now: Date },
): Promise<void> {
  const about = await messagesAbout(trx, objectId);
  const [only] = about;
  if (arrived && only !== undefined && about.length === 1) {
    const row = await lockMessage(trx, only.row.id);
    const route = row?.route;
    if (row !== undefined && route !== null && route !== undefined) {
      const confirmed = changeMessage(messageOf(row), { do: 'confirm', route });
      if (confirmed.ok) await saveMessage(trx, row, confirmed.value, { now, carrierCode: ENTERED });
    }
  }
  if (arrived) {
    // Entered: counted anew with the rest of its hour.
    await trx.updateTable('message').set({ updated_at: now }).where('object_id', '=', objectId).execute();
  }
  await trx
    .updateTable('message')
    .set({ expires_at: now })
    .where('object_id', '=', objectId)
    .where('state', 'in', ['queued', 'sent', 'accepted'])
    .execute();
}
