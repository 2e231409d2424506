import type { ReactNode } from 'react';

/** More for whoever wants it. Never what one must know to go on. */
export function Disclosure(props: {
  readonly summary: ReactNode;
  readonly open?: boolean;
  readonly children: ReactNode;
}) {
  const { summary, open, children } = props;
  return (
    <details open={open} className="group box">
      <summary className="flex min-h-11 cursor-pointer list-none items-center gap-3 rounded-box px-4 py-2.5 font-medium [&::-webkit-details-marker]:hidden">
        <svg
          viewBox="0 0 16 16"
          className="size-4 shrink-0 transition-transform group-open:rotate-90 rtl:-scale-x-100 rtl:group-open:rotate-90"
          fill="none"
          stroke="currentColor"
          strokeWidth="2"
          strokeLinecap="round"
          strokeLinejoin="round"
          aria-hidden="true"
        >
          <path d="m6 3 5 5-5 5" />
        </svg>
        <span>{summary}</span>
      </summary>
      <div className="flex flex-col gap-3 border-t border-line px-4 py-4">{children}</div>
    </details>
  );
}
