import { Table } from '@vidimus/ui/desk';
import { Link, type LoaderFunctionArgs, useLoaderData } from 'react-router';
import { useTexts } from '../../shell/texts.tsx';
import { ask } from '../ask.server.ts';
import { requireMember } from '../require-member.server.ts';
import { ProblemNotice } from '../shell/problem-notice.tsx';
import { listQuery, listRow, readListFilter, reasonOptions } from './list.server.ts';
import { ListFilters } from './list-filters.tsx';
import { StateBadge } from './state-badge.tsx';

const ROWS = 25;

/** `/desk/verifications`: all of them, the newest first, page by page. What is looked for stands in the address. */
export async function loader(args: LoaderFunctionArgs) {
  const { api, locale } = await requireMember(args);
  const filter = readListFilter(new URL(args.request.url).searchParams);
  const page = await ask(args, () => api.verifications.list(listQuery(filter, ROWS)));
  return {
    filter,
    reasons: reasonOptions(locale),
    problem: page.ok ? undefined : page.problem,
    rows: page.ok ? page.value.data.map((one) => listRow(one, locale)) : [],
    next: page.ok ? page.value.next_cursor : null,
  };
}

export default function ListPage() {
  const t = useTexts('desk');
  const { filter, rows, next, reasons, problem } = useLoaderData<typeof loader>();
  const columns = [
    { id: 'reference', label: t('list_reference') },
    { id: 'state', label: t('list_state') },
    { id: 'reasons', label: t('list_reasons') },
    { id: 'created', label: t('list_created') },
    { id: 'decided', label: t('list_decided') },
  ];
  return (
    <div className="mx-auto flex max-w-6xl flex-col gap-4">
      <title>{`${t('nav_verifications')} · Vidimus`}</title>
      <h1 className="text-2xl font-semibold">{t('nav_verifications')}</h1>
      <ListFilters filter={filter} reasons={reasons} />
      <ProblemNotice problem={problem} />
      {rows.length === 0 ? (
        <p className="box px-4 py-8 text-center text-ink-soft">{t('list_empty')}</p>
      ) : (
        <Table
          caption={t('nav_verifications')}
          columns={columns}
          rows={rows.map((row) => ({
            id: row.id,
            cells: {
              reference: (
                <Link
                  to={`/desk/verifications/${row.id}`}
                  className="inline-flex min-h-6 flex-col text-operator underline"
                >
                  {row.reference ?? <span className="font-mono">{row.id.slice(-8)}</span>}
                </Link>
              ),
              state: <StateBadge state={row.state} />,
              reasons: row.reasons.join(', '),
              created: row.createdAt,
              decided: row.decidedAt ?? '',
            },
          }))}
        />
      )}
      <nav aria-label={t('list_pages')} className="flex flex-wrap gap-3">
        {filter.cursor === '' ? null : (
          <Link className="button button-quiet" to={addressOf({ ...filter, cursor: '' })}>
            {t('list_newest')}
          </Link>
        )}
        {next === null ? null : (
          <Link className="button button-quiet" to={addressOf({ ...filter, cursor: next })}>
            {t('list_older')}
          </Link>
        )}
      </nav>
    </div>
  );
}

function addressOf(filter: Readonly<Record<string, string>>): string {
  const given = Object.entries(filter).filter(([, value]) => value !== '');
  return `/desk/verifications?${new URLSearchParams(given)}`;
}
