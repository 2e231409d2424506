import { Notice } from '@vidimus/ui';
import { useTexts } from '../../shell/texts.tsx';
import type { OutageRow } from './outage-rows.server.ts';

/** What does not arrive now: seen before anything else. */
export function OpenOutages({ rows }: { readonly rows: readonly OutageRow[] }) {
  return rows
    .filter(({ isOpen }) => isOpen)
    .map(({ id, isOfRoute, title, text }) => (
      <Notice key={id} kind={isOfRoute ? 'care' : 'bad'} title={title}>
        <p>{text}</p>
      </Notice>
    ));
}

/** All that were seen, the newest first. */
export function OutageTable({ rows }: { readonly rows: readonly OutageRow[] }) {
  const t = useTexts('messages');
  const head = [t('place'), t('outage_from'), t('outage_until'), t('outage_failed'), t('outage_end')];
  return (
    <section aria-labelledby="outages" className="box flex min-w-0 flex-col gap-4 p-4 sm:p-5">
      <h2 id="outages" className="text-lg font-semibold">
        {t('outages')}
      </h2>
      <p className="text-sm text-ink-soft">{t('outages_text')}</p>
      {rows.length === 0 ? (
        <p className="text-ink-soft">{t('outages_none')}</p>
      ) : (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a part that scrolls must be reached by keyboard (WCAG 2.1.1).
        <section className="overflow-x-auto" aria-label={t('outages_table')} tabIndex={0}>
          <table className="w-full text-sm tabular-nums">
            <thead>
              <tr className="border-b border-line-strong text-start">
                {head.map((cell) => (
                  <th key={cell} scope="col" className="px-2 py-2 text-start font-semibold">
                    {cell}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {rows.map(({ id, where, from, until, numbers, end }) => (
                <tr key={id} className="border-b border-line">
                  <th scope="row" className="min-w-40 px-2 py-2 text-start font-normal">
                    {where}
                  </th>
                  <td className="whitespace-nowrap px-2 py-2">{from}</td>
                  <td className="whitespace-nowrap px-2 py-2">{until}</td>
                  <td className="whitespace-nowrap px-2 py-2">{numbers}</td>
                  <td className="px-2 py-2">{end}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      )}
    </section>
  );
}
