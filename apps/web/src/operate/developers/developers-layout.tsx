import { type LoaderFunctionArgs, NavLink, Outlet, useLoaderData } from 'react-router';
import { requireMember } from '../../desk/require-member.server.ts';
import { useTexts } from '../../shell/texts.tsx';
import { textsOf } from '../../texts/texts.server.ts';
import { OperatePage } from '../operate-page.tsx';

/** `/desk/developers/…`: what programs need, a page for each. */
export async function loader(args: LoaderFunctionArgs) {
  const { locale } = await requireMember(args);
  return { locale, texts: { operate: textsOf('operate', locale) } };
}

export default function DevelopersLayout() {
  const { locale, texts } = useLoaderData<typeof loader>();
  return (
    <OperatePage locale={locale} texts={texts}>
      <Parts />
      <Outlet />
    </OperatePage>
  );
}

const PARTS = [
  { to: '/desk/developers', label: 'developers_first_call' },
  { to: '/desk/developers/keys', label: 'keys_title' },
  { to: '/desk/developers/webhooks', label: 'webhooks_title' },
  { to: '/desk/developers/events', label: 'events_title' },
  { to: '/desk/developers/test-mode', label: 'test_mode_title' },
] as const;

function Parts() {
  const t = useTexts('operate');
  return (
    <nav aria-label={t('developers_title')} className="flex flex-wrap gap-x-1 border-b border-line">
      {PARTS.map(({ to, label }) => (
        <NavLink
          key={to}
          to={to}
          end={to === '/desk/developers'}
          className="flex min-h-11 items-center border-b-2 border-transparent px-3 text-ink-soft hover:text-ink aria-[current=page]:border-operator aria-[current=page]:font-semibold aria-[current=page]:text-ink"
        >
          {t(label)}
        </NavLink>
      ))}
    </nav>
  );
}
