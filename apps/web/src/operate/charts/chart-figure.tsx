import { type ReactNode, useId } from 'react';
import { useTexts } from '../../shell/texts.tsx';
import type { Cell } from './csv.ts';

/** The numbers under a chart, as they are read: the first cell of a row names it. */
export type ChartTable = { readonly head: readonly string[]; readonly rows: readonly (readonly Cell[])[] };

/** A chart with its heading, its table that opens, and the same table as a file. */
export function ChartFigure(props: {
  readonly title: string;
  readonly note?: string;
  readonly table: ChartTable;
  /** Where the file is. */
  readonly csv: string;
  readonly children: ReactNode;
}) {
  const { title, note, table, csv, children } = props;
  const t = useTexts('operate');
  const id = useId();
  return (
    <section aria-labelledby={id} className="box flex min-w-0 flex-col gap-4 p-4 sm:p-5">
      <h2 id={id} className="text-lg font-semibold">
        {title}
      </h2>
      {note === undefined ? null : <p className="text-sm text-ink-soft">{note}</p>}
      {table.rows.length === 0 ? <p className="text-ink-soft">{t('chart_nothing')}</p> : children}
      {table.rows.length === 0 ? null : (
        <details>
          <summary className="flex min-h-11 cursor-pointer items-center text-operator underline underline-offset-4">
            {t('chart_table')}
          </summary>
          <div className="flex flex-col gap-3 pt-2">
            {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a part that scrolls must be reached by keyboard (WCAG 2.1.1). */}
            <section className="overflow-x-auto" aria-label={title} tabIndex={0}>
              <table className="w-full text-sm tabular-nums">
                <thead>
                  <tr className="border-b border-line-strong">
                    {table.head.map((cell, index) => (
                      <th
                        key={cell}
                        scope="col"
                        className={`px-2 py-2 font-semibold ${index === 0 ? 'text-start' : 'text-end'}`}
                      >
                        {cell}
                      </th>
                    ))}
                  </tr>
                </thead>
                <tbody>
                  {table.rows.map((row) => (
                    <tr key={String(row[0])} className="border-b border-line">
                      {row.map((cell, index) =>
                        index === 0 ? (
                          <th key={table.head[index]} scope="row" className="px-2 py-2 text-start font-normal">
                            {cell}
                          </th>
                        ) : (
                          <td key={table.head[index]} className="px-2 py-2 text-end">
                            {cell}
                          </td>
                        ),
                      )}
                    </tr>
                  ))}
                </tbody>
              </table>
            </section>
            <p>
              <a className="button button-quiet" href={csv} download>
                {t('chart_csv')}
              </a>
            </p>
          </div>
        </details>
      )}
    </section>
  );
}
