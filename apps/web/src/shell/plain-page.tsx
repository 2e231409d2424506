import type { ReactNode } from 'react';

/** One column with a heading: for pages that say one thing. */
export function PlainPage({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <main id="content" className="mx-auto flex min-h-dvh max-w-xl flex-col justify-center gap-4 px-5 py-12">
      <title>{title}</title>
      <h1 className="text-2xl font-semibold">{title}</h1>
      {children}
    </main>
  );
}
