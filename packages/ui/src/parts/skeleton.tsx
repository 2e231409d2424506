const WIDTHS = ['w-full', 'w-11/12', 'w-3/4', 'w-5/6', 'w-2/3'] as const;

/** Where writing will stand. It says nothing: what is being waited for is told by a `Spinner` or a heading. */
export function Skeleton({ lines = 3 }: { readonly lines?: number }) {
  const drawn = Array.from({ length: lines }, (_, line) => ({ line, width: WIDTHS[line % WIDTHS.length] ?? 'w-full' }));
  return (
    <div aria-hidden="true" className="flex animate-pulse flex-col gap-3 motion-reduce:animate-none">
      {drawn.map(({ line, width }) => (
        <span key={line} className={`h-4 rounded-control bg-line ${width}`} />
      ))}
    </div>
  );
}
