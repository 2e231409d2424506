import { CHANNELS, DELIVERABILITY_SPANS } from '@vidimus/protocol';
import { Form, type LoaderFunctionArgs, useLoaderData } from 'react-router';
import { requireMember } from '../../desk/require-member.server.ts';
import { useTexts } from '../../shell/texts.tsx';
import { textsOf } from '../../texts/texts.server.ts';
import { BarChart } from '../charts/bar-chart.tsx';
import { ChartFigure } from '../charts/chart-figure.tsx';
import { LineChart } from '../charts/line-chart.tsx';
import { OperatePage } from '../operate-page.tsx';
import { PageHeading } from '../page-heading.tsx';
import { sayMoment } from '../say.server.ts';
import { askMessages } from './ask-messages.server.ts';
import { messagesView, type TableName } from './messages-view.server.ts';
import { outageRows } from './outage-rows.server.ts';
import { OpenOutages, OutageTable } from './outages.tsx';
import { PlacesTable } from './places-table.tsx';

/** `/desk/messages?span=…&channel=…`: what became of messages, and where they do not arrive. */
export async function loader(args: LoaderFunctionArgs) {
  const { locale, ...member } = await requireMember(args);
  const { span, channel, figures } = await askMessages(member.api, args.request);
  const { data: outages } = await member.api.outages.list({});
  return {
    locale,
    span,
    channel: channel ?? '',
    choices: { spans: DELIVERABILITY_SPANS, channels: CHANNELS },
    countedUntil: figures.counted_until === null ? null : sayMoment(figures.counted_until, locale),
    view: messagesView(figures, locale),
    outages: outageRows(outages, locale),
    texts: { messages: textsOf('messages', locale), operate: textsOf('operate', locale) },
  };
}

export default function MessagesPage() {
  const { locale, texts } = useLoaderData<typeof loader>();
  return (
    <OperatePage locale={locale} texts={texts}>
      <Messages />
    </OperatePage>
  );
}

function Messages() {
  const { span, channel, view, outages, countedUntil } = useLoaderData<typeof loader>();
  const t = useTexts('messages');
  const csv = (table: TableName) => `/desk/messages.csv?${new URLSearchParams({ span, channel, table })}`;
  // Of a day of long ago the hours are not kept.
  const times = t(span === '24h' && view.times.labels.length > 1 ? 'hours' : 'days');
  return (
    <>
      <PageHeading
        title={t('title')}
        text={countedUntil === null ? t('text_none') : t('text', { time: countedUntil })}
      />
      <OpenOutages rows={outages} />
      <Asked />
      <dl className="grid grid-cols-2 gap-3 lg:grid-cols-5">
        {view.figures.map(({ key, label, shown, note }) => (
          <div key={key} className="box flex flex-col gap-1 p-4">
            <dt className="text-sm text-ink-soft">{label}</dt>
            <dd className="text-2xl font-semibold tabular-nums">{shown}</dd>
            <dd className="text-sm text-ink-soft">{note}</dd>
          </div>
        ))}
      </dl>
      <ChartFigure title={times} table={view.tables.times} csv={csv('times')}>
        <LineChart
          title={times}
          description={view.times.description}
          days={view.times.labels}
          series={view.times.series}
        />
      </ChartFigure>
      <div className="grid gap-4 xl:grid-cols-2">
        <ChartFigure title={t('countries')} table={view.tables.countries} csv={csv('countries')}>
          <BarChart title={t('countries')} {...view.countries} most={1} />
        </ChartFigure>
        <ChartFigure title={t('routes')} note={t('routes_note')} table={view.tables.routes} csv={csv('routes')}>
          <BarChart title={t('routes')} {...view.routes} most={1} />
        </ChartFigure>
      </div>
      {view.places.countries.length === 0 ? null : <Places csv={csv('places')} />}
      <ChartFigure title={t('reasons')} note={t('reasons_note')} table={view.tables.reasons} csv={csv('reasons')}>
        <BarChart title={t('reasons')} {...view.reasons} />
      </ChartFigure>
      <OutageTable rows={outages} />
    </>
  );
}

function Places({ csv }: { readonly csv: string }) {
  const { view } = useLoaderData<typeof loader>();
  const t = useTexts('messages');
  const words = useTexts('operate');
  return (
    <section aria-labelledby="places" className="box flex min-w-0 flex-col gap-2 p-4 sm:p-5">
      <h2 id="places" className="text-lg font-semibold">
        {t('places')}
      </h2>
      <p className="text-sm text-ink-soft">{t('places_note')}</p>
      <PlacesTable places={view.places} />
      <p>
        <a className="button button-quiet" href={csv} download>
          {words('chart_csv')}
        </a>
      </p>
    </section>
  );
}

/** Which span, and which channel: a form that writes the address, so that a view can be kept and sent on. */
function Asked() {
  const { span, channel, choices } = useLoaderData<typeof loader>();
  const t = useTexts('messages');
  return (
    <Form method="get" className="flex flex-wrap items-end gap-3" key={`${span} ${channel}`}>
      <label className="field grow basis-44 sm:grow-0">
        <span className="text-sm">{t('span')}</span>
        <select className="input" name="span" defaultValue={span}>
          {choices.spans.map((choice) => (
            <option key={choice} value={choice}>
              {t(`span_${choice}`)}
            </option>
          ))}
        </select>
      </label>
      <label className="field grow basis-44 sm:grow-0">
        <span className="text-sm">{t('channel')}</span>
        <select className="input" name="channel" defaultValue={channel}>
          <option value="">{t('channel_all')}</option>
          {choices.channels.map((choice) => (
            <option key={choice} value={choice}>
              {t(`channel_${choice}`)}
            </option>
          ))}
        </select>
      </label>
      <button className="button" type="submit">
        {t('show')}
      </button>
    </Form>
  );
}
