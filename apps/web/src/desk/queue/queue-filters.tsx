import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { useTexts } from '../../shell/texts.tsx';
import { CAUSES, type QueueFilter, SHOWN } from './queue-filter.ts';

/** Links, so that a view can be kept and handed on. */
export function QueueFilters({ filter }: { readonly filter: QueueFilter }) {
  const t = useTexts('desk');
  const address = (change: Partial<QueueFilter>) => {
    const { shown, cause } = { ...filter, ...change };
    const query = new URLSearchParams();
    if (shown !== 'all') query.set('show', shown);
    if (cause !== undefined) query.set('cause', cause);
    return `/desk/queue${query.size === 0 ? '' : `?${query}`}`;
  };
  return (
    <div className="flex flex-wrap gap-x-6 gap-y-2">
      <FilterRow label={t('queue_show')}>
        {SHOWN.map((shown) => (
          <FilterLink
            key={shown}
            to={address({ shown })}
            isCurrent={filter.shown === shown}
            words={t(`queue_show_${shown}`)}
          />
        ))}
      </FilterRow>
      <FilterRow label={t('queue_cause')}>
        <FilterLink
          to={address({ cause: undefined })}
          isCurrent={filter.cause === undefined}
          words={t('queue_cause_any')}
        />
        {CAUSES.map((cause) => (
          <FilterLink
            key={cause}
            to={address({ cause })}
            isCurrent={filter.cause === cause}
            words={t(`cause_${cause}`)}
          />
        ))}
      </FilterRow>
    </div>
  );
}

function FilterRow({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    <nav aria-label={label} className="flex flex-wrap items-center gap-1">
      <span className="pe-1 text-sm text-ink-soft" aria-hidden="true">
        {label}
      </span>
      {children}
    </nav>
  );
}

function FilterLink(props: { readonly to: string; readonly isCurrent: boolean; readonly words: string }) {
  return (
    <Link
      to={props.to}
      aria-current={props.isCurrent ? 'true' : undefined}
      className="inline-flex min-h-11 items-center rounded-full border border-line-strong px-3 text-sm text-ink no-underline hover:bg-sunken aria-current:border-operator aria-current:bg-operator aria-current:text-on-operator"
    >
      {props.words}
    </Link>
  );
}
