import type { ReactNode } from 'react';

/** The heading of a page of the desk, which also names its tab; what belongs to the whole page stands beside it. */
export function PageHeading(props: { readonly title: string; readonly text?: string; readonly children?: ReactNode }) {
  const { title, text, children } = props;
  return (
    <header className="flex flex-wrap items-start justify-between gap-3">
      <title>{`${title} · Vidimus`}</title>
      <div className="flex min-w-0 flex-col gap-1">
        <h1 className="text-2xl font-semibold">{title}</h1>
        {text === undefined ? null : <p className="text-ink-soft">{text}</p>}
      </div>
      {children === undefined ? null : <div className="flex flex-wrap items-center gap-2">{children}</div>}
    </header>
  );
}
