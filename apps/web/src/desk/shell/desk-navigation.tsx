import { NavLink } from 'react-router';
import { useTexts } from '../../shell/texts.tsx';
import { PLACES } from './navigation.ts';
import { useDesk } from './use-desk.ts';

/** The places of the desk that this member may enter, with what waits there. */
export function DeskNavigation() {
  const t = useTexts('desk');
  const { rights, reviews, webhooks } = useDesk();
  const waits: Readonly<Record<string, number>> = {
    '/desk/queue': (reviews?.open ?? 0) + (reviews?.mine ?? 0),
    '/desk/developers': webhooks?.dead ?? 0,
  };
  return (
    <nav aria-label={t('nav')}>
      <ul className="flex flex-col gap-0.5">
        {PLACES.filter(({ right }) => rights.includes(right)).map(({ path, label }) => (
          <li key={path}>
            <NavLink
              to={path}
              className="flex min-h-11 items-center justify-between gap-2 rounded-control px-2 text-ink no-underline hover:bg-sunken aria-[current=page]:bg-operator aria-[current=page]:font-semibold aria-[current=page]:text-on-operator"
            >
              <span>{t(label)}</span>
              {(waits[path] ?? 0) > 0 ? (
                <Count count={waits[path] ?? 0} isLate={path === '/desk/queue' && (reviews?.overdue ?? 0) > 0} />
              ) : null}
            </NavLink>
          </li>
        ))}
      </ul>
    </nav>
  );
}

/** How many wait there; overdue ones colour it, and the queue itself says so in words. */
function Count({ count, isLate }: { readonly count: number; readonly isLate: boolean }) {
  return (
    <span
      className={`min-w-6 rounded-full px-1.5 text-center text-xs font-semibold tabular-nums ${isLate ? 'bg-bad-ground text-bad' : 'bg-sunken text-ink'}`}
    >
      {count}
    </span>
  );
}
