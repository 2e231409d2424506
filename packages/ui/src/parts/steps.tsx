/** How far it is. `label` says the same in words, e.g. "Step 2 of 4"; the bar only shows it. */
export function Steps(props: { readonly number: number; readonly of: number; readonly label: string }) {
  const { number, of, label } = props;
  const bars = Array.from({ length: of }, (_, at) => ({ step: at + 1, reached: at < number }));
  return (
    <div className="flex flex-col gap-2">
      <p className="text-sm text-ink-soft">{label}</p>
      <div className="flex gap-1.5" aria-hidden="true">
        {bars.map(({ step, reached }) => (
          <span key={step} className={`h-1.5 grow rounded-full ${reached ? 'bg-operator' : 'bg-line'}`} />
        ))}
      </div>
    </div>
  );
}
