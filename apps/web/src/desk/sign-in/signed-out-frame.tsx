import type { ReactNode } from 'react';
import { useLocation } from 'react-router';
import { LANGUAGES } from '../../shell/locales.ts';
import { useLocale, useTexts } from '../../shell/texts.tsx';

/** One box in the middle, for whoever is not in yet. The languages are links: it works without script. */
export function SignedOutFrame({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  const t = useTexts('desk');
  const locale = useLocale();
  const { search } = useLocation();
  const inLanguage = (lang: string) => {
    const query = new URLSearchParams(search);
    query.set('lang', lang);
    return `?${query}`;
  };
  return (
    <div className="mx-auto flex min-h-dvh max-w-md flex-col justify-center gap-6 px-4 py-10">
      <title>{`${title} · Vidimus`}</title>
      <header className="flex items-center gap-2 px-1 text-lg font-semibold">
        <img src="/assets/icon.svg" alt="" width="30" height="30" />
        {t('desk_of_vidimus')}
      </header>
      <main id="content" className="box flex flex-col gap-5 p-5 sm:p-7">
        <h1 className="text-2xl font-semibold">{title}</h1>
        {children}
      </main>
      <nav aria-label={t('language')}>
        <ul className="flex flex-wrap justify-center gap-x-1">
          {LANGUAGES.map(({ locale: one, name }) => (
            <li key={one}>
              <a
                href={inLanguage(one)}
                lang={one}
                hrefLang={one}
                aria-current={one === locale ? 'true' : undefined}
                className="inline-flex min-h-11 items-center px-2 text-sm text-ink-soft underline underline-offset-4 aria-current:font-semibold aria-current:text-ink aria-current:no-underline"
              >
                {name}
              </a>
            </li>
          ))}
        </ul>
      </nav>
    </div>
  );
}
