/** What waits for a person, the oldest first. */
import type { ReviewView } from '@vidimus/protocol';
import type { MemberClient } from '@vidimus/sdk';
import type { Locale } from '@vidimus/vocabulary';
import { formatMoment, formatSpan } from '../format-moment.server.ts';
import { documentName, reasonHeading } from '../tell-document.server.ts';
import type { Cause, QueueFilter } from './queue-filter.ts';

const WAITING = ['open', 'claimed', 'second_opinion'] as const;
/** A page of the interface at its largest. */
const PAGE = 100;
/** As many as a person can look over; what is older stands first, so that nothing is lost behind it. */
const MOST = 500;

export type QueueRow = {
  readonly id: string;
  readonly verification: string;
  readonly cause: Cause;
  readonly state: 'open' | 'claimed' | 'second_opinion';
  readonly taken: 'by-me' | 'by-another' | undefined;
  readonly document: string | undefined;
  readonly reasons: readonly string[];
  readonly waited: string;
  readonly openedAt: string;
  readonly dueAt: string;
  readonly isOverdue: boolean;
};

/** Everything that was not decided. */
export async function waitingReviews(api: MemberClient): Promise<readonly ReviewView[]> {
  const lists = await Promise.all(WAITING.map((state) => takeFrom(api.reviews.listAll({ state, limit: PAGE }))));
  return lists.flat().toSorted((one, other) => Date.parse(one.opened_at) - Date.parse(other.opened_at));
}

/** The rows that the filter lets through. */
export function queueRows(
  reviews: readonly ReviewView[],
  of: { readonly filter: QueueFilter; readonly memberId: string; readonly locale: Locale },
): readonly QueueRow[] {
  const { filter, memberId, locale } = of;
  return reviews.flatMap((review) => {
    const { state } = review;
    if (state === 'decided') return [];
    const taken = review.claimed_by === null ? undefined : review.claimed_by === memberId ? 'by-me' : 'by-another';
    const row: QueueRow = {
      id: review.id,
      verification: review.verification,
      cause: review.cause,
      state,
      taken,
      document: documentName(review.document, locale),
      reasons: review.reason_codes.map((code) => reasonHeading(code, locale)),
      waited: formatSpan(review.age_s, locale),
      openedAt: formatMoment(review.opened_at, locale),
      dueAt: formatMoment(review.expected_by, locale),
      isOverdue: review.overdue,
    };
    return isShown(row, filter) ? [row] : [];
  });
}

function isShown(row: QueueRow, { shown, cause }: QueueFilter): boolean {
  if (cause !== undefined && row.cause !== cause) return false;
  if (shown === 'mine') return row.taken === 'by-me';
  if (shown === 'free') return row.taken === undefined;
  return shown === 'all' || row.isOverdue;
}

async function takeFrom(pages: AsyncIterable<ReviewView>): Promise<readonly ReviewView[]> {
  const taken: ReviewView[] = [];
  for await (const review of pages) {
    taken.push(review);
    if (taken.length >= MOST) break;
  }
  return taken;
}
