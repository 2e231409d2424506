import { useLocation } from 'react-router';
import { LANGUAGES } from '../shell/locales.ts';
import { useLocale, useTexts } from '../shell/texts.tsx';

/** Every language by its own name; it is the verification's from then on, so that reasons come in it, too. Works without script. */
export function LanguageChoice({ action }: { readonly action: string }) {
  const t = useTexts('shell');
  const chosen = useLocale();
  const { pathname, search } = useLocation();
  const name = LANGUAGES.find(({ locale }) => locale === chosen)?.name;
  return (
    <details className="relative shrink-0">
      <summary className="flex min-h-11 cursor-pointer list-none items-center gap-2 rounded-control px-2 text-operator [&::-webkit-details-marker]:hidden">
        <svg
          viewBox="0 0 20 20"
          className="size-5"
          fill="none"
          stroke="currentColor"
          strokeWidth="1.5"
          aria-hidden="true"
        >
          <circle cx="10" cy="10" r="7.5" />
          <path d="M2.5 10h15M10 2.5c5 5 5 10 0 15M10 2.5c-5 5-5 10 0 15" />
        </svg>
        <span className="sr-only">{t('language')}: </span>
        <span>{name}</span>
      </summary>
      <form
        method="post"
        action={action}
        className="box absolute end-0 z-10 mt-1 flex min-w-44 flex-col p-1 shadow-lg"
        aria-label={t('language_change')}
      >
        <input type="hidden" name="back" value={`${pathname}${search}`} />
        {LANGUAGES.map(({ locale, name: own }) => (
          <button
            type="submit"
            key={locale}
            name="locale"
            value={locale}
            lang={locale}
            aria-current={locale === chosen ? 'true' : undefined}
            className="flex min-h-11 cursor-pointer items-center rounded-control px-3 text-start hover:bg-sunken aria-[current]:font-semibold"
          >
            {own}
          </button>
        ))}
      </form>
    </details>
  );
}
