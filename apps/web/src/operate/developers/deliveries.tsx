import { Form, Link } from 'react-router';
import { useTexts } from '../../shell/texts.tsx';
import type { DeliveryRow } from './delivery-rows.server.ts';

/** What was sent to an endpoint: each try with its answer, and the way to send it again. */
export function Deliveries(props: {
  readonly deliveries: readonly DeliveryRow[];
  readonly state: DeliveryRow['state'] | null;
  readonly next: string | null;
  readonly mayWrite: boolean;
}) {
  const { deliveries, state, next, mayWrite } = props;
  const t = useTexts('operate');
  const filters = [null, 'failed', 'pending', 'delivered'] as const;
  return (
    <section aria-labelledby="deliveries" className="flex min-w-0 flex-col gap-3">
      <div className="flex flex-wrap items-center justify-between gap-2">
        <h2 id="deliveries" className="text-lg font-semibold">
          {t('deliveries_title')}
        </h2>
        {mayWrite ? (
          <Form method="post">
            <button className="button button-quiet" name="intent" value="redeliver-dead" type="submit">
              {t('deliveries_again_all')}
            </button>
          </Form>
        ) : null}
      </div>
      <nav aria-label={t('deliveries_filter')} className="flex flex-wrap gap-2">
        {filters.map((one) => (
          <Link
            key={one ?? 'all'}
            to={one === null ? '?' : `?state=${one}`}
            aria-current={one === state ? 'page' : undefined}
            className="flex min-h-11 items-center rounded-control px-3 underline underline-offset-4 aria-[current=page]:bg-sunken aria-[current=page]:font-semibold aria-[current=page]:no-underline"
          >
            {one === null ? t('deliveries_all') : t(`delivery_${one}`)}
          </Link>
        ))}
      </nav>
      {deliveries.length === 0 ? <p>{t('deliveries_none')}</p> : null}
      <ul className="flex flex-col gap-2">
        {deliveries.map((one) => (
          <li key={one.id} className="box max-w-none p-3">
            <details>
              <summary className="flex min-h-11 cursor-pointer flex-wrap items-center gap-x-4 gap-y-1">
                <code className="font-semibold">{one.type}</code>
                <span className={LOOKS[one.state]}>{t(`delivery_${one.state}`)}</span>
                {one.answer === null ? null : <code>{one.answer}</code>}
                <span className="text-sm text-ink-soft">{one.created}</span>
              </summary>
              <div className="flex flex-col gap-3 pt-2 text-sm">
                <p>
                  <Link to={`/desk/developers/events?event=${one.event}`}>
                    <code>{one.event}</code>
                  </Link>
                  {one.redelivery > 0 ? ` · ${t('delivery_again', { number: one.redelivery })}` : ''}
                </p>
                <ol className="flex flex-col gap-1">
                  {one.tries.map((tried) => (
                    <li key={tried.number}>
                      {t('delivery_try', { number: tried.number, at: tried.at, took: tried.took })}{' '}
                      <code className="font-semibold">{tried.answer}</code>
                    </li>
                  ))}
                </ol>
                {one.nextTry === null ? null : <p>{t('delivery_next', { at: one.nextTry })}</p>}
              </div>
            </details>
            {mayWrite && one.state !== 'pending' ? (
              <Form method="post" className="pt-2">
                <input type="hidden" name="delivery" value={one.id} />
                <button className="button button-quiet" name="intent" value="redeliver" type="submit">
                  {t('delivery_redeliver')}
                </button>
              </Form>
            ) : null}
          </li>
        ))}
      </ul>
      {next === null ? null : (
        <p>
          <Link
            className="button button-quiet"
            to={`?${new URLSearchParams({ cursor: next, ...(state === null ? {} : { state }) })}`}
          >
            {t('older')}
          </Link>
        </p>
      )}
    </section>
  );
}

const LOOKS: Readonly<Record<DeliveryRow['state'], string>> = {
  delivered: 'text-good font-semibold',
  failed: 'text-bad font-semibold',
  pending: 'text-care font-semibold',
};
