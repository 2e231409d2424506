import { NUMBERS_BY } from '@vidimus/protocol';
import { Notice } from '@vidimus/ui';
import { Form, type LoaderFunctionArgs, useLoaderData } from 'react-router';
import { requireMember } from '../../desk/require-member.server.ts';
import { useTexts } from '../../shell/texts.tsx';
import { textsOf } from '../../texts/texts.server.ts';
import { BarChart } from '../charts/bar-chart.tsx';
import { ChartFigure } from '../charts/chart-figure.tsx';
import { LineChart } from '../charts/line-chart.tsx';
import { StackedBars } from '../charts/stacked-bar.tsx';
import { OperatePage } from '../operate-page.tsx';
import { PageHeading } from '../page-heading.tsx';
import { askNumbers } from './ask-numbers.server.ts';
import { numbersView, type TableName } from './numbers-view.server.ts';

/** `/desk/numbers?from=…&to=…&by=…`: how it goes. */
export async function loader(args: LoaderFunctionArgs) {
  const { locale, ...member } = await requireMember(args);
  const { days, by, numbers } = await askNumbers(member.api, args.request);
  return {
    locale,
    days,
    by,
    choices: NUMBERS_BY,
    view: numbersView(numbers, locale),
    texts: { operate: textsOf('operate', locale) },
  };
}

export default function NumbersPage() {
  const { locale, texts } = useLoaderData<typeof loader>();
  return (
    <OperatePage locale={locale} texts={texts}>
      <Numbers />
    </OperatePage>
  );
}

function Numbers() {
  const { days, by, view } = useLoaderData<typeof loader>();
  const t = useTexts('operate');
  const csv = (table: TableName) => `/desk/numbers.csv?${new URLSearchParams({ ...days, by, table })}`;
  return (
    <>
      <PageHeading title={t('numbers_title')} text={t('numbers_text')} />
      <Range />
      {view.hasFew ? (
        <Notice kind="plain">
          <p>{t('numbers_few')}</p>
        </Notice>
      ) : null}
      <dl className="grid grid-cols-2 gap-3 lg:grid-cols-5">
        {view.figures.map(({ key, label, shown, note }) => (
          <div key={key} className="box flex flex-col gap-1 p-4">
            <dt className="text-sm text-ink-soft">{label}</dt>
            <dd className="text-2xl font-semibold tabular-nums">{shown}</dd>
            <dd className="text-sm text-ink-soft">{note}</dd>
          </div>
        ))}
      </dl>
      <ChartFigure title={t('numbers_days')} table={view.tables.days} csv={csv('days')}>
        <LineChart
          title={t('numbers_days')}
          description={view.days.description}
          days={view.days.labels}
          series={view.days.series}
        />
      </ChartFigure>
      <div className="grid gap-4 xl:grid-cols-2">
        <ChartFigure title={t('numbers_outcomes')} table={view.tables.outcomes} csv={csv('outcomes')}>
          <StackedBars
            title={t('numbers_outcomes')}
            description={view.outcomes.description}
            rows={[{ key: 'whole', label: t('numbers_decided'), parts: view.outcomes.parts }]}
          />
        </ChartFigure>
        <ChartFigure
          title={t('numbers_reasons')}
          note={t('numbers_reasons_note')}
          table={view.tables.reasons}
          csv={csv('reasons')}
        >
          <BarChart title={t('numbers_reasons')} description={view.reasons.description} bars={view.reasons.bars} />
        </ChartFigure>
      </div>
      {by === 'none' ? null : (
        <ChartFigure title={t('numbers_groups')} table={view.tables.groups} csv={csv('groups')}>
          <BarChart
            title={t('numbers_groups')}
            description={view.groups.description}
            bars={view.groups.bars}
            most={1}
          />
        </ChartFigure>
      )}
    </>
  );
}

/** Which days, and what is told apart: a form that writes the address, so that a view can be kept and sent on. */
function Range() {
  const { days, by, choices } = useLoaderData<typeof loader>();
  const t = useTexts('operate');
  return (
    <Form method="get" className="flex flex-wrap items-end gap-3" key={`${days.from} ${days.to} ${by}`}>
      <label className="field grow basis-36 sm:grow-0">
        <span className="text-sm">{t('numbers_from')}</span>
        <input className="input" type="date" name="from" defaultValue={days.from} required />
      </label>
      <label className="field grow basis-36 sm:grow-0">
        <span className="text-sm">{t('numbers_to')}</span>
        <input className="input" type="date" name="to" defaultValue={days.to} required />
      </label>
      <label className="field grow basis-44 sm:grow-0">
        <span className="text-sm">{t('numbers_by')}</span>
        <select className="input" name="by" defaultValue={by}>
          {choices.map((choice) => (
            <option key={choice} value={choice}>
              {t(`numbers_by_${choice}`)}
            </option>
          ))}
        </select>
      </label>
      <button className="button" type="submit">
        {t('numbers_show')}
      </button>
    </Form>
  );
}
