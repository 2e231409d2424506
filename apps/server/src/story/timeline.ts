/** What happened to a verification, the oldest first: from the record, what was sent, and the reviews. */
import type { Story } from '@vidimus/protocol';
import { isReasonCode } from '@vidimus/vocabulary';
import type { LoggedEntry } from '../audit/logged-entry.ts';
import { entriesAbout } from '../audit/store.ts';
import type { DatabaseTransaction } from '../db/transaction.ts';
import type { StoredTrouble } from '../verifications/device-trouble.ts';
import type { ReviewRow } from '../verifications/review-store.ts';
import type { ShownInstead } from '../verifications/shown-document.ts';
import type { StoredAttempt } from '../verifications/stored-verification.ts';
import { ATTEMPT_WORDS, entryWords, QUIET, REVIEW_CLAIMED, REVIEW_OPENED, troubleWords } from './moment-words.table.ts';

export type Moment = Story['timeline'][number];

/**
 * In test mode what was sent bears the time of the clock that was set, and the record the true one: there the order holds
 * only while the clock runs.
 */
export async function timelineOf(
  trx: DatabaseTransaction,
  of: {
    readonly verificationId: string;
    readonly attempts: readonly StoredAttempt[];
    readonly reviews: readonly ReviewRow[];
    readonly troubles: readonly StoredTrouble[];
    /** By photograph, what it shows instead of what the first ones did. */
    readonly instead: ReadonlyMap<string, ShownInstead>;
  },
): Promise<readonly Moment[]> {
  const media = of.attempts.flatMap(({ mediaId }) => (mediaId === null ? [] : [mediaId]));
  const about = [of.verificationId, ...media, ...of.reviews.map(({ id }) => id)];
  const entries = (await entriesAbout(trx, about)).filter(({ action }) => !QUIET.has(action));
  const overdue = await trx
    .selectFrom('event')
    .select('created_at')
    .where('object_id', '=', of.verificationId)
    .where('type', '=', 'verification.overdue')
    .execute();
  const moments = [
    ...entries.map(ofEntry),
    ...of.attempts.map(ofAttempt),
    ...of.attempts.flatMap((attempt) => ofOtherDocument(attempt, of.instead)),
    ...of.reviews.flatMap(ofReview),
    ...of.troubles.map(ofTrouble),
    ...overdue.map(({ created_at }) => bySystem(created_at, 'verification.overdue')),
  ];
  return moments.toSorted((one, other) => Date.parse(one.at) - Date.parse(other.at));
}

function ofEntry(logged: LoggedEntry): Moment {
  const { at, actor, action, facts } = logged;
  const [kind = '', ...id] = actor.split(':');
  const known = ACTOR_KINDS.find((each) => each === kind) ?? 'system';
  return { at, kind: action, actor_kind: known, actor: id.join(':'), words: entryWords(action, facts, isReasonCode) };
}
const ACTOR_KINDS = ['applicant', 'member', 'api_key', 'system'] as const;

function ofAttempt({ step, createdAt }: StoredAttempt): Moment {
  const at = createdAt.toISOString();
  return { at, kind: 'attempt', actor_kind: 'applicant', actor: null, words: ATTEMPT_WORDS[step] };
}

function ofOtherDocument(
  { mediaId, createdAt }: StoredAttempt,
  instead: ReadonlyMap<string, ShownInstead>,
): readonly Moment[] {
  const is = mediaId === null ? undefined : instead.get(mediaId)?.is;
  return is === undefined ? [] : [bySystem(createdAt, `attempt.other-${is}`)];
}

function ofReview({ opened_at, claimed_at, claimed_by }: ReviewRow): readonly Moment[] {
  const opened: Moment = { ...bySystem(opened_at, 'review.opened'), words: REVIEW_OPENED };
  if (claimed_at === null || claimed_by === null) return [opened];
  const actor_kind = claimed_by.startsWith('mem_') ? 'member' : 'api_key';
  const at = claimed_at.toISOString();
  return [opened, { at, kind: 'review.claimed', actor_kind, actor: claimed_by, words: REVIEW_CLAIMED }];
}

function ofTrouble({ at, code }: StoredTrouble): Moment {
  return { ...bySystem(at, 'device.trouble'), actor_kind: 'applicant', words: troubleWords(code) };
}

function bySystem(at: Date, kind: string): Moment {
  return { at: at.toISOString(), kind, actor_kind: 'system', actor: null, words: entryWords(kind, {}, isReasonCode) };
}
