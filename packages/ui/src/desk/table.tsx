import type { ReactNode } from 'react';

/** Rows under headings; on a narrow screen it scrolls inside its own frame, never the page. It needs no script. */
export function Table(props: {
  readonly caption: string;
  readonly columns: readonly { readonly id: string; readonly label: string; readonly isNumber?: boolean }[];
  readonly rows: readonly { readonly id: string; readonly cells: Readonly<Record<string, ReactNode>> }[];
}) {
  const { caption, columns, rows } = props;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard (WCAG 2.1.1)
    <section className="box overflow-x-auto" aria-label={caption} tabIndex={0}>
      <table className="w-full border-collapse text-start text-sm">
        <thead>
          <tr className="border-b border-line text-ink-soft">
            {columns.map(({ id, label, isNumber }) => (
              <th
                key={id}
                scope="col"
                className={`px-3 py-2 font-medium ${isNumber === true ? 'text-end' : 'text-start'}`}
              >
                {label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.id} className="border-b border-line last:border-b-0">
              {columns.map(({ id, isNumber }) => (
                <td
                  key={id}
                  className={`px-3 py-2 align-top ${isNumber === true ? 'text-end tabular-nums' : 'text-start'}`}
                >
                  {row.cells[id]}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
