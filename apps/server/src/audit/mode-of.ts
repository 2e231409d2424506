/** Whether what an entry is about belongs to live or to test mode. */
import type { Mode } from '../db/schema.ts';
import type { DatabaseTransaction } from '../db/transaction.ts';

/** Null for what belongs to both (members, policies, the organization), and for what is not there any more. */
export async function modeOf(trx: DatabaseTransaction, objectId: string): Promise<Mode | null> {
  const find = FIND[objectId.slice(0, PREFIX_LENGTH)];
  return (await find?.(trx, objectId))?.mode ?? null;
}

const PREFIX_LENGTH = 'ver_'.length;

type Find = (trx: DatabaseTransaction, id: string) => Promise<{ readonly mode: Mode } | undefined>;
const own =
  (table: 'verification' | 'review' | 'api_key' | 'webhook_endpoint' | 'event'): Find =>
  (trx, id) =>
    trx.selectFrom(table).select('mode').where('id', '=', id).executeTakeFirst();
const ofVerification =
  (table: 'media' | 'attempt' | 'decision' | 'report' | 'appeal'): Find =>
  (trx, id) =>
    trx
      .selectFrom(table)
      .innerJoin('verification', 'verification.id', `${table}.verification_id`)
      .select('verification.mode')
      .where(`${table}.id`, '=', id)
      .executeTakeFirst();

/** By the prefix of the id. */
const FIND: Readonly<Record<string, Find>> = {
  ver_: own('verification'),
  rev_: own('review'),
  key_: own('api_key'),
  whe_: own('webhook_endpoint'),
  evt_: own('event'),
  med_: ofVerification('media'),
  att_: ofVerification('attempt'),
  dec_: ofVerification('decision'),
  rep_: ofVerification('report'),
  apl_: ofVerification('appeal'),
  whd_: (trx, id) =>
    trx
      .selectFrom('webhook_delivery as d')
      .innerJoin('webhook_endpoint as e', 'e.id', 'd.endpoint_id')
      .select('e.mode')
      .where('d.id', '=', id)
      .executeTakeFirst(),
};
