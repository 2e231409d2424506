/** How the queue is looked at; it stands in the address. */
export const SHOWN = ['all', 'mine', 'free', 'overdue'] as const;
export type Shown = (typeof SHOWN)[number];

/** Why a person is asked to look. */
export const CAUSES = ['decision', 'appeal', 'new_evidence', 'attempt_limit'] as const;
export type Cause = (typeof CAUSES)[number];

export type QueueFilter = { readonly shown: Shown; readonly cause: Cause | undefined };

/** As the address says it; what it does not know counts as left out. */
export function readQueueFilter(query: URLSearchParams): QueueFilter {
  return {
    shown: SHOWN.find((one) => one === query.get('show')) ?? 'all',
    cause: CAUSES.find((one) => one === query.get('cause')),
  };
}
