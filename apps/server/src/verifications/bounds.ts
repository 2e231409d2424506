/** How much one link may have kept: far more than a person needs, far less than fills a disk or a colleague's day. */
import type { DatabaseTransaction } from '../db/transaction.ts';
import type { StepName } from './step.ts';

export type BoundReached =
  | { readonly code: 'link.too-many'; readonly most: number; readonly retryAfterSeconds: number }
  | { readonly code: 'verification.too-many-answers'; readonly step: StepName; readonly most: number }
  | { readonly code: 'verification.too-many-statements'; readonly most: number };

const DAY_MS = 24 * 60 * 60 * 1000;
/** Receipts and links for other devices, of one verification, in a day; with the devices that open those, four times as many rows. */
const LINKS_A_DAY = 20;
/** Of one step, such as a consent that is given and taken back. */
const MOST_ANSWERS = 50;
/** Appeals, and "this was not me": each is read by a person. */
const MOST_STATEMENTS = 10;

/** Undefined while another link may be made. */
export async function whyNoMoreLinks(
  trx: DatabaseTransaction,
  verificationId: string,
  now: Date,
): Promise<BoundReached | undefined> {
  const made = await trx
    .selectFrom('verification_link')
    .select('created_at')
    .where('verification_id', '=', verificationId)
    .where('hand_off', 'is', null)
    .where('created_at', '>', new Date(now.getTime() - DAY_MS))
    .orderBy('created_at', 'desc')
    .limit(LINKS_A_DAY)
    .execute();
  const oldest = made[LINKS_A_DAY - 1];
  if (oldest === undefined) return undefined;
  const retryAfterSeconds = Math.ceil((oldest.created_at.getTime() + DAY_MS - now.getTime()) / 1000);
  return { code: 'link.too-many', most: LINKS_A_DAY, retryAfterSeconds };
}

/** Undefined while the step may be answered again. */
export async function whyNoMoreAnswers(
  trx: DatabaseTransaction,
  verificationId: string,
  step: StepName,
): Promise<BoundReached | undefined> {
  const { count } = await trx
    .selectFrom('attempt')
    .select((of) => of.fn.countAll().as('count'))
    .where('verification_id', '=', verificationId)
    .where('step', '=', step)
    .executeTakeFirstOrThrow();
  return Number(count) < MOST_ANSWERS ? undefined : { code: 'verification.too-many-answers', step, most: MOST_ANSWERS };
}

/** Undefined while something more may be said. */
export async function whyNoMoreStatements(
  trx: DatabaseTransaction,
  verificationId: string,
): Promise<BoundReached | undefined> {
  const { count } = await trx
    .selectFrom('appeal')
    .select((of) => of.fn.countAll().as('count'))
    .where('verification_id', '=', verificationId)
    .executeTakeFirstOrThrow();
  return Number(count) < MOST_STATEMENTS
    ? undefined
    : { code: 'verification.too-many-statements', most: MOST_STATEMENTS };
}
