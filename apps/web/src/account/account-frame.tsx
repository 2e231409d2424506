import type { ReactNode } from 'react';
import { LanguageChoice } from '../verify/language-choice.tsx';

/** What surrounds every page of an account. */
export function AccountFrame({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <>
      <header className="mx-auto flex w-full max-w-xl items-center justify-between gap-3 px-5 pt-3">
        <a href="/account" className="flex min-h-11 items-center gap-2 font-semibold text-ink no-underline">
          <img src="/assets/icon.svg" alt="" width="28" height="28" />
          Vidimus
        </a>
        <LanguageChoice action="/account/language" />
      </header>
      <main id="content" className="mx-auto flex w-full max-w-xl flex-col gap-6 px-5 pt-4 pb-16">
        <title>{title}</title>
        <h1 tabIndex={-1} className="text-2xl font-semibold outline-none">
          {title}
        </h1>
        {children}
      </main>
    </>
  );
}
