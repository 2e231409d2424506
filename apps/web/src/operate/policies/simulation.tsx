import { Table } from '@vidimus/ui/desk';
import { Link } from 'react-router';
import { useTexts } from '../../shell/texts.tsx';
import { StackedBars } from '../charts/stacked-bar.tsx';
import type { SimulationView } from './simulation-view.server.ts';

/** Who would have fared differently, and why: two bars, and a table of those whose way would change. */
export function Simulation({ simulation }: { readonly simulation: SimulationView }) {
  const { version, considered, different, uncertain, bars, description, rows } = simulation;
  const t = useTexts('operate');
  return (
    <section aria-labelledby="simulation" className="box flex min-w-0 flex-col gap-4 p-4 sm:p-5">
      <h2 id="simulation" className="text-lg font-semibold">
        {t('simulation_title', { version })}
      </h2>
      <p role="status">{t('simulation_told', { considered, different, uncertain })}</p>
      {considered === 0 ? null : (
        <StackedBars title={t('simulation_title', { version })} description={description} rows={bars} />
      )}
      {rows.length === 0 ? null : (
        <Table
          caption={t('simulation_who')}
          columns={[
            { id: 'id', label: t('simulation_verification') },
            { id: 'had', label: t('simulation_had') },
            { id: 'would', label: t('simulation_would_have') },
            { id: 'why', label: t('simulation_why') },
          ]}
          rows={rows.map((row) => ({
            id: row.id,
            cells: {
              id: (
                <Link
                  className="-my-2.5 inline-flex min-h-11 items-center text-operator underline"
                  to={`/desk/verifications/${row.id}`}
                >
                  <code>{`…${row.id.slice(-6)}`}</code>
                </Link>
              ),
              had: row.had,
              would: row.differs ? <strong>{row.would}</strong> : row.would,
              why: <Why {...row} />,
            },
          }))}
        />
      )}
    </section>
  );
}

function Why({ added, removed, unsure }: Pick<SimulationView['rows'][number], 'added' | 'removed' | 'unsure'>) {
  const t = useTexts('operate');
  return (
    <ul className="flex flex-col gap-1">
      {added.map((reason) => (
        <li key={reason}>{t('simulation_added', { reason })}</li>
      ))}
      {removed.map((reason) => (
        <li key={reason}>{t('simulation_removed', { reason })}</li>
      ))}
      {unsure.map((why) => (
        <li key={why} className="text-ink-soft">
          {t('simulation_unsure')} <span lang="en">{why}</span>
        </li>
      ))}
    </ul>
  );
}
