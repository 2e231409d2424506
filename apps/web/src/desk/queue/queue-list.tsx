import { useMemo, useRef } from 'react';
import { Form, Link } from 'react-router';
import { useTexts } from '../../shell/texts.tsx';
import { useShortcuts } from '../shell/shortcuts.tsx';
import type { QueueRow } from './queue.server.ts';

/** One row a review. `j` and `k` move between them, Enter opens, `c` takes and opens. */
export function QueueList(props: { readonly rows: readonly QueueRow[]; readonly mayDecide: boolean }) {
  const { rows, mayDecide } = props;
  const t = useTexts('desk');
  const list = useRef<HTMLUListElement>(null);
  const shortcuts = useMemo(() => {
    const links = () => [...(list.current?.querySelectorAll<HTMLElement>('[data-row]') ?? [])];
    const current = () => links().findIndex((link) => link.closest('li')?.contains(document.activeElement) === true);
    const move = (by: number) => {
      const all = links();
      const at = current();
      const next = at === -1 ? (by > 0 ? 0 : all.length - 1) : Math.min(Math.max(at + by, 0), all.length - 1);
      all[next]?.focus();
    };
    const claim = () =>
      links()[Math.max(current(), 0)]?.closest('li')?.querySelector<HTMLButtonElement>('button')?.click();
    return [
      { key: 'j', label: t('key_next_row'), run: () => move(1) },
      { key: 'k', label: t('key_previous_row'), run: () => move(-1) },
      { key: 'c', label: t('key_claim'), run: claim },
    ];
  }, [t]);
  useShortcuts(shortcuts);
  return (
    <ul ref={list} className="box flex flex-col divide-y divide-line overflow-hidden">
      {rows.map((row) => (
        <li
          key={row.id}
          className="relative flex max-w-none flex-wrap items-center gap-x-4 gap-y-2 px-4 py-3 focus-within:bg-sunken hover:bg-sunken"
        >
          <div className="min-w-0 flex-1 basis-64">
            <p>
              <Link
                data-row
                to={`/desk/verifications/${row.verification}`}
                className="font-semibold text-ink no-underline after:absolute after:inset-0 hover:underline"
              >
                {row.reasons.length === 0 ? t(`cause_${row.cause}`) : row.reasons.join(', ')}
              </Link>
            </p>
            <p className="text-sm text-ink-soft">
              {[t(`cause_${row.cause}`), row.document].filter((part) => part !== undefined).join(' · ')}
            </p>
          </div>
          <div className="text-sm">
            <p className={row.isOverdue ? 'font-semibold text-bad' : undefined}>
              {t(row.isOverdue ? 'queue_overdue' : 'queue_waits', { span: row.waited })}
            </p>
            <p className="text-ink-soft">{t('queue_due', { moment: row.dueAt })}</p>
          </div>
          <div className="relative z-10 flex sm:min-w-40 sm:justify-end">
            {row.taken !== undefined ? (
              <span className="text-sm text-ink-soft">
                {t(row.taken === 'by-me' ? 'queue_taken_by_me' : 'queue_taken_by_another')}
              </span>
            ) : mayDecide ? (
              <Form method="post">
                <input type="hidden" name="review" value={row.id} />
                <button type="submit" className="button button-quiet">
                  {t(row.state === 'second_opinion' ? 'queue_take_second' : 'queue_take')}
                </button>
              </Form>
            ) : null}
          </div>
        </li>
      ))}
    </ul>
  );
}
