import { type ReactNode, useEffect, useRef } from 'react';
import { useLocation } from 'react-router';
import { useTexts } from '../shell/texts.tsx';
import { LanguageChoice } from './language-choice.tsx';

/** What surrounds every page of an applicant: who asks, and in which language. `languageAction`: where a choice is sent. */
export function ApplicantFrame(props: {
  readonly operator: string | undefined;
  readonly languageAction: string;
  readonly children: ReactNode;
}) {
  const { operator, languageAction, children } = props;
  const t = useTexts('shell');
  useFocusOnArrival();
  return (
    <>
      <a
        href="#content"
        className="button sr-only focus:not-sr-only focus:absolute focus:start-3 focus:top-3 focus:z-10"
      >
        {t('skip')}
      </a>
      <header className="border-b border-line bg-surface print:hidden">
        <div className="mx-auto flex max-w-xl items-center justify-between gap-4 px-5 py-2">
          <p className="min-w-0 font-semibold">{operator}</p>
          <LanguageChoice action={languageAction} />
        </div>
      </header>
      {children}
    </>
  );
}

/** After a step was done by script the page changes without loading: whoever listens is taken to its heading. */
function useFocusOnArrival(): void {
  const { pathname } = useLocation();
  const before = useRef(pathname);
  useEffect(() => {
    if (before.current === pathname) return;
    before.current = pathname;
    document.querySelector('h1')?.focus();
  }, [pathname]);
}
