import { EVENT_TYPES } from '@vidimus/protocol';
import { Table } from '@vidimus/ui/desk';
import {
  type ActionFunctionArgs,
  data,
  Form,
  Link,
  type LoaderFunctionArgs,
  useActionData,
  useLoaderData,
} from 'react-router';
import { ask } from '../../desk/ask.server.ts';
import { requireMember } from '../../desk/require-member.server.ts';
import { useTexts } from '../../shell/texts.tsx';
import { PageHeading } from '../page-heading.tsx';
import { EventChoice } from './event-choice.tsx';
import { eventTypesIn } from './event-types.server.ts';
import { SecretOnce } from './secret-once.tsx';
import { UrlField } from './url-field.tsx';

/** `/desk/developers/webhooks`: who is told of events. */
export async function loader(args: LoaderFunctionArgs) {
  const { api, session } = await requireMember(args);
  const listed = await ask(args, () => api.webhooks.listEndpoints());
  return {
    endpoints: listed.ok ? listed.value.data : [],
    types: EVENT_TYPES,
    mayWrite: session.rights.includes('webhooks:write'),
  };
}

/** Adds one; its secret is in this answer alone. */
export async function action(args: ActionFunctionArgs) {
  const { api } = await requireMember(args);
  const sent = await args.request.formData();
  const url = String(sent.get('url') ?? '').trim();
  const made = await ask(args, () => api.webhooks.createEndpoint({ url, events: eventTypesIn(sent) }));
  if (!made.ok) return data({ url, problem: made.problem }, { status: made.problem.status });
  const { id, secret } = made.value;
  return { made: { id, url: made.value.url, secret } };
}

export default function WebhooksPage() {
  const { endpoints, types, mayWrite } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const t = useTexts('operate');
  const problem = answer !== undefined && 'problem' in answer ? answer.problem : undefined;
  return (
    <>
      <PageHeading title={t('webhooks_title')} text={t('webhooks_text')} />
      {answer !== undefined && 'made' in answer ? (
        <>
          <SecretOnce title={t('webhook_made', { url: answer.made.url })} secret={answer.made.secret} />
          <p>
            <Link className="button button-quiet" to={`/desk/developers/webhooks/${answer.made.id}`}>
              {t('webhook_open')}
            </Link>
          </p>
        </>
      ) : null}
      {endpoints.length === 0 ? (
        <p>{t('webhooks_none')}</p>
      ) : (
        <Table
          caption={t('webhooks_title')}
          columns={[
            { id: 'url', label: t('webhook_url') },
            { id: 'events', label: t('webhook_events') },
            { id: 'state', label: t('webhook_state') },
          ]}
          rows={endpoints.map(({ id, url, events, enabled, disabled_because }) => ({
            id,
            cells: {
              url: (
                <Link
                  className="-my-2.5 inline-flex min-h-11 items-center break-all text-operator underline"
                  to={`/desk/developers/webhooks/${id}`}
                >
                  <bdi>{url}</bdi>
                </Link>
              ),
              events: events.includes('*')
                ? t('webhook_all_events')
                : t('webhook_some_events', { count: events.length }),
              state: enabled
                ? t('webhook_enabled')
                : t(disabled_because === 'gone' ? 'webhook_gone' : 'webhook_disabled'),
            },
          }))}
        />
      )}
      {mayWrite ? (
        <Form method="post" className="box flex flex-col gap-4 p-4 sm:p-5">
          <h2 className="text-lg font-semibold">{t('webhook_new')}</h2>
          <UrlField url={answer !== undefined && 'url' in answer ? answer.url : ''} problem={problem} />
          <EventChoice types={types} chosen={['*']} />
          <div>
            <button className="button" type="submit">
              {t('webhook_add')}
            </button>
          </div>
        </Form>
      ) : null}
    </>
  );
}
