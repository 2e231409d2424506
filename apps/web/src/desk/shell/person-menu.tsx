import { Form, Link, useLocation } from 'react-router';
import { LANGUAGES } from '../../shell/locales.ts';
import { useLocale, useTexts } from '../../shell/texts.tsx';
import { useDesk } from './use-desk.ts';

/** Who is signed in; language, ways to sign in, help, and the way out. Forms and links: it needs no script. */
export function PersonMenu({ onHelp }: { readonly onHelp: () => void }) {
  const t = useTexts('desk');
  const locale = useLocale();
  const { member, organization } = useDesk();
  const { pathname, search } = useLocation();
  const row =
    'flex min-h-11 w-full cursor-pointer items-center rounded-control px-2 text-start text-ink hover:bg-sunken';
  return (
    <details className="rounded-control">
      <summary className="flex min-h-11 cursor-pointer items-center gap-2 rounded-control px-2 py-1 hover:bg-sunken">
        <span className="flex min-w-0 flex-1 flex-col">
          <span dir="auto" className="max-w-full self-start truncate text-sm font-semibold">
            {member.name ?? member.id}
          </span>
          <span dir="auto" className="max-w-full self-start truncate text-xs text-ink-soft">
            {organization.brand.name}
          </span>
        </span>
        <span aria-hidden="true">⋯</span>
      </summary>
      <div className="flex flex-col gap-0.5 pt-1">
        <Form method="post" action="/desk/language" className="flex flex-wrap items-center gap-2 px-2 py-1">
          <input type="hidden" name="to" value={pathname + search} />
          <label className="flex flex-1 flex-col gap-1 text-sm">
            {t('language')}
            <select
              name="language"
              defaultValue={locale}
              className="input"
              onChange={(event) => event.currentTarget.form?.requestSubmit()}
            >
              {LANGUAGES.map(({ locale: one, name }) => (
                <option key={one} value={one} lang={one}>
                  {name}
                </option>
              ))}
            </select>
          </label>
          <noscript>
            <button type="submit" className="button button-quiet">
              {t('language_change')}
            </button>
          </noscript>
        </Form>
        <button type="button" className={row} onClick={onHelp}>
          {t('help_title')}
        </button>
        <Link to="/desk/set-up" className={row}>
          {t('sign_in_ways')}
        </Link>
        <Form method="post" action="/desk/sign-out">
          <button type="submit" className={row}>
            {t('sign_out')}
          </button>
        </Form>
      </div>
    </details>
  );
}
