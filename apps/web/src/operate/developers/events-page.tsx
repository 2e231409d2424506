import { EVENT_TYPES } from '@vidimus/protocol';
import { Form, Link, type LoaderFunctionArgs, useLoaderData } from 'react-router';
import { ask } from '../../desk/ask.server.ts';
import { requireMember } from '../../desk/require-member.server.ts';
import { useTexts } from '../../shell/texts.tsx';
import { PageHeading } from '../page-heading.tsx';
import { sayMoment } from '../say.server.ts';

/** `/desk/developers/events?type=&about=&event=`: what happened, as webhooks tell it. */
export async function loader(args: LoaderFunctionArgs) {
  const { api, locale } = await requireMember(args);
  const search = new URL(args.request.url).searchParams;
  const type = EVENT_TYPES.find((one) => one === search.get('type'));
  const [about, event, cursor] = [
    search.get('about')?.trim() ?? '',
    search.get('event')?.trim() ?? '',
    search.get('cursor'),
  ];
  const asked = await ask(args, async () => {
    if (event !== '') return { data: [await api.events.get(event)], next_cursor: null };
    return api.events.list({
      ...(type === undefined ? {} : { type }),
      ...(about === '' ? {} : { object_id: about.slice(0, 64) }),
      ...(cursor === null ? {} : { cursor }),
    });
  });
  const page = asked.ok ? asked.value : { data: [], next_cursor: null };
  return {
    types: EVENT_TYPES,
    asked: { type: type ?? '', about, event },
    next: page.next_cursor,
    events: page.data.map((one) => ({
      id: one.id,
      type: one.type,
      at: sayMoment(one.timestamp, locale),
      text: JSON.stringify(one, null, 2),
    })),
  };
}

export default function EventsPage() {
  const { types, asked, events, next } = useLoaderData<typeof loader>();
  const t = useTexts('operate');
  return (
    <>
      <PageHeading title={t('events_title')} text={t('events_text')} />
      <Form method="get" className="flex flex-wrap items-end gap-3" key={`${asked.type} ${asked.about}`}>
        <label className="field grow basis-52 sm:grow-0">
          <span className="text-sm">{t('events_type')}</span>
          <select className="input" name="type" defaultValue={asked.type}>
            <option value="">{t('events_all')}</option>
            {types.map((type) => (
              <option key={type} value={type}>
                {type}
              </option>
            ))}
          </select>
        </label>
        <label className="field grow basis-52 sm:grow-0">
          <span className="text-sm">{t('events_about')}</span>
          <input
            className="input"
            name="about"
            dir="ltr"
            defaultValue={asked.about}
            placeholder="ver_…"
            maxLength={64}
          />
        </label>
        <button className="button" type="submit">
          {t('search')}
        </button>
      </Form>
      {events.length === 0 ? <p>{t('events_none')}</p> : null}
      <ul className="flex flex-col gap-2">
        {events.map(({ id, type, at, text }) => (
          <li key={id} className="box max-w-none p-3">
            <details open={asked.event === id}>
              <summary className="flex min-h-11 cursor-pointer flex-wrap items-center gap-x-4 gap-y-1">
                <code className="font-semibold">{type}</code>
                <span className="text-sm text-ink-soft">{at}</span>
              </summary>
              {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a part that scrolls must be reached by keyboard (WCAG 2.1.1). */}
              <pre dir="ltr" tabIndex={0} className="overflow-x-auto rounded-control bg-sunken p-3 text-sm">
                <code>{text}</code>
              </pre>
            </details>
          </li>
        ))}
      </ul>
      {next === null ? null : (
        <p>
          <Link
            className="button button-quiet"
            to={`?${new URLSearchParams({ type: asked.type, about: asked.about, cursor: next })}`}
          >
            {t('older')}
          </Link>
        </p>
      )}
    </>
  );
}
