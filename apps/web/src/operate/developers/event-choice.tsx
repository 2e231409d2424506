import { useTexts } from '../../shell/texts.tsx';

/** All events, now and later; or those that are ticked. */
export function EventChoice({
  types,
  chosen,
}: {
  readonly types: readonly string[];
  readonly chosen: readonly string[];
}) {
  const t = useTexts('operate');
  const isAll = chosen.includes('*');
  return (
    <fieldset className="group/events flex min-w-0 flex-col">
      <legend className="text-sm">{t('webhook_events')}</legend>
      <label className="flex min-h-11 items-center gap-2">
        <input className="size-5 accent-operator" type="radio" name="all" value="yes" defaultChecked={isAll} />
        {t('webhook_all_events')}
      </label>
      <label className="flex min-h-11 items-center gap-2">
        <input className="size-5 accent-operator" type="radio" name="all" value="no" defaultChecked={!isAll} />
        {t('webhook_these_events')}
      </label>
      <div className="hidden ps-7 group-has-[[value=no]:checked]/events:grid sm:grid-cols-2 xl:grid-cols-3">
        {types.map((type) => (
          <label key={type} className="flex min-h-11 items-center gap-2">
            <input
              className="size-5 accent-operator"
              type="checkbox"
              name="events"
              value={type}
              defaultChecked={chosen.includes(type)}
            />
            <code className="text-sm">{type}</code>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
