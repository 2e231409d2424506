/** States in the order in which a verification goes through them. */
export const STATES = [
  'created',
  'open',
  'processing',
  'delayed',
  'in_review',
  'action_required',
  'approved',
  'declined',
  'expired',
  'cancelled',
] as const;
export type State = (typeof STATES)[number];

/** What the list shows; it stands in the address, empty where nothing is asked. Days are `YYYY-MM-DD`. */
export type ListFilter = {
  readonly state: State | '';
  readonly reason: string;
  readonly reference: string;
  readonly from: string;
  readonly before: string;
  readonly cursor: string;
};
