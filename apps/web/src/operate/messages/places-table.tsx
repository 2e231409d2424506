import { useTexts } from '../../shell/texts.tsx';
import type { CountryView, MessagesView, PlaceRow } from './messages-view.server.ts';

/** Countries that open, each with its prefixes and their routes. */
export function PlacesTable({ places }: { readonly places: MessagesView['places'] }) {
  return (
    <ul className="flex flex-col">
      {places.countries.map((country, index) => (
        <li key={country.key} className="max-w-none border-b border-line last:border-b-0">
          <details open={index === 0}>
            <summary className="flex min-h-11 cursor-pointer flex-wrap items-center gap-x-3 py-1">
              <span className="font-semibold text-operator underline underline-offset-4">{country.name}</span>
              <span className="text-sm text-ink-soft tabular-nums">{country.shown}</span>
            </summary>
            <Country country={country} head={places.head} />
          </details>
        </li>
      ))}
    </ul>
  );
}

function Country({ country, head }: { readonly country: CountryView; readonly head: readonly string[] }) {
  const t = useTexts('messages');
  return (
    <div className="flex flex-col gap-2 pb-3">
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a part that scrolls must be reached by keyboard (WCAG 2.1.1). */}
      <section className="overflow-x-auto" aria-label={`${t('places')}: ${country.name}`} tabIndex={0}>
        <table className="w-full text-sm tabular-nums">
          <thead>
            <tr className="border-b border-line-strong">
              {head.map((cell, index) => (
                <th
                  key={cell}
                  scope="col"
                  className={`px-2 py-2 align-bottom font-semibold ${index === 0 ? 'text-start' : 'text-end'}`}
                >
                  {cell}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {country.rows.map((row) => (
              <Row key={row.key} row={row} head={head} />
            ))}
          </tbody>
        </table>
      </section>
      {country.leftOut === null ? null : <p className="text-sm text-ink-soft">{country.leftOut}</p>}
    </div>
  );
}

function Row({ row, head }: { readonly row: PlaceRow; readonly head: readonly string[] }) {
  return (
    <tr className="border-b border-line">
      <th
        scope="row"
        className={`py-2 pe-2 text-start ${row.isRoute ? 'whitespace-nowrap ps-6 font-normal text-ink-soft' : 'ps-2 font-semibold'}`}
      >
        {row.name}
        {row.sign === null ? null : <span className="block max-w-56 font-normal text-care">{row.sign}</span>}
      </th>
      {row.cells.map((cell, index) => (
        <td
          key={head[index + 1]}
          className={`whitespace-nowrap px-2 py-2 text-end ${row.isRoute ? 'text-ink-soft' : ''}`}
        >
          {cell}
        </td>
      ))}
    </tr>
  );
}
