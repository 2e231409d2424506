import { useTexts } from '../../shell/texts.tsx';
import type { State } from './list-filter.ts';

const LOOKS: Readonly<Record<State, string>> = {
  created: 'bg-sunken text-ink-soft',
  open: 'bg-sunken text-ink',
  processing: 'bg-sunken text-ink',
  delayed: 'bg-care-ground text-care',
  in_review: 'bg-care-ground text-care',
  action_required: 'bg-care-ground text-care',
  approved: 'bg-good-ground text-good',
  declined: 'bg-bad-ground text-bad',
  expired: 'bg-sunken text-ink-soft',
  cancelled: 'bg-sunken text-ink-soft',
};

/** The state of a verification in a word; the colour says nothing more. */
export function StateBadge({ state }: { readonly state: State }) {
  const t = useTexts('desk');
  return (
    <span className={`inline-flex rounded-full px-2.5 py-0.5 text-sm font-semibold whitespace-nowrap ${LOOKS[state]}`}>
      {t(`state_${state}`)}
    </span>
  );
}
