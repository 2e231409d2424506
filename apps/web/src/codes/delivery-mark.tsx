import type { OwnCode } from '@vidimus/sdk';

type State = OwnCode['deliveries'][number]['state'];

const COLOURS: Readonly<Record<State, string>> = {
  queued: 'text-ink-soft',
  sent: 'text-ink-soft',
  accepted: 'text-operator',
  delivered: 'text-good',
  undelivered: 'text-bad',
  expired: 'text-bad',
  unconfirmed: 'text-care',
};
const SHAPES: Readonly<Record<State, React.ReactNode>> = {
  queued: <circle cx="10" cy="10" r="3" fill="currentColor" stroke="none" />,
  sent: <path d="M5 10h9m-4-4 4 4-4 4" />,
  accepted: <path d="m5.5 10.5 3 3 6-7" />,
  delivered: <path d="m2.5 10.5 3 3 6-7m-2 7 .5.5 6-7" />,
  undelivered: <path d="m6 6 8 8m0-8-8 8" />,
  expired: <path d="m6 6 8 8m0-8-8 8" />,
  unconfirmed: <path d="M7.5 7.5a2.5 2.5 0 1 1 3.6 2.2c-.7.4-1.1 1-1.1 1.8m0 3v.2" />,
};

/** A small picture of what happened, beside the words that say it. */
export function DeliveryMark({ state }: { readonly state: State }) {
  return (
    <svg
      viewBox="0 0 20 20"
      // The arrow alone points with the reading.
      className={`mt-0.5 size-5 shrink-0 ${state === 'sent' ? 'rtl:-scale-x-100' : ''} ${COLOURS[state]}`}
      fill="none"
      stroke="currentColor"
      strokeWidth="2"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
    >
      {SHAPES[state]}
    </svg>
  );
}
