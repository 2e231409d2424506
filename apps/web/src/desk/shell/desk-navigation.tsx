import { NavLink } from 'react-router';
import { useTexts } from '../../shell/texts.tsx';
import { PLACES } from './navigation.ts';
import { useDesk } from './use-desk.ts';

/** The places of the desk that this member may enter, with what waits there. */
export function DeskNavigation() {
  const t = useTexts('desk');
  const { rights } = useDesk();
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
            </NavLink>
          </li>
        ))}
      </ul>
    </nav>
  );
}
